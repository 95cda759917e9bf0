package org.cabildo.onboarding;

import org.cabildo.calendar.GovernmentSearch;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the national list.
 *
 * @param government whom: words, region, kind, class, real or invented
 * @param state where it stands; null means any, as an empty field on screen does
 */
public record StandingSearch(GovernmentSearch government, Standing.@Nullable State state) {

    /** The 361 real governments. */
    public static final StandingSearch ALL = new StandingSearch(GovernmentSearch.ALL, null);
}
