package org.cabildo.planfile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cabildo.kernel.Refused;

/** The rows of a file under their titles, however the file is written. */
final class FileRows {

    static final String COMMITMENTS = "Compromisos";
    static final String MILESTONES = "Hitos";
    static final String PLAN = "Plan";
    static final String ENDORSEMENTS = "Respaldos";

    /** More than any plan has; a file that is longer was made for something else. */
    static final int MOST_ROWS = 5_000;

    private FileRows() {}

    /**
     * All rows that hold something.
     *
     * @throws Refused if the file is none that can be read, or its titles are not those of a plan
     */
    static List<FileRow> read(byte[] file) {
        return Workbooks.isZip(file) ? Workbooks.read(file) : Csv.read(file);
    }

    /** Which column of the plan stands where, from the first row of a sheet. */
    static Map<Integer, Column> titles(Map<Integer, String> first, Collection<Column> accepted) {
        return titles(first, accepted, accepted);
    }

    /** @param needed columns of which those that no row goes without must be there */
    static Map<Integer, Column> titles(
            Map<Integer, String> first, Collection<Column> accepted, Collection<Column> needed) {
        var columns = new HashMap<Integer, Column>();
        first.forEach((place, text) -> {
            if (!text.isEmpty()) {
                var column = Column.titled(text)
                        .filter(accepted::contains)
                        .orElseThrow(() -> new Refused(
                                "planfile.title.unknown",
                                "There is no column «%s». A file may have: %s.".formatted(text, titles(accepted)),
                                text,
                                titles(accepted)));
                if (columns.containsValue(column)) {
                    throw new Refused(
                            "planfile.title.twice",
                            "The column «%s» stands twice.".formatted(column.title()),
                            column.title());
                }
                columns.put(place, column);
            }
        });
        for (var column : needed) {
            if (column.isRequired() && !columns.containsValue(column)) {
                throw new Refused(
                        "planfile.title.missing",
                        "The first row has no column «%s». Begin with the template.".formatted(column.title()),
                        column.title());
            }
        }
        return columns;
    }

    /** What these columns are called. */
    static String titles(Collection<Column> columns) {
        return columns.stream().map(Column::title).collect(Collectors.joining(", "));
    }

    /** Rows so far, of which there may be no more than {@link #MOST_ROWS}. */
    static final class Taken {

        private final List<FileRow> rows = new ArrayList<>();

        void add(FileRow row) {
            if (rows.size() == MOST_ROWS) {
                throw new Refused(
                        "planfile.rows",
                        "A plan's file has %,d rows at most. Take out what is no commitment or milestone."
                                .formatted(MOST_ROWS),
                        MOST_ROWS);
            }
            rows.add(row);
        }

        List<FileRow> all() {
            if (rows.isEmpty()) {
                throw new Refused("planfile.empty", "There is no row under the titles. Fill in the template.");
            }
            return List.copyOf(rows);
        }
    }
}
