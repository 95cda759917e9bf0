package org.cabildo.commitment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.cabildo.commitment.published.RollUp;
import org.jspecify.annotations.Nullable;

/** One published milestone, as figures are made of it. */
record FigureRow(
        UUID commitment,
        boolean commitmentWithdrawn,
        CommitmentFigures.Place place,
        CommitmentFigures.Dates dates,
        @Nullable UUID lead,
        UUID milestone,
        RollUp.Part part,
        LocalDate due,
        @Nullable LocalDate completedOn,
        Instant updatedAt) {

    static FigureRow of(ResultSet row, int number) throws SQLException {
        return new FigureRow(
                row.getObject("commitment_id", UUID.class),
                row.getBoolean("commitment_withdrawn"),
                new CommitmentFigures.Place(
                        row.getString("slug"),
                        row.getInt("number"),
                        row.getString("title"),
                        row.getString("plan_title")),
                new CommitmentFigures.Dates(
                        row.getObject("commitment_starts", LocalDate.class),
                        row.getObject("commitment_ends", LocalDate.class)),
                row.getObject("lead_id", UUID.class),
                row.getObject("milestone_id", UUID.class),
                new RollUp.Part(row.getInt("weight"), row.getInt("progress"), row.getBoolean("milestone_withdrawn")),
                row.getObject("ends", LocalDate.class),
                row.getObject("completed_on", LocalDate.class),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    /** @param rows of one commitment, at least one */
    static CommitmentFigures.Figure figure(List<FigureRow> rows) {
        var first = rows.getFirst();
        var updated = rows.stream().map(FigureRow::updatedAt).max(Comparator.naturalOrder());
        return new CommitmentFigures.Figure(
                first.commitment(),
                first.place(),
                first.dates(),
                first.lead(),
                RollUp.of(rows.stream().map(FigureRow::part).toList()).value(),
                first.commitmentWithdrawn(),
                updated.orElseThrow(),
                rows.stream()
                        .filter(row -> !row.part().withdrawn())
                        .map(row ->
                                new CommitmentFigures.MilestoneFigure(row.milestone(), row.due(), row.completedOn()))
                        .toList());
    }
}
