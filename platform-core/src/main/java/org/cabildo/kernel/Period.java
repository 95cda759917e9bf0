package org.cabildo.kernel;

import java.time.LocalDate;

/**
 * Days from a start to an end, both included; legal dates without a time zone.
 *
 * @param start first day
 * @param end last day, not before the first
 */
public record Period(LocalDate start, LocalDate end) {

    public Period {
        if (end.isBefore(start)) {
            throw new Refused(
                    "period.backwards", "It must end on or after %s but was %s.".formatted(start, end), start, end);
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    /** Whether the other period lies wholly within this one. */
    public boolean covers(Period other) {
        return contains(other.start) && contains(other.end);
    }
}
