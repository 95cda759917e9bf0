package org.cabildo.portal.map;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The drawn maps: four of regions, and of comunas one or more for each region. Each is drawn when it is first asked for. */
@Component
class Atlas {

    private static final int CROWD = 4; // comunas of a province that are too small
    private static final int PROVINCE = 3; // digits of its code
    private static final String CAPITAL = "01"; // ends the code of a province's first comuna
    private static final int HIGHEST = 800; // units: two for a pixel, so that whole ones are exact enough
    private static final int WIDEST = 800;
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

    /** The provinces of a region in which comunas are too small on its map, by the code of their first comuna. */
    SortedMap<String, Sheet> closer(String region) {
        var small = region(region).shapes().stream()
                .filter(shape -> !shape.isRoomy())
                .collect(Collectors.groupingBy(
                        shape -> shape.code().substring(0, PROVINCE), TreeMap::new, Collectors.counting()));
        var closer = new TreeMap<String, Sheet>();
        small.forEach((province, many) -> {
            if (many >= CROWD) {
                closer.put(province + CAPITAL, province(province));
            }
        });
        return closer;
    }

    private Sheet province(String code) {
        return drawn.computeIfAbsent(code, _ -> Sheet.of(outlines.mainland(code), WIDEST, HIGHEST));
    }
}
