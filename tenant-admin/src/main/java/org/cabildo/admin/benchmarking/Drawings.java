package org.cabildo.admin.benchmarking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.admin.frame.Chart;
import org.cabildo.admin.words.Words;
import org.cabildo.benchmarking.Comparison;
import org.cabildo.benchmarking.Comparison.Line;
import org.cabildo.benchmarking.Group;
import org.cabildo.benchmarking.Indicator;
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
                sentence,
                rows,
                "distribucion",
                Map.of(
                        "cabildo", Chart.manner(""),
                        "grid", Map.of("left", 16, "right", 24, "top", 28, "bottom", 28),
                        "xAxis", axis("value"),
                        "yAxis", Map.of("show", false, "min", -1, "max", ROWS),
                        "series", series));
    }

    /** The group's middle half and median day by day, and one's own figure. */
    static Chart trend(Indicator indicator, List<Comparison.Day> days, @Nullable Line own) {
        var lower = new ArrayList<Object>();
        var median = new ArrayList<Object>();
        var upper = new ArrayList<Object>();
        var mine = new ArrayList<Object>();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(Words.of("chart.day"), "n", Words.of("comparison.median"), Words.of("comparison.own")));
        for (var day : days) {
            var quartiles = day.spread().quartiles();
            lower.add(quartiles == null ? "-" : quartiles.lower());
            median.add(quartiles == null ? "-" : quartiles.median());
            upper.add(quartiles == null ? "-" : quartiles.upper());
            var value = day.own();
            mine.add(value == null ? "-" : value);
            rows.add(List.of(
                    Words.of(day.day()),
                    Integer.toString(day.spread().n()),
                    said(indicator, quartiles == null ? null : quartiles.median()),
                    said(indicator, value)));
        }
        var series = new ArrayList<Map<String, Object>>();
        series.add(line(Words.of("comparison.lower"), lower, "dashed", "var(--chart-edge)"));
        series.add(line(Words.of("comparison.median"), median, "solid", "var(--chart-middle)"));
        series.add(line(Words.of("comparison.upper"), upper, "dashed", "var(--chart-edge)"));
        if (own != null) {
            series.add(line(own.name(), mine, "solid", "var(--chart-own)"));
        }
        var manner = Chart.manner(indicator.unit() == Indicator.Unit.PERCENT ? " %" : "");
        manner.put("trigger", "axis");
        var axis = new HashMap<>(axis("category"));
        axis.put("data", days.stream().map(day -> Words.of(day.day())).toList());
        return new Chart(
                Words.of("chart.trend.title", Words.of(indicator)),
                days.isEmpty()
                        ? Words.of("chart.trend.none")
                        : Words.of("chart.trend", days.size(), days.getFirst().day(), days.getLast().day()),
                rows,
                "evolucion",
                Map.of(
                        "cabildo", manner,
                        "grid", Map.of("left", 48, "right", 24, "top", 32, "bottom", 28),
                        "legend", Map.of("type", "scroll", "textStyle", Map.of("color", "var(--chart-text)")),
                        "xAxis", axis,
                        "yAxis", axis("value"),
                        "series", series));
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
                "type", "scatter",
                "data", points,
                "label", Map.of("show", false),
                "symbol", symbol,
                "symbolSize", size,
                "itemStyle", Map.of("color", colour),
                "markLine",
                        Map.of(
                                "silent", true,
                                "symbol", "none",
                                "label", Map.of("show", false),
                                "lineStyle", Map.of("color", "var(--chart-middle)", "type", "dashed"),
                                "data", marks));
    }

    private static Map<String, Object> line(String name, List<Object> values, String type, String colour) {
        return Map.of(
                "type", "line",
                "name", name,
                "data", values,
                "symbolSize", 5,
                "lineStyle", Map.of("type", type, "color", colour),
                "itemStyle", Map.of("color", colour));
    }

    private static Map<String, Object> axis(String type) {
        return Map.of(
                "type", type,
                "axisLabel", Map.of("color", "var(--chart-text)", "hideOverlap", true),
                "splitLine", Map.of("show", false),
                "axisLine", Map.of("show", true, "lineStyle", Map.of("color", "var(--chart-edge)")));
    }
}
