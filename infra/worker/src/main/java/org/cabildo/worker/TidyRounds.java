package org.cabildo.worker;

import org.cabildo.begun.BegunWork;
import org.cabildo.file.UnusedFiles;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Goes through all tenants and forgets the files that were put in and never used, and what was begun and left alone. */
@Component
class TidyRounds {

    private static final Logger LOG = LoggerFactory.getLogger(TidyRounds.class);
    private final Tenants tenants;
    private final UnusedFiles files;
    private final BegunWork begun;
    private final WorkerSettings settings;
    private final Outage database;
    private final Hours hours;

    TidyRounds(
            Tenants tenants,
            UnusedFiles files,
            BegunWork begun,
            WorkerSettings settings,
            Outage database,
            Hours hours) {
        this.tenants = tenants;
        this.files = files;
        this.begun = begun;
        this.settings = settings;
        this.database = database;
        this.hours = hours;
    }

    /** Goes round until the shift ends. */
    void goRound() {
        hours.goRoundRested(settings.tidyRound(), database, this::tidyAll);
    }

    void tidyAll() {
        for (var tenant : tenants.all()) {
            if (!hours.goOn()) {
                return;
            }
            if (tenant.active() && tenant.isInStep()) {
                tidy(tenant);
            }
        }
    }

    /** A tenant whose storage does not answer keeps nobody else from being tidied. */
    private void tidy(Tenant tenant) {
        try {
            TenantScope.in(tenant.id(), begun::forgetOld);
            int forgotten = TenantScope.in(tenant.id(), files::forget);
            if (forgotten > 0) {
                LOG.info("{} unused files of {} were forgotten", forgotten, tenant.slug());
            }
        } catch (RuntimeException e) {
            LOG.warn("What {} does not use could not be forgotten; the next round tries again", tenant.slug(), e);
        }
    }
}
