package org.cabildo.admin.commitment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cabildo.admin.copying.OriginPanels;
import org.cabildo.admin.frame.Asked;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Autosave;
import org.cabildo.admin.frame.Beginnings;
import org.cabildo.admin.frame.Confirm;
import org.cabildo.admin.frame.Differences;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.frame.Portals;
import org.cabildo.admin.frame.RacePanel;
import org.cabildo.admin.frame.SaveKey;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.plan.PlanWatch;
import org.cabildo.admin.plan.RemarkList;
import org.cabildo.admin.words.Words;
import org.cabildo.begun.Beginning;
import org.cabildo.calendar.OgpVocabulary;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.CommitmentId;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.commitment.CommitmentView;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.Completeness;
import org.cabildo.commitment.DraftChanges;
import org.cabildo.consortium.published.Membership;
import org.cabildo.file.StoredFiles;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.pillar.Pillars;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.PlanRemarks;
import org.cabildo.plan.Plans;
import org.cabildo.plan.VersionState;
import org.jspecify.annotations.Nullable;

/** One commitment: what it says, its milestones, and what was reported of them. Whoever saves second loses nothing. */
@Route(value = "t/:tenant/planes/:plan/compromisos/:commitment", layout = OfficeLayout.class)
@PermitAll
class CommitmentEditor extends Page implements BeforeEnterObserver, BeforeLeaveObserver {

    private final transient Commitments commitments;
    private final transient CommitmentTracking tracking;
    private final transient StoredFiles files;
    private final transient Plans plans;
    private final transient PlanRemarks remarks;
    private final transient Pillars pillars;
    private final transient Membership membership;
    private final transient OgpVocabulary vocabulary;
    private final transient Beginnings beginnings;
    private final transient OriginPanels origins;
    private final transient Portals portals;
    private final transient Here here;
    private final transient Clock clock;
    private final transient DraftChanges changes;
    private final Officer officer = Officer.current();
    final Button save = new Button(Words.of("save"));
    final Button report = new Button(Words.of("milestone.report"));
    final Button withdraw = new Button(Words.of("commitment.withdraw"));
    final Button delete = new Button(Words.of("commitment.delete"));
    private final CommitmentHead head;
    private final PlanWatch watch;
    private final Div begun = new Div();
    private final Div race = new Div();
    private final Div saying = new Div();
    private final Div milestones = new Div();
    private final Div ready = new Div();
    final NextStep nextStep = new NextStep(this::leadTo);
    final TalkPanel talk;

    @Nullable
    CommitmentForm form;

    @Nullable
    Autosave autosave;

    private @Nullable PlanId plan;
    private @Nullable CommitmentView seen;
    private @Nullable CommitmentView opened; // as it was found; null: it was made here
    private boolean unread; // what was found here the public did not read
    private transient List<CommitmentView.MilestoneLine> listed = List.of(); // as they stand on the page

    CommitmentEditor(
            Commitments commitments,
            CommitmentTracking tracking,
            StoredFiles files,
            Plans plans,
            PlanRemarks remarks,
            Pillars pillars,
            Membership membership,
            OgpVocabulary vocabulary,
            Beginnings beginnings,
            Talks talks,
            DraftChanges changes,
            OriginPanels origins,
            Portals portals,
            Here here,
            Clock clock) {
        super("");
        this.commitments = commitments;
        this.tracking = tracking;
        this.files = files;
        this.plans = plans;
        this.remarks = remarks;
        this.pillars = pillars;
        this.membership = membership;
        this.vocabulary = vocabulary;
        this.beginnings = beginnings;
        this.origins = origins;
        this.portals = portals;
        this.here = here;
        this.clock = clock;
        this.changes = changes;
        head = new CommitmentHead(here, portals);
        under(head);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(_ -> save());
        SaveKey.on(save);
        withdraw.addClickListener(_ -> withdraw());
        delete.addClickListener(_ -> delete());
        report.addClickListener(_ -> lists().forEach(MilestoneList::report));
        report.setVisible(false);
        actions(report, delete, withdraw);
        race.getElement().setAttribute("role", "alert");
        begun.addClassName("begun-above");
        talk = talks.panel();
        watch = new PlanWatch(plans, this::decided);
        add(watch, begun, race, saying, milestones, ready, talk);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        plan = new PlanId(number("plan", parameters.get("plan").orElse("")));
        var wanted = parameters.get("commitment").orElse("");
        if (wanted.equals(JustMade.NEW)) {
            Officer.require(Role.EDITOR);
            seen = null;
            opened = null;
            var made = JustMade.meantBy(event, plan);
            if (made != null) {
                event.forwardTo(here.path(made.path()));
                return;
            }
        } else {
            seen = commitments.require(new CommitmentId(number("commitment", wanted)));
            opened = seen;
            if (!seen.plan().equals(plan)) {
                throw new Unknown("commitment", wanted);
            }
            unread = isUnread(seen);
        }
        show();
        if (officer.may(Role.EDITOR) && seen != null) {
            Asked.of(event).one(PlanWatch.PART, Completeness.Item.class).ifPresent(part -> {
                Asked.tell(event.getLocation().getPath(), Map.of());
                leadTo(part);
            });
            var milestone = Asked.of(event).text(PlanWatch.MILESTONE);
            if (!milestone.isEmpty()) {
                Asked.tell(event.getLocation().getPath(), Map.of());
                var asked = Asked.of(event).one(PlanWatch.FORM, Beginning.Form.class);
                lists().forEach(list -> list.open(milestone, asked.orElse(Beginning.Form.MILESTONE_CHANGE)));
            }
        }
    }

    /** Asks before what was typed is left behind. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (form != null && form.isChanged() && officer.may(Role.EDITOR)) {
            Confirm.leaving(Words.of("leave.text"), event.postpone());
        }
    }

    private boolean isUnread(CommitmentView found) {
        return found.published()
                && officer.may(Role.EDITOR)
                && changes.of(found.plan()).stream().anyMatch(change -> change.commitment() == found.number());
    }

    private static UUID number(String what, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Unknown(what, text);
        }
    }

    private PlanId plan() {
        return Objects.requireNonNull(plan);
    }

    private void show() {
        var shown = seen;
        var editor = officer.may(Role.EDITOR);
        var of = plans.require(plan());
        showHead(of, shown, editor);
        race.removeAll();
        saying.removeAll();
        var fresh = new CommitmentForm(
                shown == null ? null : shown.said(),
                of.said().period(),
                here.today(),
                pillars.all(),
                membership.membersOf(here.tenant().id()),
                commitments.responsibles(),
                new DetailFields.Choices(
                        vocabulary.policyAreas(),
                        others(),
                        of.said().framework().isOfOgp()));
        fresh.setReadOnly(!editor);
        form = fresh;
        if (of.returned() != null && of.takesVersions()) {
            saying.add(returned(of.returned()));
        }
        if (shown != null) {
            origins.of(shown, editor).ifPresent(saying::add);
        }
        saying.add(new H2(Words.of("commitment.said")), fresh);
        if (editor) {
            var keeping = new Autosave(this::keepTyped, clock, here.zone());
            keeping.watch(fresh);
            keeping.except(fresh::open);
            autosave = keeping;
            var buttons = new Div(save, keeping, nextStep);
            buttons.addClassNames("actions", "deciding");
            saying.add(buttons);
        }
        showReady(shown, of);
        showMilestones();
        if (shown == null) {
            fresh.begin();
        }
        watch.watch(plan(), plans.versions(plan()));
    }

    private Component decided(Plans.VersionLine version) {
        return version.state() == VersionState.RETURNED
                ? RemarkList.of(remarks.of(version.id()), here.zone())
                : new Anchor(here.path("planes/" + plan()), Words.of("commitment.next.link"));
    }

    /** What is to be mended stands where it is mended. */
    private Component returned(int version) {
        var panel = new Div(new H2(Words.of("plan.returned.title", version)));
        panel.addClassName("panel");
        plans.versions(plan()).stream()
                .filter(line -> line.number() == version)
                .forEach(line -> panel.add(RemarkList.of(remarks.of(line.id()), here.zone())));
        panel.add(new Anchor(
                here.path("planes/" + plan()),
                Words.of(officer.may(Role.EDITOR) ? "plan.returned.see" : "commitment.next.link")));
        return panel;
    }

    /** The titles of the plan's other commitments by their numbers. */
    private Map<Integer, String> others() {
        var others = commitments.titles(plan());
        if (seen != null) {
            others.remove(seen.number());
        }
        return others;
    }

    /** Where one is, and how the commitment stands. */
    private void showHead(Plans.Line of, @Nullable CommitmentView shown, boolean editor) {
        title(
                shown == null
                        ? Words.of("commitment.new")
                        : Words.of(
                                "commitment.numbered",
                                shown.number(),
                                shown.said().title()));
        head.show(
                of,
                shown,
                editor
                        && of.takesVersions()
                        && shown != null
                        && shown.published()
                        && isNews(shown, of.proposed() != null));
        delete.setVisible(editor && shown != null && !shown.published());
        withdraw.setVisible(editor && shown != null && shown.published() && shown.withdrawn() == null);
    }

    private void leadTo(Completeness.Item part) {
        if (part == Completeness.Item.MILESTONE) {
            lists().forEach(MilestoneList::add);
        } else {
            Objects.requireNonNull(form).leadTo(part);
        }
    }

    private Stream<MilestoneList> lists() {
        return milestones.getChildren().filter(MilestoneList.class::isInstance).map(MilestoneList.class::cast);
    }

    /** How complete it is follows what is saved. */
    private void showReady(@Nullable CommitmentView now, Plans.Line of) {
        var proposed = of.proposed();
        var path = here.path("planes/" + plan());
        nextStep.show(now, proposed, path, of.said().period() != null, now != null && isNews(now, proposed != null));
        save.getThemeNames().set(ButtonVariant.PRIMARY.getVariantName(), !nextStep.isToPropose());
        ready.removeAll();
        if (!of.takesVersions()) {
            nextStep.setVisible(false); // nothing of it is proposed any more
        } else if (now != null && now.withdrawn() == null && officer.may(Role.EDITOR)) {
            ready.add(new ReadyPanel(now, proposed, path, this::leadTo));
        }
    }

    private void showMilestones() {
        talk.show(seen);
        milestones.removeAll();
        if (seen == null) {
            milestones.add(new Paragraph(Words.of("commitment.milestones.later")));
            return;
        }
        list(seen);
    }

    private void list(CommitmentView now) {
        listed = now.milestones();
        milestones.removeAll();
        begun.removeAll();
        var list = new MilestoneList(
                now,
                commitments,
                tracking,
                files,
                here,
                beginnings,
                this::saved,
                this::onPortal,
                this::milestonesChanged);
        milestones.add(list);
        begun.add(list.begunAbove());
        report.setVisible(list.canReport());
    }

    private Anchor onPortal() {
        var shown = Objects.requireNonNull(seen);
        return portals.commitment(
                here.tenant().slug(), plans.require(plan()).slug(), shown.number(), Words.of("plan.portal"));
    }

    private int saved() {
        return seen == null ? 0 : seen.version();
    }

    /** Milestones are saved on their own: the form keeps what is typed in it. */
    private void milestonesChanged() {
        var before = Objects.requireNonNull(seen);
        var now = commitments.require(before.id());
        var unchanged = now.said().equals(before.said());
        if (unchanged || form == null || !form.isChanged()) {
            seen = now;
        }
        if (!unchanged && form != null && !form.isChanged()) {
            show();
        } else {
            var of = plans.require(plan());
            showHead(of, now, officer.may(Role.EDITOR)); // milestones are saved on their own
            showReady(now, of);
            list(now);
        }
    }

    /**
     * Whether it says something that the public does not read: when it was opened here, or since.
     *
     * @param proposed whether a version waits that says what was found here
     */
    private boolean isNews(CommitmentView now, boolean proposed) {
        var before = opened;
        return before == null
                || (unread && !proposed)
                || !before.said().equals(now.said())
                || !promised(before.milestones()).equals(promised(now.milestones()));
    }

    /** What of the milestones the public reads once a version is approved: not what is reported of them. */
    private static List<List<@Nullable Object>> promised(List<CommitmentView.MilestoneLine> milestones) {
        return milestones.stream()
                .map(one -> Arrays.<@Nullable Object>asList(one.id(), one.said(), one.withdrawn()))
                .toList();
    }

    private void save() {
        var filled = Objects.requireNonNull(form);
        if (race.getComponentCount() > 0) { // what both changed is chosen first
            race.getElement()
                    .executeJs("this.scrollIntoView({block: 'center'}); this.querySelector('vaadin-button').focus()");
            return;
        }
        var changed = filled.isChanged();
        if (filled.placed(Attempt.to(() -> write(filled, filled::said))).succeeds()) {
            Objects.requireNonNull(autosave).kept();
            if (!changed) {
                Notes.unlessSaid(Words.of("autosave.already"));
            }
        }
    }

    /** Keeps what was typed so far, and leaves the person where they are typing. */
    private void keepTyped() {
        if (race.getComponentCount() > 0) { // its buttons stay under the hand that reaches for them
            throw new Refused("stale", "Decide first what becomes of what the other officer saved.");
        }
        var filled = Objects.requireNonNull(form);
        if (filled.isChanged()) {
            write(filled, filled::saidSoFar);
        }
    }

    private void write(CommitmentForm filled, Supplier<CommitmentDraft> said) {
        var before = seen;
        if (before == null) {
            seen = commitments.require(commitments.draft(plan(), said.get()));
            var made = new JustMade(plan(), seen.id());
            made.standAt(here.path(made.path()));
        } else {
            try {
                commitments.change(before.id(), before.version(), said.get());
            } catch (Refused refused) {
                if (!refused.code().equals("stale")) {
                    throw refused;
                }
                var theirs = commitments.require(before.id());
                var open = filled.differences(theirs.said());
                var taken = open.takeOver(filled.differences(before.said()));
                if (!open.isEmpty()) {
                    showRace(theirs, open, taken);
                    throw refused;
                }
                seen = theirs;
                write(filled, said); // what each of the two changed stands
                RacePanel.tell(taken);
                return;
            }
            seen = commitments.require(before.id());
        }
        filled.taken();
        race.removeAll();
        var of = plans.require(plan());
        showHead(of, seen, true);
        var now = Objects.requireNonNull(seen).said();
        if (before == null || !before.said().title().equals(now.title())) {
            UI.getCurrent().getPage().setTitle(getPageTitle());
        }
        showReady(seen, of);
        if (before == null
                || !Objects.equals(before.said().period(), now.period())
                || !before.said().responsible().equals(now.responsible())
                || !seen.milestones().equals(listed)) {
            showMilestones(); // new ones begin with the commitment's days and office, and another officer's are seen
        }
    }

    /** Tells what the other officer saved in the fields that both changed, and lets this one choose. */
    private void showRace(CommitmentView theirs, Differences open, List<String> taken) {
        race.removeAll();
        var panel = new RacePanel(
                open,
                taken,
                () -> {
                    seen = theirs;
                    race.removeAll();
                    save();
                },
                () -> {
                    seen = theirs;
                    show();
                });
        race.add(panel);
        panel.getElement().executeJs("this.scrollIntoView({block: 'start'})");
    }

    private void withdraw() {
        TextArea reason = Fields.text(Words.of("reason"), Words.of("reason.public"), "");
        reason.setRequiredIndicatorVisible(true);
        Sheet.titled(Words.of("commitment.withdraw.ask"))
                .wide(new Paragraph(Words.of("commitment.withdraw.text")), reason)
                .losing()
                .taking(
                        Words.of("commitment.withdraw"),
                        () -> Attempt.to(() -> commitments.withdraw(
                                        Objects.requireNonNull(seen).id(), reason.getValue()))
                                .needing(reason)
                                .at(reason, "withdrawal."),
                        () -> {
                            seen = commitments.require(
                                    Objects.requireNonNull(seen).id());
                            show();
                        })
                .open();
    }

    private void delete() {
        var now = commitments.require(Objects.requireNonNull(seen).id());
        Confirm.losing(
                Words.of("commitment.delete.ask", now.said().title()),
                Words.of("commitment.delete.text", now.milestones().size()) + talk.goesToo(),
                Words.of("commitment.delete"),
                () -> {
                    commitments.delete(now.id());
                    Objects.requireNonNull(form).taken();
                    UI.getCurrent().navigate(here.path("planes/" + plan()));
                });
    }
}
