package org.cabildo.pillar;

import java.util.UUID;

/** Names a pillar for ever. */
public record PillarId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
