package org.cabildo.admin.ledger;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.words.Words;
import org.cabildo.ledger.History;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;

/** What was done to a plan. */
@Route(value = "t/:tenant/planes/:plan/historia", layout = OfficeLayout.class)
@PermitAll
class PlanHistoryView extends HistoryPage {

    private final transient Plans plans;
    private final transient History history;

    PlanHistoryView(Plans plans, History history, Here here) {
        super(here);
        this.plans = plans;
        this.history = history;
    }

    @Override
    Shown read(RouteParameters parameters) {
        var id = id(parameters, "plan");
        var plan = plans.require(new PlanId(id));
        var title = Words.of("quoted", plan.said().title());
        return new Shown(
                title, "planes/" + id, title, history.of(List.of(id)), Map.of(), Words.of("history.empty.plan"));
    }
}
