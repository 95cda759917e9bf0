package org.cabildo.benchmarking;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cabildo.commitment.CommitmentFigures;
import org.cabildo.commitment.CommitmentFigures.Dates;
import org.cabildo.commitment.CommitmentFigures.Figure;
import org.cabildo.commitment.CommitmentFigures.MilestoneFigure;
import org.cabildo.commitment.CommitmentFigures.Place;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows in which a tenant's last told figures are kept. Among the platform's rows, in the caller's transaction. */
@Component
class ToldFigures {

    private final Sql sql;

    private record Step(UUID commitment, MilestoneFigure milestone) {}

    ToldFigures(Sql sql) {
        this.sql = sql;
    }

    /** Puts these figures in the place of the tenant's former ones. */
    void replace(CommitmentFigures told) {
        sql.of("delete from figure_commitment where tenant_id = ?")
                .param(told.tenant().value())
                .update();
        for (var figure : told.commitments()) {
            insert(told.tenant(), figure);
            for (var milestone : figure.milestones()) {
                sql.of("insert into figure_milestone (tenant_id, commitment_id, milestone_id, due, completed_on)"
                                + " values (?, ?, ?, ?, ?)")
                        .param(told.tenant().value())
                        .param(figure.commitment())
                        .param(milestone.milestone())
                        .param(milestone.due())
                        .param(milestone.completedOn())
                        .update();
            }
        }
    }

    private void insert(TenantId tenant, Figure figure) {
        var place = figure.place();
        var dates = figure.dates();
        sql.of("""
                        insert into figure_commitment
                          (tenant_id, commitment_id, progress, withdrawn, updated_at, plan_slug, number, title, lead_id,
                           starts, ends, words, plan_title, plan_words)
                        values (:tenant, :commitment, :progress, :withdrawn, :updated, :plan, :number, :title, :lead,
                          :starts, :ends, ' ' || regexp_replace(unaccent(lower(:title)), '[^[:alnum:]]+', ' ', 'g'),
                          :planTitle, ' ' || regexp_replace(unaccent(lower(:planTitle)), '[^[:alnum:]]+', ' ', 'g'))
                        """)
                .param("tenant", tenant.value())
                .param("commitment", figure.commitment())
                .param("progress", figure.progress())
                .param("withdrawn", figure.withdrawn())
                .param("updated", Timestamp.from(figure.updatedAt()))
                .param("plan", place == null ? null : place.plan())
                .param("number", place == null ? null : place.number())
                .param("title", place == null ? null : place.title())
                .param("planTitle", place == null ? null : place.planTitle())
                .param("lead", figure.lead())
                .param("starts", dates == null ? null : dates.starts())
                .param("ends", dates == null ? null : dates.ends())
                .update();
    }

    /** What is kept of this tenant, in an order of its own. */
    List<Figure> of(TenantId tenant) {
        var steps = sql
                .of("select commitment_id, milestone_id, due, completed_on from figure_milestone where tenant_id = ?")
                .param(tenant.value())
                .query(ToldFigures::step)
                .list()
                .stream()
                .collect(groupingBy(Step::commitment, mapping(Step::milestone, toList())));
        return inOrder(sql.of("select * from figure_commitment where tenant_id = ?")
                .param(tenant.value())
                .query((row, _) -> figure(row, steps))
                .list());
    }

    /** The same figures, in the order of their ids. */
    static List<Figure> inOrder(List<Figure> figures) {
        return figures.stream()
                .map(figure -> new Figure(
                        figure.commitment(),
                        figure.place(),
                        figure.dates(),
                        figure.lead(),
                        figure.progress(),
                        figure.withdrawn(),
                        figure.updatedAt(),
                        figure.milestones().stream()
                                .sorted(Comparator.comparing(MilestoneFigure::milestone))
                                .toList()))
                .sorted(Comparator.comparing(Figure::commitment))
                .toList();
    }

    private static Figure figure(ResultSet row, Map<UUID, List<MilestoneFigure>> steps) throws SQLException {
        var commitment = row.getObject("commitment_id", UUID.class);
        return new Figure(
                commitment,
                place(row),
                dates(row),
                row.getObject("lead_id", UUID.class),
                row.getInt("progress"),
                row.getBoolean("withdrawn"),
                row.getTimestamp("updated_at").toInstant(),
                steps.getOrDefault(commitment, List.of()));
    }

    private static @Nullable Place place(ResultSet row) throws SQLException {
        var plan = row.getString("plan_slug");
        return plan == null
                ? null
                : new Place(plan, row.getInt("number"), row.getString("title"), row.getString("plan_title"));
    }

    private static @Nullable Dates dates(ResultSet row) throws SQLException {
        var starts = row.getObject("starts", LocalDate.class);
        return starts == null ? null : new Dates(starts, row.getObject("ends", LocalDate.class));
    }

    private static Step step(ResultSet row, int number) throws SQLException {
        return new Step(
                row.getObject("commitment_id", UUID.class),
                new MilestoneFigure(
                        row.getObject("milestone_id", UUID.class),
                        row.getObject("due", LocalDate.class),
                        row.getObject("completed_on", LocalDate.class)));
    }
}
