package org.cabildo.portal.page;

import org.cabildo.tenancy.PublishedState;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Component;

/** The number of what a tenant has published, always read anew: one row, shared by all who ask at the same moment. */
@Component
class Published {

    private final PublishedState state;
    private final Coalesced<TenantId, Long> readings = new Coalesced<>();

    Published(PublishedState state) {
        this.state = state;
    }

    long versionOf(TenantId tenant) {
        return readings.ask(tenant, () -> TenantScope.in(tenant, state::version));
    }
}
