package org.cabildo.copying;

import java.util.UUID;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.kernel.Refused;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Reads a commitment where it was published, as the public reads it there. Never within a tenant's transaction. */
@Component
class Originals {

    private static final Logger LOG = LoggerFactory.getLogger(Originals.class);
    private final Tenants tenants;
    private final PublishedPlans plans;
    private final PublishedCommitments commitments;

    Originals(Tenants tenants, PublishedPlans plans, PublishedCommitments commitments) {
        this.tenants = tenants;
        this.plans = plans;
        this.commitments = commitments;
    }

    /** A commitment of the version in force, and who promised it. */
    record Original(Tenant tenant, PublishedPlans.Version version, PublishedCommitments.Page promise) {}

    /**
     * The commitment as it is published now.
     *
     * @throws Refused if it is offered no more, or its institution cannot be read now
     */
    Original read(Offers.Place place) {
        var tenant = tenants.require(place.tenant());
        if (!place.offered() || !tenant.active()) {
            throw gone();
        }
        if (!tenant.isInStep()) {
            throw away(tenant);
        }
        try {
            return TenantScope.in(tenant.id(), () -> published(tenant, place));
        } catch (DataAccessException e) {
            LOG.warn("A commitment to copy could not be read where it was published: {}", e.getMessage());
            throw away(tenant);
        }
    }

    private Original published(Tenant tenant, Offers.Place place) {
        var version = plans.current(place.plan()).orElseThrow(Originals::gone);
        return commitments
                .page(place.plan(), place.number(), version.start()) // the day says how it stands, which is not copied
                .filter(page -> page.withdrawn() == null && isSame(page.id(), place))
                .map(page -> new Original(tenant, version, page))
                .orElseThrow(Originals::gone);
    }

    private static boolean isSame(UUID read, Offers.Place place) {
        return read.equals(place.id());
    }

    private static Refused gone() {
        return new Refused(
                "copy.gone",
                "This commitment is offered no more: it was withdrawn, or its institution publishes nothing now.");
    }

    private static Refused away(Tenant tenant) {
        return new Refused(
                "copy.away",
                "What %s published cannot be read just now. Try again in a few minutes.".formatted(tenant.name()),
                tenant.name());
    }
}
