package org.cabildo.admin.frame;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** The tenant of the tab that is being served, and its day. */
@Component
public class Here {

    private final Tenants tenants;
    private final Clock clock;

    Here(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The tenant whose rows this tab touches. */
    public Tenant tenant() {
        return tenants.require(TenantScope.tenant());
    }

    /** Today, where the tenant is. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(zone()));
    }

    /** The time zone the tenant's dates are shown in. */
    public ZoneId zone() {
        return tenant().zone();
    }

    /** The address of a page of this tenant. */
    public String path(String rest) {
        return "t/" + tenant().slug() + (rest.isEmpty() ? "" : "/" + rest);
    }
}
