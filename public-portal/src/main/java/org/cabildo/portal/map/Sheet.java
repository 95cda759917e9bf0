package org.cabildo.portal.map;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A drawn map, in units of its own. */
record Sheet(int width, int height, List<Shape> shapes) {

    private static final int MARGIN = 8; // units, for the line around
    private static final double TOLERANCE = 1.8; // units: about a pixel
    private static final int ROOM = 15; // units
    private static final double SMALLEST = 14; // square units: an islet that is hardly seen

    /**
     * One territory.
     *
     * @param path as SVG writes it
     * @param x where its mark stands
     * @param y where its mark stands
     * @param room from there to the nearest border
     */
    record Shape(String code, String path, int x, int y, int room) {

        /** Whether a mark can stand on it, and a finger hit it on a small screen. */
        boolean isRoomy() {
            return room >= ROOM;
        }

        /** Whether a mark would hide it. */
        boolean isTiny() {
            return room < ROOM / 2;
        }
    }

    /** Draws these outlines, by code, as large as fits. */
    static Sheet of(Map<String, Outline> outlines, int widest, int highest) {
        var plane = Plane.of(outlines.values(), widest, highest, MARGIN);
        var lines = new Lines(plane, TOLERANCE, outlines.values());
        return new Sheet(
                plane.width(),
                plane.height(),
                outlines.entrySet().stream()
                        .map(each -> shape(each.getKey(), rings(each.getValue(), lines, plane)))
                        .toList());
    }

    /** The largest first, then the islands that can be seen. */
    private static List<Ring> rings(Outline outline, Lines lines, Plane plane) {
        var rings = outline.rings().stream()
                .map(ring -> new Ring(lines.thinned(ring).stream()
                        .map(spot -> new Ring.Point(plane.x(spot), plane.y(spot)))
                        .toList()))
                .sorted(Comparator.comparingDouble(Ring::area).reversed())
                .toList();
        double least = Math.min(SMALLEST, rings.getFirst().area());
        return rings.stream().filter(ring -> ring.area() >= least).toList();
    }

    private static Shape shape(String code, List<Ring> rings) {
        var path = new StringBuilder();
        rings.forEach(ring -> ring.write(path));
        var land = rings.getFirst();
        var mark = land.inside();
        return new Shape(
                code,
                path.toString(),
                Math.toIntExact(Math.round(mark.x())),
                Math.toIntExact(Math.round(mark.y())),
                (int) land.room(mark));
    }
}
