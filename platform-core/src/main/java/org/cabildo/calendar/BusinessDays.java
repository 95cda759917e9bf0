package org.cabildo.calendar;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;

/**
 * Counts the business days of the administration (<i>días hábiles administrativos</i>): Monday to Friday, no holiday.
 *
 * <p>Get one from {@link Holidays}; a tenant's own closed days are added with {@link #withClosed}.
 */
public final class BusinessDays {

    private final Set<LocalDate> closed;
    private final Period known;

    /**
     * @param closed holidays within the known period; days at the weekend do no harm
     * @param known the days whose holidays are known
     */
    BusinessDays(Collection<LocalDate> closed, Period known) {
        this.closed = Set.copyOf(closed);
        this.known = known;
    }

    /** The same calendar, closed on these days too. */
    public BusinessDays withClosed(Collection<LocalDate> days) {
        return new BusinessDays(Stream.concat(closed.stream(), days.stream()).collect(toUnmodifiableSet()), known);
    }

    /**
     * Whether the administration works on this day.
     *
     * @throws Refused if the holidays of that year are not known
     */
    public boolean isBusinessDay(LocalDate day) {
        if (!known.contains(day)) {
            throw new Refused(
                    "calendar.day.unknown",
                    "Holidays are known from %s to %s; business days cannot be counted up to %s."
                            .formatted(known.start(), known.end(), day),
                    known.start(),
                    known.end(),
                    day);
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !closed.contains(day);
    }

    /**
     * The last day of a term counted in business days.
     *
     * @param notified the day of the notification; counting begins on the day after
     * @param days length of the term in business days; with 0 it ends on the day itself or the next business day
     * @throws Refused if the term reaches a year whose holidays are not known
     */
    public LocalDate after(LocalDate notified, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("A term cannot last %d days".formatted(days));
        }
        if (days == 0) {
            return onOrAfter(notified);
        }
        var day = notified;
        for (int counted = 0; counted < days; counted++) {
            day = onOrAfter(day.plusDays(1));
        }
        return day;
    }

    /** This day if it is a business day, otherwise the next one: where a term in calendar days ends. */
    public LocalDate onOrAfter(LocalDate day) {
        var candidate = day;
        while (!isBusinessDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }
}
