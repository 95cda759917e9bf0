package org.cabildo.admin.benchmarking;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.GridWords;
import org.cabildo.admin.frame.Narrow;
import org.cabildo.admin.words.Words;
import org.cabildo.benchmarking.Comparison.Line;
import org.cabildo.benchmarking.Indicator;
import org.cabildo.calendar.Region;
import org.cabildo.kernel.Alphabet;
import org.cabildo.tenancy.TenantKind;
import org.jspecify.annotations.Nullable;

/** The tenants of a group with their figures. A name leads to what stands behind them. */
class PeerTable extends Grid<Line> {

    private final transient List<Region> regions;
    private static final int AT_ONCE = 20; // rows that are all shown, without a hole below or a bar beside them
    private final transient @Nullable Line own;
    private final SerializableConsumer<Line> onLine;
    private final Map<Indicator, Column<Line>> figures = new EnumMap<>(Indicator.class);
    private Indicator chosen = Indicator.PROGRESS;
    private boolean narrow;

    /** @param own who compares, whose row is marked; null for a coordinator */
    PeerTable(List<Region> regions, @Nullable Line own, SerializableConsumer<Line> onLine) {
        this.regions = regions;
        this.own = own;
        this.onLine = onLine;
        addClassName("tall");
        GridWords.translate(this);
        setPartNameGenerator(line -> isOwn(line) ? "own-row" : null);
        setSelectionMode(SelectionMode.NONE);
        setEmptyStateText(Words.of("comparison.none"));
        getElement().setAttribute("aria-label", Words.of("comparison.tenants"));
        addComponentColumn(this::name)
                .setHeader(Words.of("governments.name"))
                .setComparator(Comparator.comparing(Line::name, Alphabet.order()))
                .setWidth("10rem")
                .setFlexGrow(3);
        for (var one : Indicator.values()) {
            figures.put(one, figure(one));
        }
        Narrow.follow(this, now -> {
            narrow = now;
            showColumns();
        });
    }

    /** Shows these; where there is room for one figure only, it is this one. */
    void show(Indicator figure, List<Line> lines) {
        chosen = figure;
        showColumns();
        setAllRowsVisible(lines.size() <= AT_ONCE);
        setItems(lines);
    }

    private void showColumns() {
        figures.forEach((one, column) -> column.setVisible(!narrow || one == chosen));
    }

    private Column<Line> figure(Indicator one) {
        return addColumn(line -> Drawings.said(one, one.of(line)))
                .setHeader(Words.of(one))
                .setComparator(
                        Comparator.comparing(line -> one.of(line), Comparator.nullsFirst(Comparator.naturalOrder())))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("9rem")
                .setFlexGrow(0); // what is free belongs to the names
    }

    private boolean isOwn(Line line) {
        return own != null && own.tenant().equals(line.tenant());
    }

    private Div name(Line line) {
        var cell = new Div(link(line.name(), Words.of("comparison.behind", line.name()), () -> onLine.accept(line)));
        var region = line.region();
        if (region != null && !line.synthetic() && line.kind().equals(TenantKind.MUNICIPALITY.name())) {
            var within = new Div(called(region));
            within.addClassName("quiet");
            cell.add(within);
        }
        var badges = new Div();
        badges.addClassName("badges");
        if (isOwn(line)) {
            badges.add(new Badge(Words.of("comparison.own"), Badge.Tone.GOOD));
        }
        if (line.synthetic()) {
            badges.add(Badge.synthetic());
        }
        if (badges.getComponentCount() > 0) {
            cell.add(badges);
        }
        return cell;
    }

    private static Button link(String text, String label, Runnable onClick) {
        var button = new Button(text, _ -> onClick.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("cell-open");
        button.setAriaLabel(label);
        return button;
    }

    private String called(String code) {
        return regions.stream()
                .filter(region -> region.code().equals(code))
                .map(Region::name)
                .findFirst()
                .orElse(code);
    }
}
