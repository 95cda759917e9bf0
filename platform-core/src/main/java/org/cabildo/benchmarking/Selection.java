package org.cabildo.benchmarking;

import java.util.Set;
import java.util.UUID;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;

/**
 * Peers that somebody chose and named.
 *
 * @param kind all members are of it
 * @param synthetic whether all members are invented
 */
public record Selection(Peers.SelectionId id, String name, TenantKind kind, boolean synthetic, Set<TenantId> members) {

    /** What stands where nothing was chosen. */
    public static final Selection NONE =
            new Selection(new Peers.SelectionId(new UUID(0, 0)), "", TenantKind.MUNICIPALITY, false, Set.of());
}
