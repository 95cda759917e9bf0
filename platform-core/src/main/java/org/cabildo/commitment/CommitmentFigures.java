package org.cabildo.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cabildo.tenancy.Announcement;
import org.cabildo.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/** What a tenant has published, in figures: all of it each time, so the last one told is the truth. */
public record CommitmentFigures(TenantId tenant, Instant at, List<Figure> commitments) implements Announcement {

    /**
     * One published commitment.
     *
     * @param progress in percent
     */
    public record Figure(
            UUID commitment, int progress, boolean withdrawn, Instant updatedAt, List<MilestoneFigure> milestones) {}

    /**
     * One published milestone that stands.
     *
     * @param completedOn day it reached 100 %; null: not yet
     */
    public record MilestoneFigure(
            UUID milestone, LocalDate due, @Nullable LocalDate completedOn) {}
}
