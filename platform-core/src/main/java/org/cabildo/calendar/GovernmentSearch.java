package org.cabildo.calendar;

import org.cabildo.tenancy.TenantKind;
import org.jspecify.annotations.Nullable;

/**
 * What to look for among the governments. Null means any, as an empty field on screen does.
 *
 * @param text words of the name, the code or the region, in any order; accents and case do not matter
 * @param regionCode two digits
 * @param kind municipality or regional government
 * @param pndr how rural
 * @param fictional look among the invented governments instead of the real ones
 */
public record GovernmentSearch(
        String text,
        @Nullable String regionCode,
        @Nullable TenantKind kind,
        @Nullable PndrClass pndr,
        boolean fictional) {

    /** The 361 real governments. */
    public static final GovernmentSearch ALL = new GovernmentSearch("", null, null, null, false);

    /** The same search with other words. */
    public GovernmentSearch withText(String words) {
        return new GovernmentSearch(words, regionCode, kind, pndr, fictional);
    }
}
