package org.cabildo.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArticlesTest {

    private static final String MUNICIPALITY = "Municipalidad de Renca";
    private static final String REGION = "Gobierno Regional del Maule";

    @Test
    void anInstitutionIsNamedWithItsArticleWhereItsPlaceIsMarked() {
        assertThat(Articles.placed("{0}, en nombre de (la) {1}", "Ana", MUNICIPALITY))
                .isEqualTo("{0}, en nombre de la {1}");
        assertThat(Articles.placed("{0}, en nombre de (la) {1}", "Ana", REGION)).isEqualTo("{0}, en nombre del {1}");
        assertThat(Articles.placed("Invita a (la) {1} a integrar (la) {0}", "Consorcio del Maule", REGION))
                .isEqualTo("Invita al {1} a integrar el {0}");
        assertThat(Articles.placed("trabajan en (la) {0}", REGION)).isEqualTo("trabajan en el {0}");
        assertThat(Articles.placed("para (la) {0}, desde (la) {0}", REGION)).isEqualTo("para el {0}, desde el {0}");
        assertThat(Articles.placed("(La) {0} lidera", REGION)).isEqualTo("El {0} lidera");
        assertThat(Articles.placed("(La) {0} lidera", MUNICIPALITY)).isEqualTo("La {0} lidera");
    }

    @Test
    void whatIsCalledOtherwiseStandsByItself() {
        assertThat(Articles.placed("en nombre de (la) {0}", "Santiago y Renca")).isEqualTo("en nombre de {0}");
        assertThat(Articles.placed("(La) {0} lidera", "Cuenca del Ñuble")).isEqualTo("{0} lidera");
        assertThat(Articles.placed("Plan de {0}", MUNICIPALITY))
                .as("a place without a mark")
                .isEqualTo("Plan de {0}");
    }
}
