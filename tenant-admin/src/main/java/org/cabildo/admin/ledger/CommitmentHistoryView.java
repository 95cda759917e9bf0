package org.cabildo.admin.ledger;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.UUID;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.words.Words;
import org.cabildo.commitment.CommitmentId;
import org.cabildo.commitment.Commitments;
import org.cabildo.kernel.Unknown;
import org.cabildo.ledger.History;
import org.cabildo.plan.PlanId;

/** What was done to a commitment and its milestones. */
@Route(value = "t/:tenant/planes/:plan/compromisos/:commitment/historia", layout = OfficeLayout.class)
@PermitAll
class CommitmentHistoryView extends HistoryPage {

    private final transient Commitments commitments;
    private final transient History history;

    CommitmentHistoryView(Commitments commitments, History history, Here here) {
        super(here);
        this.commitments = commitments;
        this.history = history;
    }

    @Override
    Shown read(RouteParameters parameters) {
        var plan = id(parameters, "plan");
        var id = id(parameters, "commitment");
        var commitment = commitments.require(new CommitmentId(id));
        if (!commitment.plan().equals(new PlanId(plan))) {
            throw new Unknown("commitment", id);
        }
        var names = new HashMap<UUID, String>();
        commitment
                .milestones()
                .forEach(milestone ->
                        names.put(milestone.id().value(), milestone.said().activity()));
        var objects = new ArrayList<>(names.keySet());
        objects.add(id);
        var title = Words.of("quoted", commitment.said().title());
        return new Shown(title, "planes/" + plan + "/compromisos/" + id, title, history.of(objects), names);
    }
}
