package org.cabildo.admin.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.admin.file.FileField;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Dated;
import org.cabildo.admin.frame.DayField;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.FocusKeeper;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.words.Words;
import org.cabildo.file.StoredFiles;
import org.cabildo.kernel.Refused;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.PlanStep;
import org.cabildo.plan.PlanSteps;
import org.cabildo.plan.Transition;
import org.cabildo.plan.published.Document;
import org.jspecify.annotations.Nullable;

/** Where a plan is, how it came there, and the steps that lead on. */
class StepsPanel extends Div {

    /** Steps that tell how a plan came to be, and that its first version can do without. */
    private static final Set<PlanStep> BEFOREHAND = EnumSet.of(PlanStep.DIAGNOSE, PlanStep.COCREATE, PlanStep.CONSULT);

    private final transient PlanSteps steps;
    private final transient StoredFiles files;
    private final transient Here here;
    private final transient Clock clock;
    private final transient PlanId plan;
    private final transient Runnable then;
    private final H2 title = new H2(Words.of("steps.title"));

    /**
     * @param lacking how many things have to be mended before it can be submitted
     * @param then after a step was taken
     */
    StepsPanel(PlanSteps steps, long lacking, StoredFiles files, Here here, Clock clock, PlanId plan, Runnable then) {
        this.steps = steps;
        this.files = files;
        this.here = here;
        this.clock = clock;
        this.plan = plan;
        this.then = then;
        addClassName("panel");
        var head = new Div(title, PlanWords.badge(steps.stage(plan)));
        head.addClassName("panel-head");
        add(head);
        var possible = new Div();
        possible.addClassNames("badges", "screen-only");
        for (var way : steps.possible(plan)) {
            var take = new Button(Words.of(way.step()), _ -> ask(way));
            if (way.step() == PlanStep.ABANDON) {
                take.addThemeVariants(ButtonVariant.TERTIARY);
            }
            possible.add(take);
            if (way.step() == PlanStep.SUBMIT && lacking > 0) {
                take.setEnabled(false);
                var why = new Span(Words.of("steps.lacking", lacking));
                why.addClassName("quiet");
                possible.add(why);
            }
        }
        if (possible.getComponentCount() > 0) {
            add(possible);
        }
        var possibly = steps.possible(plan).stream().map(Transition::step).collect(Collectors.toSet());
        if (!Collections.disjoint(possibly, BEFOREHAND)) {
            add(told("steps.free"));
        }
        if (possibly.contains(PlanStep.START)) {
            add(told("steps.start"));
        }
        add(history());
    }

    /** Goes on here, where a step was recorded. */
    void goOn() {
        FocusKeeper.goOnAt(title);
    }

    private static Paragraph told(String key) {
        var told = new Paragraph(Words.of(key));
        told.addClassNames("quiet", "screen-only");
        return told;
    }

    private Component history() {
        var list = new OrderedList();
        list.addClassName("plain-list");
        for (var line : steps.history(plan)) {
            list.add(new ListItem(said(line)));
        }
        if (list.getComponentCount() == 0) {
            var none = new Quiet(Words.of("steps.none"));
            return none;
        }
        return list;
    }

    private Component[] said(PlanSteps.Line line) {
        var day = line.day() == null ? Words.of(line.at(), here.zone()) : Words.of(line.day());
        var title = new Div(new Dated(Words.of("steps.line", Words.of("PlanStep.done." + line.step()), day)));
        var who = new Quiet(
                line.by().isEmpty()
                        ? line.onBehalfOf()
                        : Words.of("steps.by", line.by(), line.onBehalfOf(), Words.of(line.at(), here.zone())));
        var all = new Div(title, who);
        if (!line.reason().isEmpty()) {
            all.add(new Paragraph(Words.of("plan.amend.because", line.reason())));
        }
        if (line.document() != null) {
            all.add(link(here, line.document()));
        }
        return new Component[] {all};
    }

    /** A link to where something is written. */
    static Anchor link(Here here, Document document) {
        var file = document.file();
        if (file != null) {
            return FileField.link(here, file.sha256(), file.name());
        }
        var link = new Anchor(Objects.requireNonNull(document.link()), Words.of("document.see"), AnchorTarget.BLANK);
        link.getElement().setAttribute("rel", "noopener noreferrer");
        return link;
    }

    private void ask(Transition way) {
        var today = LocalDate.ofInstant(clock.instant(), here.zone());
        var day = Fields.day(Words.of("steps.day"), today);
        day.setMax(today);
        var reason = Fields.within(PlanSteps.LONGEST_REASON, new TextArea(Words.of("steps.reason")));
        reason.setRequiredIndicatorVisible(way.reasoned());
        reason.setHelperText(
                way.reasoned()
                        ? Words.of("steps.reason.needed", PlanSteps.SHORTEST_REASON, PlanSteps.LONGEST_REASON)
                        : Words.of("steps.reason.hint", PlanSteps.LONGEST_REASON));
        var document = new DocumentFields(files, here, way.documented(), null);
        var what = new Div(new Paragraph(Words.of(
                way.from() == way.to() ? "steps.stays" : "steps.goes", Words.of(way.from()), Words.of(way.to()))));
        if (way.step() == PlanStep.START) {
            what.add(new Paragraph(Words.of("steps.start")));
        }
        Sheet.titled(Words.of(way.step()))
                .wide(what)
                .with(day)
                .wide(reason)
                .wide(document.all())
                .taking(
                        Words.of("steps.take"),
                        () -> document.at(Attempt.to(() -> take(way, day, reason.getValue(), document, today)))
                                .at(day, "plan.step.day")
                                .at(reason, "plan.step.reason"),
                        () -> {
                            then.run();
                            Notes.done(Words.of("steps.taken"));
                        })
                .open();
    }

    private void take(Transition way, DayField day, String reason, DocumentFields document, LocalDate today) {
        @Nullable LocalDate given = day.day();
        if (given == null) {
            throw new Refused("plan.step.day.missing", "Give the day on which it happened.");
        }
        steps.take(plan, new PlanSteps.Taking(way.step(), way.from(), given, reason, document.said()), today);
    }
}
