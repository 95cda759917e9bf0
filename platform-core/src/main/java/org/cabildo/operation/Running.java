package org.cabildo.operation;

import java.time.Instant;
import java.util.UUID;

/**
 * Orders that were placed together and of which some still wait.
 *
 * @param requestedBy name of who asked
 */
public record Running(
        UUID batch, Order.Kind kind, String requestedBy, Instant requestedAt, int total, int done, int failed) {

    /** How many are over, well or not. */
    public int ended() {
        return done + failed;
    }
}
