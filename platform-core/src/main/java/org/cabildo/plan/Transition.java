package org.cabildo.plan;

import org.cabildo.identity.Role;

/**
 * A step that a framework knows from a stage.
 *
 * @param to equal to {@code from} when the step is only noted
 * @param role who may take it
 * @param reasoned whether it says why
 * @param documented whether it shows a document
 * @param byPublication whether publishing a version takes it, and nobody by hand
 */
public record Transition(
        PlanStep step,
        PlanStage from,
        PlanStage to,
        Role role,
        boolean reasoned,
        boolean documented,
        boolean byPublication) {}
