package org.cabildo.admin.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Confirm;
import org.cabildo.admin.frame.Dated;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.words.Words;
import org.cabildo.commitment.DraftChanges;
import org.cabildo.consortium.MemberApprovals;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.PlanRemarks;
import org.cabildo.plan.Plans;

/**
 * A version that waits for approval: what it changes, who approved it, and the buttons of whoever may approve it, send it
 * back, or take it back.
 */
final class ProposalPanel extends Div {

    private final transient Plans.VersionLine version;
    private final boolean shared;
    private final boolean first;
    private final transient PlanApproval approval;
    private final transient MemberApprovals members;
    private final transient PlanRemarks remarks;
    private final transient Supplier<Anchor> onPortal;
    private final transient Runnable again;
    private final transient Supplier<Optional<Plans.VersionLine>> now;

    /**
     * @param now reads how the version stands
     * @param unchanged whether the draft still says what was proposed
     * @param shared whether members of a consortium approve it
     * @param approvers names of those who may approve it, where it is one institution's
     * @param warnings how much is advised to be looked at before it is approved
     * @param onPortal leads to where the public reads it once it is published
     * @param again shows the page anew once something was done
     */
    ProposalPanel(
            Plans.VersionLine version,
            Supplier<Optional<Plans.VersionLine>> now,
            PlanId plan,
            boolean unchanged,
            boolean shared,
            PlanApproval approval,
            MemberApprovals members,
            PlanRemarks remarks,
            DraftChanges changes,
            List<String> approvers,
            int warnings,
            Here here,
            Supplier<Anchor> onPortal,
            Runnable again) {
        this.version = version;
        this.now = now;
        this.shared = shared;
        this.approval = approval;
        this.members = members;
        this.remarks = remarks;
        this.onPortal = onPortal;
        this.again = again;
        first = !approval.isPublished(plan);
        addClassName("panel");
        var officer = Officer.current();
        var asked = shared ? members.of(version.id()) : List.<MemberApprovals.Approval>of();
        var mine = officer.may(Role.APPROVER) && (!shared || isAsked(asked, officer));
        var own = version.proposedBy().equals(officer.name());
        say(here, unchanged);
        if (mine && unchanged) {
            add(new Paragraph(Words.of(turn(own))));
        }
        changes.sinceReturned(plan).ifPresent(since -> add(ChangesPanel.since(since)));
        var changed = changes.ofProposal(plan);
        add(first ? ChangesPanel.ofFirstVersion(changed) : ChangesPanel.ofVersion(changed));
        if (shared) {
            var decision = members.decision(version.id());
            add(
                    new Paragraph(
                            Words.of("plan.decision", decision.needed(), decision.asked(), Words.of(decision.rule()))),
                    approvals(asked, "plan.member.waiting", here.zone()));
        }
        var said = remarks.of(version.id());
        if (!said.isEmpty()) {
            add(new H3(Words.of("plan.remarks")), RemarkList.of(said, here.zone()));
        }
        if (!officer.may(Role.APPROVER)) {
            add(new Quiet(
                    approvers.isEmpty()
                            ? Words.of("plan.approve.others")
                            : Words.of("plan.approve.by", Words.oneOf(approvers))));
        }
        if (mine && warnings > 0) {
            add(new Quiet(Words.of("plan.approve.warnings", warnings)));
        }
        var actions = new Div();
        actions.addClassNames("actions", "deciding");
        if (mine) {
            var approve = new Button(
                    shared ? Words.of("plan.approve.behalf", officer.onBehalfOf()) : Words.of("plan.approve"),
                    _ -> approve());
            if (!own) {
                approve.addThemeVariants(ButtonVariant.PRIMARY);
            }
            approve.setEnabled(unchanged);
            actions.add(approve, new Button(Words.of("plan.return"), _ -> sendBack()));
        }
        if (officer.may(Role.EDITOR)) {
            actions.add(new Button(Words.of("plan.takeback"), _ -> takeBack()));
        }
        add(actions);
    }

    /** @param own whether the officer proposed it */
    private String turn(boolean own) {
        if (own) {
            return "plan.proposal.own";
        }
        return first ? "plan.proposal.yours.first" : "plan.proposal.yours";
    }

    /** Whether the officer's member was asked and has not approved. */
    private static boolean isAsked(List<MemberApprovals.Approval> asked, Officer officer) {
        return asked.stream()
                .anyMatch(one -> one.member().equals(officer.onBehalfOfId().value()) && one.approvedAt() == null);
    }

    private void say(Here here, boolean unchanged) {
        add(
                new H2(Words.of("plan.proposal", version.number())),
                new Quiet(Words.of(
                        "plan.proposal.by",
                        version.proposedBy(),
                        version.onBehalfOf(),
                        Words.of(version.proposedAt(), here.zone()))),
                technical(version.hash()));
        if (!version.reason().isEmpty()) {
            add(new Paragraph(Words.of("plan.amend.because", version.reason())));
        }
        if (!unchanged) {
            var changed = new Paragraph(Words.of("plan.changed.since"));
            changed.addClassName("bad");
            add(changed);
        }
    }

    /** What only whoever checks that nothing was altered looks at. */
    static Details technical(String hash) {
        var said = new Span(hash);
        said.addClassName("hash");
        return new Details(
                Words.of("plan.hash.check"),
                new Quiet(Words.of("plan.hash.text")),
                new Div(new Span(Words.of("plan.hash") + " "), said));
    }

    /**
     * Who approved a version and who did not.
     *
     * @param without key of the word for those who did not
     */
    static Component approvals(List<MemberApprovals.Approval> asked, String without, ZoneId zone) {
        var list = new UnorderedList();
        list.addClassName("plain-list");
        for (var one : asked) {
            var at = one.approvedAt();
            var by = one.approvedBy();
            var line = new ListItem(
                    at == null || by == null
                            ? new Badge(Words.of(without), Badge.Tone.BUSY)
                            : new Badge(Words.of("plan.member.approved"), Badge.Tone.GOOD));
            line.add(
                    new Span(" " + one.name()),
                    new Dated(at == null || by == null ? "" : " · " + by + ", " + Words.of(at, zone)));
            list.add(line);
        }
        return list;
    }

    private void approve() {
        Confirm.before(
                Words.of("plan.approve.ask", version.number()),
                shared
                        ? Words.of("plan.approve.members")
                        : Words.of(first ? "plan.approve.first" : "plan.approve.text"),
                shared ? Words.of("plan.approve.short") : Words.of("plan.approve"),
                () -> {
                    var published = new AtomicBoolean(true);
                    decide(() -> {
                        if (shared) {
                            published.set(members.approve(version.id(), version.hash()));
                        } else {
                            approval.publish(version.id(), version.hash());
                        }
                    });
                    again.run();
                    if (published.get()) {
                        Notes.done(Words.of("plan.published"), onPortal.get());
                    } else {
                        Notes.done(Words.of("plan.approved"));
                    }
                });
    }

    private void sendBack() {
        var said = Fields.within(PlanRemarks.LONGEST, new TextArea(Words.of("plan.remark")));
        said.setHelperText(Words.of("plan.remark.help"));
        said.setRequiredIndicatorVisible(true);
        said.setWidthFull();
        Sheet.titled(Words.of("plan.return.ask", version.number()))
                .wide(new Paragraph(Words.of(shared ? "plan.return.members" : "plan.return.text")), said)
                .taking(
                        Words.of("plan.return.yes"),
                        () -> Attempt.to(() -> decide(() -> remarks.sendBack(version.id(), said.getValue())))
                                .at(said, "plan.remark"),
                        () -> {
                            again.run();
                            Notes.done(Words.of("plan.returned"));
                        })
                .open();
    }

    private void takeBack() {
        Confirm.losing(
                Words.of("plan.takeback.ask", version.number()),
                Words.of(shared ? "plan.takeback.members" : "plan.takeback.text"),
                Words.of("plan.takeback"),
                () -> {
                    decide(() -> approval.withdraw(version.id()));
                    again.run();
                    Notes.done(Words.of("plan.takenback"));
                });
    }

    /** Decides about it, unless somebody else did: then it is said what they did, and the page shows it. */
    private void decide(Runnable work) {
        try {
            work.run();
        } catch (Refused refused) {
            var stands = now.get();
            if (!refused.code().equals("plan.version.gone") || stands.isEmpty()) {
                throw refused;
            }
            again.run();
            var happened = Words.of("plan.meanwhile." + stands.get().state(), version.number());
            throw new Refused("plan.gone", "This was decided meanwhile: " + happened, happened);
        }
    }
}
