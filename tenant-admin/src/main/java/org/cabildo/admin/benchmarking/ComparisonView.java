package org.cabildo.admin.benchmarking;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Narrow;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.words.Words;
import org.cabildo.benchmarking.Comparison;
import org.cabildo.benchmarking.Comparison.Group;
import org.cabildo.benchmarking.Comparison.Line;
import org.cabildo.calendar.Governments;
import org.cabildo.calendar.PndrClass;
import org.cabildo.calendar.Region;
import org.cabildo.identity.Officer;
import org.cabildo.tenancy.TenantKind;
import org.jspecify.annotations.Nullable;

/** Every tenant's published figures side by side, and the middle of each group large enough to have one. */
@Route(value = "nacional/comparacion", layout = OfficeLayout.class)
@PermitAll
class ComparisonView extends Page {

    private static final ZoneId CAPITAL = ZoneId.of("America/Santiago");
    private final transient Comparison comparison;
    private final transient Governments governments;
    private final LocalDate today;
    final Checkbox fictional = new Checkbox(Words.of("comparison.fictional"));
    final Checkbox silent = new Checkbox(Words.of("comparison.without"));
    final Grid<Line> lines = new Grid<>();
    final Grid<Group> groups = new Grid<>();

    ComparisonView(Comparison comparison, Governments governments, Clock clock) {
        super(Words.of("nav.comparison"));
        Officer.current().requireNationalCoordinator();
        this.comparison = comparison;
        this.governments = governments;
        today = LocalDate.now(clock.withZone(CAPITAL));
        lead(Words.of("comparison.lead", today));
        actions(download());
        fictional.addValueChangeListener(_ -> show());
        silent.addValueChangeListener(_ -> show());
        var filters = new Div(fictional, silent);
        filters.addClassName("actions");
        add(filters, new H2(Words.of("comparison.tenants")), table(), new H2(Words.of("comparison.groups")));
        add(new Paragraph(Words.of("comparison.rule", Comparison.SMALLEST_GROUP)), groupTable());
        show();
    }

    private Anchor download() {
        var link = new Anchor(
                DownloadHandler.fromInputStream(_ -> {
                    var csv = ComparisonFile.of(comparison.lines(today));
                    return new DownloadResponse(
                            new ByteArrayInputStream(csv), "comparacion-" + today + ".csv", "text/csv", csv.length);
                }),
                Words.of("comparison.csv"));
        link.setDownload(true);
        return link;
    }

    private Grid<Line> table() {
        lines.addClassName("tall");
        lines.getElement().setAttribute("aria-label", Words.of("comparison.tenants"));
        lines.addColumn(new ComponentRenderer<>(this::name))
                .setHeader(Words.of("governments.name"))
                .setComparator(Comparator.comparing(Line::name))
                .setWidth("9rem")
                .setFlexGrow(3);
        var commitments = number(Line::commitments, "comparison.commitments").setWidth("9rem");
        var due = number(Line::due, "comparison.due").setWidth("7.5rem");
        var kept = number(Line::kept, "comparison.kept");
        number(Line::late, "comparison.late");
        lines.addColumn(line -> percent(line.progress()))
                .setHeader(Words.of("comparison.progress"))
                .setComparator(Comparator.comparing(Line::progress, Comparator.nullsFirst(Comparator.naturalOrder())))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("5.5rem");
        var quiet = lines.addColumn(line -> line.silent() == null ? "–" : Words.number(line.silent()))
                .setHeader(Words.of("comparison.silent"))
                .setComparator(Comparator.comparing(Line::silent, Comparator.nullsFirst(Comparator.naturalOrder())))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("8rem");
        lines.setSelectionMode(Grid.SelectionMode.NONE);
        lines.setEmptyStateText(Words.of("comparison.none"));
        Narrow.follow(
                this, narrow -> List.of(commitments, due, kept, quiet).forEach(column -> column.setVisible(!narrow)));
        return lines;
    }

    private Grid.Column<Line> number(ValueProvider<Line, Integer> value, String header) {
        return lines.addColumn(line -> Words.number(value.apply(line)))
                .setHeader(Words.of(header))
                .setComparator(Comparator.comparing(value))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("5.5rem");
    }

    private Div name(Line line) {
        var name = new Span(line.name());
        name.addClassName("cell-title");
        var under = new Span(under(line));
        under.addClassName("cell-under");
        var cell = new Div(name, under);
        if (line.synthetic()) {
            cell.add(Badge.synthetic());
        }
        return cell;
    }

    private String under(Line line) {
        var kind = Words.of(TenantKind.valueOf(line.kind()));
        return line.region() == null ? kind : kind + " · " + region(line.region());
    }

    private Grid<Group> groupTable() {
        groups.setAllRowsVisible(true);
        groups.getElement().setAttribute("aria-label", Words.of("comparison.groups"));
        groups.addColumn(new ComponentRenderer<>(this::group))
                .setHeader(Words.of("comparison.group"))
                .setWidth("9rem")
                .setFlexGrow(2);
        groups.addColumn(Group::n)
                .setHeader("n")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("4rem")
                .setFlexGrow(0);
        groups.addColumn(group -> percent(group.medianProgress()))
                .setHeader(Words.of("comparison.median.progress"))
                .setTextAlign(ColumnTextAlign.END);
        var late = groups.addColumn(group -> median(group.medianLate()))
                .setHeader(Words.of("comparison.median.late"))
                .setTextAlign(ColumnTextAlign.END);
        var quiet = groups.addColumn(group -> median(group.medianSilent()))
                .setHeader(Words.of("comparison.median.silent"))
                .setTextAlign(ColumnTextAlign.END);
        groups.setSelectionMode(Grid.SelectionMode.NONE);
        groups.setEmptyStateText(Words.of("comparison.none"));
        Narrow.follow(this, narrow -> List.of(late, quiet).forEach(column -> column.setVisible(!narrow)));
        return groups;
    }

    private Div group(Group group) {
        var name =
                new Span(group.by().equals("REGION") ? region(group.key()) : Words.of(PndrClass.valueOf(group.key())));
        name.addClassName("cell-title");
        var under =
                new Span(Words.of("comparison.by." + group.by()) + " · " + Words.of(TenantKind.valueOf(group.kind())));
        under.addClassName("cell-under");
        return new Div(name, under);
    }

    private String region(String code) {
        return governments.regions().stream()
                .filter(region -> region.code().equals(code))
                .map(Region::name)
                .findFirst()
                .orElseGet(() -> Words.of("comparison.region.fictional"));
    }

    private static String percent(@Nullable Double value) {
        return value == null ? "–" : Words.of("percent", value);
    }

    private static String median(@Nullable Double value) {
        return value == null ? "–" : Words.of("decimal", value);
    }

    private void show() {
        var all = comparison.lines(today);
        Predicate<Line> wanted =
                line -> line.synthetic() == fictional.getValue() && (silent.getValue() || line.commitments() > 0);
        lines.setItems(all.stream().filter(wanted).toList());
        groups.setItems(Comparison.groups(all).stream()
                .filter(group -> group.synthetic() == fictional.getValue() && group.n() > 0)
                .toList());
    }
}
