package org.cabildo.portal.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A window on a drawn map, in the map's units. */
record Frame(double left, double top, double right, double bottom) {

    private static final int CORNERS = 3; // or it has no area

    /** What of a ring is within; a cut runs along the frame. */
    Optional<Ring> cut(Ring ring) {
        var points = ring.points();
        points = kept(points, point -> point.x() - left);
        points = kept(points, point -> right - point.x());
        points = kept(points, point -> point.y() - top);
        points = kept(points, point -> bottom - point.y());
        return points.size() < CORNERS ? Optional.empty() : Optional.of(new Ring(points));
    }

    /** Sutherland and Hodgman, for one side. */
    private static List<Ring.Point> kept(List<Ring.Point> points, ToDoubleFunction<Ring.Point> within) {
        var kept = new ArrayList<Ring.Point>();
        for (int i = 0; i < points.size(); i++) {
            var here = points.get(i);
            var next = points.get((i + 1) % points.size());
            double now = within.applyAsDouble(here);
            double then = within.applyAsDouble(next);
            if (now >= 0) {
                kept.add(here);
            }
            if (now >= 0 != then >= 0) {
                double way = now / (now - then);
                kept.add(
                        new Ring.Point(here.x() + way * (next.x() - here.x()), here.y() + way * (next.y() - here.y())));
            }
        }
        return kept;
    }
}
