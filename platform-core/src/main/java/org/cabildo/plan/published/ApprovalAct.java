package org.cabildo.plan.published;

import java.time.LocalDate;
import org.cabildo.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The administrative act by which an institution approved a plan.
 *
 * @param number 1 to {@value #LONGEST} characters
 */
public record ApprovalAct(
        ActKind kind,
        String number,
        LocalDate day,
        @Nullable Document document) {

    /** Longer numbers are none. */
    public static final int LONGEST = 100;

    /** The kinds of acts. */
    public enum ActKind {
        DECREE,
        RESOLUTION,
        AGREEMENT,
        OTHER
    }

    public ApprovalAct {
        number = number.strip();
        if (number.isEmpty() || number.length() > LONGEST) {
            throw new Refused(
                    "plan.act.number",
                    "The number of an act has 1 to %d characters; you wrote %d.".formatted(LONGEST, number.length()),
                    LONGEST,
                    number.length());
        }
    }
}
