package org.cabildo.planfile;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file.
 *
 * @param sheet its name; empty in a file that has none
 * @param number from 1, as the spreadsheet counts
 */
record FileRow(String sheet, int number, Map<Column, Cell> cells) {

    /**
     * A cell.
     *
     * @param place as the spreadsheet names it, such as {@code C5}
     * @param text without blanks around it
     * @param day what it holds when the spreadsheet knows it to be a day
     * @param computed whether a formula made it
     */
    record Cell(String place, String text, @Nullable LocalDate day, boolean computed) {}

    String text(Column column) {
        var cell = cells.get(column);
        return cell == null ? "" : cell.text();
    }

    /** Whether it says something of a sheet's kind: in a workbook by where it stands, in a table by what is filled in. */
    boolean isOf(Column.Sheet part) {
        return sheet.isEmpty() ? Column.of(part).stream().anyMatch(this::has) : sheet.equals(part.title());
    }

    /** Where the column's cell is; the row where it has none. */
    String place(Column column) {
        var cell = cells.get(column);
        return cell == null ? Integer.toString(number) : cell.place();
    }

    boolean has(Column column) {
        return !text(column).isEmpty();
    }

    /** The letters of a column, counted from 0. */
    static String letters(int column) {
        return column < 26
                ? String.valueOf((char) ('A' + column))
                : letters(column / 26 - 1) + (char) ('A' + column % 26);
    }
}
