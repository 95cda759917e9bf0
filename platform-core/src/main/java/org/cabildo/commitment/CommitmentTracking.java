package org.cabildo.commitment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.cabildo.commitment.published.EvidenceFile;
import org.cabildo.file.StoredFiles;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Percent;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Texts;
import org.cabildo.ledger.Act;
import org.cabildo.ledger.Facts;
import org.cabildo.ledger.Ledger;
import org.cabildo.ledger.Subject;
import org.cabildo.tenancy.PublishedState;
import org.cabildo.tenancy.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports on published milestones: what an editor reports with evidence, the public reads at once. */
@Service
@Transactional
public class CommitmentTracking {

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 1_000;
    private final CommitmentRows commitments;
    private final StoredFiles files;
    private final PublishedState published;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final PublishedFigures figures;
    private final Standings standings;
    private final Sql sql;
    private final Clock clock;

    CommitmentTracking(
            CommitmentRows commitments,
            StoredFiles files,
            PublishedState published,
            Ledger ledger,
            ApplicationEventPublisher events,
            PublishedFigures figures,
            Standings standings,
            Sql sql,
            Clock clock) {
        this.commitments = commitments;
        this.files = files;
        this.published = published;
        this.ledger = ledger;
        this.events = events;
        this.figures = figures;
        this.standings = standings;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Records that a milestone moved forward, or that there is more evidence of how far it came.
     *
     * @param reached the new progress; the same as before if there is only more evidence of it
     * @param proof whoever reads of it gets it too: a file becomes public with the report
     * @param today in the tenant's time zone: the day it is complete, if it is
     * @throws org.cabildo.kernel.Unknown if there is no such commitment or milestone
     * @throws Refused if progress would fall or none stands, the milestone is not published, another tenant leads it, or the file
     *     waited too long
     */
    public void reportProgress(
            CommitmentId id, MilestoneId milestone, Percent reached, Evidence proof, LocalDate today) {
        report(id, milestone, (one, by) -> one.advanceTo(reached, prove(proof), today, by));
    }

    /**
     * The same, by whoever judged by the progress that they saw.
     *
     * @param seen the progress that they saw
     * @throws Refused also if it is another one now, whatever became of it
     */
    public void reportProgress(
            CommitmentId id, MilestoneId milestone, Percent seen, Percent reached, Evidence proof, LocalDate today) {
        report(id, milestone, (one, by) -> one.at(seen).advanceTo(reached, prove(proof), today, by));
    }

    /**
     * Lowers progress that was reported too high; the public reads the reason.
     *
     * @param reached the right progress; must be less than before
     * @throws org.cabildo.kernel.Unknown if there is no such commitment or milestone
     * @throws Refused if progress would not fall, or no reason is given
     */
    public void correctProgress(
            CommitmentId id, MilestoneId milestone, Percent reached, String reason, LocalDate today) {
        report(id, milestone, (one, by) -> one.correctTo(reached, reason, today, by));
    }

    /**
     * The same, by whoever judged by the progress that they saw.
     *
     * @param seen the progress that they saw
     * @throws Refused also if it is another one now, whatever became of it
     */
    public void correctProgress(
            CommitmentId id, MilestoneId milestone, Percent seen, Percent reached, String reason, LocalDate today) {
        report(id, milestone, (one, by) -> one.at(seen).correctTo(reached, reason, today, by));
    }

    /**
     * Gives other evidence in place of what was wrong in a report; the public reads the reason. Progress stays, and what
     * was reported before stays in the history.
     *
     * @param seen the progress by which whoever corrects it judged
     * @param report the one whose evidence was wrong; it may be a correction of evidence itself
     * @param proof whoever reads of it gets it too: a file becomes public with the correction
     * @throws org.cabildo.kernel.Unknown if there is no such commitment or milestone, or that has no such report
     * @throws Refused if the progress is another one than was seen; if the report has no evidence, or was corrected already, or
     *     has just this evidence; if no progress stands, no reason is given, the milestone is not published, another tenant
     *     leads it, or the file waited too long
     */
    public void correctEvidence(
            CommitmentId id, MilestoneId milestone, Percent seen, UUID report, Evidence proof, String reason) {
        report(id, milestone, (one, by) -> one.at(seen).prove(report, prove(proof), reason, by));
    }

    /**
     * Tells the public why a milestone is late. Another reason takes the place of the one before.
     *
     * @param reason 10 to 1,000 characters
     * @param today in the tenant's time zone
     * @throws org.cabildo.kernel.Unknown if there is no such commitment or milestone
     * @throws Refused if it is not late in the version in force, or another tenant leads it
     */
    public void explainDelay(CommitmentId id, MilestoneId milestone, String reason, LocalDate today) {
        var officer = Officer.require(Role.EDITOR);
        var commitment = commitments.require(id);
        commitment.requireLeader(officer.onBehalfOfId().value());
        commitment.require(milestone);
        var said = Texts.between(SHORTEST_REASON, LONGEST_REASON, "milestone.delay.reason", reason);
        var due = lateSince(milestone, today);
        sql.of("""
                insert into published_delay (milestone_id, commitment_id, due, reason, explained_at, on_behalf_of)
                values (:milestone, :commitment, :due, :reason, :at, :behalf)
                on conflict (milestone_id) do update set due = excluded.due, reason = excluded.reason,
                  explained_at = excluded.explained_at, on_behalf_of = excluded.on_behalf_of
                """)
                .param("milestone", milestone.value())
                .param("commitment", id.value())
                .param("due", due)
                .param("reason", said)
                .param("at", Timestamp.from(clock.instant()))
                .param("behalf", officer.onBehalfOf())
                .update();
        published.changed();
        ledger.add(
                Act.DELAY_EXPLAINED,
                new Subject("milestone", milestone.value()),
                new Facts()
                        .with("commitment", id.value().toString())
                        .with("due", due.toString())
                        .said("reason", said));
    }

    /** The day a milestone was due in the version in force. */
    private LocalDate lateSince(MilestoneId milestone, LocalDate today) {
        return sql.of("""
                        select m.ends from published_milestone m
                          join published_plan_version v on v.version_id = m.version_id and v.current_version
                          left join published_progress p on p.milestone_id = m.milestone_id
                         where m.milestone_id = ? and m.withdrawn is null and m.ends < ? and coalesce(p.progress, 0) < 100
                        """)
                .param(milestone.value())
                .param(today)
                .query(LocalDate.class)
                .optional()
                .orElseThrow(() -> new Refused(
                        "milestone.delay.none", "This milestone is not late in the version that the public reads."));
    }

    /** Why milestones of a commitment are late, as it was explained for the day they are due. */
    @Transactional(readOnly = true)
    public Map<MilestoneId, String> delays(CommitmentId id) {
        Officer.require(Role.READER);
        var reasons = new HashMap<MilestoneId, String>();
        sql.of("""
                select d.milestone_id, d.reason from published_delay d
                  join published_milestone m on m.milestone_id = d.milestone_id and m.ends = d.due
                  join published_plan_version v on v.version_id = m.version_id and v.current_version
                 where d.commitment_id = ?
                """).param(id.value()).query(row -> {
            reasons.put(new MilestoneId(row.getObject("milestone_id", UUID.class)), row.getString("reason"));
        });
        return reasons;
    }

    private void report(
            CommitmentId id,
            MilestoneId milestone,
            BiFunction<Milestone, Milestone.Signature, ProgressReport> telling) {
        var officer = Officer.require(Role.EDITOR);
        hold(milestone);
        var commitment = commitments.require(id);
        commitment.requireLeader(officer.onBehalfOfId().value());
        requirePublished(milestone);
        var report = telling.apply(commitment.require(milestone), signature(officer));
        commitments.save(commitment);
        var told = commitment.require(milestone);
        keep(told);
        show(commitment, told, report);
    }

    /** Makes whoever else reports on it wait until the transaction ends, and judge by what it left. */
    private void hold(MilestoneId milestone) {
        sql.of("select 1 from milestone where id = ? for update")
                .param(milestone.value())
                .query(Integer.class)
                .optional();
    }

    private void keep(Milestone milestone) {
        sql.of("update milestone set progress = ?, completed_on = ? where id = ?")
                .param(milestone.progress())
                .param(milestone.completedOn())
                .param(milestone.id().value())
                .update();
    }

    private Proof prove(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Link(var link, var shows) -> new Proof(link.toString(), null, shows);
            case Evidence.Kept(var id, var name, var shows) -> {
                var file = files.publish(id, name);
                yield new Proof(null, new EvidenceFile(id.sha256(), file.name(), file.kind(), file.bytes()), shows);
            }
        };
    }

    private Milestone.Signature signature(Officer officer) {
        return new Milestone.Signature(officer.name(), officer.onBehalfOf(), clock.instant());
    }

    private void requirePublished(MilestoneId milestone) {
        var known = sql.of("""
                select exists (select from published_milestone m
                                 join published_plan_version v on v.version_id = m.version_id and v.current_version
                                where m.milestone_id = ?)
                """).param(milestone.value()).query(Boolean.class).single();
        if (!known) {
            throw new Refused(
                    "milestone.unpublished", "Progress is reported on a published plan: approve and publish it first.");
        }
    }

    private void show(Commitment commitment, Milestone milestone, ProgressReport report) {
        var file = report.evidenceFile();
        var mends = report.mends();
        published.changed(); // first: who reports on another milestone, or publishes, counts after this
        sql.of("""
                insert into published_report (report_id, milestone_id, commitment_id, kind, previous, reached, evidence_url,
                  evidence, reason, reported_at, on_behalf_of, evidence_file, evidence_name, evidence_kind, evidence_bytes,
                  mends)
                values (:id, :milestone, :commitment, :kind, :previous, :reached, :url, :evidence, :reason, :at, :behalf,
                  :file, :name, :filekind, :bytes, :mends)
                """)
                .param("id", report.id())
                .param("milestone", milestone.id().value())
                .param("commitment", commitment.id().value())
                .param("kind", report.kind())
                .param("previous", report.previous())
                .param("reached", report.reached())
                .param("url", report.evidenceUrl())
                .param("evidence", report.evidence())
                .param("reason", report.reason())
                .param("at", Timestamp.from(report.reportedAt()))
                .param("behalf", report.onBehalfOf())
                .param("file", file == null ? null : file.sha256())
                .param("name", file == null ? null : file.name())
                .param("filekind", file == null ? null : file.kind().name())
                .param("bytes", file == null ? null : file.bytes())
                .param("mends", mends)
                .update();
        sql.of("""
                insert into published_progress (milestone_id, commitment_id, progress, completed_on, reported_at)
                values (:milestone, :commitment, :progress, :completed, :at)
                on conflict (milestone_id) do update set progress = excluded.progress,
                  completed_on = excluded.completed_on, reported_at = excluded.reported_at
                """)
                .param("milestone", milestone.id().value())
                .param("commitment", commitment.id().value())
                .param("progress", milestone.progress())
                .param("completed", milestone.completedOn())
                .param("at", Timestamp.from(report.reportedAt()))
                .update();
        standings.count(commitment.id(), commitment.plan());
        ledger.add(
                report.kind().equals(ProgressReport.ADVANCE) ? Act.PROGRESS_REPORTED : Act.PROGRESS_CORRECTED,
                new Subject("milestone", milestone.id().value()),
                new Facts()
                        .with("commitment", commitment.id().value().toString())
                        .with("report", report.id().toString())
                        .with("from", report.previous())
                        .with("to", report.reached())
                        .with("file", file == null ? null : file.sha256())
                        .with("mends", mends == null ? null : mends.toString())
                        .said("link", report.evidenceUrl())
                        .said("evidence", report.evidence())
                        .said("reason", report.reason()));
        announceFigures();
    }

    /** Tells what is published now, in figures. */
    void announceFigures() {
        events.publishEvent(figures.now());
    }
}
