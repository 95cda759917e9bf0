package org.cabildo.tenancy;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as the directory shows it.
 *
 * @param slug its short address, unique over all tenants
 * @param host a host of its own, if it has proven one
 * @param governmentCode CUT code of the comuna or of the region; null for a consortium
 * @param zone the time zone its dates are shown in
 * @param synthetic whether its content is invented and must be shown as such
 * @param schemaVersion number of changesets its schema has
 * @param active false while it is suspended
 */
public record Tenant(
        TenantId id,
        TenantKind kind,
        String name,
        String slug,
        @Nullable String host,
        @Nullable String governmentCode,
        @Nullable String regionCode,
        ZoneId zone,
        boolean synthetic,
        int schemaVersion,
        boolean active) {

    /** Whether its schema is the one this code was written for; if not, it waits for a migration. */
    public boolean isInStep() {
        return schemaVersion == TenantSchema.VERSION;
    }
}
