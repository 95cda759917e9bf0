package org.cabildo.admin.frame;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.LocalDate;
import org.cabildo.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** A field of a day. What stands in it and is no day yet is told apart from nothing: it takes no saved day away. */
public final class DayField extends DatePicker {

    DayField(String label) {
        super(label);
    }

    /** Whether something stands there that is no day yet. */
    public boolean isHalfTyped() {
        return isInputUnparsable();
    }

    /**
     * The day that stands there; null if nothing does.
     *
     * @throws Refused if what stands there is no day yet
     */
    public @Nullable LocalDate day() {
        if (isHalfTyped()) {
            throw new Refused("day.bad", "This is not a day yet.");
        }
        return getValue();
    }
}
