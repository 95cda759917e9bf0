package org.cabildo.host;

import java.time.Instant;
import java.util.Optional;
import org.cabildo.kernel.HostName;

/**
 * A host that a tenant has proven. The DNS goes on saying so; where it does not for long, the portal does not answer
 * there until it does again.
 *
 * @param proof what the DNS goes on saying
 * @param missingSince since when it does not; empty while it does
 * @param toldAt when the administrators were told that it does not
 * @param lapsedAt since when the portal does not answer there; empty while it does
 */
public record OwnHost(
        HostProof proof, Optional<Instant> missingSince, Optional<Instant> toldAt, Optional<Instant> lapsedAt) {

    /** The host. */
    public HostName host() {
        return proof.host();
    }

    /** Whether the portal answers there. */
    public boolean isServing() {
        return lapsedAt.isEmpty();
    }
}
