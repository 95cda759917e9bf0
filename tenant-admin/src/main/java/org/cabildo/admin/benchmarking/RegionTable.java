package org.cabildo.admin.benchmarking;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Optional;
import org.cabildo.admin.frame.Narrow;
import org.cabildo.admin.words.Words;
import org.cabildo.benchmarking.Comparison.Line;
import org.cabildo.benchmarking.Group;
import org.cabildo.benchmarking.Indicator;
import org.cabildo.benchmarking.Peers;
import org.cabildo.benchmarking.Selection;
import org.cabildo.benchmarking.Spread;
import org.cabildo.benchmarking.World;
import org.cabildo.calendar.Region;

/** One figure region by region. A region leads to its own group. */
class RegionTable extends Grid<RegionTable.Row> {

    /** A region and how the figure is spread in it. */
    record Row(Region region, Indicator figure, Spread spread) {
        String median() {
            var quartiles = spread.quartiles();
            return Drawings.said(figure, quartiles == null ? null : quartiles.median());
        }
    }

    private final transient List<Region> regions;

    RegionTable(List<Region> regions, SerializableConsumer<String> onRegion) {
        this.regions = regions;
        setAllRowsVisible(true);
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", Words.of("comparison.regions"));
        addComponentColumn(row -> name(row, onRegion))
                .setHeader(Words.of("comparison.region"))
                .setWidth("10rem")
                .setFlexGrow(2);
        var n = addColumn(row -> row.spread().n())
                .setHeader(Words.of("comparison.n"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("8rem");
        addColumn(Row::median).setHeader(Words.of("comparison.median")).setTextAlign(ColumnTextAlign.END);
        Narrow.follow(this, narrow -> n.setVisible(!narrow)); // stands under the name there
    }

    /** Shows the regions where somebody is. @return how many others there are */
    int show(Indicator figure, World world, List<Line> all) {
        var rows = regions.stream()
                .flatMap(region -> row(region, figure, world, all).stream())
                .toList();
        setItems(rows);
        return regions.size() - rows.size();
    }

    private static Optional<Row> row(Region region, Indicator figure, World world, List<Line> all) {
        var group = Group.among(all, world, new Peers.OfRegion(region.code()), Selection.NONE);
        return group.lines().isEmpty() ? Optional.empty() : Optional.of(new Row(region, figure, group.spread(figure)));
    }

    private static Div name(Row row, SerializableConsumer<String> onRegion) {
        var region = row.region();
        var button = new Button(region.name(), _ -> onRegion.accept(region.code()));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("cell-open");
        button.setAriaLabel(Words.of("comparison.within", region.name()));
        return new Div(button, SpreadTable.counted(row.spread()));
    }
}
