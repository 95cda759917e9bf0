package org.cabildo.copying;

import org.cabildo.tenancy.TenantKind;
import org.jspecify.annotations.Nullable;

/**
 * A commitment that can be copied.
 *
 * @param key names it: OGP's code for one of the library, the id for a published one
 * @param institution whose it is
 * @param plan title of the plan; empty where only the institution knows it
 * @param code given by OGP, or the number within its plan
 * @param region name of the institution's region; null: it has none
 * @param kind of the institution; null for the library
 */
public record Offer(
        From from,
        String key,
        String title,
        String institution,
        String plan,
        String code,
        @Nullable String region,
        @Nullable TenantKind kind) {}
