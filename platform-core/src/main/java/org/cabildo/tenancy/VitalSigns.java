package org.cabildo.tenancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the worker tells of its work with each heartbeat. */
public interface VitalSigns {

    /**
     * How its work stands.
     *
     * @param ordersWorked since its start, well or not
     * @param mailServer whether it was told of a server that takes letters
     * @param waiting announcements that waited at its last sweep, over all tenants
     * @param oldest when the oldest of them happened
     * @param stuck announcements given up after too many tries
     * @param sweptAt when it last looked; null: not yet
     */
    record Work(
            long ordersWorked,
            boolean mailServer,
            long waiting,
            @Nullable Instant oldest,
            long stuck,
            @Nullable Instant sweptAt) {}

    /** How it stands now. */
    Work now();
}
