package org.cabildo.admin.ledger;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.words.Words;
import org.cabildo.ledger.History;

/** What was done to the settings, and who entered from elsewhere. */
@Route(value = "t/:tenant/historia", layout = OfficeLayout.class)
@PermitAll
class SettingsHistoryView extends HistoryPage {

    private final transient History history;

    SettingsHistoryView(History history, Here here) {
        super(here);
        this.history = history;
    }

    @Override
    Shown read(RouteParameters parameters) {
        return new Shown(Words.of("history.settings"), "portal", history.ofSettings(), Map.of());
    }
}
