package org.cabildo.portal.map;

import java.util.Comparator;
import java.util.List;

/** Where numbers stand on a drawn map, in the map's units. */
final class Marks {

    private static final int WIDE = 46; // of two digits, with some air
    private static final int HIGH = 30;

    private Marks() {}

    /** Whether two marks touch. */
    static boolean touch(Ring.Point one, Ring.Point other) {
        return apart(one, other) < 1;
    }

    /** How many marks would fit between their middles: less than one and they touch. */
    private static double apart(Ring.Point one, Ring.Point other) {
        return Math.max(Math.abs(one.x() - other.x()) / WIDE, Math.abs(one.y() - other.y()) / HIGH);
    }

    /** The place that is wanted or, where that touches a mark, the roomiest of its land that does not. */
    static Ring.Point place(Ring land, Ring.Point wanted, List<Ring.Point> taken) {
        if (isFree(wanted, taken)) {
            return wanted;
        }
        var places = land.within();
        return places.stream()
                .filter(place -> isFree(place, taken))
                .max(Comparator.comparingDouble(land::room))
                .orElseGet(() -> places.stream()
                        .max(Comparator.comparingDouble(place -> nearest(place, taken)))
                        .orElse(wanted));
    }

    private static boolean isFree(Ring.Point place, List<Ring.Point> taken) {
        return nearest(place, taken) >= 1;
    }

    private static double nearest(Ring.Point place, List<Ring.Point> taken) {
        return taken.stream().mapToDouble(mark -> apart(place, mark)).min().orElse(Double.MAX_VALUE);
    }
}
