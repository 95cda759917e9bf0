package org.cabildo.worker;

import org.cabildo.benchmarking.FigureDays;
import org.springframework.stereotype.Component;

/** Keeps the day's figures, also of tenants where nothing happens: lateness and silence grow with the days alone. */
@Component
class FigureRounds {

    private final FigureDays days;
    private final WorkerSettings settings;
    private final Outage database;
    private final Hours hours;

    FigureRounds(FigureDays days, WorkerSettings settings, Outage database, Hours hours) {
        this.days = days;
        this.settings = settings;
        this.database = database;
        this.hours = hours;
    }

    /** Goes round until the shift ends. */
    void goRound() {
        hours.goRound(settings.figureRound(), database, days::keepToday);
    }
}
