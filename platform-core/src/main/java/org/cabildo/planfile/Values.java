package org.cabildo.planfile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Texts;
import org.jspecify.annotations.Nullable;

/** Reads days and numbers out of cells, as people write them, and notes what is none. */
final class Values {

    private static final List<DateTimeFormatter> DAYS =
            List.of(day("dd-MM-uuuu"), day("dd/MM/uuuu"), day("uuuu-MM-dd"));
    private static final Pattern PLACES_APART = Pattern.compile("[;,\\s]+");
    private static final Pattern PLACE = Pattern.compile("[1-9]\\d{0,3}");
    private static final int GREATEST_NUMBER = 9_999;
    private final Findings findings;

    Values(Findings findings) {
        this.findings = findings;
    }

    /** The number of a row's commitment; null, and a finding, if it has none. */
    @Nullable
    Integer number(FileRow row) {
        var number = quietNumber(row);
        if (number.isEmpty()) {
            var text = Texts.shortened(row.text(Column.NUMBER), 40);
            findings.add(
                    row,
                    Column.NUMBER,
                    new Refused(
                            "planfile.number",
                            "A commitment's number is a whole one from 1 to %d but was «%s»."
                                    .formatted(GREATEST_NUMBER, text),
                            GREATEST_NUMBER,
                            text));
        }
        return number.orElse(null);
    }

    static Optional<Integer> quietNumber(FileRow row) {
        var text = row.text(Column.NUMBER);
        return text.matches("0*[1-9][0-9]{0,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** A milestone's weight; 1 where none can be read. */
    int weight(FileRow row) {
        var text = row.text(Column.WEIGHT);
        if (text.isEmpty()) {
            return 1;
        }
        try {
            int weight = Integer.parseInt(text);
            findings.check(
                    row,
                    Column.WEIGHT,
                    () -> Judge.milestone(Judge.STANDS_FOR_MISSING, Judge.STANDS_FOR_MISSING, weight));
            return Math.clamp(weight, 1, 100);
        } catch (NumberFormatException e) {
            findings.add(
                    row,
                    Column.WEIGHT,
                    new Refused(
                            "planfile.weight",
                            "A weight is a whole number from 1 to 100 but was «%s»."
                                    .formatted(Texts.shortened(text, 40)),
                            Texts.shortened(text, 40)));
            return 1;
        }
    }

    /** The places of the milestones that one waits for. */
    List<Integer> places(FileRow row) {
        var places = new ArrayList<Integer>();
        for (var text : PLACES_APART.splitAsStream(row.text(Column.FOLLOWS)).toList()) {
            if (PLACE.matcher(text).matches()) {
                places.add(Integer.valueOf(text));
            } else if (!text.isEmpty()) {
                findings.add(
                        row,
                        Column.FOLLOWS,
                        new Refused(
                                "planfile.follows",
                                "Say the places of the milestones it waits for within the commitment, such as «1; 2»; it was «%s»."
                                        .formatted(Texts.shortened(text, 40)),
                                Texts.shortened(text, 40)));
            }
        }
        return places;
    }

    /** From a day to another; null where one is missing, and a finding if it is required. */
    @Nullable
    Period period(FileRow row, Column from, Column until, boolean required) {
        var start = day(row, from, required || row.has(until));
        var end = day(row, until, required || row.has(from));
        if (start.isEmpty() || end.isEmpty()) {
            return null;
        }
        try {
            return new Period(start.get(), end.get());
        } catch (Refused refused) {
            findings.add(row, until, refused);
            return null;
        }
    }

    /** The day in a cell; empty, and a finding where one is required or none can be read. */
    Optional<LocalDate> day(FileRow row, Column column, boolean required) {
        var cell = row.cells().get(column);
        var text = row.text(column);
        if (cell != null && cell.day() != null) {
            return Optional.of(cell.day());
        }
        if (text.isEmpty()) {
            if (required) {
                findings.add(
                        row, column, new Refused("planfile.day.missing", "A day is missing here, such as 31-12-2027."));
            }
            return Optional.empty();
        }
        var read = DAYS.stream()
                .map(written -> parsed(text, written))
                .flatMap(Optional::stream)
                .findFirst();
        if (read.isPresent()) {
            return read;
        }
        findings.add(
                row,
                column,
                new Refused(
                        "planfile.day",
                        "«%s» is no day. Write it as 31-12-2027.".formatted(Texts.shortened(text, 40)),
                        Texts.shortened(text, 40)));
        return Optional.empty();
    }

    private static Optional<LocalDate> parsed(String text, DateTimeFormatter written) {
        try {
            return Optional.of(LocalDate.parse(text, written));
        } catch (DateTimeException otherwiseWritten) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter day(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
