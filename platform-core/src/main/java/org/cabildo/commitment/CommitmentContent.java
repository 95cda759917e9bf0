package org.cabildo.commitment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.kernel.Period;
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

    private static final int SPECIFIC = 60; // characters
    private static final int EXPLAINED = 30; // characters
    private static final int MEASURABLE = 15; // characters

    private final CommitmentRows commitments;
    private final CommitmentTracking tracking;
    private final Standings standings;
    private final Pillars pillars;
    private final Ledger ledger;
    private final Sql sql;
    private final JsonMapper json;

    CommitmentContent(
            CommitmentRows commitments,
            CommitmentTracking tracking,
            Standings standings,
            Pillars pillars,
            Ledger ledger,
            Sql sql,
            JsonMapper json) {
        this.pillars = pillars;
        this.ledger = ledger;
        this.commitments = commitments;
        this.tracking = tracking;
        this.standings = standings;
        this.sql = sql;
        this.json = json;
    }

    @Override
    public String canonical(PlanId plan) {
        var text = new StringBuilder();
        for (var commitment : commitments.findByPlanOrderByNumber(plan.value())) {
            var said = commitment.said();
            part(text, commitment.id(), commitment.number(), said.firstPromise(), commitment.withdrawn());
            said.details().forThePublic().said().forEach((part, words) -> part(text, "detail", part, words));
            for (var milestone : commitment.milestones()) {
                part(
                        text,
                        milestone.id(),
                        milestone.position(),
                        milestone.said().firstPromise(),
                        milestone.withdrawn());
                if (!milestone.follows().isEmpty()) {
                    part(text, "follows", milestone.follows());
                }
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
        var planned = planned(plan);
        for (var commitment : all) {
            gaps(gaps, commitment);
            outside(gaps, commitment, planned);
            if (commitment.withdrawn() == null) {
                weak(gaps, commitment);
            }
        }
        return gaps;
    }

    private Optional<Period> planned(PlanId plan) {
        return sql.of("select period_start, period_end from plan where id = ? and period_start is not null")
                .param(plan.value())
                .query((row, _) -> new Period(
                        row.getObject("period_start", LocalDate.class), row.getObject("period_end", LocalDate.class)))
                .optional();
    }

    private static void outside(List<Gap> gaps, Commitment commitment, Optional<Period> planned) {
        var period = commitment.said().period();
        if (period != null && planned.isPresent() && !planned.get().covers(period)) {
            gaps.add(new Gap(
                    commitment.said().title(),
                    "commitment.period.outside",
                    "Its dates lie outside the plan's, %s to %s."
                            .formatted(planned.get().start(), planned.get().end()),
                    List.of(planned.get().start(), planned.get().end())));
        }
    }

    /** Whether it is specific, measurable and dated: names the field that is weak. */
    private static void weak(List<Gap> gaps, Commitment commitment) {
        var said = commitment.said();
        int length = said.description().length();
        if (length > 0 && length < SPECIFIC) {
            gaps.add(new Gap(
                    said.title(),
                    "commitment.specific.description",
                    "Specific: the description has %d characters; say who does what, where and for whom."
                            .formatted(length),
                    List.of(length)));
        }
        for (var reason : said.relevance()) {
            if (reason.explanation().length() < EXPLAINED) {
                gaps.add(new Gap(
                        said.title(),
                        "commitment.value.short",
                        "The explanation of the value %s has %d characters: say what will be different for people."
                                .formatted(reason.value(), reason.explanation().length()),
                        List.of(reason.value(), reason.explanation().length())));
            }
        }
        for (var milestone : commitment.milestones()) {
            if (milestone.withdrawn() == null) {
                weak(gaps, said.title(), milestone.said());
                early(gaps, commitment, milestone);
            }
        }
    }

    /** What waits for another ends no earlier than that one. */
    private static void early(List<Gap> gaps, Commitment commitment, Milestone milestone) {
        for (var other : commitment.milestones()) {
            if (milestone.follows().contains(other.position())
                    && other.withdrawn() == null
                    && milestone
                            .said()
                            .period()
                            .end()
                            .isBefore(other.said().period().end())) {
                gaps.add(new Gap(
                        commitment.said().title(),
                        "milestone.follows.early",
                        "The milestone «%s» ends before «%s», which it waits for."
                                .formatted(
                                        milestone.said().activity(),
                                        other.said().activity()),
                        List.of(milestone.said().activity(), other.said().activity())));
            }
        }
    }

    private static void weak(List<Gap> gaps, String title, MilestoneDraft milestone) {
        var shown = milestone.deliverable();
        if (shown.length() < MEASURABLE && shown.chars().noneMatch(Character::isDigit)) {
            gaps.add(new Gap(
                    title,
                    "commitment.measurable.deliverable",
                    "Measurable: of the milestone «%s» one sees «%s»; say something that can be counted or looked at."
                            .formatted(milestone.activity(), shown),
                    List.of(milestone.activity(), shown)));
        }
        var months = ChronoUnit.MONTHS.between(
                milestone.period().start(), milestone.period().end().plusDays(1));
        if (months > MilestoneDraft.MONTHS) {
            gaps.add(new Gap(
                    title,
                    "commitment.dated.milestone",
                    "Dated: the milestone «%s» lasts %d months; divide it, so that one sees how it goes."
                            .formatted(milestone.activity(), months),
                    List.of(milestone.activity(), months)));
        }
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
            if (period != null
                    && milestone.withdrawn() == null
                    && !period.covers(milestone.said().period())) {
                gaps.add(new Gap(
                        title,
                        "milestone.period.outside",
                        "The milestone «%s» lies outside the commitment's dates, %s to %s."
                                .formatted(milestone.said().activity(), period.start(), period.end()),
                        List.of(milestone.said().activity(), period.start(), period.end())));
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
        standings.count(version);
        enterWithdrawn(version);
        sql.of("""
                insert into published_commitment_code (commitment_id, code)
                select k.commitment_id, k.code from commitment_code k join commitment c on c.id = k.commitment_id
                 where c.plan_id = ? on conflict (commitment_id) do nothing
                """).param(plan.value()).update();
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
                  responsible, starts, ends, pillars, lead_id, lead_name, withdrawn, relevance, details)
                values (:version, :id, :number, :title, :problem, :description, :actors, :responsible, :starts, :ends,
                  :pillars, :leadId, :lead, :withdrawn, :relevance, :details)
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
                .param("leadId", said.lead() == null ? null : said.lead().tenant())
                .param("lead", said.lead() == null ? null : said.lead().name())
                .param("withdrawn", commitment.withdrawn())
                .param("relevance", json.writeValueAsString(said.relevance()))
                .param(
                        "details",
                        json.writeValueAsString(said.details().forThePublic().said()))
                .update();
        commitment.milestones().forEach(milestone -> publish(commitment, milestone, version));
    }

    private void publish(Commitment commitment, Milestone milestone, PlanVersionId version) {
        var said = milestone.said();
        sql.of("""
                insert into published_milestone (version_id, milestone_id, commitment_id, position, activity, deliverable,
                  responsible, starts, ends, weight, withdrawn, follows)
                values (:version, :id, :commitment, :position, :activity, :deliverable, :responsible, :starts, :ends,
                  :weight, :withdrawn, :follows)
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
                .param("follows", Sequence.text(said.follows()))
                .update();
    }
}
