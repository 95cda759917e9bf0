package org.cabildo.ledger;

/** What can be done that the trail keeps. The names are part of the public format: none is ever changed or reused. */
public enum Act {
    /** A proposed version of a plan was approved on behalf of somebody. */
    PLAN_APPROVED,
    /** A version of a plan became what the public reads. */
    PLAN_PUBLISHED,
    /** A published plan was changed, with a reason. */
    PLAN_AMENDED,
    /** A plan came from one stage of its life to another. */
    PLAN_STEPPED,
    /** A milestone moved forward, with evidence. */
    PROGRESS_REPORTED,
    /** Progress that was reported too high was lowered, with a reason. */
    PROGRESS_CORRECTED,
    /** A fact of membership was stated in public. */
    FACT_STATED,
    /** A fact of membership was taken back. */
    FACT_WITHDRAWN,
    /** The look of the portal was published. */
    APPEARANCE_PUBLISHED
}
