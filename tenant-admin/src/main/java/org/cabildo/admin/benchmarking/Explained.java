package org.cabildo.admin.benchmarking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import org.cabildo.admin.frame.Portals;
import org.cabildo.admin.frame.Under;
import org.cabildo.admin.words.Words;
import org.cabildo.benchmarking.Comparison.Behind;
import org.cabildo.benchmarking.Comparison.Line;
import org.cabildo.benchmarking.Indicator;
import org.cabildo.benchmarking.Spread;

/** Says where a figure comes from: how it is counted, and which published commitments are in it. */
final class Explained extends Dialog {

    private Explained(String title, Component... content) {
        super(content);
        setHeaderTitle(title);
        setWidth("min(46rem, 96vw)");
        getFooter().add(new Button(Words.of("close"), _ -> close()));
    }

    /** Formula, unit, source and date of a figure. */
    static Explained formula(Indicator one, LocalDate today) {
        return new Explained(
                Words.of(one),
                new Paragraph(Words.of("Indicator.%s.formula".formatted(one.name()))),
                new Paragraph(Words.of("comparison.unit", Words.of(one.unit()), Words.of(one.direction()))),
                new Paragraph(Words.of("comparison.source", today)),
                new Paragraph(Words.of("comparison.quartiles", Spread.SMALLEST_GROUP)));
    }

    /** The commitments that a tenant's figures are counted from, each where the public reads it. */
    static Explained commitments(Line line, List<Behind> behind, Portals portals) {
        var list = new UnorderedList();
        list.addClassName("plain-list");
        behind.forEach(one -> list.add(item(one, portals)));
        return new Explained(
                Words.of("comparison.behind", line.name()),
                behind.isEmpty() ? new Paragraph(Words.of("comparison.none")) : list,
                portals.link(line.slug(), line.name()));
    }

    private static ListItem item(Behind one, Portals portals) {
        var plan = one.plan();
        var title =
                plan == null ? new Span(one.title()) : portals.commitment(one.slug(), plan, one.number(), one.title());
        var under = new Under(
                Words.of("comparison.behind.line", one.progress(), one.kept(), one.due(), one.late(), one.updated()));
        return new ListItem(title, under);
    }
}
