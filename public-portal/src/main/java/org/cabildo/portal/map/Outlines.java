package org.cabildo.portal.map;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The comunas' outlines by their official code, read from the file that the office's maps use as well. */
@Component
class Outlines {

    private static final String FILE = "/META-INF/resources/maps/comunas.json";
    private static final int SMALLEST = 3; // points of a ring
    private static final double DEGREE = 1000;
    /** Far out in the ocean: drawn nearer, side by side and larger, so that the rest is not small. */
    private static final Map<String, Spot> NEARER =
            Map.of("05201", new Spot(-73_000, -32_100), "05104", new Spot(-73_000, -33_100));

    private static final double LARGER = 1.6;
    private static final int BETWEEN = 80; // thousandths of a degree
    private final JsonMapper json;
    private volatile @Nullable Map<String, Outline> comunas; // null until a map is asked for

    Outlines(JsonMapper json) {
        this.json = json;
    }

    /** The comunas whose code begins so: of a region or a province. Antártica has no outline. */
    Map<String, Outline> within(String prefix) {
        return all().entrySet().stream()
                .filter(comuna -> comuna.getKey().startsWith(prefix))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new));
    }

    /** These comunas. */
    Map<String, Outline> only(Set<String> codes) {
        var comunas = new TreeMap<>(all());
        comunas.keySet().retainAll(codes);
        return comunas;
    }

    /** Whether a comuna is drawn nearer than it is. */
    boolean isFarOut(String code) {
        return NEARER.containsKey(code);
    }

    private Map<String, Outline> all() {
        var known = comunas;
        if (known == null) {
            known = read();
            comunas = known;
        }
        return known;
    }

    private Map<String, Outline> read() {
        try (var file = Objects.requireNonNull(Outlines.class.getResourceAsStream(FILE), FILE)) {
            var outlines = new TreeMap<String, Outline>();
            for (var feature : json.readTree(file).get("features")) {
                var code = feature.get("properties").get("name").stringValue();
                outlines.put(code, outline(code, feature.get("geometry").get("coordinates")));
            }
            return outlines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outline outline(String code, JsonNode polygons) {
        var rings = new ArrayList<List<Spot>>();
        for (var polygon : polygons) {
            var ring = new ArrayList<Spot>();
            for (var point : polygon.get(0)) {
                ring.add(new Spot(thousandths(point.get(0)), thousandths(point.get(1))));
            }
            ring.removeLast(); // it is the first again
            if (ring.size() >= SMALLEST) {
                rings.add(ring);
            }
        }
        var near = NEARER.get(code);
        return new Outline(near == null ? rings : nearer(rings, near));
    }

    private static int thousandths(JsonNode degrees) {
        return Math.toIntExact(Math.round(degrees.doubleValue() * DEGREE));
    }

    private static List<List<Spot>> nearer(List<List<Spot>> rings, Spot near) {
        var moved = new ArrayList<List<Spot>>();
        int left = near.x();
        for (var ring : rings) {
            int west = ring.stream().mapToInt(Spot::x).min().orElseThrow();
            int east = ring.stream().mapToInt(Spot::x).max().orElseThrow();
            int north = ring.stream().mapToInt(Spot::y).max().orElseThrow();
            int at = left;
            moved.add(ring.stream()
                    .map(spot -> new Spot(
                            at + (int) Math.round((spot.x() - west) * LARGER),
                            near.y() + (int) Math.round((spot.y() - north) * LARGER)))
                    .toList());
            left += (int) Math.round((east - west) * LARGER) + BETWEEN;
        }
        return moved;
    }
}
