package org.cabildo.commitment;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.kernel.Refused;

/** Which milestone of a commitment waits for which: none for what is not there, and none, by whatever way, for itself. */
public final class Sequence {

    private final Map<Integer, MilestoneDraft> milestones;
    private final Set<Integer> free = new HashSet<>(); // places from which no way leads back to them

    private Sequence(Map<Integer, MilestoneDraft> milestones) {
        this.milestones = milestones;
    }

    /**
     * Looks at milestones whose places are counted from 1.
     *
     * @throws Refused if one waits for what is not there, or for itself
     */
    public static void check(List<MilestoneDraft> milestones) {
        var places = new LinkedHashMap<Integer, MilestoneDraft>();
        milestones.forEach(milestone -> places.put(places.size() + 1, milestone));
        check(places);
    }

    static void check(Map<Integer, MilestoneDraft> milestones) {
        var sequence = new Sequence(milestones);
        milestones.keySet().forEach(place -> sequence.follow(place, new HashSet<>()));
    }

    /** Places as a row holds them. */
    static String text(List<Integer> places) {
        return places.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private void follow(int place, Set<Integer> way) {
        if (free.contains(place)) {
            return;
        }
        var milestone = Objects.requireNonNull(milestones.get(place));
        if (!way.add(place)) {
            throw new Refused(
                    "milestone.circle",
                    "«%s» would wait for itself: take out one of the milestones that wait for each other."
                            .formatted(milestone.activity()),
                    milestone.activity());
        }
        for (int other : milestone.follows()) {
            if (!milestones.containsKey(other)) {
                throw new Refused(
                        "milestone.follows.unknown",
                        "There is no milestone %d in this commitment.".formatted(other),
                        other);
            }
            follow(other, way);
        }
        way.remove(place);
        free.add(place);
    }
}
