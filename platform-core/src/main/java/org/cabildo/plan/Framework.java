package org.cabildo.plan;

/** Under whose rules a plan is made. */
public enum Framework {
    OGP_NATIONAL,
    OGP_LOCAL,
    CONSORTIUM,
    OWN,
    INTERNAL,
    MUNICIPAL_MODEL
}
