package org.cabildo.plan;

import java.util.List;

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
}
