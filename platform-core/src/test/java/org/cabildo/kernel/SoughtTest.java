package org.cabildo.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SoughtTest {

    @Test
    void accentsCapitalsApostrophesAndWhatStandsBetweenMakeNoDifference() {
        assertThat(new Sought("penalolen").isIn("Municipalidad de Peñalolén")).isTrue();
        assertThat(new Sought("ÑUÑOA,").isIn("Municipalidad de Ñuñoa")).isTrue();
        assertThat(new Sought("ohiggins").isIn("Gobierno Regional de O'Higgins"))
                .isTrue();
        assertThat(new Sought("O’Higgins").isIn("Gobierno Regional de O'Higgins"))
                .isTrue();
        assertThat(new Sought("alto hospicio").isIn("Municipalidad de Alto", "alto-hospicio"))
                .isTrue();
        assertThat(new Sought("renca maipu").isIn("Municipalidad de Renca")).isFalse();
    }

    @Test
    void aShortWordIsFoundWhereAnotherBeginsAndALongOneAnywhere() {
        assertThat(new Sought("rm").isIn("Alto del Carmen")).isFalse();
        assertThat(new Sought("san").isIn("Villa San Pablo")).isTrue();
        assertThat(new Sought("loncha").isIn("Colonchanco")).isTrue();
    }

    @Test
    void aPluralIsFoundInTheSingularToo() {
        assertThat(new Sought("basuras").isIn("Retirar la basura")).isTrue();
        assertThat(new Sought("CALLES").isIn("Una calle, una plaza")).isTrue();
        assertThat(new Sought("camiones").isIn("Comprar un camión.")).isTrue();
        assertThat(new Sought("luces").isIn("Más luz")).isTrue();
        assertThat(new Sought("presupuestos").isIn("Presupuesto participativo")).isTrue();
        assertThat(new Sought("calles").isIn("Callejón sin salida"))
                .as("the singular is a whole word")
                .isFalse();
        assertThat(new Sought("mes").isIn("Me gusta")).as("too short").isFalse();
        assertThat(new Sought("basuras calles").isIn("Retirar la basura")).isFalse();
    }

    @Test
    void whatStandsInEveryNameTellsSomethingOnlyAlone() {
        assertThat(new Sought("municipalidad de la renca").isIn("Municipalidad de Renca"))
                .isTrue();
        assertThat(new Sought("Ilustre Municipalidad de Maipú").isIn("Municipalidad de Maipú"))
                .isTrue();
        assertThat(new Sought("I. Municipalidad de Maipú").isIn("Municipalidad de Maipú"))
                .isTrue();
        assertThat(new Sought("la").isIn("Municipalidad de La Reina", "La Reina"))
                .isTrue();
        assertThat(new Sought("la").isIn("Municipalidad de La Reina")).isFalse();
        assertThat(new Sought("de la").parts()).isEmpty();
    }

    @Test
    void whatHasNoWordFindsNothing() {
        assertThat(new Sought("¿?").isIn("Municipalidad de Renca")).isFalse();
    }

    @Test
    void aNameThatBeginsSoIsNearerThanOneWithSuchAWordAndThatThanTheRest() {
        var typed = new Sought("san p");

        assertThat(typed.distance("Municipalidad de San Pedro", "San Pedro")).isZero();
        assertThat(typed.distance("Villa San Pablo")).isEqualTo(1);
        assertThat(typed.distance("Desan Pedro")).isEqualTo(2);
    }
}
