package org.cabildo.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /**
     * A document that was written before, with the figures and chapters of this report in place of its own; all others
     * stay as they are.
     *
     * @param remark under the title of each chapter that is new
     */
    String into(String document, String remark) {
        var text = document;
        for (var figure : figures) {
            text = replaced(
                    text,
                    "(?m)^" + Pattern.quote("| " + figure.name() + " | ") + ".*\\R",
                    row(List.of(figure.name(), figure.demand(), figure.measured(), mark(figure), figure.growth())),
                    figure.name());
        }
        for (var chapter : body.toString().split("(?m)(?=^## )", -1)) {
            if (chapter.startsWith("## ")) {
                int end = chapter.indexOf('\n');
                var title = chapter.substring(0, end);
                text = replaced(
                        text,
                        "(?ms)^" + Pattern.quote(title) + "\n.*?(?=\n## |\\z)",
                        title + "\n\n" + remark + "\n"
                                + chapter.substring(end + 1).stripTrailing() + "\n",
                        title);
            }
        }
        return text;
    }

    private static String replaced(String text, String pattern, String by, String what) {
        var found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("The document knows nothing of «%s»: measure all of it.".formatted(what));
        }
        return found.replaceFirst(Matcher.quoteReplacement(by));
    }

    private static String mark(Figure figure) {
        return figure.met() ? "met" : "**NOT MET**";
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
