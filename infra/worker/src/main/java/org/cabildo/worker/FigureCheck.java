package org.cabildo.worker;

import java.io.PrintStream;
import org.cabildo.benchmarking.FigureDays;
import org.cabildo.benchmarking.Recount;
import org.cabildo.commitment.CommitmentFigures;
import org.cabildo.commitment.PublishedFigures;
import org.cabildo.tenancy.EventDelivery;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts every tenant's figures anew from its published rows, one tenant after another, and says what differed. */
@Component
class FigureCheck {

    private static final Logger LOG = LoggerFactory.getLogger(FigureCheck.class);
    private final Tenants tenants;
    private final EventDelivery delivery;
    private final PublishedFigures published;
    private final Recount recount;
    private final FigureDays days;

    FigureCheck(Tenants tenants, EventDelivery delivery, PublishedFigures published, Recount recount, FigureDays days) {
        this.tenants = tenants;
        this.delivery = delivery;
        this.published = published;
        this.recount = recount;
        this.days = days;
    }

    /** Counts all of them. @return whether everything was kept as it was counted */
    boolean run(PrintStream out) {
        int counted = 0;
        int skipped = 0;
        int wrong = 0;
        for (var tenant : tenants.all()) {
            if (!tenant.active() || !tenant.isInStep()) {
                skipped++;
            } else {
                counted++;
                wrong += isRight(tenant, out) ? 0 : 1;
            }
        }
        var differences = days.keepToday();
        differences.forEach(one -> out.println("%s: %s of today was kept as %s, counted %s; mended"
                .formatted(one.slug(), one.indicator(), one.kept(), one.counted())));
        out.println("%d tenants counted, %d differed; %d of today's figures differed; %d tenants out of service skipped"
                .formatted(counted, wrong, differences.size(), skipped));
        return wrong == 0 && differences.isEmpty();
    }

    private boolean isRight(Tenant tenant, PrintStream out) {
        try {
            return switch (recount.of(tenant.id(), () -> count(tenant.id()))) {
                case SAME -> true;
                case MENDED -> {
                    out.println("%s: what was kept is not what is published; mended".formatted(tenant.slug()));
                    yield false;
                }
                case OVERTAKEN -> {
                    out.println("%s: told news each time it was counted; count again".formatted(tenant.slug()));
                    yield false;
                }
            };
        } catch (RuntimeException e) {
            LOG.warn("The figures of {} could not be counted", tenant.slug(), e);
            out.println("%s: could not be counted: %s".formatted(tenant.slug(), e.getMessage()));
            return false;
        }
    }

    private CommitmentFigures count(TenantId tenant) {
        delivery.deliver(tenant);
        return TenantScope.in(tenant, published::now);
    }
}
