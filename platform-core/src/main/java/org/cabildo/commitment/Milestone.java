package org.cabildo.commitment;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.cabildo.commitment.published.EvidenceTrail;
import org.cabildo.commitment.published.RollUp;
import org.cabildo.kernel.Percent;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.jspecify.annotations.Nullable;

/** One dated step of a commitment. Progress grows with evidence; a correction lowers it, or gives
 * other evidence, and says why, in public. */
@Entity
@Table(name = "milestone")
class Milestone {

    @Id
    private UUID id;

    private int position;
    private String activity;
    private String deliverable;
    private String responsible;
    private LocalDate starts;
    private LocalDate ends;
    private int weight;
    private String follows; // places within the commitment, comma-separated

    @Column(updatable = false) // by whoever reports alone: who words it anew leaves what is reported meanwhile
    private int progress; // percent

    @Column(name = "completed_on", updatable = false)
    private @Nullable LocalDate completedOn;

    private @Nullable String withdrawn;

    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.LAZY)
    @JoinColumn(name = "milestone_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<ProgressReport> reports = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate's constructor
    protected Milestone() {}

    @SuppressWarnings("NullAway.Init") // say() fills the rest
    Milestone(MilestoneId id, int position, MilestoneDraft draft) {
        this.id = id.value();
        this.position = position;
        say(draft);
    }

    final void say(MilestoneDraft draft) {
        activity = draft.activity();
        deliverable = draft.deliverable();
        responsible = draft.responsible();
        starts = draft.period().start();
        ends = draft.period().end();
        weight = draft.weight();
        follow(draft.follows());
    }

    private void follow(List<Integer> places) {
        follows = Sequence.text(places);
    }

    void moveOn() {
        position++;
    }

    /** Waits for the same ones, whose places have changed; who has none any more is not waited for. */
    void followAt(Function<Integer, Optional<Integer>> moved) {
        follow(follows().stream().map(moved).flatMap(Optional::stream).toList());
    }

    List<Integer> follows() {
        return Arrays.stream(follows.split(","))
                .filter(place -> !place.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    /**
     * This one, as somebody saw it who judged by its progress.
     *
     * @throws Refused if it is another one now
     */
    Milestone at(Percent seen) {
        if (progress != seen.value()) {
            throw new Refused(
                    "milestone.moved",
                    "Somebody else, or you in another window, told more of this milestone: it is at %d %% now."
                            .formatted(progress),
                    progress);
        }
        return this;
    }

    ProgressReport advanceTo(Percent reached, Proof proof, LocalDate today, Signature by) {
        refuseIfWithdrawn();
        ProgressRules.report(new Percent(progress), reached);
        return record(ProgressReport.advance(reports.size() + 1, progress, reached.value(), proof, by), today);
    }

    ProgressReport correctTo(Percent reached, String reason, LocalDate today, Signature by) {
        refuseIfWithdrawn();
        ProgressRules.correct(new Percent(progress), reached);
        requireReason(reason);
        return record(
                ProgressReport.correction(reports.size() + 1, progress, reached.value(), reason.strip(), by), today);
    }

    /** Gives other evidence in place of a report's. */
    ProgressReport prove(UUID mends, Proof proof, String reason, Signature by) {
        refuseIfWithdrawn();
        var mended = reports.stream()
                .filter(one -> one.id().equals(mends))
                .findFirst()
                .orElseThrow(() -> new Unknown("report", mends));
        if (!mended.proves()) {
            throw new Refused(
                    "milestone.proof.lowered", "This report lowered progress and has no evidence to correct.");
        }
        if (trail().isMended(mends)) {
            throw new Refused(
                    "milestone.proof.mended",
                    "The evidence of this report was corrected already. Correct what took its place.");
        }
        if (progress == 0) {
            throw new Refused("milestone.proof.none", "No progress stands that could have other evidence.");
        }
        requireReason(reason);
        if (mended.proves(proof)) {
            throw new Refused("milestone.proof.same", "This is the evidence that the report has already.");
        }
        var report = ProgressReport.proof(reports.size() + 1, progress, proof, reason.strip(), mends, by);
        reports.add(report);
        return report;
    }

    EvidenceTrail trail() {
        return new EvidenceTrail(reports.stream().map(one -> one.step(id())).toList());
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new Refused("milestone.correction.reason", "Say what was wrong: the public reads it.");
        }
    }

    private ProgressReport record(ProgressReport report, LocalDate today) {
        if (report.reached() != progress) { // else the day it was complete stays
            completedOn = report.reached() == 100 ? today : null;
        }
        progress = report.reached();
        reports.add(report);
        return report;
    }

    void withdraw(String reason) {
        if (reason.isBlank()) {
            throw new Refused("withdrawal.reason", "Say why it is withdrawn: the public reads it.");
        }
        withdrawn = reason.strip();
    }

    void stand() {
        withdrawn = null;
    }

    private void refuseIfWithdrawn() {
        if (withdrawn != null) {
            throw new Refused("milestone.withdrawn", "This milestone was withdrawn; it advances no more.");
        }
    }

    MilestoneId id() {
        return new MilestoneId(id);
    }

    RollUp.Part part() {
        return new RollUp.Part(weight, progress, withdrawn != null);
    }

    MilestoneDraft said() {
        return new MilestoneDraft(activity, deliverable, responsible, new Period(starts, ends), weight, follows());
    }

    boolean hasReports() {
        return !reports.isEmpty();
    }

    int position() {
        return position;
    }

    int progress() {
        return progress;
    }

    @Nullable
    LocalDate completedOn() {
        return completedOn;
    }

    @Nullable
    String withdrawn() {
        return withdrawn;
    }

    List<ProgressReport> reports() {
        return List.copyOf(reports);
    }

    /** Whose act it is. */
    record Signature(String name, String onBehalfOf, Instant at) {}
}
