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
     * @param place where the public reads it; null in what was told before places were
     * @param dates when it runs; null in what was told before dates were
     * @param lead the member that leads it, when a consortium promised it; null: nobody alone
     * @param progress in percent
     */
    public record Figure(
            UUID commitment,
            @Nullable Place place,
            @Nullable Dates dates,
            @Nullable UUID lead,
            int progress,
            boolean withdrawn,
            Instant updatedAt,
            List<MilestoneFigure> milestones) {}

    /**
     * Where the public reads a commitment.
     *
     * @param plan the plan's address on the portal
     * @param number within the plan
     * @param title as published
     * @param planTitle as published; null in what was told before plans' titles were
     */
    public record Place(
            String plan, int number, String title, @Nullable String planTitle) {}

    /** From when to when a commitment runs, as published. */
    public record Dates(LocalDate starts, LocalDate ends) {}

    /**
     * One published milestone that stands.
     *
     * @param completedOn day it reached 100 %; null: not yet
     */
    public record MilestoneFigure(
            UUID milestone, LocalDate due, @Nullable LocalDate completedOn) {}
}
