package org.cabildo.admin.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
        var places = new LinkedHashMap<Beginning, Place>();
        for (var one : commitments) {
            if (one.withdrawn() == null) {
                places.put(
                        Beginning.milestone(one.id().value()),
                        new Place(one, QueryParameters.of(PlanWatch.PART, Completeness.Item.MILESTONE.name())));
                for (var milestone : one.milestones()) {
                    if (milestone.withdrawn() == null) {
                        var id = milestone.id().value();
                        Stream.of(
                                        Beginning.milestoneChange(id),
                                        Beginning.progress(id),
                                        Beginning.correction(id),
                                        Beginning.delay(id))
                                .forEach(what -> places.put(what, new Place(one, asking(what))));
                    }
                }
            }
        }
        var begun =
                beginnings.ofEach(places.keySet(), "activity", what -> go(Objects.requireNonNull(places.get(what))));
        return places.entrySet().stream()
                .filter(place ->
                        Objects.requireNonNull(begun.get(place.getKey())).isVisible())
                .map(place -> Objects.requireNonNull(begun.get(place.getKey()))
                        .elsewhere(place.getValue().commitment().said().title()))
                .toList();
    }

    private static QueryParameters asking(Beginning what) {
        return QueryParameters.simple(Map.of(
                PlanWatch.MILESTONE, what.within(), PlanWatch.FORM, what.form().name()));
    }

    private void go(Place place) {
        UI.getCurrent()
                .navigate("%s/compromisos/%s".formatted(path, place.commitment().id()), place.asked());
    }
}
