package org.cabildo.admin.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.cabildo.admin.frame.Asked;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.Officer;
import org.cabildo.identity.People;
import org.cabildo.identity.Place;
import org.cabildo.onboarding.Onboarding;
import org.cabildo.operation.HouseHealth;
import org.jspecify.annotations.Nullable;

/** Where a person works, and the nation's console for those who coordinate it. */
@Route(value = "", layout = OfficeLayout.class)
@PermitAll
class HomeView extends Page implements BeforeEnterObserver {

    private final @Nullable FunnelPanel funnel; // null: nobody but a coordinator sees it

    HomeView(People people, Onboarding onboarding, Attention attention, HouseHealth health) {
        super(Words.of("home.title"));
        var officer = Officer.current();
        lead(Words.of("home.greeting", officer.name()));
        var places = people.placesOf(officer.person()).stream()
                .sorted(Comparator.comparing(place -> !place.onBehalfOfId().equals(place.tenant()))) // one's own first
                .toList();
        var waiting = new LinkedHashMap<Place, Integer>();
        places.forEach(place -> waiting.put(place, attention.in(place, officer)));
        funnel = officer.coordinator() ? new FunnelPanel(onboarding) : null;
        if (funnel != null) {
            if (places.isEmpty()) {
                title(Words.of("home.title.nation"));
            }
            add(new WaitingPanel(health.look(), waiting), funnel, new H2(Words.of("home.nation")), nation());
        }
        if (!places.isEmpty()) {
            var cards = new ArrayList<Component>();
            waiting.forEach((place, plans) -> cards.add(card(place, plans)));
            add(new H2(Words.of("home.places")), list(cards));
        } else if (funnel == null) {
            add(nothing(officer.email()));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (funnel != null) {
            funnel.asked(Asked.of(event));
        }
    }

    private static Component nation() {
        return list(List.of(
                card("/nacional", Words.of("nav.governments"), Words.of("home.governments")),
                card("/nacional/incorporar", Words.of("nav.onboard"), Words.of("home.onboard")),
                card("/nacional/ordenes", Words.of("nav.batches"), Words.of("home.orders")),
                card("/nacional/salud", Words.of("nav.health"), Words.of("home.health")),
                card("/nacional/avisos", Words.of("nav.notices"), Words.of("home.notices")),
                card("/nacional/consorcios", Words.of("nav.consortia"), Words.of("home.consortia")),
                card("/nacional/comparacion", Words.of("nav.comparison"), Words.of("home.comparison"))));
    }

    private static Component list(List<Component> cards) {
        var list = new UnorderedList();
        list.addClassName("cards");
        cards.forEach(card -> list.add(new ListItem(card)));
        return list;
    }

    private static Component card(Place place, int waiting) {
        var roles = Words.ofRoles(place.roles());
        var card = card(
                "/t/" + place.slug(),
                place.name(),
                place.onBehalfOfId().equals(place.tenant()) ? roles : Words.of("behalf", roles, place.onBehalfOf()));
        if (waiting > 0) {
            card.add(new Div(new Badge(Words.of("home.waiting", waiting), Badge.Tone.BUSY)));
        }
        card.setRouterIgnore(true);
        return card;
    }

    private static Anchor card(String path, String name, String words) {
        var title = new Span(name);
        title.addClassName("card-title");
        var card = new Anchor(path, title, new Span(words));
        card.addClassName("card");
        return card;
    }

    private static Component nothing(String email) {
        var empty = new Div(new H2(Words.of("home.nothing")), new Paragraph(Words.of("home.nothing.text", email)));
        empty.addClassName("empty");
        return empty;
    }
}
