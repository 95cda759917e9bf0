package org.cabildo.admin.benchmarking;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.admin.frame.Asked;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Chart;
import org.cabildo.admin.frame.MapChart;
import org.cabildo.admin.frame.Narrow;
import org.cabildo.admin.frame.Portals;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.words.Words;
import org.cabildo.benchmarking.Comparison;
import org.cabildo.benchmarking.Comparison.Line;
import org.cabildo.benchmarking.Group;
import org.cabildo.benchmarking.Indicator;
import org.cabildo.benchmarking.PeerSelections;
import org.cabildo.benchmarking.Peers;
import org.cabildo.benchmarking.Selection;
import org.cabildo.benchmarking.Spread;
import org.cabildo.benchmarking.World;
import org.cabildo.calendar.Governments;
import org.cabildo.calendar.PndrClass;
import org.cabildo.calendar.Region;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
import org.jspecify.annotations.Nullable;

/** A group of tenants, its spread, how it went and who is in it. What it is narrowed to stands in the address. */
class ComparisonPanel extends Div {

    /** The rooms and addresses it is filled from. */
    record Sources(Comparison comparison, PeerSelections selections, Governments governments, Portals portals) {}

    /** With whom one may compare, and how the field calls it. */
    record Choice(Peers peers, String label) {}

    private final transient Sources sources;
    private final String path;
    private final LocalDate today;
    private final transient @Nullable Line own;
    private final transient List<Line> all;
    private transient World world;
    private transient List<Selection> selections;
    private transient volatile List<Line> shown = List.of(); // a download reads it without the tab's lock
    final ComboBox<Choice> peers = new ComboBox<>(Words.of("comparison.peers"));
    final Select<Indicator> indicator = new Select<>();
    final Grid<Indicator> spreads = new Grid<>();
    final Grid<Line> lines = new Grid<>();
    final Div drawings = new Div();
    final Paragraph small = new Paragraph();
    private final Button forget = new Button(Words.of("comparison.selection.forget"), _ -> forget());
    private boolean ready;

    /** @param own who compares; null for a coordinator */
    ComparisonPanel(Sources sources, String path, LocalDate today, World world, List<Line> all, @Nullable Line own) {
        this.sources = sources;
        this.path = path;
        this.today = today;
        this.world = world;
        this.all = all;
        this.own = own;
        selections = sources.selections().all();
        addClassName("stack");
        addClassName("wide");
        peers.setItemLabelGenerator(Choice::label);
        peers.addValueChangeListener(_ -> show());
        indicator.setLabel(Words.of("comparison.indicator"));
        indicator.setItems(Indicator.values());
        indicator.setItemLabelGenerator(Words::of);
        indicator.setValue(Indicator.PROGRESS);
        indicator.addValueChangeListener(_ -> show());
        var filters = new Div(peers, indicator);
        filters.addClassName("filters");
        var acts = new Div(download(), new Button(Words.of("comparison.selection.keep"), _ -> ask()), forget);
        acts.addClassName("actions");
        drawings.addClassName("chart-pair");
        add(filters, acts, new H2(Words.of("comparison.spread")), small, spreadTable(), drawings);
        add(new H2(Words.of("comparison.tenants")), lineTable());
    }

    /** What the address asks for. */
    void asked(Asked asked) {
        ready = false;
        indicator.setValue(asked.one("figura", Indicator.class).orElse(Indicator.PROGRESS));
        offer(Peers.read(asked.text("grupo")).orElse(new Peers.All()));
        ready = true;
        show();
    }

    /** Compares within another world. */
    void within(World other) {
        world = other;
        offer(new Peers.All());
        show();
    }

    private void offer(Peers wanted) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(new Peers.All(), Words.of("comparison.everybody")));
        if (world.kind() == TenantKind.MUNICIPALITY) {
            sources.governments().regions().forEach(region ->
                    choices.add(new Choice(new Peers.OfRegion(region.code()), region.name())));
            for (var pndr : PndrClass.values()) {
                choices.add(new Choice(new Peers.OfClass(pndr), Words.of("comparison.class", Words.of(pndr))));
            }
            sources.governments().populationBands().forEach(band -> choices.add(
                    new Choice(new Peers.OfBand(band.atLeast()), Words.of("comparison.band", band.name()))));
        }
        selections.stream()
                .filter(one -> one.kind() == world.kind() && one.synthetic() == world.synthetic())
                .forEach(one -> choices.add(new Choice(new Peers.Chosen(one.id()), one.name())));
        peers.setItems(choices);
        peers.setValue(choices.stream()
                .filter(choice -> choice.peers().equals(wanted))
                .findFirst()
                .orElse(choices.getFirst()));
    }

    private Peers chosen() {
        var choice = peers.getValue();
        return choice == null ? new Peers.All() : choice.peers();
    }

    Group group() {
        var wanted = chosen();
        var selection = selections.stream()
                .filter(one -> wanted.equals(new Peers.Chosen(one.id())))
                .findFirst()
                .orElse(Selection.NONE);
        return Group.among(all, world, wanted, selection);
    }

    private void show() {
        if (!ready) {
            return;
        }
        var group = group();
        var figure = indicator.getValue();
        Asked.tell(
                path,
                Map.of(
                        "grupo", chosen().text(),
                        "figura", figure == Indicator.PROGRESS ? "" : figure.name(),
                        "tipo", own != null || world.kind() == TenantKind.MUNICIPALITY ? "" : world.kind().name(),
                        "mundo", own == null && world.synthetic() ? "ficticio" : ""));
        shown = group.lines();
        forget.setVisible(chosen() instanceof Peers.Chosen);
        spreads.setItems(Indicator.values());
        lines.setItems(shown);
        var spread = group.spread(figure);
        small.setText(
                spread.quartiles() == null
                        ? Words.of("comparison.small", spread.n(), Spread.SMALLEST_GROUP)
                        : Words.of("comparison.counted", spread.n(), group.lines().size(), today));
        drawings.removeAll();
        drawings.add(Drawings.strip(figure, group, own), trend(figure, group));
        if (world.equals(World.MUNICIPALITIES)) {
            drawings.add(map(figure, group));
        }
    }

    private Chart trend(Indicator figure, Group group) {
        var days = sources.comparison().trend(figure, group.lines(), own, today.minusYears(1));
        return Drawings.trend(figure, days, own);
    }

    private MapChart map(Indicator figure, Group group) {
        var areas = group.lines().stream()
                .filter(line -> line.government() != null)
                .map(line -> new MapChart.Area(
                        java.util.Objects.requireNonNull(line.government()),
                        line.name(),
                        figure.of(line),
                        Drawings.said(figure, figure.of(line))))
                .toList();
        var region = chosen() instanceof Peers.OfRegion(String code) ? code : null;
        var known = areas.stream().filter(area -> area.value() != null).count();
        return new MapChart(
                Words.of("map.title", Words.of(figure)),
                Words.of("map.sentence", known),
                Words.of(figure),
                areas,
                region,
                "mapa");
    }

    private Grid<Indicator> spreadTable() {
        spreads.setAllRowsVisible(true);
        spreads.getElement().setAttribute("aria-label", Words.of("comparison.spread"));
        spreads.addColumn(new ComponentRenderer<>(this::explained))
                .setHeader(Words.of("comparison.indicator"))
                .setWidth("10rem")
                .setFlexGrow(2);
        spreads.addColumn(one -> group().spread(one).n()).setHeader("n").setTextAlign(ColumnTextAlign.END).setWidth("4rem");
        var lower = spreads.addColumn(one -> quartile(one, Spread.Quartiles::lower))
                .setHeader(Words.of("comparison.lower"))
                .setTextAlign(ColumnTextAlign.END);
        spreads.addColumn(one -> quartile(one, Spread.Quartiles::median))
                .setHeader(Words.of("comparison.median"))
                .setTextAlign(ColumnTextAlign.END);
        var upper = spreads.addColumn(one -> quartile(one, Spread.Quartiles::upper))
                .setHeader(Words.of("comparison.upper"))
                .setTextAlign(ColumnTextAlign.END);
        if (own != null) {
            spreads.addColumn(one -> Drawings.said(one, one.of(own)))
                    .setHeader(Words.of("comparison.own"))
                    .setTextAlign(ColumnTextAlign.END);
            spreads.addColumn(one -> group().place(one, own)
                            .map(place -> Words.of("comparison.place.of", place.at(), place.of()))
                            .orElse("–"))
                    .setHeader(Words.of("comparison.place"))
                    .setTextAlign(ColumnTextAlign.END);
        }
        spreads.setSelectionMode(Grid.SelectionMode.NONE);
        Narrow.follow(this, narrow -> List.of(lower, upper).forEach(column -> column.setVisible(!narrow)));
        return spreads;
    }

    private String quartile(Indicator one, java.util.function.ToDoubleFunction<Spread.Quartiles> which) {
        var quartiles = group().spread(one).quartiles();
        return Drawings.said(one, quartiles == null ? null : which.applyAsDouble(quartiles));
    }

    private Button explained(Indicator one) {
        var button = new Button(Words.of(one), _ -> explain(one));
        button.addThemeVariants(com.vaadin.flow.component.button.ButtonVariant.TERTIARY);
        button.setAriaLabel(Words.of("comparison.explain", Words.of(one)));
        return button;
    }

    private void explain(Indicator one) {
        dialog(
                Words.of(one),
                new Paragraph(Words.of("Indicator.%s.formula".formatted(one.name()))),
                new Paragraph(Words.of("comparison.unit", Words.of(one.unit()), Words.of(one.direction()))),
                new Paragraph(Words.of("comparison.source", today)),
                new Paragraph(Words.of("comparison.quartiles", Spread.SMALLEST_GROUP)));
    }

    private static void dialog(String title, com.vaadin.flow.component.Component... content) {
        var dialog = new Dialog(content);
        dialog.setHeaderTitle(title);
        dialog.setWidth("min(46rem, 96vw)");
        dialog.getFooter().add(new Button(Words.of("close"), _ -> dialog.close()));
        dialog.open();
    }

    private Grid<Line> lineTable() {
        lines.addClassName("tall");
        lines.getElement().setAttribute("aria-label", Words.of("comparison.tenants"));
        lines.addColumn(new ComponentRenderer<>(this::name))
                .setHeader(Words.of("governments.name"))
                .setComparator(Comparator.comparing(Line::name))
                .setWidth("10rem")
                .setFlexGrow(3);
        var wide = new ArrayList<Grid.Column<Line>>();
        for (var one : Indicator.values()) {
            var added = lines.addColumn(line -> Drawings.said(one, one.of(line)))
                    .setHeader(Words.of(one))
                    .setComparator(Comparator.comparing(
                            line -> one.of(line), Comparator.nullsFirst(Comparator.naturalOrder())))
                    .setTextAlign(ColumnTextAlign.END)
                    .setWidth("8rem");
            if (one != Indicator.PROGRESS) {
                wide.add(added);
            }
        }
        lines.setSelectionMode(Grid.SelectionMode.NONE);
        lines.setEmptyStateText(Words.of("comparison.none"));
        Narrow.follow(this, narrow -> wide.forEach(column -> column.setVisible(!narrow)));
        return lines;
    }

    private Div name(Line line) {
        var name = new Button(line.name(), _ -> behind(line));
        name.addThemeVariants(com.vaadin.flow.component.button.ButtonVariant.TERTIARY);
        name.setAriaLabel(Words.of("comparison.behind", line.name()));
        var cell = new Div(name);
        var region = line.region();
        if (region != null && !world.synthetic() && world.kind() == TenantKind.MUNICIPALITY) {
            var link = new Button(region(region), _ -> offer(new Peers.OfRegion(region)));
            link.addThemeVariants(com.vaadin.flow.component.button.ButtonVariant.TERTIARY);
            cell.add(link);
        }
        if (line.synthetic()) {
            cell.add(Badge.synthetic());
        }
        return cell;
    }

    private String region(String code) {
        return sources.governments().regions().stream()
                .filter(region -> region.code().equals(code))
                .map(Region::name)
                .findFirst()
                .orElse(code);
    }

    /** The published commitments that a tenant's figures are counted from, each where the public reads it. */
    void behind(Line line) {
        var list = new UnorderedList();
        list.addClassName("plain-list");
        for (var one : sources.comparison().behind(line.tenant(), today)) {
            var plan = one.plan();
            var title = plan == null ? new Span(one.title()) : link(plan, one);
            var under = new Span(Words.of(
                    "comparison.behind.line", one.progress(), one.kept(), one.due(), one.late(), one.updated()));
            under.addClassName("cell-under");
            list.add(new ListItem(title, under));
        }
        dialog(
                Words.of("comparison.behind", line.name()),
                list.getComponentCount() == 0 ? new Paragraph(Words.of("comparison.none")) : list,
                sources.portals().link(line.slug(), line.name()));
    }

    private Anchor link(String plan, Comparison.Behind one) {
        return sources.portals().commitment(one.slug(), plan, one.number(), one.title());
    }

    private void ask() {
        var name = new TextField(Words.of("comparison.selection.name"));
        var members = new MultiSelectComboBox<Line>(Words.of("comparison.selection.members"));
        members.setItemLabelGenerator(Line::name);
        members.setItems(all.stream().filter(world::holds).toList());
        Sheet.titled(Words.of("comparison.selection.keep"))
                .wide(name, members)
                .taking(
                        Words.of("save"),
                        () -> Attempt.to(() -> keep(name.getValue(), members.getValue()))
                                .at(name, "comparison.selection.name")
                                .at(members, "comparison.selection.few"),
                        () -> {})
                .open();
    }

    void keep(String name, Set<Line> members) {
        var ids = members.stream().map(Line::tenant).collect(Collectors.toCollection(HashSet<TenantId>::new));
        var kept = sources.selections().keep(name, world, ids);
        selections = sources.selections().all();
        offer(new Peers.Chosen(kept));
    }

    private void forget() {
        if (chosen() instanceof Peers.Chosen(Peers.SelectionId id)
                && Attempt.to(() -> sources.selections().forget(id)).succeeds()) {
            selections = sources.selections().all();
            offer(new Peers.All());
        }
    }

    private Anchor download() {
        var link = new Anchor(
                DownloadHandler.fromInputStream(_ -> {
                    var csv = file();
                    return new DownloadResponse(
                            new ByteArrayInputStream(csv), "comparacion-" + today + ".csv", "text/csv", csv.length);
                }),
                Words.of("comparison.csv"));
        link.setDownload(true);
        return link;
    }

    byte[] file() {
        return ComparisonFile.of(shown);
    }
}
