package org.cabildo.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.cabildo.kernel.Period;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class HolidaysTest {

    @Autowired
    FreshTenants migrated;

    @Autowired
    Holidays holidays;

    @Autowired
    Governments governments;

    @ParameterizedTest
    @CsvSource({
        "2026-09-10, 20, 2026-10-09",
        "2026-09-10, 30, 2026-10-26",
        "2026-03-31, 20, 2026-04-29",
        "2025-12-15, 20, 2026-01-14",
        "2026-06-26, 20, 2026-07-28",
        "2026-05-29, 5, 2026-06-05",
        "2026-08-10, 20, 2026-09-07"
    })
    void countsTheBusinessDaysOfTheNation(LocalDate notified, int days, LocalDate last) {
        assertThat(holidays.nationalBusinessDays().after(notified, days)).isEqualTo(last);
    }

    @Test
    void chillanKeepsItsOwnHolidayAndSoDoesTheGovernmentThatSitsThere() {
        var notified = LocalDate.parse("2026-08-10");

        assertThat(after(notified, "16101")).isEqualTo("2026-09-08");
        assertThat(after(notified, "16103")).isEqualTo("2026-09-08");
        assertThat(after(notified, "16")).isEqualTo("2026-09-08");
        assertThat(after(notified, "13128")).isEqualTo("2026-09-07");
    }

    @Test
    void aricaKeepsTheHolidayOfItsRegion() {
        var sevenOfJune = new Period(LocalDate.parse("2027-06-07"), LocalDate.parse("2027-06-07"));

        assertThat(holidays.keptBy(governments.require("15101"), sevenOfJune)).hasSize(1);
        assertThat(holidays.keptBy(governments.require("15"), sevenOfJune)).hasSize(1);
        assertThat(holidays.keptBy(governments.require("13128"), sevenOfJune)).isEmpty();
    }

    @Test
    void knowsTheHolidaysOfElevenYears() {
        assertThat(holidays.known())
                .isEqualTo(new Period(LocalDate.parse("2020-01-01"), LocalDate.parse("2030-12-31")));
    }

    private LocalDate after(LocalDate notified, String code) {
        return holidays.businessDays(governments.require(code)).after(notified, 20);
    }
}
