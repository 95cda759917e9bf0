package org.cabildo.identity;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.cabildo.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was asked by mail to work in a tenant.
 *
 * @param email the address the letter went to
 * @param name as whoever invited them wrote it
 * @param language of the letter
 * @param invitedBy null: the national coordination, while the tenant was made
 * @param granted whether the roles were given in advance to whoever has the address
 * @param expiresAt from then on the link no longer works
 * @param usedBy who accepted
 */
public record Invitation(
        InvitationId id,
        TenantId tenant,
        String tenantName,
        String slug,
        ZoneId zone,
        String email,
        String name,
        Set<Role> roles,
        Locale language,
        @Nullable String invitedBy,
        boolean granted,
        Instant madeAt,
        Instant expiresAt,
        State state,
        @Nullable PersonId usedBy) {

    /** What has become of it. */
    public enum State {
        /** Its link works. */
        OPEN,
        /** Nobody accepted in time. */
        EXPIRED,
        /** Somebody accepted. */
        USED,
        /** An administrator took it back. */
        WITHDRAWN,
        /** It was sent again: a newer letter has the link that works. */
        REPLACED
    }

    public Invitation {
        roles = Set.copyOf(roles);
    }

    /** Whether this person accepted it. */
    public boolean wasUsedBy(PersonId person) {
        return person.equals(usedBy);
    }
}
