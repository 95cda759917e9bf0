package org.cabildo.admin.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.cabildo.plan.Fact;
import org.junit.jupiter.api.Test;

class PlanWordsTest {

    @Test
    void aMonthIsSaidAsEverywhere() {
        assertThat(PlanWords.day(fact(Fact.Precision.MONTH))).isEqualTo("octubre de 2023");
        assertThat(PlanWords.day(fact(Fact.Precision.DAY))).isEqualTo("01-10-2023");
        assertThat(PlanWords.day(fact(Fact.Precision.YEAR))).isEqualTo("2023");
    }

    private static Fact fact(Fact.Precision precision) {
        return new Fact(Fact.Kind.APPLICATION, "Postuló", LocalDate.of(2023, 10, 1), precision, "Acta");
    }
}
