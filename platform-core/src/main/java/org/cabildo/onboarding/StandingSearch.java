package org.cabildo.onboarding;

import org.cabildo.calendar.GovernmentSearch;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the national list.
 *
 * @param government whom: words, region, kind, class, real or invented
 * @param state where it stands; null means any, as an empty field on screen does
 * @param stage what it has reached; null means any
 */
public record StandingSearch(
        GovernmentSearch government,
        Standing.@Nullable State state,
        @Nullable Stage stage) {

    /** Whatever they have reached. */
    public StandingSearch(GovernmentSearch government, Standing.@Nullable State state) {
        this(government, state, null);
    }

    /** The 361 real governments. */
    public static final StandingSearch ALL = new StandingSearch(GovernmentSearch.ALL, null);
}
