import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes the small outlines of the comunas that the office draws, out of larger ones. See README.md in this folder.
 *
 * <p>Borders that two comunas share are cut into lines at the points where more than two meet, and each line is thinned
 * once for both sides, so that no gap and no overlap appears. Islets below a size are left out unless they are all there
 * is of a comuna.
 */
class Outlines {

    private static final double TOLERANCE = 0.0065; // degrees: about 700 m, a pixel or two of a region on a screen
    private static final double SMALLEST_ISLE = 0.0015; // square degrees: about 15 km²
    private static final Pattern FEATURE = Pattern.compile(
            "\\{\"type\":\"Feature\",\"id\":\"(\\d{5})\".*?\"geometry\":\\{\"type\":\"(Polygon|MultiPolygon)\",\"coordinates\":(\\[.*?\\])\\}\\}");
    private static final Pattern NUMBERS = Pattern.compile("\\[(-?[\\d.]+),(-?[\\d.]+)\\]");

    /** A point on a grid of 10⁻⁴ degrees. */
    private record Point(int x, int y) implements Comparable<Point> {
        @Override
        public int compareTo(Point other) {
            return x == other.x ? Integer.compare(y, other.y) : Integer.compare(x, other.x);
        }
    }

    private record Comuna(String code, List<List<Point>> rings) {}

    public static void main(String[] files) throws IOException {
        var comunas = read(Files.readString(Path.of(files[0])));
        var junctions = junctions(comunas);
        var features = new ArrayList<String>();
        for (var comuna : comunas) {
            features.add(feature(comuna, junctions));
        }
        Files.writeString(
                Path.of(files[1]),
                "{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", features) + "\n]}\n");
    }

    /** The first ring of each polygon; a hole is kept as the comuna that fills it. */
    private static List<Comuna> read(String text) {
        var comunas = new ArrayList<Comuna>();
        var found = FEATURE.matcher(text);
        while (found.find()) {
            var rings = new ArrayList<List<Point>>();
            for (var ring : found.group(3).split("\\]\\],\\[\\[|\\]\\],\\[")) {
                var points = NUMBERS.matcher(ring + "]").results()
                        .map(one -> new Point(
                                (int) Math.round(Double.parseDouble(one.group(1)) * 10_000),
                                (int) Math.round(Double.parseDouble(one.group(2)) * 10_000)))
                        .collect(Collectors.toCollection(ArrayList::new));
                if (points.size() > 3) {
                    points.removeLast(); // it is the first again
                    rings.add(points);
                }
            }
            comunas.add(new Comuna(found.group(1), rings));
        }
        return comunas;
    }

    /** Points with more than two different neighbours over all rings. */
    private static Set<Point> junctions(List<Comuna> comunas) {
        var neighbours = new HashMap<Point, Set<Point>>();
        for (var comuna : comunas) {
            for (var ring : comuna.rings()) {
                for (int i = 0; i < ring.size(); i++) {
                    var around = neighbours.computeIfAbsent(ring.get(i), _ -> new HashSet<>());
                    around.add(ring.get((i + 1) % ring.size()));
                    around.add(ring.get((i + ring.size() - 1) % ring.size()));
                }
            }
        }
        return neighbours.entrySet().stream()
                .filter(one -> one.getValue().size() > 2)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String feature(Comuna comuna, Set<Point> junctions) {
        var largest = comuna.rings().stream().max(Comparator.comparingDouble(Outlines::area)).orElseThrow();
        var rings = comuna.rings().stream()
                .filter(ring -> ring == largest || area(ring) >= SMALLEST_ISLE)
                .map(ring -> thinned(ring, junctions))
                .filter(ring -> ring.size() > 2)
                .map(Outlines::written)
                .toList();
        return "{\"type\":\"Feature\",\"properties\":{\"name\":\"%s\"},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[%s]}}"
                .formatted(comuna.code(), rings.stream().map(ring -> "[[" + ring + "]]").collect(Collectors.joining(",")));
    }

    private static double area(List<Point> ring) {
        double twice = 0;
        for (int i = 0; i < ring.size(); i++) {
            var a = ring.get(i);
            var b = ring.get((i + 1) % ring.size());
            twice += (double) a.x() * b.y() - (double) b.x() * a.y();
        }
        return Math.abs(twice) / 2 / 1e8;
    }

    private static List<Point> thinned(List<Point> ring, Set<Point> junctions) {
        int start = 0;
        while (start < ring.size() && !junctions.contains(ring.get(start))) {
            start++;
        }
        if (start == ring.size()) { // an island: from its westernmost point to the one farthest away, and back
            start = ring.indexOf(ring.stream().min(Comparator.naturalOrder()).orElseThrow());
        }
        var turned = new ArrayList<Point>(ring.subList(start, ring.size()));
        turned.addAll(ring.subList(0, start));
        turned.add(turned.getFirst());
        var kept = new ArrayList<Point>();
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

    /** The same for both sides of a border: thinned in the direction in which its first point is the lesser. */
    private static List<Point> line(List<Point> points) {
        var first = points.getFirst();
        var last = points.getLast();
        boolean closed = first.equals(last);
        boolean turn = closed
                ? points.get(1).compareTo(points.get(points.size() - 2)) > 0
                : first.compareTo(last) > 0;
        var directed = turn ? points.reversed() : points;
        var keep = new boolean[directed.size()];
        keep[0] = true;
        keep[keep.length - 1] = true;
        if (closed) {
            int far = 0;
            for (int i = 1; i < directed.size(); i++) {
                if (far(first, directed.get(i)) > far(first, directed.get(far))) {
                    far = i;
                }
            }
            keep[far] = true;
            thin(directed, 0, far, keep);
            thin(directed, far, directed.size() - 1, keep);
        } else {
            thin(directed, 0, directed.size() - 1, keep);
        }
        var kept = new ArrayList<Point>();
        for (int i = 0; i < keep.length; i++) {
            if (keep[i]) {
                kept.add(directed.get(i));
            }
        }
        return new ArrayList<>(turn ? kept.reversed() : kept);
    }

    /** Douglas and Peucker. */
    private static void thin(List<Point> points, int from, int to, boolean[] keep) {
        double worst = TOLERANCE * 10_000;
        int at = -1;
        for (int i = from + 1; i < to; i++) {
            double off = off(points.get(from), points.get(to), points.get(i));
            if (off > worst) {
                worst = off;
                at = i;
            }
        }
        if (at > 0) {
            keep[at] = true;
            thin(points, from, at, keep);
            thin(points, at, to, keep);
        }
    }

    private static double off(Point a, Point b, Point p) {
        double length = Math.sqrt(far(a, b));
        return length == 0
                ? Math.sqrt(far(a, p))
                : Math.abs((double) (b.x() - a.x()) * (a.y() - p.y()) - (double) (a.x() - p.x()) * (b.y() - a.y())) / length;
    }

    private static double far(Point a, Point b) {
        double x = a.x() - b.x();
        double y = a.y() - b.y();
        return x * x + y * y;
    }

    private static String written(List<Point> ring) {
        var closed = new ArrayList<>(ring);
        closed.add(ring.getFirst());
        return closed.stream()
                .map(point -> "[%s,%s]".formatted(degrees(point.x()), degrees(point.y())))
                .collect(Collectors.joining(","));
    }

    private static String degrees(int value) {
        return String.format(Locale.ROOT, "%.3f", value / 10_000.0).replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
