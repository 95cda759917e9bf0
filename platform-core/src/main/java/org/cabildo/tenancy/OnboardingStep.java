package org.cabildo.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a room adds while a tenant is made, in the one transaction that makes it: its default rows, the first
 * administrator. The connection is the provisioning login's; unqualified names lead to the new tenant's schema first,
 * then to the platform's.
 */
public interface OnboardingStep {

    /** Adds the room's share. Whatever it throws undoes the whole tenant. */
    void apply(Connection connection, Onboarded onboarded) throws SQLException;

    /**
     * The tenant being made.
     *
     * @param host the host of its own that was asked for
     * @param administrator e-mail of its first administrator, if one was named
     * @param pillarTemplate the pillar set it starts with
     * @param members of a consortium
     */
    record Onboarded(
            TenantId id,
            TenantKind kind,
            String name,
            ZoneId zone,
            @Nullable String host,
            @Nullable String administrator,
            @Nullable String pillarTemplate,
            List<TenantId> members) {}
}
