package org.cabildo.plan;

import java.util.UUID;

/** Names a plan for ever. */
public record PlanId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
