package org.cabildo.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 12, 31);
    private static final Period YEAR = new Period(FIRST, LAST);

    @Test
    void includesItsFirstAndItsLastDay() {
        assertThat(YEAR.contains(FIRST)).isTrue();
        assertThat(YEAR.contains(LAST)).isTrue();
        assertThat(YEAR.contains(FIRST.minusDays(1))).isFalse();
        assertThat(YEAR.contains(LAST.plusDays(1))).isFalse();
    }

    @Test
    void mayLastOneDay() {
        assertThat(new Period(FIRST, FIRST).contains(FIRST)).isTrue();
    }

    @Test
    void coversWhatLiesWhollyWithin() {
        assertThat(YEAR.covers(YEAR)).isTrue();
        assertThat(YEAR.covers(new Period(FIRST.plusDays(1), LAST))).isTrue();
        assertThat(YEAR.covers(new Period(FIRST, LAST.plusDays(1)))).isFalse();
    }

    @Test
    void refusesToEndBeforeItStarts() {
        assertThatThrownBy(() -> new Period(LAST, FIRST))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("2027-12-31")
                .hasMessageContaining("2027-01-01");
    }
}
