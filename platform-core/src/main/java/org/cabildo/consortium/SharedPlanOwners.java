package org.cabildo.consortium;

import java.util.List;
import org.cabildo.consortium.published.Membership;
import org.cabildo.plan.PlanOwners;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** A consortium's plans are its members': they end within the term of each. */
@Component
class SharedPlanOwners implements PlanOwners {

    private final Membership membership;
    private final Tenants tenants;

    SharedPlanOwners(Membership membership, Tenants tenants) {
        this.membership = membership;
        this.tenants = tenants;
    }

    @Override
    public List<Owner> now() {
        var tenant = tenants.require(TenantScope.tenant());
        return tenant.kind() != TenantKind.CONSORTIUM
                ? List.of(new Owner(tenant.name(), tenant.kind()))
                : membership.membersOf(tenant.id()).stream()
                        .map(member -> tenants.require(member.id()))
                        .map(member -> new Owner(member.name(), member.kind()))
                        .toList();
    }
}
