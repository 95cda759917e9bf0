package org.cabildo.admin.search;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import org.cabildo.admin.frame.Asked;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.frame.Pauses;
import org.cabildo.admin.words.Words;
import org.cabildo.commitment.OfficeSearch;

/** Finds plans, commitments and milestones of the tenant. What is sought is part of the address, so it can be shared. */
@Route(value = "t/:tenant/buscar", layout = OfficeLayout.class)
@PermitAll
class SearchView extends Page implements BeforeEnterObserver {

    private static final String QUERY = "q";
    private final transient OfficeSearch search;
    private final transient Here here;
    final TextField field = new TextField(Words.of("search.field"));
    final Paragraph count = new Paragraph();
    final UnorderedList list = new UnorderedList();

    SearchView(OfficeSearch search, Here here) {
        super(Words.of("nav.search"));
        this.search = search;
        this.here = here;
        field.setPrefixComponent(VaadinIcon.SEARCH.create());
        field.setClearButtonVisible(true);
        field.setHelperText(Words.of("search.hint"));
        Pauses.tell(field);
        field.setMaxLength(200);
        field.setWidth("min(30rem, 100%)");
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                Asked.tell(here.path("buscar"), Map.of(QUERY, change.getValue().strip()));
            }
            show();
        });
        count.getElement().setAttribute("role", "status");
        count.addClassName("quiet");
        list.addClassName("cards");
        add(field, count, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        field.setValue(Asked.of(event).text(QUERY));
        field.focus();
        show();
    }

    private void show() {
        var found = search.find(field.getValue());
        list.removeAll();
        found.forEach(one -> list.add(new ListItem(card(one))));
        count.setText(say(found));
        var nothing = found.isEmpty() && !field.getValue().isBlank();
        count.setClassName("empty", nothing);
        count.setClassName("quiet", !nothing);
    }

    private String say(List<OfficeSearch.Found> found) {
        if (field.getValue().isBlank()) {
            return "";
        }
        return found.size() == OfficeSearch.MOST
                ? Words.of("search.many", OfficeSearch.MOST)
                : Words.of("search.count", found.size(), field.getValue().strip());
    }

    private Component card(OfficeSearch.Found found) {
        var title = new Span(found.title());
        title.addClassName("card-title");
        var under = new Span(found.within());
        under.addClassName("quiet");
        var commitment = found.commitment();
        var path = "planes/" + found.plan() + (commitment == null ? "" : "/compromisos/" + commitment);
        var kind = new Span(new Badge(Words.of(found.kind()), Badge.Tone.PLAIN));
        var card = new Anchor(here.path(path), title, under, kind);
        card.addClassName("card");
        return card;
    }
}
