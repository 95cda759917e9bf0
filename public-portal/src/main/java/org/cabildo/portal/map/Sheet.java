package org.cabildo.portal.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A drawn map, in units of its own. */
record Sheet(int width, int height, List<Shape> shapes) {

    private static final int MARGIN = 8; // units, for the line around
    private static final double TOLERANCE = 1.8; // units: about a pixel
    private static final int ROOM = 15; // units
    private static final int AROUND = 24; // units: the paper's edge may be the border
    private static final double SMALLEST = 14; // square units: an islet that is hardly seen
    private static final int BEYOND = 12; // units, so that the line of a cut is not seen

    /**
     * One territory.
     *
     * @param path as SVG writes it
     * @param land its largest part, as far as it is seen
     * @param mark where its mark stands
     * @param room from the middle of the land to the nearest border
     * @param around whether it is there for its neighbours only, and may be cut
     */
    record Shape(String code, String path, Ring land, Ring.Point mark, int room, boolean around) {

        int x() {
            return Math.toIntExact(Math.round(mark.x()));
        }

        int y() {
            return Math.toIntExact(Math.round(mark.y()));
        }

        /** Whether a mark can stand on it, and a finger hit it on a small screen. */
        boolean isRoomy() {
            return room >= ROOM;
        }

        /** Whether a mark would hide it. */
        boolean isTiny() {
            return room < ROOM / 2;
        }

        /** Whether a mark can stand on it and on the paper. */
        boolean isMarked() {
            return !around || room >= AROUND;
        }

        private Shape markedAt(Ring.Point there) {
            return new Shape(code, path, land, there, room, around);
        }
    }

    /** Draws these outlines, by code, as large as fits. */
    static Sheet of(Map<String, Outline> outlines, int widest, int highest) {
        return of(outlines, Map.of(), widest, highest);
    }

    /**
     * Draws these outlines, by code, as large as fits.
     *
     * @param around others, by code: what is near is drawn as well, as far as there is paper
     */
    static Sheet of(Map<String, Outline> outlines, Map<String, Outline> around, int widest, int highest) {
        var plane = Plane.of(outlines.values(), widest, highest, MARGIN);
        var lines = new Lines(
                plane,
                TOLERANCE,
                Stream.of(outlines, around)
                        .flatMap(some -> some.values().stream())
                        .toList());
        var shapes = new ArrayList<Shape>();
        outlines.forEach((code, outline) -> {
            var rings = rings(outline, lines, plane);
            shapes.add(shape(code, rings, rings.getFirst(), false));
        });
        var paper = new Frame(0, 0, plane.width(), plane.height());
        var beyond = new Frame(-BEYOND, -BEYOND, plane.width() + BEYOND, plane.height() + BEYOND);
        around.forEach((code, outline) -> {
            var rings = rings(outline, lines, plane);
            largest(rings, paper)
                    .ifPresent(land -> shapes.add(shape(
                            code,
                            rings.stream()
                                    .flatMap(ring -> beyond.cut(ring).stream())
                                    .toList(),
                            land,
                            true)));
        });
        return new Sheet(plane.width(), plane.height(), List.copyOf(shapes));
    }

    private static Optional<Ring> largest(List<Ring> rings, Frame paper) {
        return rings.stream()
                .flatMap(ring -> paper.cut(ring).stream())
                .max(Comparator.comparingDouble(Ring::area))
                .filter(land -> land.area() >= SMALLEST);
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

    private static Shape shape(String code, List<Ring> rings, Ring land, boolean around) {
        var path = new StringBuilder();
        rings.forEach(ring -> ring.write(path));
        var mark = land.inside();
        return new Shape(code, path.toString(), land, mark, (int) land.room(mark), around);
    }

    /** Whether one sees of a territory more than a corner. */
    boolean shows(String code) {
        return shapes.stream()
                .anyMatch(shape -> shape.code().equals(code) && (!shape.around() || shape.room() > 2 * ROOM));
    }

    /** The same with its marks moved within their territories, so that none touches another. */
    Sheet apart() {
        return apart(shapes.stream().filter(Shape::isMarked).map(Shape::code).collect(Collectors.toSet()));
    }

    /** The same with these marks moved within their territories, so that none touches another. */
    Sheet apart(Set<String> marked) {
        var taken = new ArrayList<Ring.Point>();
        var moved = new ArrayList<>(shapes);
        shapes.stream()
                .filter(shape -> marked.contains(shape.code()))
                .sorted(Comparator.comparingInt(Shape::room)) // whoever has little choice comes first
                .forEach(shape -> {
                    var there = Marks.place(shape.land(), shape.mark(), taken);
                    taken.add(there);
                    moved.set(shapes.indexOf(shape), shape.markedAt(there));
                });
        return new Sheet(width, height, List.copyOf(moved));
    }
}
