package org.cabildo.commitment;

import org.cabildo.kernel.Percent;
import org.cabildo.kernel.Refused;

/** How far a report or a correction may move the progress of a milestone. */
public final class ProgressRules {

    private ProgressRules() {}

    /**
     * A report leaves progress where it is or raises it.
     *
     * @param stands the progress so far
     * @param reached what is reported
     * @throws Refused if nothing is reported, or less than what stands
     */
    public static void report(Percent stands, Percent reached) {
        if (reached.value() == 0) {
            throw new Refused("milestone.progress.none", "Progress is more than 0 %: evidence proves some.");
        }
        if (stands.isAbove(reached)) {
            throw new Refused(
                    "milestone.progress.backwards",
                    "Progress must be at least %d %% but was %d %%. To lower it, correct it and say why."
                            .formatted(stands.value(), reached.value()),
                    stands.value(),
                    reached.value());
        }
    }

    /**
     * A correction lowers progress.
     *
     * @param stands the progress so far
     * @param reached what it is corrected to
     * @throws Refused if that is not less
     */
    public static void correct(Percent stands, Percent reached) {
        if (!stands.isAbove(reached)) {
            throw new Refused(
                    "milestone.correction.upwards",
                    "A correction lowers progress below %d %% but was %d %%. To raise it, report it with evidence."
                            .formatted(stands.value(), reached.value()),
                    stands.value(),
                    reached.value());
        }
    }
}
