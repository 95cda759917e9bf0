package org.cabildo.admin.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cabildo.admin.frame.Beginnings;
import org.cabildo.begun.Beginning;
import org.cabildo.commitment.CommitmentView;
import org.cabildo.commitment.Completeness;

/**
 * What somebody began to write of a plan's milestones and did not save, for whoever comes back to the plan; one goes on
 * where the milestones are.
 *
 * @param path of the plan
 */
record BegunMilestones(Beginnings beginnings, String path, List<CommitmentView> commitments) {

    /** Where one goes on. */
    private record Place(CommitmentView commitment, QueryParameters asked) {}

    List<Component> all() {
        var fresh = new HashMap<Beginning, Place>();
        var changes = new HashMap<Beginning, Place>();
        for (var one : commitments) {
            if (one.withdrawn() == null) {
                fresh.put(
                        Beginning.milestone(one.id().value()),
                        new Place(one, QueryParameters.of(PlanWatch.PART, Completeness.Item.MILESTONE.name())));
                for (var milestone : one.milestones()) {
                    if (milestone.withdrawn() == null) {
                        var id = milestone.id().value();
                        changes.put(
                                Beginning.milestoneChange(id),
                                new Place(one, QueryParameters.of(PlanWatch.MILESTONE, id.toString())));
                    }
                }
            }
        }
        var all = new ArrayList<>(of(Beginning.Form.MILESTONE, fresh));
        all.addAll(of(Beginning.Form.MILESTONE_CHANGE, changes));
        return all;
    }

    private List<Component> of(Beginning.Form form, Map<Beginning, Place> places) {
        return beginnings
                .ofEach(form, places.keySet(), "activity", what -> go(Objects.requireNonNull(places.get(what))))
                .entrySet()
                .stream()
                .filter(begun -> begun.getValue().isVisible())
                .map(begun -> begun.getValue()
                        .elsewhere(Objects.requireNonNull(places.get(begun.getKey()))
                                .commitment()
                                .said()
                                .title()))
                .toList();
    }

    private void go(Place place) {
        UI.getCurrent()
                .navigate("%s/compromisos/%s".formatted(path, place.commitment().id()), place.asked());
    }
}
