package org.cabildo.portal.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/**
 * Where a territory ends.
 *
 * @param rings the land's edge and those of its islands, each without the first point again
 */
record Outline(List<List<Spot>> rings) {

    /** The outline of all parts together: lines that two of them share are gone. */
    static Outline around(Collection<Outline> parts) {
        var open = new LinkedHashMap<Spot, SequencedSet<Spot>>();
        for (var part : parts) {
            for (var ring : part.rings()) {
                for (int i = 0; i < ring.size(); i++) {
                    turn(open, ring.get(i), ring.get((i + 1) % ring.size()));
                }
            }
        }
        var rings = new ArrayList<List<Spot>>();
        for (var start : List.copyOf(open.keySet())) {
            while (!at(open, start).isEmpty()) {
                rings.add(walk(open, start));
            }
        }
        return new Outline(rings);
    }

    private static SequencedSet<Spot> at(Map<Spot, SequencedSet<Spot>> open, Spot spot) {
        return open.computeIfAbsent(spot, _ -> new LinkedHashSet<>());
    }

    /** A line that comes a second time is a border between two parts. */
    private static void turn(Map<Spot, SequencedSet<Spot>> open, Spot one, Spot other) {
        if (!at(open, one).add(other)) {
            at(open, one).remove(other);
            at(open, other).remove(one);
        } else {
            at(open, other).add(one);
        }
    }

    /** From every point as many lines lead on as lead to it, so the walk ends where it began. */
    private static List<Spot> walk(Map<Spot, SequencedSet<Spot>> open, Spot start) {
        var ring = new ArrayList<Spot>();
        var spot = start;
        do {
            ring.add(spot);
            var next = at(open, spot).removeFirst();
            at(open, next).remove(spot);
            spot = next;
        } while (!spot.equals(start));
        return ring;
    }
}
