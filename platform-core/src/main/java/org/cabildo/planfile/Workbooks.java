package org.cabildo.planfile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.cabildo.kernel.Refused;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** A plan as a workbook (Office Open XML, ECMA-376) of four sheets: commitments, milestones, itself, and who endorses it. */
final class Workbooks {

    private static final long MOST_UNPACKED = 60L * 1024 * 1024; // bytes; a plan of 80 commitments takes one
    private static final int MOST_PARTS = 500;
    private static final int LONGEST_CELL = 32_767; // what a spreadsheet's cell holds
    private static final int LONGEST_NUMBER = 30; // digits
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465); // 31-12-9999
    private static final ReadingOptions AS_TYPED = new ReadingOptions(true, true);

    private Workbooks() {}

    static boolean isZip(byte[] file) {
        return file.length > 4 && file[0] == 'P' && file[1] == 'K';
    }

    static List<FileRow> read(byte[] file) {
        refuseWhatIsNoPlainWorkbook(file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), AS_TYPED)) {
            var taken = new FileRows.Taken();
            take(required(workbook, FileRows.COMMITMENTS), FileRows.COMMITMENTS, Column.ofCommitments(), taken);
            take(required(workbook, FileRows.MILESTONES), FileRows.MILESTONES, Column.ofMilestones(), taken);
            takeIfThere(workbook, FileRows.PLAN, Column.of(Column.Sheet.PLAN), taken);
            takeIfThere(workbook, FileRows.ENDORSEMENTS, Column.of(Column.Sheet.ENDORSEMENTS), taken);
            return taken.all();
        } catch (IOException | ExcelReaderException | UncheckedIOException e) {
            throw damaged();
        }
    }

    /** Looks at all parts before any is read: macros, and parts that grow beyond measure when they are unpacked. */
    private static void refuseWhatIsNoPlainWorkbook(byte[] file) {
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            long unpacked = 0;
            int parts = 0;
            var some = new byte[64 * 1024];
            for (var part : Collections.list(zip.getEntries())) {
                if (part.getName().contains("vbaProject")) {
                    throw new Refused(
                            "planfile.macros",
                            "This workbook has macros. Save it as .xlsx without them and try again.");
                }
                try (var content = zip.getInputStream(part)) {
                    for (int read = content.read(some); read >= 0; read = content.read(some)) {
                        unpacked += read;
                        if (unpacked > MOST_UNPACKED) {
                            throw new Refused(
                                    "planfile.bomb",
                                    "This workbook unpacks to more than %d MB. Copy its rows into the template."
                                            .formatted(MOST_UNPACKED >> 20),
                                    MOST_UNPACKED >> 20);
                        }
                    }
                }
                if (++parts > MOST_PARTS) {
                    throw damaged();
                }
            }
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw damaged();
            }
        } catch (IOException e) {
            throw damaged();
        }
    }

    private static Refused damaged() {
        return new Refused(
                "planfile.unreadable",
                "This is no workbook that can be read, or it is damaged. Save it anew as .xlsx, or as CSV.");
    }

    /** A sheet that no file needs; one of somebody's own that only has its name is told apart. */
    private static void takeIfThere(
            ReadableWorkbook workbook, String name, Collection<Column> columns, FileRows.Taken taken)
            throws IOException {
        var sheet = sheet(workbook, name);
        if (sheet.isEmpty()) {
            return;
        }
        try {
            take(sheet.get(), name, columns, taken);
        } catch (Refused refused) {
            if (!refused.code().startsWith("planfile.title.")) {
                throw refused;
            }
            var titles = FileRows.titles(columns);
            throw new Refused(
                    "planfile.sheet.other",
                    "The sheet «%s» is not that of the template, whose columns are: %s. Give yours another name, or begin with the template."
                            .formatted(name, titles),
                    name,
                    titles);
        }
    }

    private static Sheet required(ReadableWorkbook workbook, String name) {
        return sheet(workbook, name)
                .orElseThrow(() -> new Refused(
                        "planfile.sheet",
                        "The workbook has no sheet «%s». Begin with the template.".formatted(name),
                        name));
    }

    private static void take(Sheet sheet, String name, Collection<Column> columns, FileRows.Taken taken)
            throws IOException {
        try (var rows = sheet.openStream()) {
            Map<Integer, Column> titles = null;
            for (var row : (Iterable<Row>) rows::iterator) {
                if (titles == null) {
                    titles = FileRows.titles(texts(row), columns);
                } else {
                    var cells = cells(row, titles);
                    if (cells.entrySet().stream().anyMatch(cell -> says(cell.getKey(), cell.getValue()))) {
                        taken.add(new FileRow(name, row.getRowNum(), cells));
                    }
                }
            }
        }
    }

    /** Names of fields stand in the template already. */
    private static boolean says(Column column, FileRow.Cell cell) {
        return column != Column.FIELD && (!cell.text().isEmpty() || cell.computed());
    }

    private static Optional<Sheet> sheet(ReadableWorkbook workbook, String name) {
        return workbook.getSheets()
                .filter(sheet -> Folded.of(sheet.getName()).equals(Folded.of(name)))
                .findFirst();
    }

    private static Map<Integer, String> texts(Row row) {
        var texts = new TreeMap<Integer, String>();
        for (var cell : row) {
            if (cell != null) {
                texts.put(cell.getColumnIndex(), text(cell));
            }
        }
        return texts;
    }

    private static Map<Column, FileRow.Cell> cells(Row row, Map<Integer, Column> titles) {
        var cells = new EnumMap<Column, FileRow.Cell>(Column.class);
        titles.forEach((place, column) -> {
            var cell = row.hasCell(place) ? row.getCell(place) : null;
            var name = FileRow.letters(place) + row.getRowNum();
            cells.put(
                    column,
                    cell == null
                            ? new FileRow.Cell(name, "", null, false)
                            : new FileRow.Cell(
                                    name, text(cell), day(cell, column), cell.getType() == CellType.FORMULA));
        });
        return cells;
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> number(cell.asNumber().stripTrailingZeros());
            case EMPTY -> "";
            case FORMULA -> "=" + cell.getFormula();
            default -> cell.getText().replace("\r\n", "\n").strip();
        };
    }

    /** As a person would write it; what is too great for that (1E999999999 would fill the memory) with its exponent. */
    private static String number(BigDecimal number) {
        return Math.abs((long) number.scale()) > LONGEST_NUMBER ? number.toString() : number.toPlainString();
    }

    /** A spreadsheet counts days from 1900; what lies beyond its last one is no day. */
    private static @Nullable LocalDate day(Cell cell, Column column) {
        return column.isDay()
                        && cell.getType() == CellType.NUMBER
                        && cell.asNumber().compareTo(BigDecimal.ONE) >= 0
                        && cell.asNumber().compareTo(LAST_DAY) <= 0
                ? cell.asDate().toLocalDate()
                : null;
    }

    /**
     * Writes a workbook.
     *
     * @param explained a last sheet for whoever fills it in; its name, then its rows
     */
    static byte[] write(
            List<Map<Column, Object>> commitments,
            List<Map<Column, Object>> milestones,
            List<Map<Column, Object>> plan,
            List<Map<Column, Object>> endorsements,
            Help explained) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Cabildo", "1.0")) {
            write(workbook.newWorksheet(FileRows.COMMITMENTS), Column.ofCommitments(), commitments);
            write(workbook.newWorksheet(FileRows.MILESTONES), Column.ofMilestones(), milestones);
            write(workbook.newWorksheet(FileRows.PLAN), Column.of(Column.Sheet.PLAN), plan);
            write(workbook.newWorksheet(FileRows.ENDORSEMENTS), Column.of(Column.Sheet.ENDORSEMENTS), endorsements);
            explain(workbook.newWorksheet(explained.sheet()), explained.rows());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, List<Column> columns, List<Map<Column, Object>> rows) {
        sheet.freezePane(0, 1);
        for (int place = 0; place < columns.size(); place++) {
            var column = columns.get(place);
            sheet.width(place, width(column));
            sheet.value(0, place, column.title());
            sheet.style(0, place).bold().fillColor("D9E6F2").set();
            for (int row = 0; row < rows.size(); row++) {
                fill(sheet, row + 1, place, rows.get(row).get(column));
            }
        }
    }

    private static void fill(Worksheet sheet, int row, int place, @Nullable Object value) {
        switch (value) {
            case LocalDate day -> {
                sheet.value(row, place, day);
                sheet.style(row, place).format("dd-mm-yyyy").set();
            }
            case Integer number -> sheet.value(row, place, number);
            case null -> {}
            default -> {
                var text = value.toString();
                if (text.length() > LONGEST_CELL) {
                    throw new Refused(
                            "planfile.cell.long",
                            "A text of %,d characters fits into no cell: take the plan as CSV."
                                    .formatted(text.length()),
                            text.length());
                }
                sheet.value(row, place, text);
                sheet.style(row, place).wrapText(true).verticalAlignment("top").set();
            }
        }
    }

    private static int width(Column column) {
        return switch (column) {
            case NUMBER, WEIGHT -> 9;
            case START, END, FROM, UNTIL, ACTOR_DAY -> 14;
            case RESPONSIBLE, ACCOUNTABLE, LEAD, FIELD, ACTOR_SECTOR -> 24;
            case CONTENT -> 90;
            default -> 40;
        };
    }

    private static void explain(Worksheet sheet, List<List<String>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int place = 0; place < rows.get(row).size(); place++) {
                sheet.value(row, place, rows.get(row).get(place));
                sheet.style(row, place).wrapText(true).verticalAlignment("top").set();
            }
        }
        sheet.width(0, 24);
        sheet.width(1, 90);
    }

    /** What whoever fills in the workbook may read, in that person's language. */
    record Help(String sheet, List<List<String>> rows) {}
}
