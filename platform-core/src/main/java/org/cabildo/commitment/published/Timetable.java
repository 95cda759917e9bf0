package org.cabildo.commitment.published;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.cabildo.kernel.Period;

/**
 * Milestones side by side in time.
 *
 * @param whole from the first day of any to the last
 * @param bars in the order of the milestones
 * @param today how far into the whole a day is, in percent; empty outside of it
 */
public record Timetable(Period whole, List<Bar> bars, OptionalDouble today) {

    /**
     * A milestone.
     *
     * @param progress in percent
     */
    public record Step(Period period, int progress) {}

    /**
     * Where a milestone lies in the whole, in percent of its length.
     *
     * @param done how long the part is that its progress makes
     */
    public record Bar(double from, double length, double done) {}

    /**
     * Sets milestones side by side.
     *
     * @param steps one at least
     * @param today in the tenant's time zone
     */
    public static Timetable of(List<Step> steps, LocalDate today) {
        var first = steps.stream()
                .map(step -> step.period().start())
                .min(LocalDate::compareTo)
                .orElseThrow();
        var last = steps.stream()
                .map(step -> step.period().end())
                .max(LocalDate::compareTo)
                .orElseThrow();
        var whole = new Period(first, last);
        double days = days(first, last) + 1;
        var bars = steps.stream()
                .map(step -> {
                    double length =
                            100 * (days(step.period().start(), step.period().end()) + 1) / days;
                    return new Bar(
                            100 * days(first, step.period().start()) / days, length, length * step.progress() / 100);
                })
                .toList();
        var now = whole.start().isAfter(today) || whole.end().isBefore(today)
                ? OptionalDouble.empty()
                : OptionalDouble.of(100 * (days(first, today) + 0.5) / days);
        return new Timetable(whole, bars, now);
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** A percentage as drawings write it, with two decimals. */
    public static String drawn(double percent) {
        return String.format(Locale.ROOT, "%.2f", percent);
    }
}
