package org.cabildo.admin.benchmarking;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cabildo.admin.words.Words;
import org.cabildo.benchmarking.Comparison.Line;
import org.cabildo.benchmarking.Indicator;
import org.cabildo.kernel.Spreadsheet;

/** The compared tenants as a spreadsheet reads them: one row each, a comma before its one decimal. */
final class ComparisonFile {

    private static final List<String> HEADER = List.of(
            "nombre",
            "direccion",
            "tipo",
            "region",
            "ruralidad",
            "sintetico",
            "compromisos",
            "avance",
            "cumplidos_a_tiempo",
            "retrasados",
            "dias_sin_novedad",
            "hitos_vencidos");

    private ComparisonFile() {}

    static byte[] of(List<Line> lines) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADER);
        lines.forEach(line -> rows.add(row(line)));
        return Spreadsheet.of(rows);
    }

    private static List<String> row(Line line) {
        var row = new ArrayList<>(List.of(
                line.name(),
                line.slug(),
                Words.in(Words.SPANISH, "TenantKind." + line.kind()),
                Objects.requireNonNullElse(line.region(), ""),
                Objects.requireNonNullElse(line.classification(), ""),
                line.synthetic() ? "SINTETICO" : ""));
        for (var indicator : Indicator.values()) {
            var value = indicator.of(line);
            row.add(value == null ? "" : written(indicator, value));
        }
        row.add(Integer.toString(line.due()));
        return row;
    }

    private static String written(Indicator indicator, double value) {
        return switch (indicator.unit()) {
            case PERCENT -> String.format(Words.SPANISH, "%.1f", value);
            case COUNT, DAYS -> Long.toString(Math.round(value));
        };
    }
}
