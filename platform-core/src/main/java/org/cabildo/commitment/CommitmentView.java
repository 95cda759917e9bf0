package org.cabildo.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cabildo.commitment.published.EvidenceFile;
import org.cabildo.kernel.Percent;
import org.cabildo.plan.PlanId;
import org.jspecify.annotations.Nullable;

/**
 * A commitment as officers see it.
 *
 * @param number within its plan
 * @param progress rolled up from its milestones
 * @param published whether the public reads some version of it
 * @param version to be given back with a change, so no change is lost
 */
public record CommitmentView(
        CommitmentId id,
        PlanId plan,
        int number,
        CommitmentDraft said,
        Percent progress,
        @Nullable String withdrawn,
        boolean published,
        int version,
        List<MilestoneLine> milestones) {

    /** Whether a milestone that stands lies outside of the commitment's days, with which nothing can be proposed. */
    public boolean isOutside(MilestoneLine milestone) {
        var period = said.period();
        return milestone.withdrawn() == null
                && period != null
                && !period.covers(milestone.said().period());
    }

    /**
     * A milestone as officers see it.
     *
     * @param published whether the public reads or read it in some version
     */
    public record MilestoneLine(
            MilestoneId id,
            int position,
            MilestoneDraft said,
            Percent progress,
            @Nullable LocalDate completedOn,
            @Nullable String withdrawn,
            boolean published,
            List<ReportLine> reports) {}

    /**
     * A report on a milestone.
     *
     * @param correction whether it lowered progress or gave other evidence of it, with a reason
     * @param mends the report whose evidence it corrected; null: it corrected none
     * @param mended whether other evidence took the place of its own
     */
    public record ReportLine(
            UUID id,
            boolean correction,
            Percent previous,
            Percent reached,
            @Nullable String evidenceUrl,
            @Nullable EvidenceFile evidenceFile,
            String evidence,
            String reason,
            Instant at,
            String by,
            String onBehalfOf,
            @Nullable UUID mends,
            boolean mended) {

        /** Whether it left the progress as it was, and gave more evidence or other evidence of it. */
        public boolean isOfEvidence() {
            return previous.equals(reached);
        }

        /** Whether it has evidence that no other took the place of. */
        public boolean isProof() {
            return !mended && (evidenceUrl != null || evidenceFile != null);
        }
    }
}
