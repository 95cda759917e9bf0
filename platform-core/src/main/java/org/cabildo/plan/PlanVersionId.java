package org.cabildo.plan;

import java.util.UUID;

/** Names one version of a plan for ever. */
public record PlanVersionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
