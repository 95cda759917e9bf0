package org.cabildo.portal.map;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A closed line on a drawn map, in the map's units. */
record Ring(List<Point> points) {

    private static final int GRID = 28;

    /** A place on a drawn map. */
    record Point(double x, double y) {}

    private Point at(int i) {
        return points.get(i % points.size());
    }

    /** In square units. */
    double area() {
        double twice = 0;
        for (int i = 0; i < points.size(); i++) {
            twice += at(i).x() * at(i + 1).y() - at(i + 1).x() * at(i).y();
        }
        return Math.abs(twice) / 2;
    }

    /** Writes it as SVG does: whole units, each point from the one before. */
    void write(StringBuilder path) {
        long x = Math.round(at(0).x());
        long y = Math.round(at(0).y());
        path.append('M').append(x).append(' ').append(y).append('l');
        boolean first = true;
        for (var point : points.subList(1, points.size())) {
            long right = Math.round(point.x()) - x;
            long down = Math.round(point.y()) - y;
            if (right != 0 || down != 0) {
                path.append(first || right < 0 ? "" : " ").append(right);
                path.append(down < 0 ? "" : " ").append(down);
                first = false;
            }
            x += right;
            y += down;
        }
        path.append(first ? "0 0z" : "z");
    }

    /** A place well within: of a grid the one that is farthest from the line. */
    Point inside() {
        return within().stream().max(Comparator.comparingDouble(this::room)).orElseGet(points::getFirst);
    }

    /** The places of a grid that are within. */
    List<Point> within() {
        var x = points.stream().mapToDouble(Point::x).summaryStatistics();
        var y = points.stream().mapToDouble(Point::y).summaryStatistics();
        return IntStream.range(0, GRID)
                .boxed()
                .flatMap(i -> IntStream.range(0, GRID)
                        .mapToObj(j -> new Point(
                                x.getMin() + (x.getMax() - x.getMin()) * (i + 0.5) / GRID,
                                y.getMin() + (y.getMax() - y.getMin()) * (j + 0.5) / GRID)))
                .filter(this::contains)
                .toList();
    }

    private boolean contains(Point point) {
        boolean in = false;
        for (int i = 0; i < points.size(); i++) {
            var a = at(i);
            var b = at(i + 1);
            if (a.y() > point.y() != b.y() > point.y()
                    && point.x() < a.x() + (b.x() - a.x()) * (point.y() - a.y()) / (b.y() - a.y())) {
                in = !in;
            }
        }
        return in;
    }

    /** How far it is from a place to the line. */
    double room(Point point) {
        return IntStream.range(0, points.size())
                .mapToDouble(i -> apart(point, at(i), at(i + 1)))
                .min()
                .orElse(0);
    }

    private static double apart(Point point, Point a, Point b) {
        double x = b.x() - a.x();
        double y = b.y() - a.y();
        double length = x * x + y * y;
        double along =
                length == 0 ? 0 : Math.clamp(((point.x() - a.x()) * x + (point.y() - a.y()) * y) / length, 0.0, 1.0);
        return Math.hypot(point.x() - a.x() - along * x, point.y() - a.y() - along * y);
    }
}
