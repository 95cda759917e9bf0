package org.cabildo.admin.copying;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
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
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.cabildo.admin.frame.Asked;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Filters;
import org.cabildo.admin.frame.GridWords;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Narrow;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.words.Words;
import org.cabildo.calendar.Governments;
import org.cabildo.calendar.Region;
import org.cabildo.copying.From;
import org.cabildo.copying.Offer;
import org.cabildo.copying.Offers;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.tenancy.TenantKind;
import org.jspecify.annotations.Nullable;

/** The commitments that can be copied into a plan. What they are narrowed to is part of the address, so it can be shared. */
@Route(value = "t/:tenant/planes/:plan/copiar", layout = OfficeLayout.class)
@PermitAll
class CopyListView extends Page implements BeforeEnterObserver {

    private final transient Offers offers;
    private final transient Plans plans;
    private final transient Here here;
    private final List<Region> regions;
    final TextField search = new TextField(Words.of("copy.search"));
    final Select<From> from = new Select<>();
    final ComboBox<Region> region = new ComboBox<>(Words.of("governments.region"));
    final Select<TenantKind> kind = new Select<>();
    final Paragraph count = new Paragraph();
    final Grid<Offer> grid = new Grid<>();
    private final Div way = new Div();
    private @Nullable PlanId plan;
    private boolean ready;

    CopyListView(Offers offers, Plans plans, Governments governments, Here here) {
        super("");
        this.offers = offers;
        this.plans = plans;
        this.here = here;
        this.regions = governments.regions();
        under(way);
        lead(Words.of("copy.lead"));
        count.getElement().setAttribute("role", "status");
        add(filters(), count, table());
    }

    /** What the address asks for is set first, so that the list is read once. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        plan = Places.plan(event);
        var to = plans.require(plan());
        title(Words.of("copy.into", to.said().title()));
        way.removeAll();
        way.add(new Anchor(
                here.path("planes/" + plan()),
                Words.of("planfile.back", to.said().title())));
        var asked = Asked.of(event);
        ready = false;
        search.setValue(asked.text("q"));
        from.setValue(asked.one("de", From.class).orElse(null));
        region.setValue(regions.stream()
                .filter(one -> one.code().equals(asked.text("region")))
                .findFirst()
                .orElse(null));
        kind.setValue(asked.one("tipo", TenantKind.class).orElse(null));
        ready = true;
        refresh();
    }

    private PlanId plan() {
        return Objects.requireNonNull(plan);
    }

    private Filters filters() {
        region.setItems(regions);
        region.setItemLabelGenerator(Region::name);
        region.setClearButtonVisible(true);
        region.setPlaceholder(Words.of("any"));
        region.addValueChangeListener(_ -> refresh());
        search.setMaxLength(200);
        var filters = new Filters(this::refresh)
                .search(search, "copy.search.hint")
                .choice(from, "copy.from", List.of(From.values()));
        filters.add(region);
        return filters.choice(kind, "governments.kind", List.of(TenantKind.values()));
    }

    private Grid<Offer> table() {
        grid.addClassName("tall");
        grid.getElement().setAttribute("aria-label", Words.of("copy.list"));
        grid.addColumn(new ComponentRenderer<>(this::name))
                .setHeader(Words.of("commitment.title"))
                .setSortProperty(Offers.Order.TITLE.name())
                .setFlexGrow(4)
                .setWidth("12rem");
        var whose = grid.addColumn(new ComponentRenderer<>(CopyListView::institution))
                .setHeader(Words.of("copy.institution"))
                .setSortProperty(Offers.Order.INSTITUTION.name())
                .setFlexGrow(2)
                .setWidth("12rem");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        GridWords.translate(grid);
        grid.setDataProvider(
                new CallbackDataProvider<Offer, Void>(this::fetch, _ -> offers.count(plan(), wanted()), Offer::key));
        Narrow.follow(this, narrow -> whose.setVisible(!narrow));
        return grid;
    }

    private Component name(Offer offer) {
        var link = new Anchor(
                Places.with(here.path("planes/" + plan() + "/copiar/" + offer.key()), narrowed()), offer.title());
        link.addClassName("cell-title");
        if (offer.from() == From.NATIONAL_LIBRARY) {
            link.getElement().setAttribute("lang", "en"); // as OGP prints it
        }
        var narrow = new Div(institution(offer));
        narrow.addClassName("only-narrow");
        if (offer.from() == From.NATIONAL_LIBRARY) {
            return new Div(link, new Badge(Words.of("copy.language"), Badge.Tone.PLAIN), narrow);
        }
        return new Div(link, narrow);
    }

    private static Component institution(Offer offer) {
        var under = new Span(
                switch (offer.from()) {
                    case NATIONAL_LIBRARY -> offer.plan() + " · " + offer.code();
                    case OTHERS -> Objects.requireNonNullElse(offer.region(), "");
                    case OWN -> Words.of(From.OWN);
                });
        under.addClassName("cell-under");
        return new Div(new Span(offer.institution()), under);
    }

    private Offers.Search wanted() {
        return new Offers.Search(
                search.getValue(),
                from.getValue(),
                region.getOptionalValue().map(Region::code).orElse(null),
                kind.getValue());
    }

    private Stream<Offer> fetch(Query<Offer, Void> query) {
        var sort = query.getSortOrders().stream().findFirst();
        var slice = new Offers.Slice(
                sort.map(QuerySortOrder::getSorted).map(Offers.Order::valueOf).orElse(Offers.Order.NEAREST),
                sort.map(order -> order.getDirection() == SortDirection.ASCENDING)
                        .orElse(true),
                query.getOffset(),
                query.getLimit());
        return offers.search(plan(), wanted(), slice).stream();
    }

    private void refresh() {
        if (!ready) {
            return;
        }
        Asked.tell(here.path("planes/" + plan() + "/copiar"), narrowed());
        grid.getDataProvider().refreshAll();
        int found = offers.count(plan(), wanted());
        grid.setVisible(found > 0);
        count.setText(found > 0 ? Words.of("copy.count", found) : Words.of("copy.none"));
        count.setClassName("empty", found == 0);
        count.setClassName("quiet", found > 0);
    }

    private Map<String, String> narrowed() {
        return Map.of(
                "q", search.getValue().strip(),
                "de", from.getOptionalValue().map(Enum::name).orElse(""),
                "region", region.getOptionalValue().map(Region::code).orElse(""),
                "tipo", kind.getOptionalValue().map(Enum::name).orElse(""));
    }
}
