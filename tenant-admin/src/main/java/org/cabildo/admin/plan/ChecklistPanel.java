package org.cabildo.admin.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.words.Words;
import org.cabildo.commitment.Completeness.Item;
import org.cabildo.plan.PlanChecklist.Finding;
import org.cabildo.plan.PlanStep;

/** What a plan lacks, grouped by how much it matters, each with who says so. */
class ChecklistPanel extends Div {

    private static final String OURS = "Cabildo: "; // so begins the source of a rule that is nobody else's
    private final transient Map<String, String> places;
    private final transient Function<String, Optional<Runnable>> ways;

    /**
     * @param places where what a finding is about is mended, by its title, or by its code if it is about the whole plan
     * @param ways what asks on this very page for what a finding of this code lacks
     */
    ChecklistPanel(List<Finding> findings, Map<String, String> places, Function<String, Optional<Runnable>> ways) {
        this.places = Map.copyOf(places);
        this.ways = ways;
        addClassName("panel");
        add(new H2(Words.of(
                findings.stream().anyMatch(Finding::isObligatory) ? "checklist.title" : "checklist.title.advice")));
        group("checklist.approve", of(findings, PlanStep.APPROVE));
        group("checklist.submit", of(findings, PlanStep.SUBMIT));
        if (findings.stream().anyMatch(one -> one.isObligatory() && one.rule().before() == PlanStep.SUBMIT)) {
            var hint = new Quiet(Words.of("checklist.submit.text"));
            add(hint);
        }
        warnings(findings.stream().filter(one -> !one.isObligatory()).toList());
    }

    /** For whoever wants to go on and cannot yet. */
    void comeIntoView() {
        getElement()
                .executeJs("this.scrollIntoView({block: 'start'}); this.querySelector('a, vaadin-button')?.focus()");
    }

    private static List<Finding> of(List<Finding> findings, PlanStep before) {
        return findings.stream()
                .filter(one -> one.isObligatory() && one.rule().before() == before)
                .toList();
    }

    private void group(String title, List<Finding> findings) {
        if (!findings.isEmpty()) {
            add(new H3(Words.of(title)), list(findings));
        }
    }

    /** Nobody has to read these first, so they are folded up. */
    private void warnings(List<Finding> findings) {
        if (!findings.isEmpty()) {
            add(new Details(new H3(Words.of("checklist.warnings", findings.size())), list(findings)));
        }
    }

    private Component list(List<Finding> findings) {
        var list = new UnorderedList();
        findings.forEach(one -> list.add(new ListItem(said(one))));
        return list;
    }

    /** The place, where the part that the gap asks for is written. */
    private static String at(String place, String gap) {
        return Item.of(gap)
                .map(part -> place + "?" + PlanWatch.PART + "=" + part)
                .orElse(place);
    }

    private Component way(String code, String sentence) {
        return ways.apply(code).<Component>map(ask -> asking(sentence, ask)).orElseGet(() -> new Span(sentence));
    }

    private static Button asking(String sentence, Runnable ask) {
        var way = new Button(sentence, _ -> ask.run());
        way.addThemeVariants(ButtonVariant.TERTIARY);
        way.addClassName("way");
        return way;
    }

    private Component[] said(Finding one) {
        var gap = one.gap();
        var sentence = Words.refusal(gap.code(), gap.arguments()).orElse(gap.message());
        var line = new Div();
        if (gap.about().isEmpty()) {
            var place = places.get(gap.code());
            line.add(place == null ? way(gap.code(), sentence) : new Anchor(place, sentence));
        } else {
            var place = places.getOrDefault(gap.about(), places.get(gap.code()));
            line.add(
                    place == null ? new Span(gap.about()) : new Anchor(at(place, gap.code()), gap.about()),
                    new Span(": " + sentence));
        }
        var ours = one.rule().source().startsWith(OURS);
        var source = new Paragraph(new Span(Words.of(ours ? "checklist.source.ours" : "checklist.source") + " "));
        source.addClassName("quiet");
        if (one.rule().link().isEmpty()) {
            source.add(new Span(
                    ours
                            ? one.rule().source().substring(OURS.length())
                            : one.rule().source()));
        } else {
            var link = new Anchor(one.rule().link(), one.rule().source(), AnchorTarget.BLANK);
            link.getElement().setAttribute("rel", "noopener noreferrer");
            source.add(link);
        }
        return new Component[] {line, source};
    }
}
