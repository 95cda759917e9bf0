package org.cabildo.commitment.published;

import java.util.Collection;
import org.cabildo.kernel.Percent;

/** How far a whole has come, from its parts: Σ weight·progress / Σ weight, rounded down, so 100 only when all are 100. */
public final class RollUp {

    private RollUp() {}

    /**
     * A part of the whole.
     *
     * @param weight 1 or more
     * @param progress in percent
     * @param withdrawn whether it counts no more
     */
    public record Part(int weight, int progress, boolean withdrawn) {}

    /** The progress of the whole; 0 when no part counts. */
    public static Percent of(Collection<Part> parts) {
        long weights = 0;
        long reached = 0;
        for (var part : parts) {
            if (!part.withdrawn()) {
                weights += part.weight();
                reached += (long) part.weight() * part.progress();
            }
        }
        return weights == 0 ? Percent.NONE : new Percent((int) (reached / weights));
    }
}
