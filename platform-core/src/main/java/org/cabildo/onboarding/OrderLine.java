package org.cabildo.onboarding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.tenancy.FailureCause;

/**
 * One order of a batch and what became of it.
 *
 * @param id of the order
 * @param code of the government; empty for a consortium
 * @param name the tenant's
 * @param slug its address
 * @param state where it stands
 * @param cause of the last failure, if it is known
 * @param reason of the last failure, in the words of whatever failed; a waiting order that has one will be tried again
 * @param administrator e-mail of whoever is invited to administer it, if anybody is
 * @param asked who is asked to belong to a consortium, by name; empty for others
 * @param requestedAt when it was asked for
 * @param endedAt when it was done or given up
 */
public record OrderLine(
        UUID id,
        Optional<String> code,
        String name,
        String slug,
        State state,
        Optional<FailureCause> cause,
        Optional<String> reason,
        Optional<String> administrator,
        List<String> asked,
        Instant requestedAt,
        Optional<Instant> endedAt) {

    /** Where an order stands. */
    public enum State {
        WAITING,
        DONE,
        FAILED
    }
}
