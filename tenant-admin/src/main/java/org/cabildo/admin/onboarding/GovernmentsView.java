package org.cabildo.admin.onboarding;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cabildo.admin.frame.Asked;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.ColumnChoice;
import org.cabildo.admin.frame.Filters;
import org.cabildo.admin.frame.GridWords;
import org.cabildo.admin.frame.Narrow;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.frame.Portals;
import org.cabildo.admin.frame.Under;
import org.cabildo.admin.words.Words;
import org.cabildo.calendar.GovernmentSearch;
import org.cabildo.calendar.Governments;
import org.cabildo.calendar.PndrClass;
import org.cabildo.calendar.Region;
import org.cabildo.identity.Officer;
import org.cabildo.kernel.Spreadsheet;
import org.cabildo.onboarding.Onboarding;
import org.cabildo.onboarding.Stage;
import org.cabildo.onboarding.Standing;
import org.cabildo.onboarding.StandingSearch;
import org.cabildo.onboarding.StandingSlice;
import org.cabildo.tenancy.TenantKind;

/** The 361 governments and where each stands; some of them, or all, can be brought aboard from here. */
@Route(value = "nacional", layout = OfficeLayout.class)
@PermitAll
class GovernmentsView extends Page implements BeforeEnterObserver {

    /** What was marked when the person went on to the preview. */
    record Kept(Set<Standing> chosen, boolean fictional) {}

    private static final int WHOLE_NATION = 1_000;
    private static final String INVENTED = "ficticio";
    private final transient Onboarding onboarding;
    private final transient Portals portals;
    final TextField search = new TextField(Words.of("governments.search"));
    final ComboBox<Region> region = new ComboBox<>(Words.of("governments.region"));
    final Select<TenantKind> kind = new Select<>();
    final Select<Standing.State> state = new Select<>();
    final Select<PndrClass> pndr = new Select<>();
    final Select<Stage> stage = new Select<>();
    final Select<Boolean> fictional = new Select<>();
    final Grid<Standing> grid = new Grid<>();
    final Button onboard = new Button(Words.of("governments.onboard.none"));
    final Button all = new Button(Words.of("governments.select"));
    final Button none = new Button(Words.of("governments.select.none"));
    final Div tally = new Div();
    final ColumnChoice columns = new ColumnChoice("governments");
    private final List<Region> regions;
    private boolean ready;
    private transient volatile StandingSearch shown = StandingSearch.ALL; // a download reads it without the tab's lock

    GovernmentsView(Onboarding onboarding, Governments governments, Portals portals) {
        super(Words.of("governments.title"));
        Officer.current().requireNationalCoordinator();
        this.onboarding = onboarding;
        this.regions = governments.regions();
        this.portals = portals;
        lead(Words.of("governments.lead"));
        actions(download(), onboard);
        tally.addClassName("tally");
        tally.getElement().setAttribute("role", "status");
        var marks = new Div(none, all, columns);
        marks.addClassName("actions");
        var above = new Div(tally, marks);
        above.addClassName("panel-head");
        add(filters(), above, table());
    }

    /** What the address asks for is set first, so that the list is read once. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = Asked.of(event);
        ready = false;
        search.setValue(asked.text("q"));
        region.setValue(regions.stream()
                .filter(one -> one.code().equals(asked.text("region")))
                .findFirst()
                .orElse(null));
        kind.setValue(asked.one("tipo", TenantKind.class)
                .filter(one -> one != TenantKind.CONSORTIUM && one != TenantKind.ASSOCIATION)
                .orElse(null));
        state.setValue(asked.one("estado", Standing.State.class).orElse(null));
        pndr.setValue(asked.one("ruralidad", PndrClass.class).orElse(null));
        stage.setValue(asked.one("etapa", Stage.class)
                .filter(one -> one != Stage.LISTED)
                .orElse(null));
        fictional.setValue(asked.text("mundo").equals(INVENTED));
        keep();
        ready = true;
        refresh();
    }

    /** The address of this list as it is narrowed now. */
    private void tell() {
        Asked.tell(
                "nacional",
                Map.of(
                        "q", search.getValue().strip(),
                        "region", region.getOptionalValue().map(Region::code).orElse(""),
                        "tipo", kind.getOptionalValue().map(Enum::name).orElse(""),
                        "estado", state.getOptionalValue().map(Enum::name).orElse(""),
                        "ruralidad", pndr.getOptionalValue().map(Enum::name).orElse(""),
                        "etapa", stage.getOptionalValue().map(Enum::name).orElse(""),
                        "mundo", fictional.getValue() ? INVENTED : ""));
    }

    private Anchor download() {
        var link = new Anchor(
                DownloadHandler.fromInputStream(_ -> {
                    var csv = Spreadsheet.of(rows());
                    return new DownloadResponse(new ByteArrayInputStream(csv), "gobiernos.csv", "text/csv", csv.length);
                }),
                Words.of("governments.csv"));
        link.setDownload(true);
        return link;
    }

    /** What is shown, whole: every line of the narrowed list. */
    List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("codigo", "nombre", "tipo", "region", "poblacion", "ruralidad", "estado", "direccion"));
        onboarding.states(shown, StandingSlice.first(WHOLE_NATION)).forEach(standing -> {
            var government = standing.government();
            rows.add(List.of(
                    government.code(),
                    government.name(),
                    Words.of(government.kind()),
                    government.regionName(),
                    Long.toString(government.population()),
                    government.pndr().map(Words::of).orElse(""),
                    Words.of(standing.state()),
                    standing.slug().orElse("")));
        });
        return rows;
    }

    /** Marks again what was marked when the person went on to the preview and came back. */
    private void keep() {
        var kept = ComponentUtil.getData(UI.getCurrent(), Kept.class);
        if (kept != null) {
            ComponentUtil.setData(UI.getCurrent(), Kept.class, null);
            fictional.setValue(kept.fictional());
            kept.chosen().forEach(grid::select);
        }
    }

    private Filters filters() {
        region.setItems(regions);
        region.setItemLabelGenerator(Region::name);
        region.setClearButtonVisible(true);
        region.setPlaceholder(Words.of("any"));
        region.addValueChangeListener(_ -> refresh());
        fictional.setLabel(Words.of("governments.world"));
        fictional.setItems(false, true);
        fictional.setValue(false);
        fictional.setItemLabelGenerator(invented -> Words.of(invented ? "governments.fictional" : "governments.real"));
        fictional.addValueChangeListener(_ -> {
            grid.deselectAll();
            refresh();
        });
        var filters = new Filters(this::refresh).search(search, "governments.search.hint");
        filters.add(region);
        filters.choice(kind, "governments.kind", List.of(TenantKind.MUNICIPALITY, TenantKind.REGIONAL_GOVERNMENT))
                .choice(state, "governments.state", List.of(Standing.State.values()))
                .choice(
                        stage,
                        "governments.stage",
                        List.of(Stage.ORDERED, Stage.ONBOARDED, Stage.ENTERED, Stage.PUBLISHED))
                .choice(pndr, "governments.pndr", List.of(PndrClass.values()))
                .add(fictional);
        return filters;
    }

    private Grid<Standing> table() {
        grid.addClassName("tall");
        grid.getElement().setAttribute("aria-label", Words.of("governments.title"));
        grid.addColumn(new ComponentRenderer<>(this::name))
                .setHeader(Words.of("governments.name"))
                .setSortProperty("NAME")
                .setFlexGrow(3)
                .setWidth("9rem");
        var code = column(s -> s.government().code(), "governments.code", "CODE")
                .setWidth("6rem")
                .setFlexGrow(0);
        var sort = column(s -> Words.of(s.government().kind()), "governments.kind", "KIND")
                .setWidth("9rem")
                .setFlexGrow(0);
        var where = column(s -> s.government().regionName(), "governments.region", "REGION")
                .setWidth("8.5rem");
        var people = column(s -> Words.number(s.government().population()), "governments.population", "POPULATION")
                .setWidth("8rem")
                .setFlexGrow(0)
                .setTextAlign(com.vaadin.flow.component.grid.ColumnTextAlign.END);
        var rural = column(s -> s.government().pndr().map(Words::of).orElse("–"), "governments.pndr", "PNDR")
                .setWidth("7rem")
                .setFlexGrow(0);
        var stands = grid.addColumn(new ComponentRenderer<>(GovernmentsView::state))
                .setHeader(Words.of("governments.state"))
                .setSortProperty("STATE")
                .setWidth("8.5rem")
                .setFlexGrow(0);
        columns.offer(Words.of("governments.code"), code)
                .offer(Words.of("governments.kind"), sort)
                .offer(Words.of("governments.region"), where)
                .offer(Words.of("governments.population"), people)
                .offer(Words.of("governments.pndr"), rural);
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.setItemSelectableProvider(GovernmentsView::canBeOrdered);
        GridWords.translate(grid);
        grid.setDataProvider(new CallbackDataProvider<Standing, Void>(
                this::fetch,
                _ -> onboarding.count(wanted()),
                standing -> standing.government().code()));
        grid.addSelectionListener(_ -> chosen());
        grid.setEmptyStateText(Words.of("governments.none"));
        Narrow.follow(this, narrow -> {
            stands.setVisible(!narrow);
            columns.narrow(narrow);
        });
        all.addClickListener(_ -> selectAll());
        none.setVisible(false);
        none.addClickListener(_ -> grid.deselectAll());
        onboard.addThemeVariants(ButtonVariant.PRIMARY);
        onboard.setEnabled(false);
        onboard.addClickListener(_ -> ask());
        return grid;
    }

    private Grid.Column<Standing> column(ValueProvider<Standing, String> value, String header, String order) {
        return grid.addColumn(value).setHeader(Words.of(header)).setSortProperty(order);
    }

    Div name(Standing standing) {
        var government = standing.government();
        var name = new Span(government.shortName());
        name.addClassName("cell-title");
        var under = new Under(
                Words.of("governments.under", Words.of(government.kind()), government.code(), government.regionName()));
        var narrow = new Div(under, state(standing));
        narrow.addClassName("only-narrow");
        var cell = new Div(name, narrow);
        if (standing.state() == Standing.State.FAILED) {
            var why = new Span(Words.why(standing.cause(), standing.reason()));
            why.addClassNames("cell-under", "bad");
            cell.add(why);
        }
        standing.administrator().ifPresent(invited -> cell.add(administrator(invited)));
        if (standing.state() == Standing.State.ACTIVE) {
            standing.slug().ifPresent(slug -> cell.add(portals.link(slug, government.name())));
        }
        return cell;
    }

    private static Span administrator(Standing.Invited invited) {
        var who = new Under(Words.of(
                invited.accepted() ? "governments.administrator.in" : "governments.administrator.invited",
                invited.email()));
        return who;
    }

    private static com.vaadin.flow.component.Component state(Standing standing) {
        var badge = new Badge(
                Words.of(standing.state()),
                switch (standing.state()) {
                    case ACTIVE -> Badge.Tone.GOOD;
                    case WAITING -> Badge.Tone.BUSY;
                    case FAILED, OUT_OF_STEP, SUSPENDED -> Badge.Tone.BAD;
                    case NOT_ONBOARDED -> Badge.Tone.PLAIN;
                });
        if (standing.batch().isEmpty() || standing.state() == Standing.State.ACTIVE) {
            return badge;
        }
        var link = new Anchor("/nacional/ordenes/" + standing.batch().get(), badge);
        link.addClassName("cell-link");
        return link;
    }

    private StandingSearch wanted() {
        return new StandingSearch(
                new GovernmentSearch(
                        search.getValue(),
                        region.getOptionalValue().map(Region::code).orElse(null),
                        kind.getValue(),
                        pndr.getValue(),
                        fictional.getValue()),
                state.getValue(),
                stage.getValue());
    }

    private Stream<Standing> fetch(Query<Standing, Void> query) {
        var sort = query.getSortOrders().stream().findFirst();
        return onboarding
                .states(
                        wanted(),
                        new StandingSlice(
                                sort.map(QuerySortOrder::getSorted)
                                        .map(StandingSlice.Order::valueOf)
                                        .orElse(StandingSlice.Order.REGION),
                                sort.map(order -> order.getDirection() == SortDirection.ASCENDING)
                                        .orElse(true),
                                query.getOffset(),
                                query.getLimit()))
                .stream();
    }

    private void refresh() {
        if (!ready) {
            return;
        }
        tell();
        shown = wanted();
        grid.getDataProvider().refreshAll();
        tally.removeAll();
        var counts = onboarding.tally(wanted());
        tally.add(new Span(Words.of(
                "governments.count",
                counts.values().stream().mapToInt(Integer::intValue).sum())));
        counts.forEach((one, count) -> {
            if (count > 0) {
                tally.add(new Span(Words.of("governments.tally", Words.of(one), count)));
            }
        });
        all.setEnabled(counts.entrySet().stream().anyMatch(one -> canBeOrdered(one.getKey()) && one.getValue() > 0));
    }

    private void selectAll() {
        var waiting = new StandingSearch(wanted().government(), null, stage.getValue());
        onboarding.states(waiting, StandingSlice.first(WHOLE_NATION)).stream()
                .filter(GovernmentsView::canBeOrdered)
                .forEach(grid::select);
    }

    private static boolean canBeOrdered(Standing standing) {
        return canBeOrdered(standing.state());
    }

    private static boolean canBeOrdered(Standing.State state) {
        return state == Standing.State.NOT_ONBOARDED || state == Standing.State.FAILED;
    }

    private void chosen() {
        var count = grid.getSelectedItems().size();
        onboard.setText(count == 0 ? Words.of("governments.onboard.none") : Words.of("governments.onboard", count));
        onboard.setEnabled(count > 0);
        none.setVisible(count > 0);
    }

    private void ask() {
        var chosen = Set.copyOf(grid.getSelectedItems());
        var codes = chosen.stream()
                .map(standing -> standing.government().code())
                .sorted()
                .toList();
        new AdministratorDialog(codes.size(), (administrator, template) -> {
                    var preview = onboarding.previewOf(codes, administrator, template, fictional.getValue());
                    var brought = new OnboardView.Brought(preview, new Kept(chosen, fictional.getValue()));
                    ComponentUtil.setData(UI.getCurrent(), OnboardView.Brought.class, brought);
                    UI.getCurrent().navigate(OnboardView.class);
                })
                .open();
    }
}
