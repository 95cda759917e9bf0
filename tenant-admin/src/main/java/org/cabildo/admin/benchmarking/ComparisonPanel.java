package org.cabildo.admin.benchmarking;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.admin.frame.Asked;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.frame.Portals;
import org.cabildo.admin.frame.Several;
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
import org.cabildo.tenancy.TenantKind;
import org.jspecify.annotations.Nullable;

/** A group of tenants, its spread, how it went and who is in it. What it is narrowed to stands in the address. */
class ComparisonPanel extends Div {

    /** The rooms and addresses it is filled from. */
    record Sources(Comparison comparison, PeerSelections selections, Governments governments, Portals portals) {}

    private final transient Sources sources;
    private final String path;
    private final LocalDate today;
    private final transient @Nullable Line own;
    private final transient List<Line> all;
    private transient World world;
    private transient List<Selection> selections;
    private transient volatile List<Line> shown = List.of(); // a download reads it without the tab's lock
    final PeerField peers;
    final Select<Indicator> indicator = new Select<>();
    final Paragraph small = new Paragraph();
    private final SpreadTable spreads;
    final RegionTable regions;
    final PeerTable lines;
    final Div byRegion = new Div();
    final Paragraph elsewhere = new Paragraph();
    private final Div drawings = new Div();
    private final Button keep = new Button(Words.of("comparison.selection.keep"), _ -> ask());
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
        peers = new PeerField(sources.governments());
        spreads = new SpreadTable(today, new Group(world, List.of()), own);
        var known = sources.governments().regions();
        regions = new RegionTable(known, region -> offer(new Peers.OfRegion(region)));
        lines = new PeerTable(known, own, this::behind);
        addClassNames("stack", "wide");
        peers.addValueChangeListener(_ -> show());
        indicator.setLabel(Words.of("comparison.indicator"));
        indicator.setItems(Indicator.values());
        indicator.setItemLabelGenerator(Words::of);
        indicator.setValue(Indicator.PROGRESS);
        indicator.addValueChangeListener(_ -> show());
        var filters = new Div(peers, indicator);
        filters.addClassName("filters");
        keep.setVisible(sources.selections().mayKeep());
        var acts = new Div(download(), keep, forget);
        acts.addClassName("actions");
        drawings.addClassName("chart-pair");
        add(filters, acts, new H2(Words.of("comparison.spread")), small, spreads, drawings);
        byRegion.addClassName("stack");
        elsewhere.addClassName("quiet");
        byRegion.add(new H2(Words.of("comparison.regions")), regions, elsewhere);
        add(byRegion, new H2(Words.of("comparison.tenants")), lines);
    }

    /** What the address asks for. */
    void asked(Asked asked) {
        asked(world, asked);
    }

    /** What the address asks for, in another world. */
    void asked(World other, Asked asked) {
        ready = false;
        world = other;
        indicator.setValue(asked.one("figura", Indicator.class).orElse(Indicator.PROGRESS));
        offer(Peers.read(asked.text("grupo")).orElse(new Peers.All()));
        ready = true;
        show();
    }

    /** Compares within another world, with everybody there. */
    void within(World other) {
        ready = false;
        world = other;
        offer(new Peers.All());
        ready = true;
        show();
    }

    /** Shown once, though the field tells of two changes. */
    private void offer(Peers wanted) {
        boolean was = ready;
        ready = false;
        peers.offer(world, all, selections, wanted);
        ready = was;
        show();
    }

    Group group() {
        var wanted = peers.chosen();
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
        tell(figure);
        shown = group.lines();
        forget.setVisible(keep.isVisible() && peers.chosen() instanceof Peers.Chosen);
        spreads.show(group);
        lines.show(figure, shown);
        var spread = group.spread(figure);
        small.setText(counted(spread));
        drawings.removeAll();
        if (spread.n() > 0) {
            draw(figure, group);
        }
        byRegion.setVisible(world.equals(World.MUNICIPALITIES) && peers.chosen() instanceof Peers.All);
        int empty = regions.show(figure, world, all);
        elsewhere.setText(Words.of("comparison.elsewhere", empty));
        elsewhere.setVisible(empty > 0);
    }

    private String counted(Spread spread) {
        if (spread.n() == 0) {
            return Words.of("comparison.empty");
        }
        return spread.quartiles() == null
                ? Words.of("comparison.small", spread.n(), Spread.SMALLEST_GROUP)
                : Words.of("comparison.counted", spread.n(), shown.size(), today);
    }

    private void draw(Indicator figure, Group group) {
        var days = sources.comparison().trend(figure, shown, own, today.minusYears(1));
        drawings.add(Drawings.strip(figure, group, own), Drawings.trend(figure, days, own));
        if (world.equals(World.MUNICIPALITIES)) {
            drawings.add(Drawings.map(figure, group, peers.chosen()));
        }
    }

    private void tell(Indicator figure) {
        boolean usual = own != null || world.kind() == TenantKind.MUNICIPALITY;
        Asked.tell(
                path,
                Map.of(
                        "grupo", peers.chosen().text(),
                        "figura", figure == Indicator.PROGRESS ? "" : figure.name(),
                        "tipo", usual ? "" : world.kind().name(),
                        "mundo", own == null && world.synthetic() ? "ficticio" : ""));
    }

    /** The published commitments that a tenant's figures are counted from. */
    void behind(Line line) {
        Explained.commitments(line, sources.comparison().behind(line.tenant(), today), sources.portals())
                .open();
    }

    private void ask() {
        var name = Fields.line(Words.of("comparison.selection.name"), "", PeerSelections.LONGEST);
        var members = Several.speaking(new MultiSelectComboBox<Line>(Words.of("comparison.selection.members")));
        members.setItemLabelGenerator(Line::name);
        members.setItems(all.stream().filter(world::holds).toList());
        members.setHelperText(Words.of("comparison.selection.hint", Spread.SMALLEST_GROUP));
        name.setRequiredIndicatorVisible(true);
        members.setRequiredIndicatorVisible(true);
        Sheet.titled(Words.of("comparison.selection.keep"))
                .wide(name, members)
                .taking(
                        Words.of("save"),
                        () -> Attempt.to(() -> keep(name.getValue(), members.getValue()))
                                .needing(name, members)
                                .at(name, "comparison.selection.name", "comparison.selection.race")
                                .at(members, "comparison.selection.few"),
                        () -> {})
                .open();
    }

    void keep(String name, Set<Line> members) {
        var ids = members.stream().map(Line::tenant).collect(Collectors.toSet());
        offerKept(sources.selections().keep(name, world, ids));
    }

    private void offerKept(Peers.SelectionId kept) {
        selections = sources.selections().all();
        offer(new Peers.Chosen(kept));
    }

    private void forget() {
        if (peers.chosen() instanceof Peers.Chosen(Peers.SelectionId id)) {
            var forgotten =
                    selections.stream().filter(one -> one.id().equals(id)).findFirst();
            if (Attempt.to(() -> sources.selections().forget(id)).succeeds()) {
                selections = sources.selections().all();
                offer(new Peers.All());
                forgotten.ifPresent(one ->
                        Notes.done(Words.of("comparison.selection.forgotten", one.name()), () -> keepAgain(one)));
            }
        }
    }

    private void keepAgain(Selection forgotten) {
        Attempt.to(() -> offerKept(sources.selections().keep(forgotten.name(), world, forgotten.members())))
                .succeeds();
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
