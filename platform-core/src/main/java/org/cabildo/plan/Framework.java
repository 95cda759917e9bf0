package org.cabildo.plan;

/** Under whose rules a plan is made. */
public enum Framework {
    OGP_NATIONAL,
    OGP_LOCAL,
    CONSORTIUM,
    OWN,
    INTERNAL,
    MUNICIPAL_MODEL;

    /** Whether its plans go to the Open Government Partnership, which gives their commitments codes. */
    public boolean isOfOgp() {
        return this == OGP_NATIONAL || this == OGP_LOCAL || this == CONSORTIUM;
    }
}
