package org.cabildo.worker;

import org.cabildo.ledger.LedgerChecks;
import org.cabildo.ledger.OwedActs;
import org.springframework.stereotype.Component;

/** Carries over what tenants' ledgers are owed, and looks at those that are due: one after another, never in haste. */
@Component
class LedgerRounds {

    private final OwedActs owed;
    private final LedgerChecks checks;
    private final WorkerSettings settings;
    private final Outage database;
    private final Hours hours;

    LedgerRounds(OwedActs owed, LedgerChecks checks, WorkerSettings settings, Outage database, Hours hours) {
        this.owed = owed;
        this.checks = checks;
        this.settings = settings;
        this.database = database;
        this.hours = hours;
    }

    /** Goes round until the shift ends. */
    void goRound() {
        hours.goRoundRested(settings.ledgerRound(), database, this::round);
    }

    private void round() {
        carryAll();
        hours.workAll(() -> {
            boolean looked = checks.lookAtOne();
            carryAll();
            return looked;
        });
    }

    private void carryAll() {
        hours.workAll(() -> owed.carry() > 0);
    }
}
