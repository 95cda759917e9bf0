package org.cabildo.admin.benchmarking;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.cabildo.admin.frame.Asked;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.frame.Portals;
import org.cabildo.admin.words.Words;
import org.cabildo.benchmarking.Comparison;
import org.cabildo.benchmarking.FigureDays;
import org.cabildo.benchmarking.PeerSelections;
import org.cabildo.benchmarking.World;
import org.cabildo.calendar.Governments;
import org.cabildo.identity.Officer;
import org.cabildo.tenancy.TenantKind;

/** The whole country's published figures, for coordinators: any group, its spread, and what stands behind a figure. */
@Route(value = "nacional/comparacion", layout = OfficeLayout.class)
@PermitAll
class ComparisonView extends Page implements BeforeEnterObserver {

    final Select<TenantKind> kind = new Select<>();
    final Select<Boolean> fictional = new Select<>();
    final ComparisonPanel panel;
    private boolean ready;

    ComparisonView(
            Comparison comparison, PeerSelections selections, Governments governments, Portals portals, Clock clock) {
        super(Words.of("nav.comparison"));
        Officer.current().requireNationalCoordinator();
        var today = LocalDate.now(clock.withZone(FigureDays.CAPITAL));
        lead(Words.of("comparison.lead", today));
        kind.setLabel(Words.of("governments.kind"));
        kind.setItems(List.of(TenantKind.MUNICIPALITY, TenantKind.REGIONAL_GOVERNMENT));
        kind.setItemLabelGenerator(Words::of);
        kind.addValueChangeListener(_ -> within());
        fictional.setLabel(Words.of("governments.world"));
        fictional.setItems(false, true);
        fictional.setItemLabelGenerator(invented -> Words.of(invented ? "governments.fictional" : "governments.real"));
        fictional.addValueChangeListener(_ -> within());
        var filters = new Div(kind, fictional);
        filters.addClassName("filters");
        panel = new ComparisonPanel(
                new ComparisonPanel.Sources(comparison, selections, governments, portals),
                "nacional/comparacion",
                today,
                World.MUNICIPALITIES,
                comparison.lines(today),
                null);
        add(filters, panel);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = Asked.of(event);
        ready = false;
        kind.setValue(asked.one("tipo", TenantKind.class)
                .filter(one -> one == TenantKind.REGIONAL_GOVERNMENT)
                .orElse(TenantKind.MUNICIPALITY));
        fictional.setValue(asked.text("mundo").equals("ficticio"));
        panel.asked(world(), asked);
        ready = true;
    }

    private World world() {
        return new World(kind.getValue(), fictional.getValue());
    }

    private void within() {
        if (ready) {
            panel.within(world());
        }
    }
}
