package org.cabildo.admin.operation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Narrow;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.frame.Pulse;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.Officer;
import org.cabildo.operation.Finding;
import org.cabildo.operation.HealthReport;
import org.cabildo.operation.HouseHealth;
import org.cabildo.tenancy.Heartbeat;

/** How the house is, part by part, with what to do where something is wrong. It looks again by itself. */
@Route(value = "nacional/salud", layout = OfficeLayout.class)
@PermitAll
class HealthView extends Page {

    private static final Duration OFTEN = Duration.ofSeconds(5);
    private static final int LOOKS = (int) (Duration.ofMinutes(30).toMillis() / OFTEN.toMillis());
    private final transient HouseHealth health;
    final Div overall = new Div();
    final UnorderedList parts = new UnorderedList();
    final Grid<Heartbeat> processes = new Grid<>();
    final Button again = new Button(Words.of("health.again"));
    private final Pulse pulse = new Pulse(this, OFTEN, this::follow);
    private Instant at = Instant.EPOCH;
    private int looks;

    HealthView(HouseHealth health) {
        super(Words.of("nav.health"));
        Officer.current().requireNationalCoordinator();
        this.health = health;
        lead(Words.of("health.lead"));
        actions(again);
        overall.addClassName("badges");
        parts.addClassName("cards");
        again.addClickListener(_ -> begin());
        add(overall, parts, new H2(Words.of("health.processes")), table());
        addAttachListener(_ -> begin());
        show();
    }

    private void begin() {
        looks = 0;
        show();
        pulse.goOn(true);
    }

    /** Nobody looks for ever: a page that was forgotten must let its session end. */
    private void follow() {
        looks++;
        show();
        if (looks >= LOOKS) {
            pulse.goOn(false);
            overall.add(new Span(Words.of("health.rests")));
        }
    }

    private void show() {
        var report = health.look();
        at = report.at();
        overall.removeAll();
        var when = new Span(Words.of("health.at", Words.clock(report.at(), OrdersView.CAPITAL)));
        when.addClassName("quiet");
        overall.add(badge(report.worst()), new Span(Words.of(sentence(report))), when);
        parts.removeAll();
        report.findings().forEach(finding -> parts.add(new ListItem(card(finding))));
        processes.setItems(report.processes());
    }

    private static String sentence(HealthReport report) {
        return switch (report.worst()) {
            case GOOD -> "health.good";
            case ATTENTION -> "health.attention";
            case DOWN -> "health.down";
        };
    }

    private static Badge badge(Finding.Condition condition) {
        return new Badge(
                Words.of(condition),
                switch (condition) {
                    case GOOD -> Badge.Tone.GOOD;
                    case ATTENTION -> Badge.Tone.BUSY;
                    case DOWN -> Badge.Tone.BAD;
                });
    }

    private static Div card(Finding finding) {
        var name = new Span(Words.of(finding.part()));
        name.addClassName("card-title");
        var head = new Div(name, badge(finding.condition()));
        head.addClassName("panel-head");
        var card = new Div(head, new Paragraph(sentence(finding)));
        card.addClassName("card");
        if (finding.part() == Finding.Part.ORDERS && finding.advice() != Finding.Advice.ORDERS_NONE) {
            var failed = finding.advice() == Finding.Advice.ORDERS_FAILED;
            card.add(new Anchor(
                    failed ? "nacional/ordenes?estado=FAILED" : "nacional/ordenes?estado=WAITING",
                    Words.of("health.orders")));
        }
        return card;
    }

    static String sentence(Finding finding) {
        return Words.of("Advice." + finding.advice().name(), finding.facts().toArray());
    }

    private Grid<Heartbeat> table() {
        processes.setAllRowsVisible(true);
        processes.getElement().setAttribute("aria-label", Words.of("health.processes"));
        processes
                .addColumn(new ComponentRenderer<>(this::name))
                .setHeader(Words.of("health.process"))
                .setWidth("7rem")
                .setFlexGrow(2);
        var version = processes.addColumn(Heartbeat::version).setHeader(Words.of("health.version"));
        var started = processes
                .addColumn(one -> Words.of(one.startedAt(), OrdersView.CAPITAL))
                .setHeader(Words.of("health.started"))
                .setWidth("10rem");
        processes
                .addColumn(one -> Words.of(Duration.between(one.seenAt(), at)))
                .setHeader(Words.of("health.seen"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("5.5rem");
        processes
                .addColumn(one ->
                        Words.of("health.of", one.pool().open(), one.pool().ceiling()))
                .setHeader(Words.of("health.connections"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("7.5rem");
        var refused = processes
                .addColumn(one -> Words.number(one.pool().refused()))
                .setHeader(Words.of("health.refused"))
                .setTextAlign(ColumnTextAlign.END);
        var redis = processes
                .addColumn(one -> Words.of(one.redis() ? "health.redis.yes" : "health.redis.no"))
                .setHeader("Redis");
        processes.setSelectionMode(Grid.SelectionMode.NONE);
        processes.setEmptyStateText(Words.of("health.processes.none"));
        Narrow.follow(
                this,
                narrow -> List.of(version, started, refused, redis).forEach(column -> column.setVisible(!narrow)));
        return processes;
    }

    private Div name(Heartbeat one) {
        var name = new Span(Words.of(one.kind()));
        name.addClassName("cell-title");
        var number = new Span(one.instance().toString().substring(24));
        number.addClassNames("cell-under", "hash");
        var cell = new Div(name, number);
        cell.add(badge(HouseHealth.isAlive(one, at) ? Finding.Condition.GOOD : Finding.Condition.DOWN));
        return cell;
    }
}
