package org.cabildo.admin.frame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.admin.words.Words;
import org.jspecify.annotations.Nullable;

/** A figure of comunas on the map of the country or of one region, with the note the law asks for. */
public final class MapChart extends Chart {

    /**
     * One comuna.
     *
     * @param code official code (CUT)
     * @param value what it is coloured by; null where there is nothing to count
     * @param said the value as people read it
     */
    public record Area(String code, String name, @Nullable Double value, String said) {}

    /**
     * A map.
     *
     * @param unit what follows a figure on the scale
     * @param region two digits of the region to be shown alone; null for the country
     */
    public MapChart(
            String title,
            String sentence,
            String figure,
            List<Area> areas,
            String unit,
            @Nullable String region,
            String file) {
        super(title, sentence, rows(figure, areas), file, option(areas, unit, region));
        addClassName(region == null ? "tall" : "broad");
        var note = new Quiet(Words.of("map.note"));
        add(note);
    }

    private static List<List<String>> rows(String figure, List<Area> areas) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(Words.of("map.comuna"), figure));
        areas.stream()
                .sorted(Comparator.comparing(Area::code))
                .forEach(area -> rows.add(List.of(area.name(), area.said())));
        return rows;
    }

    private static Map<String, Object> option(List<Area> areas, String unit, @Nullable String region) {
        var known = areas.stream()
                .filter(area -> area.value() != null)
                .mapToDouble(area -> area.value() == null ? 0 : area.value())
                .summaryStatistics();
        var data = new ArrayList<Map<String, Object>>();
        for (var area : areas) {
            var one = new HashMap<String, Object>();
            one.put("name", area.code());
            one.put("label", area.name());
            one.put("said", area.said());
            if (area.value() != null) {
                one.put("value", area.value());
            }
            data.add(one);
        }
        var manner = manner(unit);
        manner.put("map", "comunas");
        if (region != null) {
            manner.put("region", region);
        }
        return Map.of("cabildo", manner, "visualMap", scale(known), "series", List.of(series(data)));
    }

    private static Map<String, Object> scale(DoubleSummaryStatistics known) {
        double least = known.getCount() == 0 ? 0 : known.getMin();
        double most = known.getCount() == 0 ? 1 : known.getMax();
        return Map.of(
                "min",
                least,
                "max",
                most == least ? least + 1 : most,
                "calculable",
                true,
                "orient",
                "horizontal",
                "left",
                "center",
                "bottom",
                0,
                "textStyle",
                Map.of("color", "var(--chart-text)"),
                "inRange",
                Map.of("color", List.of("var(--chart-low)", "var(--chart-high)")));
    }

    private static Map<String, Object> series(List<Map<String, Object>> data) {
        var series = new HashMap<String, Object>();
        series.put("type", "map");
        series.put("roam", true);
        series.put("data", data);
        series.put("selectedMode", false);
        series.put("label", Map.of("show", false));
        series.put(
                "emphasis",
                Map.of("label", Map.of("show", false), "itemStyle", Map.of("areaColor", "var(--chart-own)")));
        series.put(
                "itemStyle",
                Map.of("areaColor", "var(--chart-none)", "borderColor", "var(--chart-edge)", "borderWidth", 0.5));
        series.put("preserveAspect", "contain");
        series.putAll(Map.of("left", 8, "right", 8, "top", 8, "bottom", 64));
        return series;
    }
}
