package org.cabildo.commitment;

import java.util.List;
import java.util.UUID;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What officers say of a commitment. A draft may have gaps; a proposed plan may not.
 *
 * @param title 3 to 250 characters
 * @param problem which problem it answers
 * @param description what will be done and with which result
 * @param actors who takes part
 * @param responsible the institution or unit that answers for it
 * @param period null while it is not known
 * @param relevance to OGP values, each explained
 * @param pillars ids of the pillars it stands on
 * @param lead the tenant that leads it when several share the plan
 */
public record CommitmentDraft(
        String title,
        String problem,
        String description,
        String actors,
        String responsible,
        @Nullable Period period,
        List<Relevance> relevance,
        List<UUID> pillars,
        @Nullable Lead lead) {

    /** The tenant that leads a commitment of a shared plan. */
    public record Lead(UUID tenant, String name) {}

    public CommitmentDraft {
        title = title.strip();
        if (title.length() < 3 || title.length() > 250) {
            throw new Refused(
                    "commitment.title",
                    "A commitment's title has 3 to 250 characters but was «%s».".formatted(title),
                    title);
        }
        problem = problem.strip();
        description = description.strip();
        actors = actors.strip();
        responsible = responsible.strip();
        relevance = List.copyOf(relevance);
        pillars = List.copyOf(pillars);
        if (relevance.stream().map(Relevance::value).distinct().count() != relevance.size()) {
            throw new Refused("commitment.value.twice", "Each OGP value is explained once.");
        }
    }
}
