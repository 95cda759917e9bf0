package org.cabildo.portal.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cabildo.calendar.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionSaidTest {

    private static final List<Region> REGIONS = List.of(
            new Region("01", "Tarapacá", "Región de Tarapacá", "I", 2),
            new Region("05", "Valparaíso", "Región de Valparaíso", "V", 6),
            new Region(
                    "06",
                    "Libertador General Bernardo O'Higgins",
                    "Región del Libertador General Bernardo O'Higgins",
                    "VI",
                    8),
            new Region("08", "Biobío", "Región del Biobío", "VIII", 11),
            new Region("10", "Los Lagos", "Región de Los Lagos", "X", 14),
            new Region(
                    "11",
                    "Aysén del General Carlos Ibáñez del Campo",
                    "Región de Aysén del General Carlos Ibáñez del Campo",
                    "XI",
                    15),
            new Region(
                    "12",
                    "Magallanes y de la Antártica Chilena",
                    "Región de Magallanes y de la Antártica Chilena",
                    "XII",
                    16),
            new Region("13", "Metropolitana de Santiago", "Región Metropolitana de Santiago", "RM", 7),
            new Region("15", "Arica y Parinacota", "Región de Arica y Parinacota", "XV", 1),
            new Region("16", "Ñuble", "Región de Ñuble", "XVI", 10));
    private static final Map<String, String> DAILY = Map.of("06", "O'Higgins", "08", "Biobío");

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
        "XIII, 13",
        "región XIII, 13",
        "XIII región, 13",
        "XIII Región Metropolitana, 13",
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
        for (var typed : List.of("región del biobío", "Region Biobio")) {
            assertThat(RegionSaid.named(typed, REGIONS))
                    .as(typed)
                    .map(Region::code)
                    .hasValue("08");
        }
        assertThat(RegionSaid.named("región de los lagos", REGIONS))
                .map(Region::code)
                .hasValue("10");
        for (var typed : List.of("región", "región de la", "biobío", "región de nadie", "", "plaza")) {
            assertThat(RegionSaid.named(typed, REGIONS)).as(typed).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "biobío, 08",
        "BIOBIO, 08",
        "los lagos, 10",
        "valparaiso, 05",
        "O'Higgins, 06",
        "ohiggins, 06",
        "Libertador General Bernardo O’Higgins, 06",
        "aysen, 11",
        "magallanes, 12",
        "metropolitana, 13",
        "arica, 15",
        "Ñuble, 16",
        "octava, 08",
        "la octava, 08",
        "quinta, 05",
        "décima, 10",
    })
    void mayBeMeantByItsNameOrItsNumberAlone(String typed, String code) {
        assertThat(RegionSaid.perhaps(typed, REGIONS, DAILY)).map(Region::code).hasValue(code);
    }

    @Test
    void isNotMeantByAPartOfItsName() {
        for (var typed : List.of("alto biobío", "santiago", "campo", "los", "la", "quinta normal", "maga", "", "¿?")) {
            assertThat(RegionSaid.perhaps(typed, REGIONS, DAILY)).as(typed).isEmpty();
        }
    }
}
