package org.cabildo.onboarding;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cabildo.kernel.Refused;

/**
 * Reads the coordinator's list: {@code codigo;correo_administrador[;slug;dominio;plantilla]}, with or without a header,
 * separated by semicolons, commas or, as a spreadsheet copies them, tabs. Each physical line is read on its own, so one forgotten quote spoils one line.
 */
final class OnboardingList {

    static final int MOST_LINES = 10_000;
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final String SPACE = "[\\s\\u00A0\\u200B\\uFEFF]+";

    private final char separator;
    private final List<Column> columns;
    private final List<Entry> entries = new ArrayList<>();

    private OnboardingList(char separator, List<Column> columns) {
        this.separator = separator;
        this.columns = columns;
    }

    /**
     * Reads a file.
     *
     * @return its lines, blank ones and the header left out
     * @throws Refused if it is empty, too long, no text, or has a header that cannot be understood
     */
    static List<Entry> read(byte[] file) {
        var lines = ListFile.lines(file);
        int first = 0;
        while (isBlank(lines.get(first)) || lines.get(first).matches("(?i)sep=[;,\t]")) {
            first++;
            if (first == lines.size()) {
                throw ListFile.empty();
            }
        }
        char separator = separator(lines.get(first));
        var header = header(lines.get(first), separator);
        var list = new OnboardingList(separator, header.orElse(List.of(Column.values())));
        for (int i = header.isPresent() ? first + 1 : first; i < lines.size(); i++) {
            list.add(i + 1, lines.get(i));
        }
        if (list.entries.isEmpty()) {
            throw ListFile.empty();
        }
        return list.entries;
    }

    private static boolean isBlank(String line) {
        return line.replaceAll("[;,\"]|" + SPACE, "").isEmpty();
    }

    private static char separator(String line) {
        return separates(';', line) ? ';' : separates('\t', line) ? '\t' : ',';
    }

    private static boolean separates(char separator, String line) {
        return line.replaceAll("\"[^\"]*\"", "").indexOf(separator) >= 0;
    }

    private static Optional<List<Column>> header(String line, char separator) {
        List<String> titles;
        try {
            titles = csv(separator).ofSingleCsvRecord(line).getFields().stream()
                    .map(OnboardingList::trimmed)
                    .toList();
        } catch (CsvParseException notEvenOneLine) {
            return Optional.empty();
        }
        if (titles.stream().noneMatch(title -> Column.titled(title).isPresent())) {
            return Optional.empty();
        }
        int used = titles.size();
        while (titles.get(used - 1).isEmpty()) {
            used--;
        }
        var columns = new ArrayList<Column>();
        for (var title : titles.subList(0, used)) {
            var column = Column.titled(title).orElseThrow(() -> unknownColumn(title));
            if (columns.contains(column)) {
                throw new Refused("onboarding.header.twice", "The column %s stands twice.".formatted(title), title);
            }
            columns.add(column);
        }
        for (var required : Column.REQUIRED) {
            if (!columns.contains(required)) {
                throw new Refused(
                        "onboarding.header.missing",
                        "The header has no column %s.".formatted(required.title()),
                        required.title());
            }
        }
        return Optional.of(columns);
    }

    private static Refused unknownColumn(String title) {
        var accepted = Stream.of(Column.values()).map(Column::title).collect(Collectors.joining(", "));
        return new Refused(
                "onboarding.header.unknown",
                "There is no column «%s»; a list may have: %s.".formatted(title, accepted),
                title,
                accepted);
    }

    private void add(int number, String text) {
        if (isBlank(text)) {
            return;
        }
        if (entries.size() == MOST_LINES) {
            throw new Refused(
                    "onboarding.file.lines",
                    "A list may have %d lines at most: split the file.".formatted(MOST_LINES),
                    MOST_LINES);
        }
        try {
            entries.add(entry(
                    number,
                    text,
                    csv(separates(separator, text) ? separator : separator(text))
                            .ofSingleCsvRecord(text)
                            .getFields()));
        } catch (CsvParseException notOneLine) {
            entries.add(spoiled(number, text, Problem.of("onboarding.quotes")));
        }
    }

    private Entry entry(int number, String text, List<String> cells) {
        if (cells.stream().skip(columns.size()).anyMatch(cell -> !trimmed(cell).isEmpty())) {
            return spoiled(number, text, Problem.of("onboarding.columns.many", columns.size(), cells.size()));
        }
        int needed =
                1 + Column.REQUIRED.stream().mapToInt(columns::indexOf).max().orElseThrow();
        if (cells.size() < needed) {
            return spoiled(number, text, Problem.of("onboarding.columns.few", needed, cells.size()));
        }
        Map<Column, String> values = new EnumMap<>(Column.class);
        var spoiled = EnumSet.noneOf(Column.class);
        var notes = new ArrayList<Note>();
        var problems = new ArrayList<Problem>();
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            var cell = cells.get(i);
            var value = trimmed(cell);
            if (isFormula(cell) || isFormula(value)) {
                spoiled.add(columns.get(i));
                problems.add(Problem.of("onboarding.formula", columns.get(i).title(), value));
            } else if (!value.equals(cell) && notes.isEmpty()) {
                notes.add(Note.of("onboarding.note.spaces"));
            }
            values.put(columns.get(i), value);
        }
        return new Entry(number, text, wanted(values), spoiled, notes, problems);
    }

    private static Wanted wanted(Map<Column, String> values) {
        return new Wanted(
                values.getOrDefault(Column.CODE, ""),
                values.getOrDefault(Column.ADMINISTRATOR, ""),
                values.getOrDefault(Column.SLUG, ""),
                values.getOrDefault(Column.HOST, ""),
                values.getOrDefault(Column.TEMPLATE, ""));
    }

    private static Entry spoiled(int number, String text, Problem problem) {
        return new Entry(
                number, text, new Wanted("", "", "", "", ""), EnumSet.allOf(Column.class), List.of(), List.of(problem));
    }

    /** A spreadsheet would compute it: here it is never meant, and downloaded again it could do harm. */
    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0;
    }

    private static String trimmed(String cell) {
        return cell.replaceAll("^" + SPACE + "|" + SPACE + "$", "");
    }

    private static CsvReader.CsvReaderBuilder csv(char separator) {
        return CsvReader.builder().fieldSeparator(separator).allowUnclosedQuote(false);
    }
}
