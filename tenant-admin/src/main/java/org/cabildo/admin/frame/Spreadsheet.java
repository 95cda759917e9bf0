package org.cabildo.admin.frame;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table as CSV that Chilean spreadsheets open with a double click: UTF-8 with a mark, semicolons, no cell is computed. */
public final class Spreadsheet {

    private static final String MARK = "\uFEFF";
    private static final String COMPUTED = "=+-@\t\r";

    private Spreadsheet() {}

    /** The bytes of a file with these rows, the first of which names the columns. */
    public static byte[] of(List<List<String>> rows) {
        var text = new StringWriter();
        text.write(MARK);
        try (var csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            rows.forEach(row ->
                    csv.writeRecord(row.stream().map(Spreadsheet::harmless).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && COMPUTED.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
