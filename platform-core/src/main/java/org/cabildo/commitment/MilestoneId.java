package org.cabildo.commitment;

import java.util.UUID;

/** Names a milestone for ever. */
public record MilestoneId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
