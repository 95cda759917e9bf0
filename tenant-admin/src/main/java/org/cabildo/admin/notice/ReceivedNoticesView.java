package org.cabildo.admin.notice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.NoticeBanner;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.frame.TellsNotices;
import org.cabildo.admin.frame.Under;
import org.cabildo.admin.words.Words;
import org.cabildo.kernel.Unknown;
import org.cabildo.notice.ReceivedNotice;
import org.cabildo.notice.ReceivedNotices;

/** All that the national coordination told this tenant, read or not, shown or over. */
@Route(value = "t/:tenant/avisos", layout = OfficeLayout.class)
@PermitAll
class ReceivedNoticesView extends Page implements TellsNotices {

    private final transient ReceivedNotices notices;
    private final transient Here here;
    final Div list = new Div();

    ReceivedNoticesView(ReceivedNotices notices, Here here) {
        super(Words.of("nav.notices"));
        this.notices = notices;
        this.here = here;
        lead(Words.of("notices.received.lead"));
        add(list);
        show();
    }

    private void show() {
        list.removeAll();
        var all = notices.all();
        if (all.isEmpty()) {
            var none = new Div(
                    new H2(Words.of("notices.received.none")), new Paragraph(Words.of("notices.received.none.text")));
            none.addClassName("empty");
            list.add(none);
            return;
        }
        var items = new UnorderedList();
        items.addClassName("plain-list");
        all.forEach(one -> items.add(new ListItem(card(one))));
        list.add(items);
    }

    private Div card(ReceivedNotice one) {
        var card = NoticeBanner.of(one.said());
        card.addClassName("notice-card");
        var zone = here.zone();
        var facts = new Div(
                new Under(Words.of(
                        "notices.shown",
                        Words.of(one.said().startsAt(), zone),
                        Words.of(one.said().endsAt(), zone))),
                new Under(one.readAt()
                        .map(at -> Words.of("notices.read.at", Words.of(at, zone)))
                        .orElseGet(() -> Words.of("notices.read.not"))));
        facts.addClassName("notice-facts");
        card.add(facts);
        if (one.readAt().isEmpty()) {
            var acts = new Div(NoticeBanner.understood(one.said(), () -> read(one)));
            acts.addClassName("actions");
            card.add(acts);
        }
        return card;
    }

    private void read(ReceivedNotice one) {
        try {
            notices.read(one.id());
        } catch (Unknown withdrawn) {
            // nobody needs to have read what was taken back; the list no longer has it
        }
        show();
    }
}
