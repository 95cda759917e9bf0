package org.cabildo.plan;

/** What takes a plan from one stage to another, or is noted within one. */
public enum PlanStep {
    DIAGNOSE,
    COCREATE,
    CONSULT,
    /** Goes back a stage. */
    RETURN,
    /** The first version is published. */
    APPROVE,
    /** A later version is published. */
    AMEND,
    SUBMIT,
    START,
    /** A mid-term report or refresh. */
    REVIEW,
    CLOSE,
    REOPEN,
    EVALUATE,
    ABANDON,
    RESUME
}
