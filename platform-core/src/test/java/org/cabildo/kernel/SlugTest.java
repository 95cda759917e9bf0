package org.cabildo.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @ValueSource(strings = {"renca", "a1", "puerto-ejemplo", "x23456789012345678901234567890123456789z"})
    void acceptsShortLowerCaseAddresses(String address) {
        assertThat(new Slug(address)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "1a",
                "-a",
                "a-",
                "Renca",
                "ñuñoa",
                "a b",
                "a.b",
                "a_b",
                "a/b",
                "a\n",
                "renca\u0000",
                "x234567890123456789012345678901234567890z"
            })
    void refusesAnyOtherShape(String address) {
        assertThatThrownBy(() -> new Slug(address))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("slug.shape"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"www", "admin", "health", "localhost", "nacional", "vaadin", "es", "en"})
    void refusesAddressesThatTheProductNeeds(String address) {
        assertThatThrownBy(() -> new Slug(address))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("slug.reserved"));
    }

    @ParameterizedTest
    @CsvSource({
        "Peñalolén, penalolen",
        "Ñuñoa, nunoa",
        "Alto del Carmen, alto-del-carmen",
        "  O'Higgins , o-higgins",
        "Región del Libertador General Bernardo O'Higgins, region-del-libertador-general-bernardo-o",
        "San José (de la Mariquina)!, san-jose-de-la-mariquina",
        "12 de Octubre, de-octubre"
    })
    void makesAnAddressFromAName(String name, String address) {
        assertThat(Slug.from(name)).isEqualTo(address);
        assertThat(new Slug(Slug.from(name)).value()).isEqualTo(address);
    }

    @Test
    void aNameWithoutLettersMakesNoAddress() {
        assertThat(Slug.from("¿…?")).isEmpty();
    }

    @Test
    void whatDoesNotFitIsLeftOutWordByWord() {
        assertThat(Slug.from("Plan de Gobierno Abierto de Renca 2027", 36))
                .isEqualTo("plan-de-gobierno-abierto-de-renca");
        assertThat(Slug.from("Plan de Gobierno Abierto de Renca 2027", 38))
                .isEqualTo("plan-de-gobierno-abierto-de-renca-2027");
        assertThat(Slug.from("Municipalidadmetropolitanísima", 10)).isEqualTo("municipali");
    }
}
