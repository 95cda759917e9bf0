package org.cabildo.onboarding;

import java.util.Optional;
import java.util.UUID;
import org.cabildo.calendar.Government;
import org.cabildo.tenancy.FailureCause;
import org.cabildo.tenancy.TenantId;

/**
 * A government in the national list and where it stands.
 *
 * @param government who
 * @param state where it stands
 * @param tenant the tenant it has become, if it has
 * @param slug its address, as tenant or as ordered
 * @param order the latest order to onboard it
 * @param batch the batch that order came with
 * @param cause why that order failed, if it is known
 * @param reason of that failure, in the words of whatever failed
 * @param administrator who was invited to administer it first
 */
public record Standing(
        Government government,
        State state,
        Optional<TenantId> tenant,
        Optional<String> slug,
        Optional<UUID> order,
        Optional<UUID> batch,
        Optional<FailureCause> cause,
        Optional<String> reason,
        Optional<Invited> administrator) {

    /**
     * Who was invited to administer a government while its tenant was made.
     *
     * @param email the address the letter went to
     * @param accepted whether they came in
     */
    public record Invited(String email, boolean accepted) {}

    /** Where a government stands. */
    public enum State {
        /** Nobody has ordered it yet. */
        NOT_ONBOARDED,
        /** Ordered; the worker has it ahead. */
        WAITING,
        /** The last order failed and left nothing behind. */
        FAILED,
        /** It works. */
        ACTIVE,
        /** It is closed for now. */
        SUSPENDED,
        /** Its schema is behind or ahead of this release, so it waits for a migration. */
        OUT_OF_STEP
    }
}
