package org.cabildo.plan;

import java.time.LocalDate;
import org.cabildo.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A dated fact of a tenant's OGP membership.
 *
 * @param happened the day; the first of the month or year when only that is known
 * @param source where it is written; never empty
 */
public record Fact(Kind kind, String statement, @Nullable LocalDate happened, Precision precision, String source) {

    /** What the fact is about. */
    public enum Kind {
        APPLICATION,
        LETTER,
        AFFILIATION,
        RESPONSIBLE_UNIT,
        OTHER
    }

    /** How exactly the date is known. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR,
        UNDATED
    }

    public Fact {
        statement = statement.strip();
        source = source.strip();
        if (statement.isEmpty()) {
            throw new Refused("fact.statement", "Say what happened.");
        }
        if (source.isEmpty()) {
            throw new Refused("fact.source", "Say where this is written: a fact needs its source.");
        }
        if ((happened == null) != (precision == Precision.UNDATED)) {
            throw new Refused("fact.date", "Give a date, or say that the fact has none.");
        }
    }
}
