package org.cabildo.plan.published;

/** What a strategic vision speaks of, in the order of OGP Local's template. */
public enum VisionPart {
    LONG_TERM,
    ACHIEVEMENTS,
    CHALLENGES,
    GOALS,
    CONTRIBUTION,
    ARRANGEMENTS,
    SPACES,
    INCLUSION
}
