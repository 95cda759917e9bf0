package org.cabildo.admin.frame;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cabildo.admin.words.Words;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A field of a day. What stands in it and is no day, because it is half typed or in no calendar, is told apart from
 * nothing: it takes no saved day away.
 */
public final class DayField extends DatePicker {

    private static final Pattern WHOLE = Pattern.compile("\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}");

    DayField(String label) {
        super(label);
    }

    /** Tells as soon as it is left, and not only when it is saved, that it comes before this first day. */
    public void endsWhatBegins(DayField first) {
        begin(first.getValue());
        first.addValueChangeListener(change -> {
            begin(change.getValue());
            if (!isEmpty()) {
                validate();
            }
        });
    }

    /**
     * Offers no day outside of this period, and tells as soon as it is left what is.
     *
     * @param sentence what is told
     */
    public void liesWithin(Period period, String sentence) {
        setMin(period.start());
        setMax(period.end());
        var words = getI18n();
        if (words != null) {
            words.setMinErrorMessage(sentence).setMaxErrorMessage(sentence);
        }
    }

    private void begin(@Nullable LocalDate first) {
        setMin(first);
        var words = getI18n();
        if (words != null && first != null) {
            words.setMinErrorMessage(Words.of("refused.period.backwards", first));
        }
    }

    /** Whether something stands there that is no day. */
    public boolean isHalfTyped() {
        return isInputUnparsable();
    }

    /**
     * The day that stands there; null if nothing does.
     *
     * @throws Refused if what stands there is no day
     */
    public @Nullable LocalDate day() {
        if (isHalfTyped()) {
            throw isWhole()
                    ? new Refused("day.none", "No calendar has this day.", typed())
                    : new Refused("day.bad", "This is not a day yet.");
        }
        return getValue();
    }

    /** What is to be said of a day that is not offered; nothing of one that is. */
    Optional<String> unoffered() {
        var day = getValue();
        var words = getI18n();
        if (day == null || words == null) {
            return Optional.empty();
        }
        var first = getMin();
        var last = getMax();
        if (first != null && day.isBefore(first)) {
            return Optional.ofNullable(words.getMinErrorMessage());
        }
        return last != null && day.isAfter(last) ? Optional.ofNullable(words.getMaxErrorMessage()) : Optional.empty();
    }

    /** Why what stands there is no day, and what to do. */
    String wrong() {
        return isWhole() ? Words.of("day.none", typed()) : Words.of("day.bad");
    }

    /** The same in the midst of a sentence. */
    public String lacking() {
        return isWhole() ? Words.of("day.open.none", typed()) : Words.of("day.half");
    }

    private boolean isWhole() {
        return WHOLE.matcher(typed()).matches();
    }

    private String typed() {
        return getElement().getProperty("_inputElementValue", "").strip();
    }

    @Override
    protected void validate() {
        var words = getI18n();
        if (words != null) {
            words.setBadInputErrorMessage(wrong());
        }
        super.validate();
    }
}
