package org.cabildo.admin.plan;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Confirm;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.words.Words;
import org.cabildo.commitment.DraftChanges;
import org.cabildo.consortium.MemberApprovals;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.identity.Roster;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.PlanSteps;
import org.cabildo.plan.Plans;
import org.cabildo.plan.VersionState;

/**
 * Asks whether a plan is proposed as it is drafted, and proposes it.
 *
 * @param shared whether members of a consortium approve it
 */
record Proposing(
        Plans plans,
        PlanApproval approval,
        MemberApprovals members,
        DraftChanges changes,
        Roster roster,
        boolean shared) {

    /** @param again shows the page anew once it is proposed */
    void ask(PlanId plan, Runnable again) {
        if (approval.isPublished(plan)) {
            amend(plan, again);
            return;
        }
        Confirm.before(Words.of("plan.propose.ask"), told(), Words.of("plan.propose"), () -> {
            if (shared) {
                members.propose(plan);
            } else {
                approval.propose(plan);
            }
            proposed(again);
        });
    }

    private String told() {
        if (shared) {
            return Words.of("plan.propose.members");
        }
        return Words.of(Officer.current().may(Role.APPROVER) ? "plan.propose.self" : "plan.propose.text");
    }

    /** Says to whom it went, unless it is only oneself. */
    private void proposed(Runnable again) {
        again.run();
        var names = shared ? List.<String>of() : roster.namesOf(Role.APPROVER);
        boolean others = names.size() > (Officer.current().may(Role.APPROVER) ? 1 : 0);
        Notes.done(others ? Words.of("plan.proposed.to", Words.oneOf(names)) : Words.of("plan.proposed"));
    }

    /** What the public reads already is changed with a reason only. */
    private void amend(PlanId plan, Runnable again) {
        var reason = Fields.within(PlanSteps.LONGEST_REASON, new TextArea(Words.of("plan.amend.reason")));
        reason.setHelperText(Words.of("plan.amend.help"));
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        var last = plans.versions(plan).getFirst();
        if (last.state() != VersionState.PUBLISHED) { // the same change is proposed again
            reason.setValue(last.reason());
        }
        if (last.state() == VersionState.PROPOSED) {
            reason.setHelperText(Words.of("plan.amend.replaces", last.number(), last.proposedBy()));
        }
        var told = new Div(new Paragraph(told()));
        if (ChangesPanel.addsCommitment(changes.of(plan))) {
            told.add(new Paragraph(Words.of("changes.lower")));
        }
        Sheet.titled(Words.of("plan.amend.ask"))
                .wide(told, reason)
                .taking(
                        Words.of("plan.propose"),
                        () -> Attempt.to(() -> {
                                    if (shared) {
                                        members.propose(plan, reason.getValue());
                                    } else {
                                        approval.propose(plan, reason.getValue());
                                    }
                                })
                                .at(reason, "plan.amendment.reason"),
                        () -> proposed(again))
                .open();
    }
}
