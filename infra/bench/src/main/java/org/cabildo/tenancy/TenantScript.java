package org.cabildo.tenancy;

import org.jspecify.annotations.NullMarked;

/** Lends the measurements the very script that onboarding replays. */
@NullMarked
public final class TenantScript {

    /** The tenant changelog as Liquibase finds it. */
    public static final String CHANGELOG = TenantSchema.CHANGELOG;

    private TenantScript() {}

    /** The SQL that fills an empty tenant schema, to the byte. */
    public static String whole() {
        return new TenantChangelog().scriptFrom(0);
    }
}
