package org.cabildo.plan;

import org.jspecify.annotations.Nullable;

/**
 * A rule that plans of a framework keep, and who says so.
 *
 * @param code of the gap it speaks of
 * @param before the step that the gap forbids; null: it forbids none
 * @param source who wrote the rule, and where
 * @param link where it can be read; empty: not on the web
 */
public record PlanRule(
        String code, Severity severity, @Nullable PlanStep before, String source, String link) {

    /** How much a gap matters. */
    public enum Severity {
        OBLIGATORY,
        WARNING
    }
}
