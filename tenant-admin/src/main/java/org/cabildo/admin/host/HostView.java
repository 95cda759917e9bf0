package org.cabildo.admin.host;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Confirm;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.frame.Portals;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.frame.Sentence;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.words.Words;
import org.cabildo.host.HostClaim;
import org.cabildo.host.OwnHost;
import org.cabildo.host.PortalHosts;
import org.cabildo.host.PortalHosts.Standing;
import org.cabildo.kernel.HostName;

/** Under which addresses the portal answers: always its default one, and a host of its own once it is proven. */
@Route(value = "t/:tenant/dominio", layout = OfficeLayout.class)
@PermitAll
class HostView extends Page {

    private final transient PortalHosts hosts;
    private final transient Here here;
    private final transient Portals portals;
    final Button state = new Button(Words.of("host.state"));
    final Button prove = new Button(Words.of("host.prove"));
    final Button withdraw = new Button(Words.of("host.withdraw"));
    final Button giveUp = new Button(Words.of("host.leave"));
    final Button again = new Button(Words.of("host.again"));
    final Div addresses = new Div();
    final Div missing = new Div();
    final Div waiting = new Div();

    HostView(PortalHosts hosts, Here here, Portals portals) {
        super(Words.of("nav.host"));
        this.hosts = hosts;
        this.here = here;
        this.portals = portals;
        lead(Words.of("host.lead"));
        under(new Anchor(here.path("historia?desde=dominio"), Words.of("history.settings.link")));
        actions(state);
        state.addClickListener(_ -> ask());
        prove.addThemeVariants(ButtonVariant.PRIMARY);
        prove.setDisableOnClick(true);
        prove.addClickListener(_ -> look(prove, hosts::prove, Words.of("host.proven")));
        again.addThemeVariants(ButtonVariant.PRIMARY);
        again.setDisableOnClick(true);
        again.addClickListener(_ -> look(again, hosts::lookAgain, Words.of("host.found")));
        withdraw.addClickListener(_ -> askToWithdraw());
        giveUp.addThemeVariants(ButtonVariant.TERTIARY);
        giveUp.addClickListener(_ -> askToGiveUp());
        addresses.addClassName("panel");
        missing.addClassName("panel");
        waiting.addClassName("panel");
        add(addresses, missing, waiting);
        show();
    }

    private void show() {
        var standing = hosts.standing();
        showAddresses(standing);
        missing.removeAll();
        var lost = standing.own().filter(own -> own.missingSince().isPresent());
        missing.setVisible(lost.isPresent());
        lost.ifPresent(own -> showMissing(standing, own));
        waiting.removeAll();
        waiting.setVisible(standing.claim().isPresent());
        standing.claim().ifPresent(claim -> showClaim(standing, claim));
        state.setText(
                standing.claim().isPresent() || standing.own().isPresent()
                        ? Words.of("host.state.other")
                        : Words.of("host.state"));
    }

    private void showAddresses(Standing standing) {
        var tenant = here.tenant();
        var list = new DescriptionList();
        list.addClassName("facts");
        list.add(
                new DescriptionList.Term(Words.of("host.default")),
                new DescriptionList.Description(portals.named(tenant.slug())));
        standing.own()
                .ifPresent(own -> list.add(
                        new DescriptionList.Term(Words.of("host.own")),
                        new DescriptionList.Description(named(own.host()), badge(own))));
        addresses.removeAll();
        var head = new Div(new H2(Words.of("host.addresses")));
        head.addClassName("panel-head");
        if (standing.own().isPresent()) {
            head.add(giveUp);
        }
        addresses.add(head, list);
    }

    private static Badge badge(OwnHost own) {
        if (!own.isServing()) {
            return new Badge(Words.of("host.lapsed"), Badge.Tone.BAD);
        }
        return own.missingSince().isPresent()
                ? new Badge(Words.of("host.missing.short"), Badge.Tone.BUSY)
                : new Badge(Words.of("host.serves"), Badge.Tone.GOOD);
    }

    /** What the DNS says no more, what follows from that, and how to put it back. */
    private void showMissing(Standing standing, OwnHost own) {
        var buttons = new Div(again);
        buttons.addClassName("actions");
        missing.add(
                new H2(Words.of("host.missing", own.host().readable())),
                new Sentence(consequence(standing, own)),
                new Paragraph(Words.of("host.missing.steps")),
                entry("TXT", own.proof().name(), own.proof().text()),
                buttons);
    }

    private String consequence(Standing standing, OwnHost own) {
        var zone = here.zone();
        if (!own.isServing()) {
            return Words.of("host.missing.lapsed", Words.of(own.lapsedAt().orElse(null), zone));
        }
        var since = Words.of(own.missingSince().orElse(null), zone);
        return standing.stops()
                .map(stops -> Words.of("host.missing.until", since, Words.of(stops, zone)))
                .orElseGet(() -> Words.of("host.missing.since", since));
    }

    /** As people read it and, where that differs, as browsers send it. */
    private static Span named(HostName host) {
        var readable = host.readable();
        return new Span(
                readable.equals(host.value()) ? readable + " " : Words.of("host.both", readable, host.value()) + " ");
    }

    private void showClaim(Standing standing, HostClaim claim) {
        var head = new Div(
                new H2(Words.of("host.waiting", claim.host().readable())),
                new Badge(Words.of("host.waits"), Badge.Tone.BUSY));
        head.addClassName("panel-head");
        var who = new Quiet(Words.of("host.by", claim.by(), Words.of(claim.at(), here.zone())));
        var buttons = new Div(prove, withdraw);
        buttons.addClassName("actions");
        waiting.add(
                head,
                who,
                new Paragraph(Words.of("host.steps")),
                new OrderedList(
                        new ListItem(new Span(Words.of("host.step.proof")), entry("TXT", claim.name(), claim.proof())),
                        new ListItem(
                                new Span(Words.of("host.step.way")),
                                entry("CNAME", claim.host().value(), standing.nation())),
                        new ListItem(new Span(Words.of("host.step.certificate")))),
                buttons);
    }

    private static Component entry(String kind, String name, String value) {
        var list = new DescriptionList();
        list.addClassName("facts");
        tell(list, Words.of("host.dns.kind"), kind);
        tell(list, Words.of("host.dns.name"), name);
        tell(list, Words.of("host.dns.value"), value);
        return list;
    }

    private static void tell(DescriptionList list, String term, String text) {
        var said = new Span(text);
        said.addClassName("hash");
        list.add(new DescriptionList.Term(term), new DescriptionList.Description(said));
    }

    private void ask() {
        var host = Fields.line(Words.of("host.own"), "", 253);
        host.setHelperText(Words.of("host.hint"));
        host.setPlaceholder("transparencia.municipio.cl");
        host.setRequiredIndicatorVisible(true);
        Sheet.titled(Words.of("host.state"))
                .wide(host)
                .taking(
                        Words.of("host.next"),
                        () -> Attempt.to(() -> hosts.claim(host.getValue()))
                                .needing(host)
                                .at(host, "host."),
                        this::show)
                .open();
    }

    private void look(Button button, Runnable look, String done) {
        try {
            if (Attempt.to(look).succeeds()) {
                show();
                Notes.done(done);
            }
        } finally {
            button.setEnabled(true);
        }
    }

    private void askToWithdraw() {
        var wanted =
                hosts.standing().claim().map(claim -> claim.host().readable()).orElse("");
        Confirm.losing(
                Words.of("host.withdraw.ask", wanted),
                Words.of("host.withdraw.text"),
                Words.of("host.withdraw"),
                () -> {
                    hosts.withdraw();
                    show();
                });
    }

    private void askToGiveUp() {
        Confirm.losing(Words.of("host.leave.ask"), Words.of("host.leave.text"), Words.of("host.leave"), () -> {
            hosts.giveUp();
            show();
            Notes.done(Words.of("host.left"));
        });
    }
}
