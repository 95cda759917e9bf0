package org.cabildo.worker;

import org.cabildo.host.HostWatch;
import org.springframework.stereotype.Component;

/** Looks at each proven host that is due, one after another. */
@Component
class HostRounds {

    private final HostWatch watch;
    private final WorkerSettings settings;
    private final Outage database;
    private final Hours hours;

    HostRounds(HostWatch watch, WorkerSettings settings, Outage database, Hours hours) {
        this.watch = watch;
        this.settings = settings;
        this.database = database;
        this.hours = hours;
    }

    /** Goes round until the shift ends. */
    void goRound() {
        hours.goRound(settings.hostRound(), database, () -> hours.workAll(watch::lookAtOne));
    }
}
