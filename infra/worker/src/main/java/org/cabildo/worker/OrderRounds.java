package org.cabildo.worker;

import java.util.concurrent.atomic.LongAdder;
import org.cabildo.tenancy.Provisioning;
import org.springframework.stereotype.Component;

/** Works orders until none waits, then rests until a hint or the next round. */
@Component
class OrderRounds {

    private final Provisioning provisioning;
    private final WorkerSettings settings;
    private final Outage database;
    private final Hours hours;
    private final Hours.Bell bell;
    private final LongAdder everWorked = new LongAdder();

    OrderRounds(Provisioning provisioning, WorkerSettings settings, Outage database, Hours hours) {
        this.provisioning = provisioning;
        this.settings = settings;
        this.database = database;
        this.hours = hours;
        this.bell = hours.new Bell();
    }

    /** How many orders were worked since the start, well or not. */
    long everWorked() {
        return everWorked.sum();
    }

    /** Somebody wrote an order. */
    void hint() {
        bell.ring();
    }

    /** Goes round until the shift ends; an order in hand is finished first. */
    void goRound() {
        bell.goRound(settings.orderRound(), database, () -> hours.workAll(this::workOne));
    }

    private boolean workOne() {
        boolean worked = provisioning.workOne();
        if (worked) {
            everWorked.increment();
        }
        return worked;
    }
}
