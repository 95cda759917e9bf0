package org.cabildo.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, as it is written down. */
final class Report {

    private final List<Figure> figures = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();

    void add(Figure figure) {
        figures.add(figure);
        System.out.printf("%-70s %-10s %-24s %s%n", figure.name(), figure.demand(), figure.measured(), mark(figure));
    }

    void chapter(String title) {
        body.append("\n## ").append(title).append('\n');
        System.out.println("\n" + title);
    }

    /** A paragraph. */
    @FormatMethod
    void say(String format, Object... values) {
        body.append('\n').append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    void table(List<String> heads, List<List<String>> rows) {
        body.append('\n')
                .append(row(heads))
                .append(row(heads.stream().map(_ -> "---").toList()));
        rows.forEach(row -> body.append(row(row)));
        rows.forEach(row -> System.out.println("  " + String.join("  ", row)));
    }

    /** The whole document. */
    String text(String introduction) {
        var text = new StringBuilder("# Measurements\n\n").append(introduction).append('\n');
        text.append(row(List.of("Figure", "Demand", "Measured", "", "Growth")))
                .append("| --- | --- | --- | --- | --- |\n");
        for (var figure : figures) {
            text.append(row(List.of(figure.name(), figure.demand(), figure.measured(), mark(figure), figure.growth())));
        }
        return text.append(body).toString();
    }

    private static String mark(Figure figure) {
        return figure.met() ? "met" : "**NOT MET**";
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
