package org.cabildo.admin.plan;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.DayField;
import org.cabildo.admin.frame.Differences;
import org.cabildo.admin.frame.DraftForm;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Typed;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.Officer;
import org.cabildo.plan.Fact;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.Plans;
import org.cabildo.tenancy.TenantKind;
import org.jspecify.annotations.Nullable;

/** Asks what a plan is. */
class PlanForm implements DraftForm<PlanDraft> {

    final TextField title;
    final Select<Framework> framework;
    final DayField start;
    final DayField end;
    final TextArea summary;
    final TextField source;
    final Checkbox inPreparation = new Checkbox(Words.of("plan.preparation"));

    PlanForm(PlanDraft said) {
        this(said, said.framework());
    }

    /**
     * For a new plan.
     *
     * @param facts what is known of the institution's membership of OGP
     */
    static PlanForm blank(List<Plans.FactLine> facts) {
        return new PlanForm(null, usual(facts));
    }

    private PlanForm(@Nullable PlanDraft said, Framework first) {
        var period = said == null ? null : said.period();
        title = Fields.line(Words.of("plan.title"), said == null ? "" : said.title(), PlanDraft.LONGEST_TITLE);
        title.setRequiredIndicatorVisible(true);
        framework = Fields.choice(Words.of("plan.framework"), List.of(Framework.values()), first);
        framework.setRenderer(new ComponentRenderer<>(PlanForm::described));
        explain(first);
        framework.addValueChangeListener(change -> explain(change.getValue()));
        start = Fields.day(Words.of("plan.start"), period == null ? null : period.start());
        end = Fields.day(Words.of("plan.end"), period == null ? null : period.end());
        end.endsWhatBegins(start);
        start.setHelperText(Words.of("plan.days.hint"));
        summary = Fields.text(
                Words.of("plan.summary"),
                Words.of("plan.summary.hint"),
                said == null ? "" : said.summary(),
                PlanDraft.LONGEST_SUMMARY);
        source = Fields.line(Words.of("plan.source"), said == null ? "" : said.source(), PlanDraft.LONGEST_SOURCE);
        source.setHelperText(Words.of("plan.source.hint"));
        inPreparation.setValue(said != null && said.inPreparation());
    }

    /** Brings whoever comes to say when the plan begins and ends to where that is missing. */
    void leadToDays() {
        if (start.isEmpty()) {
            start.focus();
        } else if (end.isEmpty()) {
            end.focus();
        }
    }

    private static Div described(Framework choice) {
        var what = new Span(Words.of("Framework.%s.hint".formatted(choice)));
        what.addClassName("quiet");
        var item = new Div(new Span(Words.of(choice)), what);
        item.addClassName("described-choice");
        return item;
    }

    private void explain(@Nullable Framework chosen) {
        framework.setHelperText(chosen == null ? "" : Words.of("Framework.%s.hint".formatted(chosen)));
    }

    /** What a plan of whoever drafts here most often is. */
    private static Framework usual(List<Plans.FactLine> facts) {
        var place = Officer.current().place();
        if (place != null && place.kind() == TenantKind.CONSORTIUM) {
            return Framework.CONSORTIUM;
        }
        return facts.stream().anyMatch(line -> line.fact().kind() == Fact.Kind.AFFILIATION)
                ? Framework.OGP_LOCAL
                : Framework.OWN;
    }

    @Override
    public PlanDraft said() {
        return new PlanDraft(
                title.getValue(),
                framework.getValue(),
                Fields.period(start, end),
                summary.getValue(),
                source.getValue(),
                inPreparation.getValue());
    }

    @Override
    public Differences differences(PlanDraft theirs) {
        var period = theirs.period();
        var first = period == null ? null : period.start();
        var last = period == null ? null : period.end();
        return new Differences()
                .in(title.getLabel(), title.getValue(), theirs.title(), () -> title.setValue(theirs.title()))
                .in(
                        framework.getLabel(),
                        Words.of(framework.getValue()),
                        Words.of(theirs.framework()),
                        () -> framework.setValue(theirs.framework()))
                .in(start.getLabel(), Words.of(start.getValue()), Words.of(first), () -> start.setValue(first))
                .in(end.getLabel(), Words.of(end.getValue()), Words.of(last), () -> end.setValue(last))
                .in(summary.getLabel(), summary.getValue(), theirs.summary(), () -> summary.setValue(theirs.summary()))
                .in(source.getLabel(), source.getValue(), theirs.source(), () -> source.setValue(theirs.source()))
                .in(
                        inPreparation.getLabel(),
                        yes(inPreparation.getValue()),
                        yes(theirs.inPreparation()),
                        () -> inPreparation.setValue(theirs.inPreparation()));
    }

    private static String yes(boolean prepared) {
        return Words.of(prepared ? "yes" : "no");
    }

    /** The fields as they are kept before the first saving. */
    Typed typed() {
        return new Typed()
                .text("title", title)
                .choice("framework", framework, Framework.class)
                .day("start", start)
                .day("end", end)
                .text("summary", summary)
                .text("source", source)
                .tick("preparation", inPreparation);
    }

    Attempt placed(Attempt attempt) {
        return attempt.needing(title)
                .at(title, "plan.title")
                .at(start, "period.start")
                .at(end, "period.end", "period.backwards");
    }
}
