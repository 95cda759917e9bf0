package org.cabildo.commitment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.cabildo.ledger.Act;
import org.cabildo.ledger.Facts;
import org.cabildo.ledger.Ledger;
import org.cabildo.ledger.Subject;
import org.cabildo.pillar.Pillars;
import org.cabildo.plan.PlanContent;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.PlanVersionId;
import org.cabildo.tenancy.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a plan contains: its commitments. Progress is no part of the promise and so of no version. */
@Component
class CommitmentContent implements PlanContent {

    private final CommitmentRows commitments;
    private final CommitmentTracking tracking;
    private final Pillars pillars;
    private final Ledger ledger;
    private final Sql sql;
    private final JsonMapper json;

    CommitmentContent(
            CommitmentRows commitments,
            CommitmentTracking tracking,
            Pillars pillars,
            Ledger ledger,
            Sql sql,
            JsonMapper json) {
        this.pillars = pillars;
        this.ledger = ledger;
        this.commitments = commitments;
        this.tracking = tracking;
        this.sql = sql;
        this.json = json;
    }

    @Override
    public String canonical(PlanId plan) {
        var text = new StringBuilder();
        for (var commitment : commitments.findByPlanOrderByNumber(plan.value())) {
            part(text, commitment.id(), commitment.number(), commitment.said(), commitment.withdrawn());
            for (var milestone : commitment.milestones()) {
                part(text, milestone.id(), milestone.position(), milestone.said(), milestone.withdrawn());
            }
        }
        return text.toString();
    }

    /** Each value with its length before it, so that no two contents can read the same. */
    private static void part(StringBuilder text, @Nullable Object... values) {
        for (var value : values) {
            var plain = String.valueOf(value);
            text.append(plain.length()).append(':').append(plain).append('\n');
        }
    }

    @Override
    public List<Gap> gaps(PlanId plan) {
        var gaps = new ArrayList<Gap>();
        var all = commitments.findByPlanOrderByNumber(plan.value());
        if (all.isEmpty()) {
            gaps.add(new Gap("", "plan.commitments.none", "A plan needs at least one commitment."));
        }
        for (var commitment : all) {
            gaps(gaps, commitment);
        }
        return gaps;
    }

    private static void gaps(List<Gap> gaps, Commitment commitment) {
        var said = commitment.said();
        var title = said.title();
        missing(gaps, title, said.problem(), "commitment.problem.missing", "Say which problem it answers.");
        missing(gaps, title, said.description(), "commitment.description.missing", "Say what will be done.");
        missing(gaps, title, said.responsible(), "commitment.responsible.missing", "Say who answers for it.");
        if (said.period() == null) {
            gaps.add(new Gap(title, "commitment.period.missing", "Say when it begins and ends."));
        }
        if (said.relevance().isEmpty()) {
            gaps.add(
                    new Gap(title, "commitment.value.missing", "Tie it to an OGP value and explain how it serves it."));
        }
        if (commitment.milestones().isEmpty()) {
            gaps.add(new Gap(title, "commitment.milestones.none", "It needs at least one milestone."));
        }
        var period = said.period();
        for (var milestone : commitment.milestones()) {
            if (period != null && !period.covers(milestone.said().period())) {
                gaps.add(new Gap(
                        title,
                        "milestone.period.outside",
                        "The milestone «%s» lies outside the commitment's dates."
                                .formatted(milestone.said().activity())));
            }
        }
    }

    private static void missing(List<Gap> gaps, String about, String value, String code, String message) {
        if (value.isBlank()) {
            gaps.add(new Gap(about, code, message));
        }
    }

    @Override
    public int size(PlanId plan) {
        return commitments.countByPlan(plan.value());
    }

    @Override
    public void delete(PlanId plan) {
        commitments.findByPlanOrderByNumber(plan.value()).forEach(commitments::delete);
    }

    @Override
    public void publish(PlanId plan, PlanVersionId version) {
        for (var commitment : commitments.findByPlanOrderByNumber(plan.value())) {
            publish(commitment, version);
        }
        enterWithdrawn(version);
        tracking.announceFigures();
    }

    /** What this version withdraws and no version before it did. */
    private void enterWithdrawn(PlanVersionId version) {
        var withdrawn = sql.of("""
                        select 'commitment' as kind, c.commitment_id as id, c.withdrawn from published_commitment c
                         where c.version_id = :version and c.withdrawn is not null
                           and not exists (select from published_commitment o where o.commitment_id = c.commitment_id
                                              and o.version_id <> :version and o.withdrawn is not null)
                        union all
                        select 'milestone', m.milestone_id, m.withdrawn from published_milestone m
                         where m.version_id = :version and m.withdrawn is not null
                           and not exists (select from published_milestone o where o.milestone_id = m.milestone_id
                                              and o.version_id <> :version and o.withdrawn is not null)
                         order by 1, 2
                        """)
                .param("version", version.value())
                .query(CommitmentContent::withdrawn)
                .list();
        for (var one : withdrawn) {
            ledger.add(
                    one.subject().kind().equals("milestone") ? Act.MILESTONE_WITHDRAWN : Act.COMMITMENT_WITHDRAWN,
                    one.subject(),
                    new Facts().with("version", version.value().toString()).said("reason", one.reason()));
        }
    }

    private record Withdrawn(Subject subject, String reason) {}

    private static Withdrawn withdrawn(ResultSet row, int number) throws SQLException {
        return new Withdrawn(
                new Subject(row.getString("kind"), row.getObject("id", UUID.class)), row.getString("withdrawn"));
    }

    private void publish(Commitment commitment, PlanVersionId version) {
        var said = commitment.said();
        var period = Objects.requireNonNull(said.period());
        sql.of("""
                insert into published_commitment (version_id, commitment_id, number, title, problem, description, actors,
                  responsible, starts, ends, pillars, lead_name, withdrawn, relevance)
                values (:version, :id, :number, :title, :problem, :description, :actors, :responsible, :starts, :ends,
                  :pillars, :lead, :withdrawn, :relevance)
                """)
                .param("version", version.value())
                .param("id", commitment.id().value())
                .param("number", commitment.number())
                .param("title", said.title())
                .param("problem", said.problem())
                .param("description", said.description())
                .param("actors", said.actors())
                .param("responsible", said.responsible())
                .param("starts", period.start())
                .param("ends", period.end())
                .param("pillars", String.join("\n", pillars.names(said.pillars())))
                .param("lead", said.lead() == null ? null : said.lead().name())
                .param("withdrawn", commitment.withdrawn())
                .param("relevance", json.writeValueAsString(said.relevance()))
                .update();
        commitment.milestones().forEach(milestone -> publish(commitment, milestone, version));
    }

    private void publish(Commitment commitment, Milestone milestone, PlanVersionId version) {
        var said = milestone.said();
        sql.of("""
                insert into published_milestone (version_id, milestone_id, commitment_id, position, activity, deliverable,
                  responsible, starts, ends, weight, withdrawn)
                values (:version, :id, :commitment, :position, :activity, :deliverable, :responsible, :starts, :ends,
                  :weight, :withdrawn)
                """)
                .param("version", version.value())
                .param("id", milestone.id().value())
                .param("commitment", commitment.id().value())
                .param("position", milestone.position())
                .param("activity", said.activity())
                .param("deliverable", said.deliverable())
                .param("responsible", said.responsible())
                .param("starts", said.period().start())
                .param("ends", said.period().end())
                .param("weight", said.weight())
                .param("withdrawn", milestone.withdrawn())
                .update();
    }
}
