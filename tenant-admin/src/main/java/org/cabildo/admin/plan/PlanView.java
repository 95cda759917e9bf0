package org.cabildo.admin.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.admin.frame.Asked;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Autosave;
import org.cabildo.admin.frame.Beginnings;
import org.cabildo.admin.frame.Confirm;
import org.cabildo.admin.frame.FocusKeeper;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.frame.Portals;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.frame.SharedDraft;
import org.cabildo.admin.frame.SharedDraft.Seen;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.words.Words;
import org.cabildo.commitment.BulkEdits;
import org.cabildo.commitment.CommitmentCodes;
import org.cabildo.commitment.CommitmentView;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.DraftChanges;
import org.cabildo.commitment.published.Amendment;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.consortium.MemberApprovals;
import org.cabildo.file.StoredFiles;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.identity.Roster;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.pillar.Pillars;
import org.cabildo.plan.Foundations;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.PlanChecklist;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.PlanRemarks;
import org.cabildo.plan.PlanStage;
import org.cabildo.plan.PlanSteps;
import org.cabildo.plan.Plans;
import org.cabildo.plan.PreparationItem;
import org.cabildo.plan.Transition;
import org.cabildo.plan.VersionState;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.tenancy.TenantKind;
import org.jspecify.annotations.Nullable;

/** One plan: what it promises, what it lacks, and its way from draft to the version the public reads. */
@Route(value = "t/:tenant/planes/:plan", layout = OfficeLayout.class)
@PermitAll
class PlanView extends Page implements BeforeEnterObserver {

    private static final String PROPOSE = "proponer"; // in the address: whoever follows it wants to
    private static final String CHANGE = "cambiar";
    private final transient Plans plans;
    private final transient PlanApproval approval;
    private final transient MemberApprovals members;
    private final transient PlanRemarks remarks;
    private final transient Commitments commitments;
    private final transient PublishedPlans published;
    private final transient PublishedCommitments promises;
    private final transient PlanSteps steps;
    private final transient PlanChecklist checklist;
    private final transient Foundations foundations;
    private final transient DraftChanges changes;
    private final transient CommitmentCodes codes;
    private final transient Proposing proposing;
    private final transient Roster roster;
    private final transient StoredFiles files;
    private final transient Portals portals;
    private final transient Beginnings beginnings;
    private final transient Here here;
    private final transient Clock clock;
    private final Officer officer = Officer.current();
    private final boolean shared;
    final Button change = new Button(Words.of("change"));
    final Button delete = new Button(Words.of("plan.delete"));
    final Button propose = new Button(Words.of("plan.propose"));
    final Button add = new Button(Words.of("plan.commitment.add"));
    final Button copy = new Button(Words.of("copy.commitment"));
    final Button bulk = new Button(Words.of("bulk.open"));
    private final Div adding = new Div(add, copy, bulk);
    private final Div under = new Div();
    private boolean lacking; // something that a proposal needs
    private @Nullable H2 cameBack; // over what is to be mended; null: nothing is
    private final Div content = new Div();
    private final PlanWatch watch;
    private @Nullable PlanId id;

    PlanView(
            Plans plans,
            PlanApproval approval,
            MemberApprovals members,
            PlanRemarks remarks,
            Commitments commitments,
            PublishedPlans published,
            PublishedCommitments promises,
            PlanSteps steps,
            PlanChecklist checklist,
            Foundations foundations,
            DraftChanges changes,
            CommitmentCodes codes,
            Roster roster,
            BulkEdits edits,
            Pillars pillars,
            StoredFiles files,
            Portals portals,
            Beginnings beginnings,
            Here here,
            Clock clock) {
        super("");
        this.plans = plans;
        this.approval = approval;
        this.members = members;
        this.remarks = remarks;
        this.commitments = commitments;
        this.published = published;
        this.promises = promises;
        this.steps = steps;
        this.checklist = checklist;
        this.foundations = foundations;
        this.changes = changes;
        this.codes = codes;
        this.roster = roster;
        this.files = files;
        this.portals = portals;
        this.beginnings = beginnings;
        this.here = here;
        this.clock = clock;
        var place = officer.place();
        shared = place != null && place.kind() == TenantKind.CONSORTIUM;
        proposing = new Proposing(plans, approval, members, changes, roster, shared);
        under(under);
        content.addClassNames("stack", "wide");
        watch = new PlanWatch(
                plans, this::isOutrun, _ -> new Button(Words.of("plan.meanwhile.see"), _ -> this.showFromItsHead()));
        add(watch, content);
        actions(delete, change, propose);
        change.addClickListener(_ -> ask());
        delete.addClickListener(_ -> delete());
        propose.addClickListener(_ -> propose());
        adding.addClassName("actions");
        bulk.addClickListener(_ -> new BulkSheet(edits, id(), commitments.of(id()), pillars.all(), this::show).open());
        copy.addClickListener(_ -> UI.getCurrent().navigate(here.path("planes/" + id() + "/copiar")));
        add.addClickListener(_ -> UI.getCurrent().navigate(here.path("planes/" + id() + "/compromisos/nuevo")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("plan").map(PlanView::number).orElseThrow(() -> new Unknown("plan", "–"));
        show();
        if (!Asked.of(event).text(PROPOSE).isEmpty()) {
            proposeAtOnce();
        } else if (!Asked.of(event).text(CHANGE).isEmpty()) {
            Asked.tell(here.path("planes/" + id()), Map.of());
            if (officer.may(Role.EDITOR)) {
                ask().leadToDays();
            }
        }
    }

    /** Whoever comes from a commitment to propose the plan is asked at once, if there is something to propose. */
    private void proposeAtOnce() {
        Asked.tell(here.path("planes/" + id()), Map.of());
        if (propose.isVisible()) {
            propose();
        } else if (officer.may(Role.EDITOR) && plans.require(id()).takesVersions()) {
            Notes.done(Words.of("plan.propose.nothing"));
        }
    }

    /** Asks, or brings whoever wants it to what is missing. */
    private void propose() {
        if (!lacking) {
            proposing.ask(id(), this::show);
            return;
        }
        Notes.done(Words.of("plan.propose.lacks"));
        content.getChildren()
                .filter(ChecklistPanel.class::isInstance)
                .map(ChecklistPanel.class::cast)
                .forEach(ChecklistPanel::comeIntoView);
    }

    /** What comes next stands in the head, or with what came back. */
    private void showFromItsHead() {
        show();
        if (cameBack == null) {
            goOnAtItsHead();
        } else {
            FocusKeeper.goOnAt(cameBack);
        }
    }

    private void showSteps() {
        show();
        content.getChildren()
                .filter(StepsPanel.class::isInstance)
                .map(StepsPanel.class::cast)
                .forEach(StepsPanel::goOn);
    }

    private static PlanId number(String text) {
        try {
            return new PlanId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new Unknown("plan", text);
        }
    }

    private PlanId id() {
        return Objects.requireNonNull(id);
    }

    private void show() {
        var plan = plans.require(id());
        var versions = plans.versions(id());
        var gaps = approval.gaps(id());
        title(plan.said().title());
        var more = new Div(
                new Anchor(here.path("planes/" + id() + "/planilla"), Words.of("planfile.link")),
                new Anchor(here.path("planes/" + id() + "/historia"), Words.of("history.title")));
        more.addClassName("actions");
        under.removeAll();
        var editor = officer.may(Role.EDITOR);
        change.setVisible(editor);
        delete.setVisible(editor && versions.isEmpty());
        var news = proposable(versions);
        var open = plan.takesVersions();
        var unread = news && open && plan.published() != null && plan.proposed() == null;
        under.add(new Span(PlanWords.under(plan)), PlanWords.badges(plan, unread), more);
        propose.setVisible(editor && news && open);
        lacking = !gaps.isEmpty();
        propose.setThemeName(ButtonVariant.PRIMARY.getVariantName(), !lacking);
        content.removeAll();
        if (!open && (news || plan.stage() == PlanStage.ABANDONED)) {
            content.add(resting(plan));
        }
        var promised = commitments.of(id());
        if (editor) {
            new BegunMilestones(beginnings, here.path("planes/" + id()), promised)
                    .all()
                    .forEach(content::add);
        }
        if (!plan.said().summary().isBlank()) {
            var summary = new Paragraph(plan.said().summary());
            summary.addClassName("prose");
            content.add(summary);
        }
        if (!plan.said().source().isBlank()) {
            content.add(new Quiet(Words.of("plan.source.line", plan.said().source())));
        }
        var waiting = versions.stream()
                .filter(version -> open && version.state() == VersionState.PROPOSED)
                .findFirst();
        var outrun = waiting.filter(this::isOutrun).isPresent();
        var findings = checklist.of(id(), here.today());
        waiting.ifPresent(version -> content.add(new ProposalPanel(
                version,
                () -> now(version),
                id(),
                !outrun,
                shared,
                approval,
                members,
                remarks,
                changes,
                approvers(),
                Math.toIntExact(findings.stream()
                        .filter(finding -> !finding.isObligatory())
                        .count()),
                here,
                this::onPortal,
                this::showFromItsHead)));
        cameBack = null;
        if (plan.returned() != null && open) {
            content.add(returned(versions.getFirst()));
        }
        var foundation = new FoundationPanel(foundations, files, here, clock, id(), editor, this::show);
        if ((editor || officer.may(Role.APPROVER)) && open && !findings.isEmpty()) {
            content.add(new ChecklistPanel(findings, places(plan, promised), foundation::way));
        }
        bulk.setVisible(promised.size() > 1);
        content.add(new CommitmentCards(plan, promised, unread(plan, news), codes, here, editor, adding, this::show));
        published.current().stream()
                .filter(version -> version.planId().equals(id().value()))
                .findFirst()
                .ifPresent(version -> content.add(glance(version)));
        var items = plans.preparation(id());
        if (!items.isEmpty()) {
            content.add(preparation(items));
        }
        content.add(foundation);
        content.add(new StepsPanel(steps, lacking(findings), files, here, clock, id(), this::showSteps));
        if (!versions.isEmpty()) {
            content.add(new VersionsPanel(versions, shared, members, remarks, here.zone()));
        }
        watch.watch(id(), versions, outrun);
    }

    private Component glance(PublishedPlans.Version version) {
        var lines = promises.of(version.versionId(), here.today());
        return new GlancePanel(promises.glance(version.versionId(), lines, here.today()), version, id(), here, portals);
    }

    private Optional<Plans.VersionLine> now(Plans.VersionLine version) {
        return plans.versions(id()).stream()
                .filter(line -> line.id().equals(version.id()))
                .findFirst();
    }

    /** Whether the draft says something else than this version. */
    private boolean isOutrun(Plans.VersionLine version) {
        return !version.hash().equals(approval.hash(id()));
    }

    private Anchor onPortal() {
        return portals.plan(here.tenant().slug(), plans.require(id()).slug(), Words.of("plan.portal"));
    }

    /** That no version is proposed of a plan where it is, and who can take it back to where one is. */
    private Component resting(Plans.Line plan) {
        var said = panel(
                new H2(Words.of("plan.rests", Words.of(plan.stage()))), new Paragraph(Words.of("plan.rests.text")));
        steps.wayBack(id()).ifPresent(way -> said.add(new Paragraph(back(way))));
        return said;
    }

    private String back(Transition way) {
        var step = Words.of(way.step());
        if (officer.may(way.role())) {
            return Words.of("plan.rests.yours", step);
        }
        var others = approvers();
        return others.isEmpty()
                ? Words.of("plan.rests.others", step)
                : Words.of("plan.rests.by", step, Words.oneOf(others));
    }

    /** What is to be mended before it is proposed again. */
    private Component returned(Plans.VersionLine version) {
        var title = new H2(Words.of("plan.returned.title", version.number()));
        cameBack = title;
        return panel(
                title,
                new Quiet(Words.of(officer.may(Role.EDITOR) ? "plan.returned.text" : "plan.returned.waits")),
                RemarkList.of(remarks.of(version.id()), here.zone()));
    }

    private List<String> approvers() {
        return shared ? List.of() : roster.namesOf(Role.APPROVER);
    }

    private boolean proposable(List<Plans.VersionLine> versions) {
        return versions.stream()
                .filter(version -> !version.state().isOver())
                .findFirst()
                .map(last -> !last.hash().equals(approval.hash(id())))
                .orElse(true);
    }

    /** Where each commitment is written, by its title, and the plan by its own. */
    private Map<String, String> places(Plans.Line plan, List<CommitmentView> promised) {
        var places = new HashMap<String, String>();
        if (officer.may(Role.EDITOR)) {
            places.put(plan.said().title(), here.path("planes/" + id() + "?" + CHANGE + "=si"));
            places.put("plan.term.beyond", here.path("planes/" + id() + "?" + CHANGE + "=si"));
            places.put("plan.commitments.none", here.path("planes/" + id() + "/compromisos/nuevo"));
        }
        promised.reversed()
                .forEach(one ->
                        places.put(one.said().title(), here.path("planes/" + id() + "/compromisos/" + one.id())));
        return places;
    }

    /**
     * Numbers of the commitments of which the public reads something else, or nothing yet.
     *
     * @param news whether the draft says something else than the last version
     */
    private Set<Integer> unread(Plans.Line plan, boolean news) {
        return plan.published() == null || (!news && plan.proposed() == null)
                ? Set.of()
                : changes.of(id()).stream()
                        .filter(change -> change.kind() != Amendment.Kind.PLAN)
                        .map(Amendment.Change::commitment)
                        .collect(Collectors.toSet());
    }

    /** What has to be mended before the plan can be submitted to OGP. */
    private static long lacking(List<PlanChecklist.Finding> findings) {
        return findings.stream().filter(PlanChecklist.Finding::isObligatory).count();
    }

    private static Component preparation(List<PreparationItem> items) {
        var list = new OrderedList();
        for (var item : items) {
            var line = new ListItem(new H3(Words.of(item.kind()) + ": " + item.title()));
            if (!item.detail().isBlank()) {
                line.add(new Paragraph(item.detail()));
            }
            if (!item.source().isBlank()) {
                line.add(new Quiet(Words.of("plan.source.line", item.source())));
            }
            list.add(line);
        }
        return panel(new H2(Words.of("plan.items")), list);
    }

    private static Div panel(Component... parts) {
        var panel = new Div(parts);
        panel.addClassName("panel");
        return panel;
    }

    private PlanForm ask() {
        var seen = plans.require(id());
        var form = new PlanForm(seen.said());
        var draft = new SharedDraft<>(
                form,
                new Seen<>(seen.said(), seen.version()),
                () -> {
                    var now = plans.require(id());
                    return new Seen<>(now.said(), now.version());
                },
                (said, version) -> plans.change(id(), version, said));
        Sheet.titled(Words.of("plan.change"))
                .wide(form.title, form.framework)
                .with(form.start, form.end)
                .wide(form.summary, form.source, form.inPreparation)
                .keeping(draft, new Autosave(() -> keepTyped(draft, seen.said(), form.said()), clock, here.zone()))
                .taking(Words.of("save"), () -> form.placed(Attempt.to(draft::keep)), this::show)
                .open();
        return form;
    }

    /** Keeps a draft; what the public would read at once waits for the button. */
    private static void keepTyped(SharedDraft<PlanDraft> draft, PlanDraft before, PlanDraft said) {
        if (before.inPreparation() || said.inPreparation()) {
            throw new Refused("plan.preparation.button", "The public reads this at once: save it with the button.");
        }
        draft.keep();
    }

    private void delete() {
        var all = commitments.of(id());
        int milestones = all.stream().mapToInt(one -> one.milestones().size()).sum();
        Confirm.losing(
                Words.of("plan.delete.ask", plans.require(id()).said().title()),
                all.isEmpty() ? Words.of("plan.delete.empty") : Words.of("plan.delete.text", all.size(), milestones),
                Words.of("plan.delete"),
                () -> {
                    plans.delete(id());
                    UI.getCurrent().navigate(here.path("planes"));
                });
    }
}
