package org.cabildo.tenancy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last sign of life of a process. It says how the process is, and nothing of any tenant.
 *
 * @param instance new at each start
 * @param version of the release it runs
 * @param pool its connections to PostgreSQL
 * @param redis whether Redis answered it
 * @param work of a worker; null for others
 */
public record Heartbeat(
        UUID instance,
        Kind kind,
        String version,
        Instant startedAt,
        Instant seenAt,
        Pool pool,
        boolean redis,
        VitalSigns.@Nullable Work work) {

    /** The three kinds of process. */
    public enum Kind {
        WORKER,
        OFFICE,
        PORTAL
    }

    /**
     * Connections of a process.
     *
     * @param open how many
     * @param ceiling how many may be
     * @param refused pieces of work that got none in time, since the start
     * @param refusedAt when that last happened; null: never
     */
    public record Pool(
            int open, int ceiling, long refused, @Nullable Instant refusedAt) {}
}
