package org.cabildo.admin.benchmarking;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableFunction;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.cabildo.admin.frame.Narrow;
import org.cabildo.admin.words.Words;
import org.cabildo.benchmarking.Comparison.Line;
import org.cabildo.benchmarking.Group;
import org.cabildo.benchmarking.Indicator;
import org.cabildo.benchmarking.Spread;
import org.jspecify.annotations.Nullable;

/** How each figure is spread in a group, and where whoever compares stands in it. */
class SpreadTable extends Grid<Indicator> {

    private final LocalDate today;
    private transient Group group;

    /** @param own who compares; null for a coordinator */
    SpreadTable(LocalDate today, Group group, @Nullable Line own) {
        this.today = today;
        this.group = group;
        addClassName("figures");
        setAllRowsVisible(true);
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", Words.of("comparison.spread"));
        addComponentColumn(this::name)
                .setHeader(Words.of("comparison.indicator"))
                .setWidth("8.5rem")
                .setFlexGrow(2);
        if (own != null) { // first, for it is what one comes for
            figure("comparison.own", one -> Drawings.said(one, one.of(own)));
        }
        var lower = figure("comparison.lower", one -> quartile(one, Spread.Quartiles::lower));
        var median = figure("comparison.median", one -> quartile(one, Spread.Quartiles::median));
        var upper = figure("comparison.upper", one -> quartile(one, Spread.Quartiles::upper));
        if (own != null) {
            figure("comparison.place", one -> place(one, own));
        }
        var n = figure("comparison.n", one -> Integer.toString(spread(one).n())).setWidth("8rem");
        var spare = own == null ? List.of(lower, upper, n) : List.of(lower, median, upper, n);
        Narrow.follow(this, narrow -> spare.forEach(column -> column.setVisible(!narrow)));
    }

    void show(Group other) {
        group = other;
        setItems(Indicator.values());
    }

    private Column<Indicator> figure(String header, SerializableFunction<Indicator, String> said) {
        return addColumn(said::apply)
                .setHeader(Words.of(header))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("5.75rem");
    }

    private Spread spread(Indicator one) {
        return group.spread(one);
    }

    private String quartile(Indicator one, ToDoubleFunction<Spread.Quartiles> which) {
        var quartiles = spread(one).quartiles();
        return Drawings.said(one, quartiles == null ? null : which.applyAsDouble(quartiles));
    }

    private String place(Indicator one, Line line) {
        return group.place(one, line)
                .map(place -> place.alike()
                        ? Words.of("comparison.place.alike")
                        : Words.of("comparison.place.of", place.at(), place.of()))
                .orElse("–");
    }

    private Div name(Indicator one) {
        var button =
                new Button(Words.of(one), _ -> Explained.formula(one, today).open());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("cell-open");
        button.setAriaLabel(Words.of("comparison.explain", Words.of(one)));
        return new Div(button, counted(spread(one)));
    }

    /** How many have the figure, where there is no room for a column of it. */
    static Span counted(Spread spread) {
        var n = new Span(Words.of("comparison.n.under", spread.n()));
        n.addClassNames("cell-under", "only-narrow");
        return n;
    }
}
