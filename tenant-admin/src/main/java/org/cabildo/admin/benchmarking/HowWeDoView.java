package org.cabildo.admin.benchmarking;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import org.cabildo.admin.frame.Asked;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.frame.Portals;
import org.cabildo.admin.words.Words;
import org.cabildo.benchmarking.Comparison;
import org.cabildo.benchmarking.FigureDays;
import org.cabildo.benchmarking.PeerSelections;
import org.cabildo.benchmarking.World;
import org.cabildo.calendar.Governments;
import org.jspecify.annotations.Nullable;

/** A tenant's own place among its peers, by what all of them published. */
@Route(value = "t/:tenant/comparacion", layout = OfficeLayout.class)
@PermitAll
class HowWeDoView extends Page implements BeforeEnterObserver {

    final @Nullable ComparisonPanel panel;

    HowWeDoView(
            Comparison comparison,
            PeerSelections selections,
            Governments governments,
            Portals portals,
            Here here,
            Clock clock) {
        super(Words.of("nav.own"));
        var today = LocalDate.now(clock.withZone(FigureDays.CAPITAL));
        lead(Words.of("comparison.lead", today));
        var all = comparison.lines(today);
        var own = all.stream()
                .filter(line -> line.tenant().equals(here.tenant().id()))
                .findFirst();
        if (own.isEmpty() || !World.of(own.get()).compares()) {
            panel = null;
            var empty = new Div(new Paragraph(Words.of("comparison.nobody")));
            empty.addClassName("empty");
            add(empty);
            return;
        }
        panel = new ComparisonPanel(
                new ComparisonPanel.Sources(comparison, selections, governments, portals),
                here.path("comparacion"),
                today,
                World.of(own.get()),
                all,
                own.get());
        add(panel);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (panel != null) {
            panel.asked(Asked.of(event));
        }
    }
}
