package org.cabildo.plan;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Another room's say in whether a version may be published, and who approved it. */
public interface ApprovalRule {

    /**
     * Lets a version pass to publication.
     *
     * @param hash of the content that would be published
     * @throws org.cabildo.kernel.Refused if an approval is missing
     */
    void allow(PlanVersionId version, String hash);

    /** Who approved it by this rule, one sentence each; empty if the rule does not apply here. */
    List<String> approvals(PlanVersionId version);

    /** The institutions that approved it by this rule; empty if the rule does not apply here. */
    Set<UUID> institutionsFor(PlanVersionId version);

    /**
     * Lets the officer in whose name this runs say something of a version that waits.
     *
     * @throws org.cabildo.kernel.Refused if the rule applies here, and the officer's institution is not asked
     */
    void requireAsked(PlanVersionId version);

    /**
     * Whether a version can still be approved by this rule.
     *
     * @param against institutions that sent it back
     * @return false as well if the rule does not apply here
     */
    boolean canStillPass(PlanVersionId version, Set<UUID> against);
}
