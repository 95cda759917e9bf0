package org.cabildo.identity;

import java.util.Set;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;

/**
 * A tenant a person works in, with the roles they have there.
 *
 * @param name of the tenant
 * @param slug its address
 * @param onBehalfOf name of the tenant they speak for: the same one, or the consortium's member they belong to
 * @param onBehalfOfId that tenant's id
 */
public record Place(
        TenantId tenant,
        TenantKind kind,
        String name,
        String slug,
        Set<Role> roles,
        TenantId onBehalfOfId,
        String onBehalfOf) {

    public Place {
        roles = Set.copyOf(roles);
    }
}
