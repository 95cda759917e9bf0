package org.cabildo.planfile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Texts;
import org.cabildo.planfile.PlanReading.Problem;

/** What is wrong with a file, one sentence for each cell: what is mended there may show the next. */
final class Findings {

    private final Map<Place, Found> found = new HashMap<>();

    private record Place(String sheet, String cell) {}

    private record Found(FileRow row, Problem problem) {}

    boolean isEmpty() {
        return found.isEmpty();
    }

    void add(FileRow row, Column column, Refused refused) {
        var cell = row.place(column);
        found.putIfAbsent(new Place(row.sheet(), cell), new Found(row, new Problem(row.sheet(), cell, refused)));
    }

    /** Adds what a rule says no to. */
    void check(FileRow row, Column column, Supplier<?> rule) {
        try {
            var _ = rule.get();
        } catch (Refused refused) {
            add(row, column, refused);
        }
    }

    /** Adds a text that is too long. */
    void fits(FileRow row, Column column, int most) {
        check(row, column, () -> Texts.within(most, "commitment.text.long", row.text(column)));
    }

    /** As one reads a file: sheet by sheet, row by row, and from left to right. */
    List<Problem> inOrder() {
        return found.values().stream()
                .sorted(Comparator.<Found, String>comparing(one -> one.row().sheet())
                        .thenComparingInt(one -> one.row().number())
                        .thenComparingInt(one -> one.problem().cell().length()) // Z5 stands before AA5
                        .thenComparing(one -> one.problem().cell()))
                .map(Found::problem)
                .toList();
    }
}
