package org.cabildo.admin.benchmarking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.cabildo.admin.frame.Chart;
import org.cabildo.admin.frame.MapChart;
import org.cabildo.admin.words.Words;
import org.cabildo.benchmarking.Comparison;
import org.cabildo.benchmarking.Comparison.Line;
import org.cabildo.benchmarking.Group;
import org.cabildo.benchmarking.Indicator;
import org.cabildo.benchmarking.Peers;
import org.cabildo.benchmarking.Spread;
import org.cabildo.benchmarking.Spread.Quartiles;
import org.jspecify.annotations.Nullable;

/** How the figures of a group are drawn, and said. */
final class Drawings {

    private static final int ROWS = 7; // peers with the same figure lie on rows of their own

    private Drawings() {}

    /** A figure as people read it. */
    static String said(Indicator indicator, @Nullable Double value) {
        if (value == null) {
            return "–";
        }
        return indicator.unit() == Indicator.Unit.PERCENT ? Words.of("percent", value) : Words.of("decimal", value);
    }

    /** Every tenant of the group as a point on one line, one's own marked. */
    static Chart strip(Indicator indicator, Group group, @Nullable Line own) {
        var points = new ArrayList<Map<String, Object>>();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(Words.of("governments.name"), Words.of(indicator)));
        for (var line : group.lines()) {
            var value = indicator.of(line);
            if (value != null && (own == null || !own.tenant().equals(line.tenant()))) {
                points.add(point(line.name(), value, points.size() % ROWS, said(indicator, value)));
            }
            rows.add(List.of(line.name(), said(indicator, value)));
        }
        var series = new ArrayList<Map<String, Object>>();
        series.add(scatter(points, "circle", 9, "var(--chart-peer)", marks(group, indicator)));
        var ownValue = own == null ? null : indicator.of(own);
        if (own != null && ownValue != null) {
            var mine = List.of(point(own.name(), ownValue, ROWS / 2, said(indicator, ownValue)));
            series.add(scatter(mine, "diamond", 20, "var(--chart-own)", List.of()));
        }
        var spread = group.spread(indicator);
        var quartiles = spread.quartiles();
        var sentence = quartiles == null
                ? Words.of("chart.strip.small", spread.n())
                : Words.of(
                        "chart.strip",
                        spread.n(),
                        said(indicator, quartiles.lower()),
                        said(indicator, quartiles.upper()),
                        said(indicator, quartiles.median()));
        return new Chart(
                Words.of("chart.strip.title", Words.of(indicator)),
                ownValue == null ? sentence : sentence + " " + Words.of("chart.strip.own", said(indicator, ownValue)),
                rows,
                "distribucion",
                Map.of(
                        "cabildo", Chart.manner(""),
                        "grid", Map.of("left", 16, "right", 24, "top", 28, "bottom", 28),
                        "xAxis", axis(indicator),
                        "yAxis", Map.of("show", false, "min", -1, "max", ROWS),
                        "series", series));
    }

    /** The group's middle half and median day by day, and one's own figure. */
    static Chart trend(Indicator indicator, List<Comparison.Day> days, @Nullable Line own) {
        var series = new ArrayList<Map<String, Object>>();
        series.add(line("comparison.lower", values(days, Quartiles::lower), "dashed", "var(--chart-edge)"));
        series.add(line("comparison.median", values(days, Quartiles::median), "solid", "var(--chart-middle)"));
        series.add(line("comparison.upper", values(days, Quartiles::upper), "dashed", "var(--chart-edge)"));
        if (own != null) {
            var mine = new HashMap<>(line(
                    "comparison.own",
                    days.stream().map(day -> drawn(day.own())).toList(),
                    "solid",
                    "var(--chart-own)"));
            mine.put("symbol", "diamond");
            mine.put("symbolSize", 12);
            series.add(mine);
        }
        var manner = Chart.manner(suffix(indicator));
        manner.put("trigger", "axis");
        var axis = axis("category");
        axis.put("data", days.stream().map(day -> Words.of(day.day())).toList());
        var told = days.stream()
                .filter(day -> day.own() != null || day.spread().quartiles() != null)
                .toList();
        return new Chart(
                Words.of("chart.trend.title", Words.of(indicator)),
                sentence(days, told),
                trendTable(indicator, days, own != null),
                "evolucion",
                told.size() < 2
                        ? Map.of()
                        : Map.of(
                                "cabildo",
                                manner,
                                "grid",
                                Map.of("left", 48, "right", 24, "top", 40, "bottom", 28),
                                "legend",
                                legend(),
                                "xAxis",
                                axis,
                                "yAxis",
                                axis(indicator),
                                "series",
                                series));
    }

    /** @param told days of which there is something to draw */
    private static String sentence(List<Comparison.Day> days, List<Comparison.Day> told) {
        if (days.isEmpty()) {
            return Words.of("chart.trend.none");
        }
        return switch (told.size()) {
            case 0 -> Words.of("chart.trend.small", Spread.SMALLEST_GROUP);
            case 1 -> Words.of("chart.trend.two", told.getFirst().day());
            default ->
                Words.of(
                        "chart.trend",
                        days.size(),
                        days.getFirst().day(),
                        days.getLast().day());
        };
    }

    private static String suffix(Indicator indicator) {
        return indicator.unit() == Indicator.Unit.PERCENT ? Words.of("percent.sign") : "";
    }

    private static Map<String, Object> legend() {
        return Map.of(
                "type",
                "scroll",
                "top",
                0,
                "itemWidth",
                20,
                "itemGap",
                8,
                "pageIconColor",
                "var(--chart-text)",
                "pageTextStyle",
                Map.of("color", "var(--chart-text)"),
                "textStyle",
                Map.of("color", "var(--chart-text)"));
    }

    private static List<Object> values(List<Comparison.Day> days, ToDoubleFunction<Quartiles> which) {
        return days.stream().map(day -> drawn(of(day, which))).toList();
    }

    private static @Nullable Double of(Comparison.Day day, ToDoubleFunction<Quartiles> which) {
        var quartiles = day.spread().quartiles();
        return quartiles == null ? null : which.applyAsDouble(quartiles);
    }

    /** ECharts leaves a gap where it reads a dash. */
    private static Object drawn(@Nullable Double value) {
        return value == null ? "-" : value;
    }

    private static List<List<String>> trendTable(Indicator indicator, List<Comparison.Day> days, boolean withOwn) {
        var rows = new ArrayList<List<String>>();
        rows.add(Stream.of(
                        "chart.day",
                        "comparison.n",
                        "comparison.lower",
                        "comparison.median",
                        "comparison.upper",
                        "comparison.own")
                .limit(withOwn ? 6 : 5)
                .map(Words::of)
                .toList());
        for (var day : days) {
            rows.add(Stream.of(
                            Words.of(day.day()),
                            Integer.toString(day.spread().n()),
                            said(indicator, of(day, Quartiles::lower)),
                            said(indicator, of(day, Quartiles::median)),
                            said(indicator, of(day, Quartiles::upper)),
                            said(indicator, day.own()))
                    .limit(withOwn ? 6 : 5)
                    .toList());
        }
        return rows;
    }

    /** The figure of each comuna of the group on the country, or on the region that all of them belong to. */
    static MapChart map(Indicator indicator, Group group, Peers peers) {
        var areas = new ArrayList<MapChart.Area>();
        for (var line : group.lines()) {
            var code = line.government();
            if (code != null) {
                var value = indicator.of(line);
                areas.add(new MapChart.Area(code, line.name(), value, said(indicator, value)));
            }
        }
        return new MapChart(
                Words.of("map.title", Words.of(indicator)),
                Words.of("map.sentence", group.spread(indicator).n()),
                Words.of(indicator),
                areas,
                suffix(indicator),
                peers instanceof Peers.OfRegion(String code) ? code : null,
                "mapa");
    }

    private static List<Map<String, Object>> marks(Group group, Indicator indicator) {
        var quartiles = group.spread(indicator).quartiles();
        return quartiles == null
                ? List.of()
                : List.of(
                        Map.of("xAxis", quartiles.lower()),
                        Map.of("xAxis", quartiles.median(), "lineStyle", Map.of("type", "solid", "width", 2)),
                        Map.of("xAxis", quartiles.upper()));
    }

    private static Map<String, Object> point(String name, double value, int row, String said) {
        return Map.of("value", List.of(value, row), "label", name, "said", said);
    }

    private static Map<String, Object> scatter(
            List<Map<String, Object>> points, String symbol, int size, String colour, List<Map<String, Object>> marks) {
        return Map.of(
                "type",
                "scatter",
                "data",
                points,
                "label",
                Map.of("show", false),
                "symbol",
                symbol,
                "symbolSize",
                size,
                "itemStyle",
                Map.of("color", colour, "opacity", 1, "borderColor", "var(--chart-ground)", "borderWidth", 1),
                "markLine",
                Map.of(
                        "silent",
                        true,
                        "symbol",
                        "none",
                        "label",
                        Map.of("show", false),
                        "lineStyle",
                        Map.of("color", "var(--chart-middle)", "type", "dashed"),
                        "data",
                        marks));
    }

    private static Map<String, Object> line(String name, List<Object> values, String type, String colour) {
        return Map.of(
                "type",
                "line",
                "name",
                Words.of(name),
                "data",
                values,
                "symbolSize",
                5,
                "lineStyle",
                Map.of("type", type, "color", colour),
                "itemStyle",
                Map.of("color", colour));
    }

    /** An axis of figures, in the indicator's unit; a percentage is always seen against its whole. */
    private static Map<String, Object> axis(Indicator indicator) {
        var axis = axis("value");
        if (indicator.unit() == Indicator.Unit.PERCENT) {
            axis.put("min", 0);
            axis.put("max", 100);
        }
        axis.put(
                "axisLabel",
                Map.of("color", "var(--chart-text)", "hideOverlap", true, "formatter", "{value}" + suffix(indicator)));
        return axis;
    }

    private static Map<String, Object> axis(String type) {
        var axis = new HashMap<String, Object>();
        axis.put("type", type);
        axis.put("axisLabel", Map.of("color", "var(--chart-text)", "hideOverlap", true));
        axis.put("splitLine", Map.of("show", false));
        axis.put("axisLine", Map.of("show", true, "onZero", false, "lineStyle", Map.of("color", "var(--chart-edge)")));
        return axis;
    }
}
