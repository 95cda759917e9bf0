package org.cabildo.commitment;

import java.util.List;
import java.util.Optional;
import org.cabildo.commitment.published.Amendment;
import org.cabildo.commitment.published.Amendment.Change;
import org.cabildo.commitment.published.Amendment.Part;
import org.cabildo.commitment.published.PublishedAmendments;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the draft of a plan says differently: what whoever approves it has to know. */
@Service
@Transactional(readOnly = true)
public class DraftChanges {

    private final DraftParts draft;
    private final ProposedParts proposed;
    private final PublishedAmendments published;

    DraftChanges(DraftParts draft, ProposedParts proposed, PublishedAmendments published) {
        this.draft = draft;
        this.proposed = proposed;
        this.published = published;
    }

    /**
     * What the draft changes against a version that was sent back.
     *
     * @param number of that version
     * @param changes in the order of the plan; empty: it says the same
     */
    public record SinceReturned(int number, List<Change> changes) {}

    /**
     * The changes against the version in force, in the order of the plan; all of it is new while nothing is published.
     *
     * @throws org.cabildo.kernel.Unknown if there is no such plan
     */
    public List<Change> of(PlanId id) {
        Officer.require(Role.READER);
        return Amendment.between(published.inForce(id.value()), draft.of(id));
    }

    /** Whether the public reads a version of a plan whose draft says something else, and none with that waits for approval. */
    public boolean isUnread(Plans.Line plan) {
        return plan.published() != null
                && plan.proposed() == null
                && plan.takesVersions()
                && !of(plan.id()).isEmpty();
    }

    /**
     * The changes of the version that waits for approval against the one in force, as it was proposed: what was drafted
     * since is not in it. While none waits, those of the draft.
     *
     * @throws org.cabildo.kernel.Unknown if there is no such plan
     */
    public List<Change> ofProposal(PlanId id) {
        Officer.require(Role.READER);
        return Amendment.between(published.inForce(id.value()), proposedOrDrafted(id));
    }

    /** The changes against the newest version that was sent back since the last publication; empty if none was. */
    public Optional<SinceReturned> sinceReturned(PlanId id) {
        Officer.require(Role.READER);
        return proposed.returned(id)
                .map(before ->
                        new SinceReturned(before.number(), Amendment.between(before.parts(), proposedOrDrafted(id))));
    }

    private List<Part> proposedOrDrafted(PlanId id) {
        return proposed.waiting(id).orElseGet(() -> draft.of(id));
    }
}
