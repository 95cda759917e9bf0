package org.cabildo.admin.notice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.NoticeBanner;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.words.Words;
import org.cabildo.notice.ReceivedNotice;
import org.cabildo.notice.ReceivedNotices;

/** All that the national coordination told this tenant, read or not, shown or over. */
@Route(value = "t/:tenant/avisos", layout = OfficeLayout.class)
@PermitAll
class ReceivedNoticesView extends Page {

    final UnorderedList list = new UnorderedList();
    private final transient Here here;

    ReceivedNoticesView(ReceivedNotices notices, Here here) {
        super(Words.of("nav.notices"));
        this.here = here;
        lead(Words.of("notices.received.lead"));
        var all = notices.all();
        if (all.isEmpty()) {
            var none = new Div(new H2(Words.of("notices.received.none")), new Paragraph(Words.of("notices.received.none.text")));
            none.addClassName("empty");
            add(none);
            return;
        }
        list.addClassName("plain-list");
        all.forEach(one -> list.add(new ListItem(card(one))));
        add(list);
    }

    private Div card(ReceivedNotice one) {
        var card = NoticeBanner.of(one.said());
        var zone = here.zone();
        var times = new Span(Words.of(
                "notices.shown", Words.of(one.said().startsAt(), zone), Words.of(one.said().endsAt(), zone)));
        times.addClassName("cell-under");
        var read = new Span(one.readAt()
                .map(at -> Words.of("notices.read.at", Words.of(at, zone)))
                .orElseGet(() -> Words.of("notices.read.not")));
        read.addClassName("cell-under");
        card.add(new Div(times, read));
        return card;
    }
}
