package org.cabildo.plan.published;

import java.time.LocalDate;
import org.cabildo.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A non-government actor that stands behind a plan.
 *
 * @param actor 3 to 200 characters
 * @param day of the letter; null: not known
 * @param document the letter; null: there is none to show
 */
public record Endorsement(
        String actor,
        Sector sector,
        @Nullable LocalDate day,
        @Nullable Document document) {

    /** Where actors come from. The government is none: it does not endorse itself. */
    public enum Sector {
        CIVIL_SOCIETY,
        ACADEMIA,
        PRIVATE,
        CITIZENS,
        INTERNATIONAL
    }

    public Endorsement {
        actor = actor.strip();
        if (actor.length() < 3 || actor.length() > 200) {
            throw new Refused(
                    "plan.endorsement.actor",
                    "The name of who endorses has 3 to 200 characters; you wrote %d.".formatted(actor.length()),
                    actor.length());
        }
    }
}
