package org.cabildo.admin.frame;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import org.cabildo.admin.words.Words;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** Fields as every form here has them. */
public final class Fields {

    private static final int LONGEST_TEXT = 20_000; // characters

    private Fields() {}

    /** A heading over what is needed, marked as fields are; the sentence beside it says so to those who do not see. */
    public static <H extends HtmlContainer> H needed(H heading) {
        var mark = new Span(" *");
        mark.getElement().setAttribute("aria-hidden", "true");
        heading.add(mark);
        return heading;
    }

    /**
     * One line of text.
     *
     * @param longest characters; what is longer stays as it was typed, and is told
     */
    public static TextField line(String label, String value, int longest) {
        return within(longest, new TextField(label, value, ""));
    }

    /** Several lines of text, as long as people read. */
    public static TextArea text(String label, String hint, String value) {
        return text(label, hint, value, LONGEST_TEXT);
    }

    /**
     * Several lines of text.
     *
     * @param longest characters; what is longer stays as it was typed, and is told
     */
    public static TextArea text(String label, String hint, String value, int longest) {
        var field = new TextArea(label, value, "");
        field.setMinRows(3);
        field.setMaxRows(14);
        field.setHelperText(hint);
        return within(longest, field);
    }

    /** The same field, which tells what is longer than so many characters and keeps it. */
    public static <F extends TextFieldBase<F, String>> F within(int longest, F field) {
        Longest.in(field, longest);
        return field;
    }

    /** A list, one item a line. */
    public static List<String> items(TextArea field) {
        return field.getValue()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** A day, written as people here write it. */
    public static DayField day(String label, @Nullable LocalDate value) {
        var field = new DayField(label);
        var language = Words.language();
        field.setLocale(language);
        field.setI18n(new DatePicker.DatePickerI18n()
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, language))
                        .toList())
                .setWeekdays(days(TextStyle.FULL_STANDALONE))
                .setWeekdaysShort(days(TextStyle.SHORT_STANDALONE))
                .setFirstDayOfWeek(1)
                .setToday(Words.of("today"))
                .setCancel(Words.of("cancel"))
                .setDateFormats(Words.of("format.day"), "dd-MM-yyyy", "d/M/yyyy", "d MMMM yyyy", "yyyy-MM-dd")
                .setBadInputErrorMessage(Words.of("day.bad")));
        field.setAutoOpen(false); // whoever types is not led into the calendar; its button and ArrowDown open it
        field.setPlaceholder(Words.of("day.form"));
        field.setValue(value);
        return field;
    }

    private static List<String> days(TextStyle style) {
        return List.of(
                        DayOfWeek.SUNDAY,
                        DayOfWeek.MONDAY,
                        DayOfWeek.TUESDAY,
                        DayOfWeek.WEDNESDAY,
                        DayOfWeek.THURSDAY,
                        DayOfWeek.FRIDAY,
                        DayOfWeek.SATURDAY)
                .stream()
                .map(day -> day.getDisplayName(style, Words.language()))
                .toList();
    }

    /**
     * The period between two days; null when neither is given.
     *
     * @throws Refused if only one is given, one is no day yet, or they are the wrong way round
     */
    public static @Nullable Period period(DayField start, DayField end) {
        return start.day() == null && end.day() == null ? null : requiredPeriod(start, end);
    }

    /**
     * The period between two days.
     *
     * @throws Refused if one is missing or no day yet, or they are the wrong way round
     */
    public static Period requiredPeriod(DayField start, DayField end) {
        var first = start.day();
        var last = end.day();
        if (first == null) {
            throw new Refused("period.start.missing", "Give the first day.");
        }
        if (last == null) {
            throw new Refused("period.end.missing", "Give the last day.");
        }
        return new Period(first, last);
    }

    /** A whole number from 0 to 100. */
    public static WholeField whole(String label, int value, int step) {
        var field = new WholeField(label);
        field.setWhole(value);
        field.setMin(0);
        field.setMax(100);
        field.setStep(step);
        return field;
    }

    /** One of a closed set. */
    public static <E extends Enum<E>> Select<E> choice(String label, List<E> values, E value) {
        var field = new Select<E>();
        field.setLabel(label);
        field.setItems(values);
        field.setItemLabelGenerator(Words::of);
        field.setValue(value);
        return field;
    }
}
