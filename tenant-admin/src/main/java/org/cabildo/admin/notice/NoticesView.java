package org.cabildo.admin.notice;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Confirm;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.frame.NoticeBanner;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.frame.Under;
import org.cabildo.admin.words.Words;
import org.cabildo.calendar.Governments;
import org.cabildo.calendar.Region;
import org.cabildo.identity.Officer;
import org.cabildo.notice.Audience;
import org.cabildo.notice.Notice;
import org.cabildo.notice.Notices;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.Tenants;
import org.jspecify.annotations.Nullable;

/** Notices to those who work in tenants: written, looked at as they will be seen, published, withdrawn. */
@Route(value = "nacional/avisos", layout = OfficeLayout.class)
@PermitAll
class NoticesView extends Page {

    static final ZoneId CAPITAL = ZoneId.of("America/Santiago");
    private static final int A_FEW = 5;
    private final transient Notices notices;
    private final transient Governments governments;
    private final transient Tenants tenants;
    private final transient Clock clock;
    final Button write = new Button(Words.of("notices.write"));
    final Div list = new Div();

    NoticesView(Notices notices, Governments governments, Tenants tenants, Clock clock) {
        super(Words.of("nav.notices"));
        Officer.current().requireNationalCoordinator();
        this.notices = notices;
        this.governments = governments;
        this.tenants = tenants;
        this.clock = clock;
        lead(Words.of("notices.lead"));
        write.addThemeVariants(ButtonVariant.PRIMARY);
        write.addClickListener(_ -> ask(null));
        actions(write);
        add(list);
        show();
    }

    private void show() {
        list.removeAll();
        var all = notices.all();
        if (all.isEmpty()) {
            var none = new Div(new H2(Words.of("notices.none")), new Paragraph(Words.of("notices.none.text")));
            none.addClassName("empty");
            list.add(none);
            return;
        }
        var items = new UnorderedList();
        items.addClassName("plain-list");
        var names = tenants.all().stream().collect(Collectors.toMap(Tenant::id, Tenant::name));
        all.forEach(one -> items.add(new ListItem(card(one, names))));
        list.add(items);
    }

    private Div card(Notice one, Map<TenantId, String> names) {
        var card = NoticeBanner.of(one.said());
        card.addClassName("notice-card");
        var state = new Badge(
                Words.of("notices.state." + one.state().name()),
                switch (one.state()) {
                    case DRAFT -> Badge.Tone.BUSY;
                    case PUBLISHED -> Badge.Tone.GOOD;
                    case WITHDRAWN -> Badge.Tone.PLAIN;
                });
        var facts = new Div(
                state,
                new Under(Words.of(
                        "notices.shown",
                        Words.of(one.said().startsAt(), CAPITAL),
                        Words.of(one.said().endsAt(), CAPITAL))),
                new Under(Words.of("notices.to", addressed(one.said().audience(), names), one.addressed())),
                new Under(Words.of("notices.by", one.writtenBy(), Words.of(one.writtenAt(), CAPITAL))));
        if (one.state() != Notice.State.DRAFT) {
            facts.add(new Under(Words.of("notices.readers", one.readers())));
        }
        facts.addClassName("notice-facts");
        var acts = acts(one);
        acts.addClassName("actions");
        card.add(facts, acts);
        return card;
    }

    private String addressed(Audience audience, Map<TenantId, String> names) {
        return switch (audience) {
            case Audience.All() -> Words.of("notices.audience.ALL");
            case Audience.Kinds(var kinds) ->
                kinds.stream().map(Words::of).sorted().collect(Collectors.joining(", "));
            case Audience.Regions(var codes) ->
                governments.regions().stream()
                        .filter(region -> codes.contains(region.code()))
                        .map(Region::name)
                        .collect(Collectors.joining(", "));
            case Audience.Chosen(var chosen) ->
                few(chosen.stream()
                        .map(id -> names.getOrDefault(id, "–"))
                        .sorted()
                        .toList());
        };
    }

    private static String few(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(names.size(), A_FEW))) + (names.size() > A_FEW ? "…" : "");
    }

    private Div acts(Notice one) {
        return switch (one.state()) {
            case DRAFT -> {
                var change = new Button(Words.of("notices.change"), _ -> ask(one));
                var publish = new Button(Words.of("notices.publish"), _ -> publish(one));
                publish.addThemeVariants(ButtonVariant.PRIMARY);
                var discard = new Button(Words.of("notices.discard"), _ -> discard(one));
                yield new Div(change, publish, discard);
            }
            case PUBLISHED -> new Div(new Button(Words.of("notices.withdraw"), _ -> withdraw(one)));
            case WITHDRAWN -> new Div();
        };
    }

    private void ask(@Nullable Notice one) {
        var form = new NoticeForm(governments.regions(), tenants.all(), clock);
        if (one != null) {
            form.fill(one.said());
        }
        Sheet.titled(Words.of(one == null ? "notices.write" : "notices.edit"))
                .wide(form.title, form.text, form.englishTitle, form.englishText)
                .with(form.severity, form.to)
                .wide(form.kinds, form.regions, form.tenants)
                .with(form.startDay, form.startTime, form.endDay, form.endTime)
                .wide(form.look, form.preview)
                .taking(
                        Words.of("notices.save"),
                        () -> form.placed(Attempt.to(() -> {
                            if (one == null) {
                                notices.draft(form.said());
                            } else {
                                notices.change(one.id(), form.said());
                            }
                        })),
                        this::show)
                .open();
    }

    private void publish(Notice one) {
        Confirm.before(
                Words.of("notices.publish.ask", one.said().title()),
                Words.of("notices.publish.text", one.addressed()),
                Words.of("notices.publish"),
                () -> {
                    notices.publish(one.id());
                    show();
                    Notes.done(Words.of("notices.published"));
                });
    }

    private void withdraw(Notice one) {
        Confirm.losing(
                Words.of("notices.withdraw.ask", one.said().title()),
                Words.of("notices.withdraw.text"),
                Words.of("notices.withdraw"),
                () -> {
                    notices.withdraw(one.id());
                    show();
                    Notes.done(Words.of("notices.withdrawn"));
                });
    }

    private void discard(Notice one) {
        Confirm.losing(
                Words.of("notices.discard.ask", one.said().title()),
                Words.of("notices.discard.text"),
                Words.of("notices.discard"),
                () -> {
                    notices.discard(one.id());
                    show();
                    Notes.done(Words.of("notices.discarded"), () -> {
                        if (Attempt.to(() -> notices.draft(one.said())).succeeds()) {
                            show();
                        }
                    });
                });
    }
}
