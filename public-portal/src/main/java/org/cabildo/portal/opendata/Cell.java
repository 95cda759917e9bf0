package org.cabildo.portal.opendata;

import org.jspecify.annotations.Nullable;

/** A cell of a table for spreadsheets. */
final class Cell {

    private Cell() {}

    /** A spreadsheet would compute a cell that begins like a formula: an apostrophe makes it text. */
    static String text(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
