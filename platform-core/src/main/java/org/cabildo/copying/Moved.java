package org.cabildo.copying;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.cabildo.kernel.Period;
import org.jspecify.annotations.Nullable;

/**
 * The days of a commitment moved to another plan: as long as they were, counted in months as people do, and cut where
 * the plan ends.
 *
 * @param then the days of the commitment that is copied
 * @param from the first day here
 * @param whole the days of the copy
 */
record Moved(Period then, LocalDate from, Period whole) {

    /**
     * Moves days into a plan, to its first day; to today where it has begun, or has no days yet.
     *
     * @param plan null while its days are not known: nothing is cut
     * @param today in the time zone of the plan's tenant
     */
    static Moved into(@Nullable Period plan, Period then, LocalDate today) {
        var from = plan == null || plan.contains(today) ? today : plan.start();
        var whole = moved(then, then, from);
        return new Moved(
                then, from, plan == null ? whole : new Period(whole.start(), earlier(whole.end(), plan.end())));
    }

    /** The days of a step. What would begin after the end is moved back, so that it ends with the whole. */
    Period of(Period step) {
        var there = moved(step, then, from);
        long days = ChronoUnit.DAYS.between(there.start(), there.end());
        if (there.start().isAfter(whole.end())) {
            return new Period(later(whole.start(), whole.end().minusDays(days)), whole.end());
        }
        if (there.end().isBefore(whole.start())) {
            return new Period(whole.start(), earlier(whole.end(), whole.start().plusDays(days)));
        }
        return new Period(later(there.start(), whole.start()), earlier(there.end(), whole.end()));
    }

    /** Whether these days are not only moved but cut, or moved otherwise than the whole. */
    boolean cuts(Period step) {
        return !of(step).equals(moved(step, then, from));
    }

    /** The day after the end is moved too, so that whole months stay whole months. */
    private static Period moved(Period step, Period then, LocalDate from) {
        var way = java.time.Period.between(then.start(), from);
        var start = step.start().equals(then.start()) ? from : step.start().plus(way); // months backwards lose days
        return new Period(start, later(start, step.end().plusDays(1).plus(way).minusDays(1)));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
