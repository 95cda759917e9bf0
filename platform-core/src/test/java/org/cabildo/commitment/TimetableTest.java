package org.cabildo.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.cabildo.commitment.published.Timetable;
import org.cabildo.commitment.published.Timetable.Step;
import org.cabildo.kernel.Period;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final Period FIRST = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 25));
    private static final Period LAST = new Period(LocalDate.of(2026, 1, 26), LocalDate.of(2026, 4, 10)); // of 100 days

    @Test
    void eachLiesWhereItsDaysAre() {
        var table = Timetable.of(List.of(new Step(LAST, 40), new Step(FIRST, 100)), LocalDate.of(2026, 2, 20));

        assertThat(table.whole()).isEqualTo(new Period(FIRST.start(), LAST.end()));
        assertThat(table.bars()).containsExactly(new Timetable.Bar(25, 75, 30), new Timetable.Bar(0, 25, 25));
        assertThat(table.today().orElseThrow()).isCloseTo(50.5, within(0.001));
    }

    @Test
    void todayIsNoPartOfWhatIsOverOrYetToCome() {
        var steps = List.of(new Step(FIRST, 0));

        assertThat(Timetable.of(steps, FIRST.start().minusDays(1)).today()).isEmpty();
        assertThat(Timetable.of(steps, FIRST.end().plusDays(1)).today()).isEmpty();
        assertThat(Timetable.of(steps, FIRST.end()).today()).hasValue(98);
    }

    @Test
    void oneDayIsTheWhole() {
        var day = new Period(FIRST.start(), FIRST.start());

        assertThat(Timetable.of(List.of(new Step(day, 50)), day.start()).bars())
                .containsExactly(new Timetable.Bar(0, 100, 50));
    }
}
