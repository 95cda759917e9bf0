package org.cabildo.admin.ledger;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cabildo.admin.frame.Asked;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.words.Words;
import org.cabildo.ledger.History;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.Tenants;

/** What was done to the settings, and who entered from elsewhere. */
@Route(value = "t/:tenant/historia", layout = OfficeLayout.class)
@PermitAll
class SettingsHistoryView extends HistoryPage {

    private static final Map<String, String> PAGES =
            Map.of("pilares", "nav.pillars", "dominio", "nav.host", "portal", "nav.portal");

    private final transient History history;
    private final transient Tenants tenants;
    private final transient Here here;
    private String from = "portal";

    SettingsHistoryView(History history, Tenants tenants, Here here) {
        super(here);
        this.history = history;
        this.tenants = tenants;
        this.here = here;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var said = Asked.of(event).text("desde");
        from = PAGES.containsKey(said) ? said : "portal";
        super.beforeEnter(event);
    }

    @Override
    Shown read(RouteParameters parameters) {
        var steps = history.ofSettings();
        var names = new HashMap<UUID, String>();
        steps.stream()
                .map(step -> step.told().entry().subject())
                .filter(subject -> subject.kind().equals("tenant"))
                .filter(subject -> !subject.id().equals(here.tenant().id().value()))
                .forEach(subject -> names.computeIfAbsent(
                        subject.id(), id -> tenants.require(new TenantId(id)).name()));
        return new Shown(
                Words.of("history.settings"), from, Words.of(Objects.requireNonNull(PAGES.get(from))), steps, names);
    }
}
