package org.cabildo.commitment.published;

import java.time.LocalDate;

/** How a promise stands on a day: it follows from dates and progress, nobody sets it. */
public enum Status {
    NOT_STARTED,
    IN_PROGRESS,
    LATE,
    COMPLETED,
    WITHDRAWN;

    /**
     * The status on a day.
     *
     * @param progress in percent, 0 to 100
     * @param today in the tenant's time zone
     */
    public static Status on(LocalDate today, LocalDate starts, LocalDate ends, int progress, boolean withdrawn) {
        if (withdrawn) {
            return WITHDRAWN;
        }
        if (progress == 100) {
            return COMPLETED;
        }
        if (today.isAfter(ends)) {
            return LATE;
        }
        return today.isBefore(starts) && progress == 0 ? NOT_STARTED : IN_PROGRESS;
    }
}
