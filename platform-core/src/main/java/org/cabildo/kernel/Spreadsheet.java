package org.cabildo.kernel;

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
    private static final String APOSTROPHE = "'"; // what begins with it is text, and is not computed

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

    /** What a cell of such a file means that was read again: the text that was put into it. */
    public static String meant(String cell) {
        return cell.startsWith(APOSTROPHE) && isMarked(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static String harmless(String cell) {
        return isMarked(cell) ? APOSTROPHE + cell : cell;
    }

    private static boolean isMarked(String cell) {
        return !cell.isEmpty() && (COMPUTED + APOSTROPHE).indexOf(cell.charAt(0)) >= 0;
    }
}
