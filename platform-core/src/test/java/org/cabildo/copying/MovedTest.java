package org.cabildo.copying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.cabildo.kernel.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class MovedTest {

    private static final Logger LOG = LoggerFactory.getLogger(MovedTest.class);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final Period THEN = days("2022-01-01", "2023-12-31");

    @ParameterizedTest
    @CsvSource({
        "2022-01-01, 2022-06-30, 2028-01-01, 2028-06-30", // half a year stays half a year, whatever its days
        "2022-02-01, 2022-02-28, 2028-02-01, 2028-02-29",
        "2023-12-01, 2023-12-31, 2029-12-01, 2029-12-31",
        "2022-03-15, 2022-03-15, 2028-03-15, 2028-03-15"
    })
    void aStepKeepsItsLengthInMonths(String start, String end, String first, String last) {
        var moved = Moved.into(days("2028-01-01", "2029-12-31"), THEN, TODAY);

        assertThat(moved.whole()).isEqualTo(days("2028-01-01", "2029-12-31"));
        assertThat(moved.of(days(start, end))).isEqualTo(days(first, last));
        assertThat(moved.cuts(days(start, end))).isFalse();
    }

    @Test
    void whatIsLongerThanThePlanIsCutAndWhatWouldBeginAfterItEndsWithIt() {
        var moved = Moved.into(days("2028-01-01", "2028-12-31"), THEN, TODAY);

        assertThat(moved.whole()).isEqualTo(days("2028-01-01", "2028-12-31"));
        assertThat(moved.cuts(THEN)).isTrue();
        assertThat(moved.of(days("2022-07-01", "2023-06-30"))).isEqualTo(days("2028-07-01", "2028-12-31"));
        assertThat(moved.of(days("2023-03-01", "2023-03-31"))).isEqualTo(days("2028-12-01", "2028-12-31"));
        assertThat(moved.of(days("2023-01-01", "2024-12-31"))).isEqualTo(days("2028-01-01", "2028-12-31"));
        assertThat(moved.cuts(days("2023-03-01", "2023-03-31"))).isTrue();
    }

    @Test
    void aPlanThatHasBegunTakesItFromToday() {
        var moved = Moved.into(days("2026-01-01", "2027-12-31"), THEN, TODAY);

        assertThat(moved.whole()).isEqualTo(days("2026-11-29", "2027-12-31"));
        assertThat(moved.of(days("2022-01-01", "2022-06-30"))).isEqualTo(days("2026-11-29", "2027-05-28"));
    }

    @Test
    void aPlanWithoutDaysTakesItFromTodayAndCutsNothing() {
        var moved = Moved.into(null, THEN, TODAY);

        assertThat(moved.whole()).isEqualTo(days("2026-11-29", "2028-11-28"));
        assertThat(moved.cuts(THEN)).isFalse();
    }

    @Test
    void whatWasLaterThanThePlanBeginsWithIt() {
        var later = days("2031-03-31", "2032-03-30");
        var moved = Moved.into(days("2028-02-28", "2029-12-31"), later, TODAY);

        assertThat(moved.whole())
                .isEqualTo(new Period(LocalDate.of(2028, 2, 28), moved.whole().end()));
        assertThat(moved.of(later)).isEqualTo(moved.whole());
    }

    @Test
    void whatLayOutsideTheCommitmentLiesWithinTheCopy() {
        var moved = Moved.into(days("2028-01-01", "2029-12-31"), THEN, TODAY);

        assertThat(moved.of(days("2021-11-01", "2022-02-28"))).isEqualTo(days("2028-01-01", "2028-02-29"));
        assertThat(moved.of(days("2021-01-01", "2021-01-31"))).isEqualTo(days("2028-01-01", "2028-01-31"));
    }

    @Test
    void everyStepOfEveryCommitmentLiesWithinEveryPlan() {
        long seed = Long.getLong("cabildo.seed", System.nanoTime());
        LOG.info("Days are drawn with the seed {}; -Dcabildo.seed={} draws them again", seed, seed);
        var lot = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            var plan = drawn(lot);
            var today = plan.start().plusDays(lot.nextInt(-900, 900));
            var moved = Moved.into(plan, drawn(lot), today);

            var step = moved.of(drawn(lot));

            assertThat(plan.covers(moved.whole())).isTrue();
            assertThat(moved.whole().covers(step)).isTrue();
        }
    }

    private static Period drawn(Random lot) {
        var start = LocalDate.of(2020, 1, 1).plusDays(lot.nextInt(4_000));
        return new Period(start, start.plusDays(lot.nextInt(1_500)));
    }

    private static Period days(String start, String end) {
        return new Period(LocalDate.parse(start), LocalDate.parse(end));
    }
}
