package org.cabildo.admin.operation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
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
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cabildo.admin.frame.Asked;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.ColumnChoice;
import org.cabildo.admin.frame.Confirm;
import org.cabildo.admin.frame.Filters;
import org.cabildo.admin.frame.GridWords;
import org.cabildo.admin.frame.Narrow;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.frame.Portals;
import org.cabildo.admin.frame.Pulse;
import org.cabildo.admin.frame.Under;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.Officer;
import org.cabildo.kernel.Spreadsheet;
import org.cabildo.operation.Order;
import org.cabildo.operation.OrderSearch;
import org.cabildo.operation.OrderSlice;
import org.cabildo.operation.Orders;
import org.jspecify.annotations.Nullable;

/** All orders of onboarding and migration: what runs, what failed and why; what failed can be tried again. */
@Route(value = "nacional/ordenes", layout = OfficeLayout.class)
@PermitAll
class OrdersView extends Page implements BeforeEnterObserver {

    static final ZoneId CAPITAL = ZoneId.of("America/Santiago"); // the nation has no zone; its tenants have
    private static final int MOST_LINES = 20_000;
    static final String PATH = "nacional/ordenes";
    private final transient Orders orders;
    private final transient Portals portals;
    final TextField search = new TextField(Words.of("governments.search"));
    final Select<Order.Kind> kind = new Select<>();
    final Select<Order.Outcome> state = new Select<>();
    final Button wholeList = new Button(Words.of("orders.batch.leave"));
    final Grid<Order> grid = new Grid<>();
    final Span why = new Span(Words.of("orders.retry.mark")); // where there is something to mark
    final Button retry = new Button(Words.of("orders.retry.none"));
    final Button migrate = new Button();
    final Div progress = new Div();
    final Div tally = new Div();
    final ColumnChoice columns = new ColumnChoice("orders");
    private final Pulse pulse = new Pulse(this, Duration.ofSeconds(2), this::follow);
    private @Nullable UUID batch;
    private boolean ready;
    private boolean running;
    private boolean marks;
    private transient volatile OrderSearch shown = OrderSearch.ALL; // a download reads it without the tab's lock

    OrdersView(Orders orders, Portals portals) {
        super(Words.of("nav.batches"));
        Officer.current().requireNationalCoordinator();
        this.orders = orders;
        this.portals = portals;
        lead(Words.of("orders.lead"));
        why.addClassName("cell-under");
        actions(download(), migrate, retry);
        under(why);
        progress.addClassName("stack");
        progress.addClassName("wide");
        tally.addClassName("tally");
        tally.getElement().setAttribute("role", "status");
        var above = new Div(tally, columns);
        above.addClassName("panel-head");
        add(progress, filters(), above, table());
        migrate.addClickListener(_ -> askToMigrate());
        retry.addThemeVariants(ButtonVariant.PRIMARY);
        retry.addClickListener(_ -> askToRetry(Set.copyOf(grid.getSelectedItems())));
    }

    /** What the address asks for is set first, so that the list is read once. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = Asked.of(event);
        ready = false;
        search.setValue(asked.text("q"));
        kind.setValue(asked.one("tipo", Order.Kind.class).orElse(null));
        state.setValue(asked.one("estado", Order.Outcome.class).orElse(null));
        batch = number(asked.text("lote"));
        ready = true;
        refresh();
        chosen();
    }

    private static @Nullable UUID number(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null; // addresses grow old
        }
    }

    private void tell() {
        Asked.tell(
                PATH,
                Map.of(
                        "q", search.getValue().strip(),
                        "tipo", kind.getOptionalValue().map(Enum::name).orElse(""),
                        "estado", state.getOptionalValue().map(Enum::name).orElse(""),
                        "lote", batch == null ? "" : batch.toString()));
    }

    private Filters filters() {
        wholeList.addClickListener(_ -> {
            batch = null;
            refresh();
        });
        var filters = new Filters(this::refresh)
                .search(search, "orders.search.hint")
                .choice(kind, "orders.kind", List.of(Order.Kind.values()))
                .choice(state, "governments.state", List.of(Order.Outcome.values()));
        filters.add(wholeList);
        return filters;
    }

    private Grid<Order> table() {
        grid.addClassName("tall");
        grid.getElement().setAttribute("aria-label", Words.of("nav.batches"));
        grid.addColumn(new ComponentRenderer<>(this::name))
                .setHeader(Words.of("governments.name"))
                .setSortProperty("NAME")
                .setFlexGrow(3)
                .setWidth("10rem");
        var what = grid.addColumn(order -> Words.of(order.kind()))
                .setHeader(Words.of("orders.kind"))
                .setSortProperty("KIND")
                .setWidth("8rem")
                .setFlexGrow(0);
        var tries = grid.addColumn(order -> Words.number(order.attempts()))
                .setHeader(Words.of("orders.attempts"))
                .setSortProperty("ATTEMPTS")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("7rem")
                .setFlexGrow(0);
        var who = grid.addColumn(Order::requestedBy)
                .setHeader(Words.of("orders.by"))
                .setSortProperty("REQUESTER")
                .setWidth("9rem")
                .setFlexGrow(0);
        var when = grid.addColumn(order -> Words.of(order.requestedAt(), CAPITAL))
                .setHeader(Words.of("orders.when"))
                .setSortProperty("REQUESTED")
                .setWidth("10rem")
                .setFlexGrow(0);
        var took = grid.addColumn(order -> order.took().map(Words::of).orElse("–"))
                .setHeader(Words.of("orders.took"))
                .setSortProperty("DURATION")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("7.5rem")
                .setFlexGrow(0);
        var stands = grid.addColumn(new ComponentRenderer<>(OrdersView::state))
                .setHeader(Words.of("governments.state"))
                .setSortProperty("STATE")
                .setWidth("8.5rem")
                .setFlexGrow(0);
        columns.offer(Words.of("orders.kind"), what)
                .offer(Words.of("orders.attempts"), tries)
                .offer(Words.of("orders.by"), who)
                .offer(Words.of("orders.when"), when)
                .offer(Words.of("orders.took"), took);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        GridWords.translate(grid);
        grid.setDataProvider(
                new CallbackDataProvider<Order, Void>(this::fetch, _ -> orders.count(wanted()), Order::id));
        grid.setEmptyStateText(Words.of("orders.none"));
        Narrow.follow(this, narrow -> {
            stands.setVisible(!narrow);
            columns.narrow(narrow);
        });
        return grid;
    }

    private Component name(Order order) {
        var open = new Button(order.name(), _ -> new OrderDialog(order, portals, this::retryOne).open());
        open.addThemeVariants(ButtonVariant.TERTIARY);
        open.addClassName("cell-open");
        open.setAriaLabel(Words.of("orders.open", order.name()));
        var under = new Under(Words.of("orders.under", Words.of(order.kind()), Words.of(order.requestedAt(), CAPITAL)));
        var narrow = new Div(under, state(order));
        narrow.addClassName("only-narrow");
        var cell = new Div(open, narrow);
        if (order.state() == Order.Outcome.FAILED) {
            var why = new Span(Words.why(order.cause(), order.reason()));
            why.addClassNames("cell-under", "bad");
            cell.add(why);
        }
        return cell;
    }

    static Badge state(Order order) {
        return new Badge(
                Words.of(order.state()),
                switch (order.state()) {
                    case DONE -> Badge.Tone.GOOD;
                    case WAITING -> Badge.Tone.BUSY;
                    case FAILED -> Badge.Tone.BAD;
                });
    }

    private OrderSearch wanted() {
        return new OrderSearch(search.getValue(), kind.getValue(), state.getValue(), batch);
    }

    private Stream<Order> fetch(Query<Order, Void> query) {
        var sort = query.getSortOrders().stream().findFirst();
        return orders
                .page(
                        wanted(),
                        new OrderSlice(
                                sort.map(QuerySortOrder::getSorted)
                                        .map(OrderSlice.By::valueOf)
                                        .orElse(OrderSlice.By.REQUESTED),
                                sort.map(order -> order.getDirection() == SortDirection.ASCENDING)
                                        .orElse(false),
                                query.getOffset(),
                                query.getLimit()))
                .stream();
    }

    private void refresh() {
        if (!ready) {
            return;
        }
        tell();
        look();
    }

    /** Work goes on: look again, and once more when it is over. */
    private void follow() {
        look();
        chosen();
    }

    private void look() {
        shown = wanted();
        wholeList.setVisible(batch != null);
        count();
        grid.getDataProvider().refreshAll();
        var now = orders.running();
        progress.removeAll();
        now.forEach(one -> progress.add(new RunningBar(one)));
        progress.setVisible(!now.isEmpty());
        if (running && now.isEmpty()) {
            Notes.done(Words.of("orders.over"));
        }
        running = !now.isEmpty();
        pulse.goOn(running);
        int behind = orders.behind();
        migrate.setText(behind == 0 ? Words.of("orders.migrate.none") : Words.of("orders.migrate", behind));
        migrate.setVisible(behind > 0);
    }

    private void count() {
        tally.removeAll();
        var counts = orders.tally(shown);
        tally.add(new Span(Words.of(
                "orders.count",
                counts.values().stream().mapToInt(Integer::intValue).sum())));
        counts.forEach((one, count) -> {
            if (count > 0) {
                tally.add(new Span(Words.of("governments.tally", Words.of(one), count)));
            }
        });
        offerMarks(counts.getOrDefault(Order.Outcome.FAILED, 0) > 0
                && (shown.state() == null || shown.state() == Order.Outcome.FAILED));
    }

    /** Boxes stand before the lines only where one of them can be marked: those that failed. */
    private void offerMarks(boolean some) {
        if (some != marks) {
            marks = some;
            grid.setSelectionMode(some ? Grid.SelectionMode.MULTI : Grid.SelectionMode.NONE);
            if (some) {
                grid.setItemSelectableProvider(order -> order.state() == Order.Outcome.FAILED);
                grid.addSelectionListener(_ -> chosen());
            }
        }
        chosen();
    }

    private void chosen() {
        int count = grid.getSelectedItems().size();
        retry.setText(count == 0 ? Words.of("orders.retry.none") : Words.of("orders.retry", count));
        retry.setVisible(count > 0);
        why.setVisible(marks && count == 0);
    }

    private void askToMigrate() {
        Confirm.before(
                Words.of("orders.migrate.ask", orders.behind()),
                Words.of("orders.migrate.text"),
                Words.of("orders.migrate.yes"),
                () -> {
                    int placed = orders.migrateAll();
                    Notes.done(Words.of("orders.migrated", placed));
                    look();
                });
    }

    private void askToRetry(Set<Order> failed) {
        Confirm.before(
                Words.of("orders.retry.ask", failed.size()),
                Words.of("orders.retry.text"),
                Words.of("batch.retry"),
                () -> retryAll(failed));
    }

    private void retryAll(Set<Order> failed) {
        var retried = orders.retryAll(failed.stream().map(Order::id).toList());
        grid.deselectAll();
        look();
        if (retried.refused().isEmpty()) {
            Notes.done(Words.of("orders.retried", retried.again()));
        } else {
            var reasons = retried.refused().stream().map(Words::of).distinct().collect(Collectors.joining(" "));
            Notes.refused(Words.of(
                    "orders.retried.some", retried.again(), retried.refused().size(), reasons));
        }
    }

    private boolean retryOne(Order order) {
        boolean done = Attempt.to(() -> orders.retry(order.id())).succeeds();
        if (done) {
            Notes.done(Words.of("orders.retried", 1));
            look();
        }
        return done;
    }

    private Anchor download() {
        var link = new Anchor(
                DownloadHandler.fromInputStream(_ -> {
                    var csv = Spreadsheet.of(rows());
                    return new DownloadResponse(new ByteArrayInputStream(csv), "ordenes.csv", "text/csv", csv.length);
                }),
                Words.of("governments.csv"));
        link.setDownload(true);
        return link;
    }

    /** What is shown, whole: every line of the narrowed list, the newest first. */
    List<List<String>> rows() {
        return OrdersFile.rows(orders.page(shown, OrderSlice.newest(MOST_LINES)));
    }
}
