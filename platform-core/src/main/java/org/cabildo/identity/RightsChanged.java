package org.cabildo.identity;

import java.util.Set;
import org.cabildo.tenancy.TenantId;

/**
 * What a person may do in a tenant was changed. Told in the platform's transaction of the act itself, so that whoever must
 * agree can refuse it or keep it.
 *
 * @param whom who may do something else now
 * @param name of that person, for whoever keeps it apart
 * @param before the roles until now; none: they did not work there
 * @param after the roles from now on; none: they do not work there any more
 */
public record RightsChanged(
        TenantId tenant, Change change, PersonId whom, String name, Set<Role> before, Set<Role> after) {

    /** How it came about. */
    public enum Change {
        /** An administrator gave roles to somebody who had none. */
        GIVEN,
        /** An administrator gave other roles. */
        CHANGED,
        /** All roles were taken away. */
        REMOVED,
        /** The person accepted an invitation. */
        ACCEPTED
    }

    public RightsChanged {
        before = Set.copyOf(before);
        after = Set.copyOf(after);
    }
}
