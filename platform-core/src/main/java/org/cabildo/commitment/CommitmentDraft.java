package org.cabildo.commitment;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.cabildo.commitment.published.Details;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Texts;
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
 * @param details whatever else is said of it
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
        @Nullable Lead lead,
        Details details) {

    /** Characters of a text of its own. */
    public static final int LONGEST_TEXT = 20_000;

    /** Characters of a name. */
    public static final int LONGEST_LINE = 250;

    /** The tenant that leads a commitment of a shared plan. */
    public record Lead(UUID tenant, String name) {}

    /** What every commitment needs, and no more. */
    public CommitmentDraft(
            String title,
            String problem,
            String description,
            String actors,
            String responsible,
            @Nullable Period period,
            List<Relevance> relevance,
            List<UUID> pillars,
            @Nullable Lead lead) {
        this(title, problem, description, actors, responsible, period, relevance, pillars, lead, Details.NONE);
    }

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

    /** The same with other details. */
    public CommitmentDraft detailed(Details other) {
        return new CommitmentDraft(
                title, problem, description, actors, responsible, period, relevance, pillars, lead, other);
    }

    /** What it promised before there were details, as versions approved then have it in their hash. */
    String firstPromise() {
        return "CommitmentDraft[title=%s, problem=%s, description=%s, actors=%s, responsible=%s, period=%s, relevance=%s, pillars=%s, lead=%s]"
                .formatted(title, problem, description, actors, responsible, period, relevance, pillars, lead);
    }

    /**
     * The same, if it is as long as a person reads.
     *
     * @throws Refused if a text is longer: what was written before stays readable, and new texts fit
     */
    CommitmentDraft fitting() {
        Stream.concat(
                        Stream.of(problem, description, actors),
                        relevance.stream().map(Relevance::explanation))
                .forEach(text -> Texts.within(LONGEST_TEXT, "commitment.text.long", text));
        Texts.within(LONGEST_LINE, "commitment.text.long", responsible);
        return this;
    }
}
