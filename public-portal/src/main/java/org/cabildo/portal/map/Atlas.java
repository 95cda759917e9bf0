package org.cabildo.portal.map;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The drawn maps: four of regions, and of comunas one or more for each region. Each is drawn when it is first asked for. */
@Component
class Atlas {

    private static final int CROWD = 3; // comunas of a province that are too small
    private static final int PROVINCE = 3; // digits of its code
    private static final String CAPITAL = "01"; // ends the code of a province's first comuna
    private static final int HIGHEST = 800; // units: two for a pixel, so that whole ones are exact enough
    private static final int WIDEST = 800;
    private static final int FEW = 3; // comunas, for which half of that is enough
    /** No sheet for a few comunas is wider or higher, in units; a line may round up. */
    static final int SMALL = HIGHEST / 2 + 2;

    private final Outlines outlines;
    private final ConcurrentMap<String, Sheet> drawn = new ConcurrentHashMap<>();

    Atlas(Outlines outlines) {
        this.outlines = outlines;
    }

    /** The regions of a zone. */
    Sheet zone(Zone zone) {
        return drawn.computeIfAbsent(zone.name(), _ -> Sheet.of(regions(zone), WIDEST, HIGHEST));
    }

    private Map<String, Outline> regions(Zone zone) {
        var regions = new TreeMap<String, Outline>();
        for (var region : zone.regions()) {
            regions.put(region, Outline.around(outlines.within(region).values()));
        }
        return regions;
    }

    /** The comunas of a region. */
    Sheet region(String code) {
        return drawn.computeIfAbsent(code, _ -> Sheet.of(outlines.within(code), WIDEST, HIGHEST));
    }

    /**
     * The comunas that are too small on a region's map, where a province has several of them, by the code of its first
     * comuna: only these, or a large neighbour would leave them as small as they were.
     */
    SortedMap<String, Sheet> closer(String region) {
        var small = region(region).shapes().stream()
                .filter(shape -> !shape.isRoomy() && !outlines.isFarOut(shape.code()))
                .collect(Collectors.groupingBy(
                        shape -> shape.code().substring(0, PROVINCE), TreeMap::new, Collectors.toList()));
        var closer = new TreeMap<String, Sheet>();
        small.forEach((province, shapes) -> {
            if (shapes.size() >= CROWD || (shapes.size() > 1 && shapes.stream().anyMatch(Sheet.Shape::isTiny))) {
                closer.put(
                        province + CAPITAL,
                        province(
                                province, shapes.stream().map(Sheet.Shape::code).collect(Collectors.toSet())));
            }
        });
        return closer;
    }

    private Sheet province(String code, Set<String> comunas) {
        int part = comunas.size() > FEW ? 1 : 2;
        return drawn.computeIfAbsent(code, _ -> Sheet.of(outlines.only(comunas), WIDEST / part, HIGHEST / part));
    }
}
