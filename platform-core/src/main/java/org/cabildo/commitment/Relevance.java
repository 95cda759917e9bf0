package org.cabildo.commitment;

import java.util.Set;
import org.cabildo.kernel.Refused;

/**
 * Why a commitment serves an OGP value.
 *
 * @param value code of the value: ATI, CP, PA or TEC
 * @param explanation in the tenant's words; never empty
 */
public record Relevance(String value, String explanation) {

    private static final Set<String> VALUES = Set.of("ATI", "CP", "PA", "TEC");

    public Relevance {
        explanation = explanation.strip();
        if (!VALUES.contains(value)) {
            throw new Refused("commitment.value.unknown", "«%s» is no OGP value.".formatted(value), value);
        }
        if (explanation.isEmpty()) {
            throw new Refused(
                    "commitment.value.unexplained",
                    "Explain how the commitment serves the value %s.".formatted(value),
                    value);
        }
    }
}
