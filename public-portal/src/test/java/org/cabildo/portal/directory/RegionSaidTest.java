package org.cabildo.portal.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cabildo.calendar.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionSaidTest {

    private static final List<Region> REGIONS = List.of(
            new Region("01", "Tarapacá", "Región de Tarapacá", "I", 2),
            new Region("05", "Valparaíso", "Región de Valparaíso", "V", 6),
            new Region("08", "Biobío", "Región del Biobío", "VIII", 11),
            new Region("10", "Los Lagos", "Región de Los Lagos", "X", 14),
            new Region("11", "Aysén", "Región de Aysén", "XI", 15),
            new Region("13", "Metropolitana", "Región Metropolitana de Santiago", "RM", 7),
            new Region("16", "Ñuble", "Región de Ñuble", "XVI", 10));

    @ParameterizedTest
    @CsvSource({
        "VIII, 08",
        "viii región, 08",
        "Región VIII, 08",
        "octava región, 08",
        "8, 08",
        "región 8, 08",
        "08, 08",
        "8va región, 08",
        "8ª Región, 08",
        "VIII Región del Biobío, 08",
        "la octava región, 08",
        "x, 10",
        "X Región de los Lagos, 10",
        "décima región, 10",
        "undécima región, 11",
        "décima primera región, 11",
        "XVI región, 16",
        "decimosexta región, 16",
        "décimo sexta región, 16",
        "región RM, 13",
        "13, 13",
    })
    void isReadHoweverItIsWritten(String typed, String code) {
        assertThat(RegionSaid.numbered(typed, REGIONS)).map(Region::code).hasValue(code);
    }

    @Test
    void isNoneWhereSomethingElseIsSaid() {
        for (var typed : List.of(
                "región",
                "I. Municipalidad de Maipú",
                "quinta",
                "quinta normal",
                "X Región del Biobío",
                "17",
                "2027",
                "Plan 8",
                "VIII Los Lagos",
                "",
                "¿?")) {
            assertThat(RegionSaid.numbered(typed, REGIONS)).as(typed).isEmpty();
        }
    }

    @Test
    void isReadByItsNameToo() {
        var municipalities = List.of("Concepción", "Los Lagos", "Maule", "Alto Biobío");
        for (var typed : List.of("región del biobío", "Region Biobio", "biobío", "BIOBIO")) {
            assertThat(RegionSaid.named(typed, REGIONS, municipalities))
                    .as(typed)
                    .map(Region::code)
                    .hasValue("08");
        }
        assertThat(RegionSaid.named("región de los lagos", REGIONS, municipalities))
                .map(Region::code)
                .hasValue("10");
        assertThat(RegionSaid.named("los lagos", REGIONS, municipalities))
                .as("a municipality is called so too")
                .isEmpty();
        for (var typed : List.of("región", "región de la", "alto biobío", "región de nadie", "", "plaza")) {
            assertThat(RegionSaid.named(typed, REGIONS, municipalities))
                    .as(typed)
                    .isEmpty();
        }
    }
}
