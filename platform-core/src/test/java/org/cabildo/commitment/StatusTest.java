package org.cabildo.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.cabildo.commitment.published.Status;
import org.junit.jupiter.api.Test;

class StatusTest {

    static final LocalDate STARTS = LocalDate.of(2026, 3, 1);
    static final LocalDate ENDS = LocalDate.of(2026, 6, 30);

    @Test
    void beforeItsStartItHasNotStarted() {
        assertThat(on(STARTS.minusDays(1), 0)).isEqualTo(Status.NOT_STARTED);
    }

    @Test
    void onItsLastDayItIsNotLate() {
        assertThat(on(ENDS, 90)).isEqualTo(Status.IN_PROGRESS);
    }

    @Test
    void afterItsLastDayItIsLate() {
        assertThat(on(ENDS.plusDays(1), 99)).isEqualTo(Status.LATE);
    }

    @Test
    void completeIsCompleteOnAnyDay() {
        assertThat(on(ENDS.plusYears(1), 100)).isEqualTo(Status.COMPLETED);
    }

    @Test
    void withdrawnComesFirst() {
        assertThat(Status.on(ENDS.plusDays(1), STARTS, ENDS, 100, true)).isEqualTo(Status.WITHDRAWN);
    }

    private static Status on(LocalDate day, int progress) {
        return Status.on(day, STARTS, ENDS, progress, false);
    }
}
