package org.cabildo.commitment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.commitment.CommitmentView.MilestoneLine;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.plan.PlanId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes several commitments of a plan at once: seen before, all of them or none, and undone as they were. */
@Service
public class BulkEdits {

    private final Commitments commitments;

    BulkEdits(Commitments commitments) {
        this.commitments = commitments;
    }

    /**
     * A commitment as it is and as it would be.
     *
     * @param version of the commitment that was seen
     */
    public record Altered(
            CommitmentId id,
            int number,
            int version,
            CommitmentDraft before,
            CommitmentDraft after,
            Map<MilestoneId, MilestoneDraft> milestonesBefore,
            Map<MilestoneId, MilestoneDraft> milestonesAfter) {

        private Altered undone(int versionNow) {
            return new Altered(
                    id,
                    number,
                    versionNow,
                    /* before= */ after,
                    /* after= */ before,
                    /* milestonesBefore= */ milestonesAfter,
                    /* milestonesAfter= */ milestonesBefore);
        }
    }

    /**
     * What would change; commitments that say so already, and those that were withdrawn, are left out.
     *
     * @throws Refused if a text or a choice cannot be
     */
    public List<Altered> preview(PlanId plan, Set<CommitmentId> chosen, Alteration alteration) {
        Officer.require(Role.EDITOR);
        return commitments.of(plan).stream()
                .filter(one -> chosen.contains(one.id()) && one.withdrawn() == null)
                .map(one -> altered(one, alteration))
                .filter(one -> !one.before().equals(one.after())
                        || !one.milestonesBefore().equals(one.milestonesAfter()))
                .toList();
    }

    private static Altered altered(CommitmentView one, Alteration alteration) {
        var standing = one.milestones().stream()
                .filter(milestone -> milestone.withdrawn() == null)
                .toList();
        return new Altered(
                one.id(),
                one.number(),
                one.version(),
                one.said(),
                alteration.of(one.said()),
                standing.stream().collect(Collectors.toMap(MilestoneLine::id, MilestoneLine::said)),
                standing.stream().collect(Collectors.toMap(MilestoneLine::id, line -> alteration.of(line.said()))));
    }

    /**
     * Changes them as they were seen.
     *
     * @return what undoes it, as long as nobody changes them meanwhile
     * @throws Refused if one cannot be changed so, or somebody changed one meanwhile; then none is changed
     */
    @Transactional
    public List<Altered> apply(List<Altered> seen) {
        Officer.require(Role.EDITOR);
        if (seen.isEmpty()) {
            throw new Refused("bulk.nothing", "Nothing would change: choose commitments, and what they say then.");
        }
        seen.forEach(one -> commitments.rewrite(one.id(), one.version(), one.after(), one.milestonesAfter()));
        return seen.stream()
                .map(one -> one.undone(commitments.require(one.id()).version()))
                .toList();
    }
}
