package org.cabildo.commitment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.cabildo.commitment.published.Detail;
import org.cabildo.commitment.published.EvidenceTrail;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Percent;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.tenancy.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The commitments of the tenant in scope, as officers draft them. */
@Service
@Transactional
public class Commitments {

    private final CommitmentRows commitments;
    private final Plans plans;
    private final Sql sql;

    Commitments(CommitmentRows commitments, Plans plans, Sql sql) {
        this.commitments = commitments;
        this.plans = plans;
        this.sql = sql;
    }

    /**
     * A published milestone whose day has passed without being complete.
     *
     * @param progress in percent
     */
    public record Late(
            CommitmentId commitment,
            String title,
            MilestoneId milestone,
            String activity,
            LocalDate due,
            int progress) {}

    /** A commitment and its milestones, said at once. Of several, what it is related to are places in their list. */
    public record Whole(CommitmentDraft said, List<MilestoneDraft> milestones) {

        public Whole {
            milestones = List.copyOf(milestones);
        }
    }

    /** The commitments of a plan, by number. */
    @Transactional(readOnly = true)
    public List<CommitmentView> of(PlanId plan) {
        Officer.require(Role.READER);
        var published = published(plan);
        var promised = promised(plan);
        return commitments.findByPlanOrderByNumber(plan.value()).stream()
                .map(one -> view(one, published.contains(one.id()), promised))
                .toList();
    }

    /**
     * One commitment.
     *
     * @throws org.cabildo.kernel.Unknown if there is none
     */
    @Transactional(readOnly = true)
    public CommitmentView require(CommitmentId id) {
        Officer.require(Role.READER);
        var commitment = commitments.require(id);
        return view(commitment, isPublished(id), promised(commitment));
    }

    /** The titles of a plan's commitments by their numbers. */
    @Transactional(readOnly = true)
    public Map<Integer, String> titles(PlanId plan) {
        Officer.require(Role.READER);
        var titles = new TreeMap<Integer, String>();
        sql.of("select number, title from commitment where plan_id = ?")
                .param(plan.value())
                .query((row, _) -> Map.entry(row.getInt("number"), row.getString("title")))
                .list()
                .forEach(one -> titles.put(one.getKey(), one.getValue()));
        return titles;
    }

    /** Who answers for commitments and milestones so far, as it was written; at most fifty, the most named first. */
    @Transactional(readOnly = true)
    public List<String> responsibles() {
        Officer.require(Role.READER);
        return sql.of("""
                select responsible
                  from (select responsible from commitment union all select responsible from milestone) named
                 where responsible <> '' group by responsible order by count(*) desc, responsible limit 50
                """).query((row, _) -> row.getString("responsible")).list();
    }

    /** Drafts a commitment at the end of a plan. */
    public CommitmentId draft(PlanId plan, CommitmentDraft draft) {
        Officer.require(Role.EDITOR);
        plans.hold(plan); // two at once get two numbers
        refuseOutside(planned(plan), draft.period());
        return commitments
                .save(new Commitment(plan, nextNumber(plan), draft.fitting()))
                .id();
    }

    /** Drafts commitments with their milestones at the end of a plan: all of them, or none. */
    public List<CommitmentId> draft(PlanId plan, List<Whole> wholes) {
        Officer.require(Role.EDITOR);
        plans.hold(plan);
        int first = nextNumber(plan);
        int number = first;
        var planned = planned(plan);
        var ids = new ArrayList<CommitmentId>();
        for (var whole : wholes) {
            refuseOutside(planned, whole.said().period());
            var said = whole.said().fitting();
            var details =
                    said.details().with(Detail.RELATED, place -> String.valueOf(Integer.parseInt(place) + first - 1));
            var commitment = new Commitment(plan, number++, said.detailed(details));
            whole.milestones().forEach(milestone -> refuseOutside(commitment, milestone));
            commitment.addAll(
                    whole.milestones().stream().map(MilestoneDraft::fitting).toList());
            ids.add(commitments.save(commitment).id());
        }
        return ids;
    }

    /**
     * Says a commitment anew.
     *
     * @param version the version the officer saw
     * @throws Refused if somebody changed it meanwhile
     */
    public void change(CommitmentId id, int version, CommitmentDraft draft) {
        Officer.require(Role.EDITOR);
        var commitment = unchanged(id, version);
        if (!Objects.equals(draft.period(), commitment.said().period())) {
            refuseOutside(planned(commitment.plan()), draft.period());
        }
        commitment.say(draft.fitting());
        commitments.save(commitment);
    }

    /**
     * Says a commitment and some of its milestones anew, at once.
     *
     * @param version the version the officer saw
     * @throws Refused if somebody changed it meanwhile, or its days lie outside the plan's
     */
    public void rewrite(
            CommitmentId id, int version, CommitmentDraft draft, Map<MilestoneId, MilestoneDraft> milestones) {
        Officer.require(Role.EDITOR);
        var commitment = unchanged(id, version);
        if (!Objects.equals(draft.period(), commitment.said().period())) {
            refuseOutside(planned(commitment.plan()), draft.period());
        }
        commitment.say(draft.fitting());
        milestones.forEach((milestone, said) -> {
            refuseOutside(commitment, said);
            commitment.say(milestone, said.fitting());
        });
        commitments.save(commitment);
        commitments.flush();
    }

    /**
     * Deletes a draft.
     *
     * @throws Refused if it was published: then it can be withdrawn, in public
     */
    public void delete(CommitmentId id) {
        Officer.require(Role.EDITOR);
        var commitment = commitments.require(id);
        plans.hold(commitment.plan()); // while a version is published it stays as it was approved
        if (isPublished(id)) {
            throw new Refused(
                    "commitment.delete", "The public already read this commitment: withdraw it and say why instead.");
        }
        commitments.delete(commitment);
    }

    /** Withdraws a commitment with a public reason; published with the plan's next version. */
    public void withdraw(CommitmentId id, String reason) {
        Officer.require(Role.EDITOR);
        var commitment = commitments.require(id);
        commitment.withdraw(reason);
        commitments.save(commitment);
    }

    /** Adds a milestone at the end. */
    public MilestoneId addMilestone(CommitmentId id, MilestoneDraft draft) {
        Officer.require(Role.EDITOR);
        var commitment = commitments.require(id);
        refuseOutside(commitment, draft);
        var milestone = commitment.add(draft.fitting());
        commitments.save(commitment);
        return milestone;
    }

    /**
     * Says a milestone anew.
     *
     * @param version of the commitment the officer saw
     */
    public void changeMilestone(CommitmentId id, int version, MilestoneId milestone, MilestoneDraft draft) {
        Officer.require(Role.EDITOR);
        var commitment = unchanged(id, version);
        refuseOutside(commitment, draft);
        commitment.say(milestone, draft.fitting());
        commitments.save(commitment);
    }

    /**
     * Removes a milestone that the public never read.
     *
     * @throws Refused if it did, or progress was reported
     */
    public void removeMilestone(CommitmentId id, MilestoneId milestone) {
        Officer.require(Role.EDITOR);
        var commitment = commitments.require(id);
        plans.hold(commitment.plan()); // while a version is published it stays as it was approved
        if (isPublished(milestone)) {
            throw new Refused(
                    "milestone.remove", "A milestone with reported progress stays; withdraw it and say why instead.");
        }
        commitment.remove(milestone);
        commitments.save(commitment);
    }

    /** Puts a removed milestone back where it stood, as the same one. What is there already stays as it is. */
    public void putBack(CommitmentId id, CommitmentView.MilestoneLine removed) {
        Officer.require(Role.EDITOR);
        var commitment = commitments.require(id);
        if (isThere(removed.id())) {
            return;
        }
        refuseOutside(commitment, removed.said());
        commitment.putBack(removed.id(), removed.position(), removed.said());
        commitments.save(commitment);
    }

    /** Withdraws a milestone with a public reason; published with the plan's next version. */
    public void withdrawMilestone(CommitmentId id, MilestoneId milestone, String reason) {
        Officer.require(Role.EDITOR);
        var commitment = commitments.require(id);
        commitment.require(milestone).withdraw(reason);
        commitments.save(commitment);
    }

    /** The milestones of which the public reads that they were withdrawn. */
    @Transactional(readOnly = true)
    public Set<MilestoneId> withdrawnInPublic(CommitmentId id) {
        Officer.require(Role.READER);
        return sql.of("""
                        select distinct milestone_id from published_milestone
                         where commitment_id = ? and withdrawn is not null
                        """)
                .param(id.value())
                .query((row, _) -> new MilestoneId(row.getObject("milestone_id", UUID.class)))
                .set();
    }

    /**
     * Takes back that a milestone was withdrawn.
     *
     * @throws Refused if the public reads already that it was
     */
    public void keepMilestone(CommitmentId id, MilestoneId milestone) {
        Officer.require(Role.EDITOR);
        var commitment = commitments.require(id);
        plans.hold(commitment.plan()); // while a version is published it stays as it was approved
        var read = sql.of(
                        "select exists (select from published_milestone where milestone_id = ? and withdrawn is not null)")
                .param(milestone.value())
                .query(Boolean.class)
                .single();
        if (read) {
            throw new Refused(
                    "milestone.withdrawn.public", "The public reads that it was withdrawn: add another milestone.");
        }
        commitment.require(milestone).stand();
        commitments.save(commitment);
    }

    /**
     * Published milestones that are late.
     *
     * @param today in the tenant's time zone
     */
    @Transactional(readOnly = true)
    public List<Late> late(LocalDate today) {
        Officer.require(Role.READER);
        return sql.of("""
                select m.commitment_id, c.title, m.milestone_id, m.activity, m.ends, coalesce(p.progress, 0) as progress
                  from published_milestone m
                  join published_plan_version v on v.version_id = m.version_id and v.current_version
                  join published_commitment c on c.version_id = m.version_id and c.commitment_id = m.commitment_id
                  left join published_progress p on p.milestone_id = m.milestone_id
                 where m.ends < ? and coalesce(p.progress, 0) < 100 and m.withdrawn is null and c.withdrawn is null
                 order by m.ends
                """).param(today).query(Commitments::lateOf).list();
    }

    private Commitment unchanged(CommitmentId id, int version) {
        var commitment = commitments.require(id);
        if (commitment.version() != version) {
            throw new Refused(
                    "stale", "Somebody changed this meanwhile. What you typed is still here: compare and save again.");
        }
        return commitment;
    }

    private @Nullable Period planned(PlanId plan) {
        return plans.require(plan).said().period();
    }

    private static void refuseOutside(@Nullable Period planned, @Nullable Period period) {
        if (planned != null && period != null && !planned.covers(period)) {
            throw new Refused(
                    "commitment.period.plan",
                    "A commitment lies within its plan, %s to %s, but was %s to %s."
                            .formatted(planned.start(), planned.end(), period.start(), period.end()),
                    planned.start(),
                    planned.end(),
                    period.start(),
                    period.end());
        }
    }

    private static void refuseOutside(Commitment commitment, MilestoneDraft draft) {
        var period = commitment.said().period();
        if (period != null && !period.covers(draft.period())) {
            throw new Refused(
                    "milestone.period",
                    "A milestone lies within its commitment, %s to %s, but was %s to %s."
                            .formatted(
                                    period.start(),
                                    period.end(),
                                    draft.period().start(),
                                    draft.period().end()),
                    period.start(),
                    period.end());
        }
    }

    private int nextNumber(PlanId plan) {
        return sql.of("select coalesce(max(number), 0) + 1 from commitment where plan_id = ?")
                .param(plan.value())
                .query(Integer.class)
                .single();
    }

    private boolean isPublished(CommitmentId id) {
        return sql.of("select exists (select from published_commitment where commitment_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    private boolean isPublished(MilestoneId id) {
        return sql.of("select exists (select from published_milestone where milestone_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /** The milestones that some version of a plan has. */
    private Set<MilestoneId> promised(PlanId plan) {
        return sql.of("""
                        select distinct m.milestone_id from published_milestone m
                          join published_plan_version v on v.version_id = m.version_id where v.plan_id = ?
                        """).param(plan.value()).query(Commitments::milestoneOf).set();
    }

    private Set<MilestoneId> promised(Commitment commitment) {
        return sql.of("""
                        select distinct m.milestone_id from published_milestone m
                          join published_plan_version v on v.version_id = m.version_id
                         where v.plan_id = ? and m.commitment_id = ?
                        """)
                .param(commitment.plan().value())
                .param(commitment.id().value())
                .query(Commitments::milestoneOf)
                .set();
    }

    private static MilestoneId milestoneOf(ResultSet row, int number) throws SQLException {
        return new MilestoneId(row.getObject("milestone_id", UUID.class));
    }

    private Set<CommitmentId> published(PlanId plan) {
        return sql.of("""
                select id from commitment c
                 where plan_id = ? and exists (select from published_commitment p where p.commitment_id = c.id)
                """).param(plan.value()).query(Commitments::idOf).set();
    }

    private boolean isThere(MilestoneId id) {
        return sql.of("select exists (select from milestone where id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    private static CommitmentView view(Commitment commitment, boolean published, Set<MilestoneId> promised) {
        return new CommitmentView(
                commitment.id(),
                commitment.plan(),
                commitment.number(),
                commitment.said(),
                commitment.progress(),
                commitment.withdrawn(),
                published,
                commitment.version(),
                commitment.milestones().stream()
                        .map(one -> line(one, promised.contains(one.id())))
                        .toList());
    }

    private static CommitmentView.MilestoneLine line(Milestone milestone, boolean published) {
        var trail = milestone.trail();
        return new CommitmentView.MilestoneLine(
                milestone.id(),
                milestone.position(),
                milestone.said(),
                new Percent(milestone.progress()),
                milestone.completedOn(),
                milestone.withdrawn(),
                published,
                milestone.reports().stream().map(report -> line(report, trail)).toList());
    }

    private static CommitmentView.ReportLine line(ProgressReport report, EvidenceTrail trail) {
        return new CommitmentView.ReportLine(
                report.id(),
                report.kind().equals(ProgressReport.CORRECTION),
                new Percent(report.previous()),
                new Percent(report.reached()),
                report.evidenceUrl(),
                report.evidenceFile(),
                report.evidence(),
                report.reason(),
                report.reportedAt(),
                report.reportedBy(),
                report.onBehalfOf(),
                trail.mendedBy(report.id()).orElse(null),
                trail.isMended(report.id()));
    }

    private static CommitmentId idOf(ResultSet row, int number) throws SQLException {
        return new CommitmentId(row.getObject("id", UUID.class));
    }

    private static Late lateOf(ResultSet row, int number) throws SQLException {
        return new Late(
                new CommitmentId(row.getObject("commitment_id", UUID.class)),
                row.getString("title"),
                new MilestoneId(row.getObject("milestone_id", UUID.class)),
                row.getString("activity"),
                row.getObject("ends", LocalDate.class),
                row.getInt("progress"));
    }
}
