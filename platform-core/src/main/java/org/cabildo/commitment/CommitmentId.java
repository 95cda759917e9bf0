package org.cabildo.commitment;

import java.util.UUID;

/** Names a commitment for ever. */
public record CommitmentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
