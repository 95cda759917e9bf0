package org.cabildo.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.cabildo.identity.Officer;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Refused;
import org.cabildo.plan.PlanSteps.Line;
import org.cabildo.plan.published.Document;
import org.cabildo.tenancy.PublishedState;
import org.cabildo.tenancy.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The steps that the plans of the tenant in scope have taken; the last one says where a plan is. */
@Component
class PlanTrail {

    private final PlanPapers papers;
    private final PublishedState published;
    private final Sql sql;
    private final Clock clock;

    PlanTrail(PlanPapers papers, PublishedState published, Sql sql, Clock clock) {
        this.papers = papers;
        this.published = published;
        this.sql = sql;
        this.clock = clock;
    }

    PlanStage stage(PlanId id) {
        return sql.of("select reached from plan_step where plan_id = ? order by number desc limit 1")
                .param(id.value())
                .query(String.class)
                .optional()
                .map(PlanStage::valueOf)
                .orElse(PlanStage.PREPARATION);
    }

    /** The steps of a plan, newest first. */
    List<Line> of(PlanId id) {
        return sql.of("select * from plan_step where plan_id = ? order by number desc")
                .param(id.value())
                .query(PlanTrail::line)
                .list();
    }

    /** The day of the latest step that somebody dated; null: none did. */
    @Nullable
    LocalDate lastDay(PlanId id) {
        return sql.of("select max(happened_on) as day from plan_step where plan_id = ?")
                .param(id.value())
                .query((row, _) -> Optional.ofNullable(row.getObject("day", LocalDate.class)))
                .single()
                .orElse(null);
    }

    /** Lets a version be proposed or published in the stage its plan is in. */
    Transition requirePublishable(PlanId id, Framework framework, boolean first) {
        var stage = stage(id);
        return LifeCycle.publishing(framework, stage, first)
                .orElseThrow(() -> new Refused(
                        "plan.stage.closed",
                        "The plan is %s: take it back by the step that leads out of there before a version is proposed."
                                .formatted(stage),
                        stage));
    }

    /** Writes a step down, in the transaction of whoever holds the plan. */
    void add(PlanId id, Transition way, @Nullable LocalDate day, String reason, @Nullable Document document) {
        add(id, way, day, reason, document, List.of());
    }

    /** @param together names of those whose step it is, where several took it; empty: the officer's who acts */
    void add(
            PlanId id,
            Transition way,
            @Nullable LocalDate day,
            String reason,
            @Nullable Document document,
            List<String> together) {
        var officer = Officer.current();
        var kept = papers.hold(document);
        sql.of("""
                insert into plan_step (id, plan_id, number, step, came_from, reached, happened_on, recorded_at, taken_by,
                  on_behalf_of, reason, document_link, document_file, document_name, document_kind, document_bytes)
                select :id, :plan, coalesce(max(number), 0) + 1, :step, :from, :to, cast(:day as date), :at, :by,
                       :behalf, :reason, cast(:link as text), cast(:file as text), cast(:name as text),
                       cast(:kind as text), cast(:bytes as bigint)
                  from plan_step where plan_id = :plan
                """)
                .param("id", Ids.next())
                .param("plan", id.value())
                .param("step", way.step().name())
                .param("from", way.from().name())
                .param("to", way.to().name())
                .param("day", day)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", together.isEmpty() ? officer.name() : "") // theirs is written with each approval
                .param("behalf", together.isEmpty() ? officer.onBehalfOf() : String.join(", ", together))
                .param("reason", reason)
                .param("link", document == null ? null : document.link())
                .param("file", kept == null ? null : kept.sha256())
                .param("name", kept == null ? null : kept.name())
                .param("kind", kept == null ? null : kept.kind().name())
                .param("bytes", kept == null ? null : kept.bytes())
                .update();
        show(id);
    }

    /** Copies the steps to where the public reads them, if the public reads anything of this plan. */
    void show(PlanId id) {
        published.changed();
        sql.of("delete from published_plan_step where plan_id = ?")
                .param(id.value())
                .update();
        if (!isShown(id)) {
            return;
        }
        of(id).forEach(line -> papers.publish(line.document()));
        sql.of("""
                insert into published_plan_step (step_id, plan_id, number, step, reached, happened_on, recorded_at,
                  on_behalf_of, reason, document_link, document_file, document_name, document_kind, document_bytes)
                select id, plan_id, number, step, reached, happened_on, recorded_at, on_behalf_of, reason, document_link,
                       document_file, document_name, document_kind, document_bytes
                  from plan_step where plan_id = ?
                """).param(id.value()).update();
    }

    private boolean isShown(PlanId id) {
        return sql.of("""
                select exists (select from published_plan_version where plan_id = :plan)
                    or exists (select from published_preparation where plan_id = :plan)
                """).param("plan", id.value()).query(Boolean.class).single();
    }

    /** Forgets the steps of a plan that goes; files that no other step shows are let go. */
    void forget(PlanId id) {
        var gone = of(id);
        sql.of("delete from plan_step where plan_id = ?").param(id.value()).update();
        sql.of("delete from published_plan_step where plan_id = ?")
                .param(id.value())
                .update();
        gone.forEach(line -> papers.release(line.document()));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                PlanStep.valueOf(row.getString("step")),
                PlanStage.valueOf(row.getString("came_from")),
                PlanStage.valueOf(row.getString("reached")),
                row.getObject("happened_on", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("taken_by"),
                row.getString("on_behalf_of"),
                row.getString("reason"),
                Document.of(row));
    }
}
