package org.cabildo.portal.map;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The drawn maps: four of regions, and of comunas one or more for each region. Each is drawn when it is first asked for. */
@Component
class Atlas {

    private static final int CROWD = 3; // comunas of a province that are too small
    private static final int PROVINCE = 3; // digits of its code
    private static final int REGION = 2; // digits of its code
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

    /** The comunas of a region; the marks of those that a closer sheet shows are not minded. */
    Sheet region(String code) {
        var sheet = whole(code);
        var marked = codes(sheet.shapes().stream());
        marked.removeAll(codes(small(code).values().stream().flatMap(List::stream)));
        return drawn.computeIfAbsent(code, _ -> sheet.apart(marked));
    }

    private Sheet whole(String region) {
        return drawn.computeIfAbsent(region + " whole", _ -> Sheet.of(outlines.within(region), WIDEST, HIGHEST));
    }

    /**
     * The comunas that are too small on a region's map, where a province has several of them, by the code of its first
     * comuna: as large as fits these, or a large neighbour would leave them as small as they were. Of their neighbours as
     * much as there is paper for.
     */
    SortedMap<String, Sheet> closer(String region) {
        var closer = new TreeMap<String, Sheet>();
        small(region)
                .forEach((province, shapes) ->
                        closer.put(province + CAPITAL, province(province, codes(shapes.stream()))));
        return closer;
    }

    /** By province. */
    private SortedMap<String, List<Sheet.Shape>> small(String region) {
        var small = whole(region).shapes().stream()
                .filter(shape -> !shape.isRoomy() && !outlines.isFarOut(shape.code()))
                .collect(Collectors.groupingBy(
                        shape -> shape.code().substring(0, PROVINCE), TreeMap::new, Collectors.toList()));
        small.values()
                .removeIf(shapes -> shapes.size() < CROWD
                        && (shapes.size() < 2 || shapes.stream().noneMatch(Sheet.Shape::isTiny)));
        return small;
    }

    private Sheet province(String code, Set<String> comunas) {
        return drawn.computeIfAbsent(code, _ -> {
            var sheet = near(code, comunas, comunas.size() > FEW ? 1 : 2);
            var capital = code + CAPITAL; // gives the sheet its name, so it must be seen
            return (sheet.shows(capital) ? sheet : near(code, with(capital, comunas), 1)).apart();
        });
    }

    private Sheet near(String code, Set<String> comunas, int part) {
        var around = new TreeMap<>(outlines.within(code.substring(0, REGION)));
        around.keySet().removeIf(other -> comunas.contains(other) || outlines.isFarOut(other));
        return Sheet.of(outlines.only(comunas), around, WIDEST / part, HIGHEST / part);
    }

    private static Set<String> with(String one, Set<String> others) {
        var all = new HashSet<>(others);
        all.add(one);
        return all;
    }

    private static Set<String> codes(Stream<Sheet.Shape> shapes) {
        return shapes.map(Sheet.Shape::code).collect(Collectors.toCollection(HashSet::new));
    }
}
