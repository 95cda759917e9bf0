package org.cabildo.plan;

/** How far a plan has come. Not every framework has all of them. */
public enum PlanStage {
    PREPARATION,
    /** The municipality finds out where it stands, by the municipal model. */
    DIAGNOSIS,
    COCREATION,
    /** The public comments on the draft. */
    CONSULTATION,
    /** A version is approved and public. */
    APPROVED,
    /** Handed in to OGP. */
    SUBMITTED,
    IN_FORCE,
    CLOSED,
    EVALUATED,
    ABANDONED
}
