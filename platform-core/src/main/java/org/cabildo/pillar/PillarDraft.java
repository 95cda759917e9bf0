package org.cabildo.pillar;

import java.util.List;
import java.util.Set;
import org.cabildo.kernel.Refused;

/**
 * What an officer says of a pillar.
 *
 * @param name 3 to 120 characters
 * @param definition in the tenant's own words
 * @param deliverables what the institution delivers
 * @param duties of the social organisations (Ley 19.418)
 * @param ogpValues codes of the OGP values it serves: ATI, CP, PA, TEC; at least one
 */
public record PillarDraft(
        String name, String definition, List<String> deliverables, List<String> duties, List<String> ogpValues) {

    private static final Set<String> VALUES = Set.of("ATI", "CP", "PA", "TEC");

    public PillarDraft {
        name = name.strip();
        if (name.length() < 3 || name.length() > 120) {
            throw new Refused(
                    "pillar.name", "A pillar's name has 3 to 120 characters but was «%s».".formatted(name), name);
        }
        if (ogpValues.isEmpty()) {
            throw new Refused("pillar.values.none", "Choose at least one OGP value that the pillar serves.");
        }
        for (var value : ogpValues) {
            if (!VALUES.contains(value)) {
                throw new Refused("pillar.values.unknown", "«%s» is no OGP value.".formatted(value), value);
            }
        }
        deliverables = tidy(deliverables);
        duties = tidy(duties);
        ogpValues = List.copyOf(ogpValues);
    }

    private static List<String> tidy(List<String> lines) {
        return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
