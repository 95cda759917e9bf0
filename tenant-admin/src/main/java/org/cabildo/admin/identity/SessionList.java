package org.cabildo.admin.identity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.VaadinServletRequest;
import java.time.ZoneId;
import java.util.Optional;
import org.cabildo.admin.door.SignedInSessions;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Confirm;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.frame.Under;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.OfficeSessions;
import org.cabildo.identity.SessionId;

/** Where a person is signed in, with a way to end one of those sessions or all others. */
class SessionList extends Section {

    private static final ZoneId CHILE = ZoneId.of("America/Santiago"); // people have no zone; tenants have
    private final transient OfficeSessions sessions;
    private final UnorderedList list = new UnorderedList();
    final Button endOthers = new Button(Words.of("sessions.others"));

    SessionList(OfficeSessions sessions) {
        this.sessions = sessions;
        list.addClassName("plain-list");
        var lead = new Quiet(Words.of("sessions.lead"));
        endOthers.addClickListener(_ -> endOthers());
        add(new H2(Words.of("sessions.title")), lead, list, endOthers);
        show();
    }

    private void show() {
        list.removeAll();
        var own = own();
        var all = sessions.mine();
        all.forEach(one -> list.add(item(one, own.filter(one.id()::equals).isPresent())));
        endOthers.setVisible(own.isPresent() && all.size() > 1);
    }

    private Component item(OfficeSessions.Line one, boolean own) {
        var browser = new Span(one.browser().isEmpty() ? Words.of("sessions.unknown") : one.browser());
        browser.addClassName("cell-title");
        var times =
                new Under(Words.of("sessions.times", Words.of(one.since(), CHILE), Words.of(one.lastSeen(), CHILE)));
        var words = new Div(browser, times);
        var item = new ListItem(words);
        item.addClassName("panel-head");
        if (own) {
            item.add(new Badge(Words.of("sessions.own"), Badge.Tone.GOOD));
        } else {
            var end = new Button(
                    Words.of("sessions.end"), _ -> askToEnd(one.id(), browser.getText(), Words.of(one.since(), CHILE)));
            end.setAriaLabel(Words.of("sessions.end.one", browser.getText(), Words.of(one.since(), CHILE)));
            item.add(end);
        }
        return item;
    }

    private void askToEnd(SessionId id, String browser, String since) {
        Confirm.losing(
                Words.of("sessions.end.ask"),
                Words.of("sessions.end.text", browser, since),
                Words.of("sessions.end"),
                () -> {
                    sessions.end(id);
                    show();
                    Notes.done(Words.of("sessions.ended"));
                });
    }

    private void endOthers() {
        own().ifPresent(own -> Confirm.losing(
                Words.of("sessions.others.ask"), Words.of("sessions.others.text"), Words.of("sessions.others"), () -> {
                    sessions.endOthers(own);
                    show();
                    Notes.done(Words.of("sessions.others.ended"));
                }));
    }

    private static Optional<SessionId> own() {
        return Optional.ofNullable(VaadinServletRequest.getCurrent())
                .map(request -> request.getHttpServletRequest().getSession(false))
                .flatMap(SignedInSessions::of);
    }
}
