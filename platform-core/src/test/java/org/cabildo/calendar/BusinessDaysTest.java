package org.cabildo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.junit.jupiter.api.Test;

class BusinessDaysTest {

    private final BusinessDays days = new BusinessDays(
            List.of(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-21")),
            new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31")));

    @Test
    void countsFromTheDayAfterTheNotification() {
        assertThat(days.after(LocalDate.parse("2026-05-04"), 1)).isEqualTo("2026-05-05");
    }

    @Test
    void leavesOutWeekendsAndHolidays() {
        assertThat(days.after(LocalDate.parse("2026-04-30"), 1)).isEqualTo("2026-05-04");
        assertThat(days.after(LocalDate.parse("2026-05-20"), 1)).isEqualTo("2026-05-22");
    }

    @Test
    void aTermOfNoDaysEndsOnTheNextBusinessDay() {
        assertThat(days.after(LocalDate.parse("2026-05-01"), 0)).isEqualTo("2026-05-04");
        assertThat(days.after(LocalDate.parse("2026-05-04"), 0)).isEqualTo("2026-05-04");
    }

    @Test
    void keepsTheDaysATenantIsClosed() {
        var closed = days.withClosed(List.of(LocalDate.parse("2026-05-05")));

        assertThat(closed.after(LocalDate.parse("2026-05-04"), 1)).isEqualTo("2026-05-06");
        assertThat(days.isBusinessDay(LocalDate.parse("2026-05-05"))).isTrue();
    }

    @Test
    void refusesToCountIntoYearsWhoseHolidaysNobodyKnows() {
        assertThatThrownBy(() -> days.after(LocalDate.parse("2026-12-30"), 5))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("calendar.day.unknown"));
    }
}
