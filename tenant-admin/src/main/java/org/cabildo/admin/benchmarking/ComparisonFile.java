package org.cabildo.admin.benchmarking;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cabildo.admin.words.Words;
import org.cabildo.benchmarking.Comparison.Line;
import org.jspecify.annotations.Nullable;

/** The comparison as CSV: UTF-8 with a mark, semicolons, points in decimals, no cell a spreadsheet would compute. */
final class ComparisonFile {

    private static final String HEADER =
            "nombre;direccion;tipo;region;ruralidad;sintetico;compromisos;hitos_vencidos;cumplidos;atrasados;avance;dias_sin_novedad";

    private ComparisonFile() {}

    static byte[] of(List<Line> lines) {
        return Stream.concat(Stream.of("\uFEFF" + HEADER), lines.stream().map(ComparisonFile::row))
                .collect(Collectors.joining("\r\n", "", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String row(Line line) {
        var progress = line.progress();
        return Stream.of(
                        cell(line.name()),
                        cell(line.slug()),
                        Words.in(Words.SPANISH, "TenantKind." + line.kind()),
                        cell(line.region()),
                        cell(line.classification()),
                        line.synthetic() ? "SINTETICO" : "",
                        String.valueOf(line.commitments()),
                        String.valueOf(line.due()),
                        String.valueOf(line.kept()),
                        String.valueOf(line.late()),
                        progress == null ? "" : String.format(Locale.ROOT, "%.1f", progress),
                        line.silent() == null ? "" : String.valueOf(line.silent()))
                .collect(Collectors.joining(";"));
    }

    static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        var safe = "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[;\"\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
