package org.cabildo.planfile;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Spreadsheet;

/**
 * A plan as one table: a row for each milestone, with its commitment's columns beside it, which need stand in the first
 * of its rows only; and, where the table has columns for it, a row for each field of the plan itself and for each who
 * stands behind it. UTF-8 or ISO-8859-1 are read, with semicolons or commas; UTF-8 with a mark and semicolons is
 * written, as Chilean spreadsheets open it.
 */
final class Csv {

    private static final String MARK = "\uFEFF";
    private static final byte[] OLD_WORKBOOK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private Csv() {}

    static List<FileRow> read(byte[] file) {
        if (file.length > 4 && Arrays.equals(file, 0, 4, OLD_WORKBOOK, 0, 4)) {
            throw new Refused(
                    "planfile.xls", "This is a workbook of an old kind (.xls). Save it as .xlsx and try again.");
        }
        var text = text(file);
        var taken = new FileRows.Taken();
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowUnclosedQuote(false)
                .skipEmptyLines(false) // so that rows are counted as a spreadsheet counts them
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            Map<Integer, Column> titles = null;
            int number = 0;
            for (var row : csv) {
                number++;
                if (titles == null) {
                    titles = FileRows.titles(texts(row), Column.ofTable(), Column.ofPromises());
                } else {
                    var cells = cells(row, number, titles);
                    if (cells.values().stream().anyMatch(cell -> !cell.text().isEmpty())) {
                        taken.add(new FileRow("", number, cells));
                    }
                }
            }
        } catch (CsvParseException e) {
            throw new Refused(
                    "planfile.quotes",
                    "The table cannot be read to its end: a quotation mark is opened and not closed.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return taken.all();
    }

    private static String text(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException older) {
            text = new String(file, StandardCharsets.ISO_8859_1);
        }
        if (text.chars().anyMatch(each -> each < ' ' && each != '\t' && each != '\n' && each != '\r')) {
            throw new Refused(
                    "planfile.unreadable",
                    "This is no workbook that can be read, or it is damaged. Save it anew as .xlsx, or as CSV.");
        }
        return text.startsWith(MARK) ? text.substring(1) : text;
    }

    private static char separator(String text) {
        var first = text.lines().findFirst().orElse("");
        return first.indexOf(';') >= 0 ? ';' : ',';
    }

    private static Map<Integer, String> texts(CsvRecord row) {
        var texts = new TreeMap<Integer, String>();
        for (int place = 0; place < row.getFieldCount(); place++) {
            texts.put(place, row.getField(place).strip());
        }
        return texts;
    }

    private static Map<Column, FileRow.Cell> cells(CsvRecord row, int number, Map<Integer, Column> titles) {
        var cells = new EnumMap<Column, FileRow.Cell>(Column.class);
        titles.forEach((place, column) -> {
            var text = place < row.getFieldCount()
                    ? row.getField(place).replace("\r\n", "\n").strip()
                    : "";
            cells.put(
                    column,
                    new FileRow.Cell(
                            FileRow.letters(place) + number, Spreadsheet.meant(text), null, text.startsWith("=")));
        });
        return cells;
    }

    /** Writes the rows, each under the columns that it fills in. */
    static byte[] write(List<Map<Column, Object>> rows) {
        var table = new ArrayList<List<String>>();
        table.add(Column.ofTable().stream().map(Column::title).toList());
        rows.forEach(row -> table.add(Column.ofTable().stream()
                .map(column -> Objects.toString(row.get(column), ""))
                .toList()));
        return Spreadsheet.of(table);
    }
}
