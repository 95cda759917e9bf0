package org.cabildo.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.tenancy.FailureCause;
import org.cabildo.tenancy.TenantKind;

/**
 * An order to make or migrate a tenant, and what became of it.
 *
 * @param batch what it was ordered together with
 * @param name of the tenant
 * @param slug address the tenant has or will have
 * @param attempts how often it was tried
 * @param requestedBy name of who asked
 * @param endedAt when it was done or failed
 * @param cause of the last failure, if it is known
 * @param reason of the last failure, in the words of whatever failed
 * @param synthetic whether the tenant is invented
 */
public record Order(
        UUID id,
        UUID batch,
        Kind kind,
        TenantKind tenantKind,
        String name,
        String slug,
        Outcome state,
        int attempts,
        String requestedBy,
        Instant requestedAt,
        Optional<Instant> endedAt,
        Optional<FailureCause> cause,
        Optional<String> reason,
        boolean synthetic) {

    /** What is wanted of the worker. */
    public enum Kind {
        /** Make the tenant. */
        ONBOARD,
        /** Bring its schema up to this release. */
        MIGRATE
    }

    /** How far it is. */
    public enum Outcome {
        WAITING,
        DONE,
        FAILED
    }

    /** From the asking to the end, waiting included. */
    public Optional<Duration> took() {
        return endedAt.map(end -> Duration.between(requestedAt, end));
    }
}
