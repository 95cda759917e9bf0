package org.cabildo.plan;

/** A version of a plan waits for approval; told in the transaction in which it was proposed. */
public record PlanProposed(PlanId plan, PlanVersionId version) {}
