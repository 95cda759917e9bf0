package org.cabildo.planfile;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cabildo.commitment.published.Detail;
import org.cabildo.commitment.published.Details;
import org.cabildo.kernel.Refused;

/** The details of a commitment in the cells of its row. A list has a line for each; choices may stand side by side. */
final class DetailCells {

    private static final Pattern APART = Pattern.compile("[;\n]");
    private static final Map<String, String> AXES = Map.of("datos", "DATA", "procesos", "PROCESSES");
    private static final List<Column> COLUMNS = Arrays.stream(Column.values())
            .filter(column -> column.detail().isPresent())
            .toList();

    private DetailCells() {}

    static void write(Details details, Map<Column, Object> cells) {
        for (var column : COLUMNS) {
            var detail = column.detail().orElseThrow();
            var text = details.of(detail);
            if (!text.isEmpty()) {
                cells.put(
                        column, detail.kind() == Detail.Kind.CHOICES ? text.replace("\n", "; ") : detail.inFiles(text));
            }
        }
    }

    /** What the cells of a row say; what is wrong with one is found there. */
    static Details read(FileRow row, Findings findings) {
        var said = new EnumMap<Detail, String>(Detail.class);
        for (var column : COLUMNS) {
            if (row.has(column)) {
                var detail = column.detail().orElseThrow();
                try {
                    said.putAll(new Details(Map.of(detail, code(detail, row.text(column)))).said());
                } catch (Refused refused) {
                    findings.add(row, column, refused);
                }
            }
        }
        return new Details(said);
    }

    private static String code(Detail detail, String text) {
        return switch (detail.kind()) {
            case LINE, TEXT, LIST -> text;
            case CHOICE -> detail == Detail.AXIS ? AXES.getOrDefault(Folded.of(text), text) : text;
            case CHOICES -> APART.splitAsStream(text).map(String::strip).collect(Collectors.joining("\n"));
        };
    }
}
