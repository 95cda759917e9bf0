package org.cabildo.plan.published;

import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Texts;

/**
 * Who assesses a plan from outside.
 *
 * @param name 3 to 200 characters
 * @param independence why it does not depend on those who carry the plan out; empty while nobody said
 * @param contact how the public reaches it; empty while nobody said
 */
public record MonitoringBody(String name, BodyKind kind, String independence, String contact) {

    /** Longer statements belong into a document. */
    public static final int LONGEST = 3_000;

    /** The kinds of bodies. */
    public enum BodyKind {
        UNIVERSITY,
        CIVIL_SOCIETY,
        PERSON,
        OTHER
    }

    public MonitoringBody {
        name = name.strip();
        if (name.length() < 3 || name.length() > 200) {
            throw new Refused(
                    "plan.body.name",
                    "The name of a monitoring body has 3 to 200 characters; you wrote %d.".formatted(name.length()),
                    name.length());
        }
        independence = Texts.within(LONGEST, "plan.body.independence", independence);
        contact = Texts.within(300, "plan.body.contact", contact);
    }
}
