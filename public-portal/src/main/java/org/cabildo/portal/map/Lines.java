package org.cabildo.portal.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Leaves out of outlines what is too small to be seen. A border is thinned once for both sides, between the points where
 * more than two territories meet, so that no gap and no overlap appears.
 */
final class Lines {

    private final Plane plane;
    private final double tolerance; // units of the plane
    private final Set<Spot> junctions;

    Lines(Plane plane, double tolerance, Collection<Outline> all) {
        this.plane = plane;
        this.tolerance = tolerance;
        this.junctions = junctions(all);
    }

    private static Set<Spot> junctions(Collection<Outline> all) {
        var neighbours = new HashMap<Spot, Set<Spot>>();
        for (var outline : all) {
            for (var ring : outline.rings()) {
                for (int i = 0; i < ring.size(); i++) {
                    var around = neighbours.computeIfAbsent(ring.get(i), _ -> new HashSet<>());
                    around.add(ring.get((i + 1) % ring.size()));
                    around.add(ring.get((i + ring.size() - 1) % ring.size()));
                }
            }
        }
        return neighbours.entrySet().stream()
                .filter(spot -> spot.getValue().size() > 2)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** What remains of a ring. */
    List<Spot> thinned(List<Spot> ring) {
        int start = 0;
        while (start < ring.size() && !junctions.contains(ring.get(start))) {
            start++;
        }
        if (start == ring.size()) { // an island: from its westernmost point to the one farthest away, and back
            start = ring.indexOf(ring.stream().min(Comparator.naturalOrder()).orElseThrow());
        }
        var turned = new ArrayList<>(ring.subList(start, ring.size()));
        turned.addAll(ring.subList(0, start));
        turned.add(turned.getFirst());
        var kept = new ArrayList<Spot>();
        int from = 0;
        for (int to = 1; to < turned.size(); to++) {
            if (junctions.contains(turned.get(to)) || to == turned.size() - 1) {
                kept.addAll(line(turned.subList(from, to + 1)));
                kept.removeLast();
                from = to;
            }
        }
        return kept;
    }

    private List<Spot> line(List<Spot> spots) {
        var first = spots.getFirst();
        var last = spots.getLast();
        boolean closed = first.equals(last);
        boolean turn = closed
                ? spots.get(1).compareTo(spots.get(spots.size() - 2)) > 0
                : first.compareTo(last) > 0; // the same direction for both sides
        var directed = turn ? spots.reversed() : spots;
        var keep = new boolean[directed.size()];
        keep[0] = true;
        keep[keep.length - 1] = true;
        if (closed) {
            int far = farthest(directed);
            keep[far] = true;
            thin(directed, 0, far, keep);
            thin(directed, far, keep.length - 1, keep);
        } else {
            thin(directed, 0, keep.length - 1, keep);
        }
        var kept = new ArrayList<Spot>();
        for (int i = 0; i < keep.length; i++) {
            if (keep[i]) {
                kept.add(directed.get(i));
            }
        }
        return new ArrayList<>(turn ? kept.reversed() : kept);
    }

    private int farthest(List<Spot> spots) {
        int far = 1;
        for (int i = 1; i < spots.size(); i++) {
            if (apart(spots.getFirst(), spots.get(i)) > apart(spots.getFirst(), spots.get(far))) {
                far = i;
            }
        }
        return far;
    }

    /** Douglas and Peucker. */
    private void thin(List<Spot> spots, int from, int to, boolean[] keep) {
        double worst = tolerance;
        int at = -1;
        for (int i = from + 1; i < to; i++) {
            double off = off(spots.get(from), spots.get(to), spots.get(i));
            if (off > worst) {
                worst = off;
                at = i;
            }
        }
        if (at > 0) {
            keep[at] = true;
            thin(spots, from, at, keep);
            thin(spots, at, to, keep);
        }
    }

    private double off(Spot a, Spot b, Spot spot) {
        double length = apart(a, b);
        if (length == 0) {
            return apart(a, spot);
        }
        double across = (plane.x(b) - plane.x(a)) * (plane.y(a) - plane.y(spot))
                - (plane.x(a) - plane.x(spot)) * (plane.y(b) - plane.y(a));
        return Math.abs(across) / length;
    }

    private double apart(Spot a, Spot b) {
        return Math.hypot(plane.x(a) - plane.x(b), plane.y(a) - plane.y(b));
    }
}
