package org.cabildo.admin.commitment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cabildo.admin.file.FileField;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Beginnings;
import org.cabildo.admin.frame.Confirm;
import org.cabildo.admin.frame.Dated;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.frame.Unsaved;
import org.cabildo.admin.words.Words;
import org.cabildo.begun.Beginning;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.commitment.CommitmentView;
import org.cabildo.commitment.CommitmentView.MilestoneLine;
import org.cabildo.commitment.CommitmentView.ReportLine;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.MilestoneId;
import org.cabildo.file.StoredFiles;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.jspecify.annotations.Nullable;

/** The milestones of a commitment, with what was reported and corrected; each report proves itself by a link or a file. */
class MilestoneList extends Div {

    private final transient CommitmentView of;
    private final transient Commitments commitments;
    private final transient Here here;
    private final transient Beginnings beginnings;
    private final transient IntSupplier saved;
    private final Runnable changed;
    private final Officer officer = Officer.current();
    private final boolean editor = officer.may(Role.EDITOR);
    private final Unsaved begun;
    private final transient List<MilestoneLine> toReport = new ArrayList<>();
    private final transient ProgressSheets sheets;
    private final transient Map<Beginning, Unsaved> changes;
    private final transient Set<MilestoneId> gone;
    private final transient Map<MilestoneId, String> delays; // why milestones are late, as the public reads it

    /**
     * @param saved version of the commitment that this very page saved last: what somebody wrote themselves is no race
     * @param onPortal leads to where the public reads it, once it does
     * @param changed shows the commitment as it is then
     */
    MilestoneList(
            CommitmentView of,
            Commitments commitments,
            CommitmentTracking tracking,
            StoredFiles files,
            Here here,
            Beginnings beginnings,
            IntSupplier saved,
            Supplier<Anchor> onPortal,
            Runnable changed) {
        this.of = of;
        this.saved = saved;
        this.commitments = commitments;
        this.here = here;
        this.beginnings = beginnings;
        this.changed = changed;
        sheets = new ProgressSheets(
                of, tracking, files, here, onPortal, this::begunOf, () -> commitments.require(of.id()), changed);
        begun = beginnings.of(Beginning.milestone(of.id().value()), "activity", this::add);
        addClassNames("stack", "wide");
        var head = new Div(heading());
        head.addClassName("panel-head");
        if (editor && of.withdrawn() == null) {
            head.add(new Button(Words.of("milestones.add"), _ -> add()));
        }
        var list = new OrderedList();
        list.addClassName("plain-list");
        changes = changes();
        gone = of.milestones().stream().anyMatch(one -> one.withdrawn() != null)
                ? commitments.withdrawnInPublic(of.id())
                : Set.of();
        delays = of.published() ? tracking.delays(of.id()) : Map.of();
        of.milestones().forEach(milestone -> list.add(new ListItem(panel(milestone))));
        add(head);
        if (of.withdrawn() == null) {
            add(begun);
        }
        var lead = of.said().lead();
        if (editor && of.published() && lead != null && !leads()) {
            var whose = new Quiet(Words.of("milestones.led", lead.name()));
            add(whose);
        }
        var standing =
                of.milestones().stream().filter(one -> one.withdrawn() == null).toList();
        if (standing.size() > 1) {
            add(new TimetableTable(standing, here.today()));
        }
        add(of.milestones().isEmpty() ? new Paragraph(Words.of("milestones.none")) : list);
    }

    /** A new one that this person began and did not save, for the head of the page. */
    Component begunAbove() {
        return begun.elsewhere();
    }

    /** At least one is needed, which whoever reads only is not told. */
    private H2 heading() {
        var heading = new H2(Words.of("milestones.title"));
        return editor ? Fields.needed(heading) : heading;
    }

    /** What this person typed of what still stands, and did not save. */
    private Map<Beginning, Unsaved> changes() {
        var open = new LinkedHashMap<Beginning, Runnable>();
        of.milestones().forEach(milestone -> open.putAll(forms(milestone)));
        return beginnings.ofEach(
                open.keySet(),
                "activity",
                what -> Objects.requireNonNull(open.get(what)).run());
    }

    /** What may be written of this one by whoever is here, and what opens it. */
    private Map<Beginning, Runnable> forms(MilestoneLine milestone) {
        var id = milestone.id().value();
        var forms = new LinkedHashMap<Beginning, Runnable>();
        if (milestone.withdrawn() == null) {
            forms.put(Beginning.milestoneChange(id), () -> change(milestone));
            if (canProve(milestone)) {
                forms.put(Beginning.progress(id), () -> sheets.report(milestone));
            }
            if (canCorrect(milestone)) {
                forms.put(Beginning.correction(id), () -> sheets.correct(milestone));
            }
            if (canExplain(milestone)) {
                forms.put(Beginning.delay(id), () -> explain(milestone));
            }
        }
        return forms;
    }

    private Unsaved begunOf(Beginning what) {
        return Objects.requireNonNull(changes.get(what));
    }

    private Component panel(MilestoneLine milestone) {
        var said = milestone.said();
        var head = new Div(new H3(Words.of("commitment.numbered", milestone.position(), said.activity())));
        head.addClassName("panel-head");
        if (editor && milestone.withdrawn() == null) { // a milestone that was withdrawn is changed no more
            head.add(buttons(milestone));
        } else if (editor && of.withdrawn() == null && milestone.published() && !isGone(milestone)) {
            var keep = new Button(Words.of("milestone.keep"), _ -> keep(milestone));
            keep.setAriaLabel(Words.of("milestone.keep.of", said.activity()));
            head.add(keep);
        } else if (editor && !milestone.published()) {
            head.add(icon(VaadinIcon.TRASH, "milestone.remove", said.activity(), () -> remove(milestone)));
        }
        var bar = new ProgressBar(0, 100, milestone.progress().value());
        bar.getElement()
                .setAttribute(
                        "aria-label",
                        Words.of(
                                "milestone.progress",
                                said.activity(),
                                milestone.progress().value()));
        var row = new Div(bar, new Span(Words.of(milestone.progress())));
        row.addClassName("progress");
        var panel =
                new Div(head, row, badges(milestone), new Paragraph(Words.of("milestone.shows", said.deliverable())));
        panel.addClassName("panel");
        forms(milestone).keySet().forEach(what -> panel.addComponentAtIndex(1, begunOf(what)));
        var delay = delays.get(milestone.id());
        if (delay != null && isLate(milestone)) {
            panel.add(new Paragraph(Words.of("milestone.delay.said", delay)));
        }
        var waits = said.follows().stream()
                .map(place -> others(milestone).get(place))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
        if (!waits.isEmpty()) {
            panel.add(new Paragraph(Words.of("milestone.waits", waits)));
        }
        if (!said.responsible().isBlank()) {
            panel.add(new Paragraph(Words.of("milestone.by", said.responsible())));
        }
        if (!milestone.reports().isEmpty()) {
            panel.add(reports(milestone));
        }
        return panel;
    }

    /** The milestones that one may wait for: those that stand, and those it waits for already. */
    private Map<Integer, String> others(@Nullable MilestoneLine one) {
        var others = new TreeMap<Integer, String>();
        of.milestones().stream()
                .filter(other -> one == null || !other.id().equals(one.id()))
                .filter(other -> other.withdrawn() == null
                        || (one != null && one.said().follows().contains(other.position())))
                .forEach(other -> others.put(other.position(), other.said().activity()));
        return others;
    }

    private Component badges(MilestoneLine milestone) {
        var said = milestone.said();
        var badges = new Div(new Dated(
                Words.of("period", said.period().start(), said.period().end())));
        badges.addClassName("badges");
        if (milestone.withdrawn() != null) {
            badges.add(
                    isGone(milestone)
                            ? new Badge(Words.of("milestone.withdrawn"), Badge.Tone.BAD)
                            : new Badge(Words.of("milestone.withdrawing"), Badge.Tone.BUSY),
                    new Span(milestone.withdrawn()));
        } else if (milestone.completedOn() != null) {
            var kept = !milestone.completedOn().isAfter(said.period().end());
            badges.add(new Badge(
                    Words.of(kept ? "milestone.complete" : "milestone.complete.late", milestone.completedOn()),
                    kept ? Badge.Tone.GOOD : Badge.Tone.BUSY));
        } else if (isLate(milestone)) {
            badges.add(new Badge(Words.of("milestone.late"), Badge.Tone.BAD));
        }
        if (editor && of.isOutside(milestone)) {
            badges.add(new Badge(Words.of("milestone.outside"), Badge.Tone.BAD));
        }
        if (said.weight() != 1) {
            badges.add(new Badge(Words.of("milestone.weighs", said.weight()), Badge.Tone.PLAIN));
        }
        return badges;
    }

    private Component buttons(MilestoneLine milestone) {
        var name = milestone.said().activity();
        var buttons = new Div();
        buttons.addClassName("actions");
        if (canReport(milestone)) {
            var report = new Button(Words.of("milestone.report"), _ -> sheets.report(milestone));
            report.addThemeVariants(ButtonVariant.PRIMARY);
            report.setAriaLabel(Words.of("milestone.report.of", name));
            toReport.add(milestone);
            buttons.add(report);
        } else if (canProve(milestone)) {
            var prove = new Button(Words.of("milestone.prove"), _ -> sheets.report(milestone));
            prove.setAriaLabel(Words.of("milestone.prove.of", name));
            buttons.add(prove);
        }
        if (canCorrect(milestone)) {
            var correct = new Button(Words.of("milestone.correct"), _ -> sheets.correct(milestone));
            correct.setAriaLabel(Words.of("milestone.correct.of", name));
            buttons.add(correct);
        }
        if (canExplain(milestone)) {
            var explain = new Button(Words.of("milestone.delay"), _ -> explain(milestone));
            explain.setAriaLabel(Words.of("milestone.delay.of", name));
            buttons.add(explain);
        }
        buttons.add(icon(VaadinIcon.EDIT, "milestone.change", name, () -> change(milestone)));
        buttons.add(
                milestone.published()
                        ? icon(VaadinIcon.BAN, "milestone.withdraw", name, () -> withdraw(milestone))
                        : icon(VaadinIcon.TRASH, "milestone.remove", name, () -> remove(milestone)));
        return buttons;
    }

    /** Whether the public reads that it was withdrawn. */
    private boolean isGone(MilestoneLine milestone) {
        return gone.contains(milestone.id());
    }

    private boolean canReport(MilestoneLine milestone) {
        return canProve(milestone) && !milestone.progress().isComplete();
    }

    /** Whether evidence can be given: of new progress, or more of what stands. */
    private boolean canProve(MilestoneLine milestone) {
        return milestone.published() && leads();
    }

    private boolean canCorrect(MilestoneLine milestone) {
        return milestone.published() && leads() && milestone.progress().value() > 0;
    }

    private boolean canExplain(MilestoneLine milestone) {
        return milestone.published() && leads() && isLate(milestone);
    }

    private void explain(MilestoneLine milestone) {
        sheets.explain(milestone, delays.getOrDefault(milestone.id(), ""));
    }

    private boolean isLate(MilestoneLine milestone) {
        return milestone.withdrawn() == null
                && milestone.completedOn() == null
                && milestone.said().period().end().isBefore(here.today());
    }

    /** In a shared plan the member that leads a commitment reports on it. */
    private boolean leads() {
        var lead = of.said().lead();
        return lead == null || lead.tenant().equals(officer.onBehalfOfId().value());
    }

    private static Button icon(VaadinIcon icon, String key, String name, Runnable work) {
        var button = new Button(icon.create(), _ -> work.run());
        button.setAriaLabel(Words.of(key, name));
        button.setTooltipText(Words.of(key, name));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private Component reports(MilestoneLine milestone) {
        var list = new UnorderedList();
        for (var report : milestone.reports()) {
            list.add(line(report, milestone));
        }
        return list;
    }

    private ListItem line(ReportLine report, MilestoneLine milestone) {
        var moved = Words.of(
                told(report),
                Words.of(report.previous()),
                Words.of(report.reached()),
                Words.of(report.at(), here.zone()),
                report.by(),
                report.onBehalfOf());
        var line = new ListItem(new Dated(moved + " "));
        var link = report.evidenceUrl();
        if (link != null && !link.isEmpty()) {
            var proof = new Anchor(link, report.evidence().isBlank() ? link : report.evidence(), AnchorTarget.BLANK);
            proof.getElement().setAttribute("rel", "noopener noreferrer");
            line.add(proof);
        }
        var file = report.evidenceFile();
        if (file != null) {
            line.add(
                    FileField.link(here, file.sha256(), report.evidence()),
                    new Span(" (%s)".formatted(FileField.described(file.kind(), file.bytes()))));
        }
        if (report.correction()) {
            var proves = file != null || (link != null && !link.isEmpty());
            line.add(new Span((proves ? " · " : "") + report.reason()));
        }
        milestone.reports().stream()
                .filter(other -> other.id().equals(report.mends()))
                .forEach(other -> line.add(new Quiet(Words.of("report.mends", ReportNames.of(other, here.zone())))));
        if (report.mended()) {
            line.add(new Quiet(Words.of("report.mended.since")));
        }
        return line;
    }

    private static String told(ReportLine report) {
        if (report.isOfEvidence()) {
            return report.correction() ? "report.mended" : "report.more";
        }
        return report.correction() ? "report.corrected" : "report.advanced";
    }

    /** Whether progress can be reported of any. */
    boolean canReport() {
        return !toReport.isEmpty();
    }

    /** Asks for a report, and before it of which milestone where there are several. */
    void report() {
        if (toReport.size() == 1) {
            sheets.report(toReport.getFirst());
        } else {
            sheets.chooseAndReport(toReport);
        }
    }

    /** Asks for one more. */
    void add() {
        var form = new MilestoneForm(null, of.said().period(), of.said().responsible(), others(null));
        form.sheet(Words.of("milestones.add"))
                .remembering(begun, form.typed())
                .taking(
                        Words.of("save"),
                        () -> form.placed(Attempt.to(() -> commitments.addMilestone(of.id(), form.said()))),
                        () -> {
                            changed.run();
                            Notes.done(Words.of("milestone.added", form.said().activity()));
                        })
                .open();
    }

    /** Opens this form of this one, if it is there and may be written now. */
    void open(String id, Beginning.Form form) {
        of.milestones().stream()
                .filter(milestone -> milestone.id().value().toString().equals(id))
                .flatMap(milestone -> forms(milestone).entrySet().stream())
                .filter(one -> one.getKey().form() == form)
                .forEach(one -> one.getValue().run());
    }

    private void change(MilestoneLine milestone) {
        var form = new MilestoneForm(
                milestone.said(), of.said().period(), of.said().responsible(), others(milestone));
        form.sheet(Words.of("milestone.edit"))
                .remembering(begunOf(Beginning.milestoneChange(milestone.id().value())), form.typed())
                .taking(
                        Words.of("save"),
                        () -> form.placed(Attempt.to(() -> commitments.changeMilestone(
                                of.id(), Math.max(of.version(), saved.getAsInt()), milestone.id(), form.said()))),
                        () -> {
                            changed.run();
                            Notes.done(Words.of("saved"));
                        })
                .open();
    }

    private void withdraw(MilestoneLine milestone) {
        TextArea reason = Fields.text(Words.of("reason"), Words.of("reason.public"), "");
        reason.setRequiredIndicatorVisible(true);
        Sheet.titled(Words.of("milestone.withdraw", milestone.said().activity()))
                .wide(new Paragraph(Words.of("milestone.withdraw.text")), reason)
                .losing()
                .taking(
                        Words.of("milestone.withdraw.yes"),
                        () -> Attempt.to(
                                        () -> commitments.withdrawMilestone(of.id(), milestone.id(), reason.getValue()))
                                .needing(reason)
                                .at(reason, "withdrawal."),
                        () -> {
                            changed.run();
                            Notes.done(
                                    Words.of(
                                            "milestone.withdrawn.done",
                                            milestone.said().activity()),
                                    () -> keep(milestone));
                        })
                .open();
    }

    /** Takes the withdrawal back. */
    private void keep(MilestoneLine milestone) {
        if (Attempt.to(() -> commitments.keepMilestone(of.id(), milestone.id())).succeeds()) {
            changed.run();
            Notes.done(Words.of("milestone.kept", milestone.said().activity()));
        }
    }

    private void remove(MilestoneLine milestone) {
        Confirm.losing(
                Words.of("milestone.remove.ask", milestone.said().activity()),
                Words.of("milestone.remove.text"),
                Words.of("milestone.remove.yes"),
                () -> {
                    commitments.removeMilestone(of.id(), milestone.id());
                    changed.run();
                    Notes.done(Words.of("milestone.removed"), () -> {
                        if (Attempt.to(() -> commitments.putBack(of.id(), milestone))
                                .succeeds()) {
                            changed.run();
                            Notes.done(Words.of(
                                    "milestone.put.back", milestone.said().activity()));
                        }
                    });
                });
    }
}
