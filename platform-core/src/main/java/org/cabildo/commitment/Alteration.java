package org.cabildo.commitment;

import java.util.EnumMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.cabildo.commitment.published.Detail;
import org.cabildo.commitment.published.Details;
import org.cabildo.kernel.Period;
import org.jspecify.annotations.Nullable;

/** One thing that is changed in several commitments at once. */
public sealed interface Alteration {

    /** Another institution or unit answers for them. */
    record Responsible(String name) implements Alteration {}

    /** A detail is said anew; an empty text takes it away. */
    record Say(Detail detail, String text) implements Alteration {}

    /** They stand on a pillar more. */
    record StandOn(UUID pillar) implements Alteration {}

    /**
     * They and their milestones are moved in time.
     *
     * @param days forward; backward if negative
     */
    record Move(int days) implements Alteration {}

    /** What a commitment says then. */
    default CommitmentDraft of(CommitmentDraft said) {
        return switch (this) {
            case Responsible(var name) -> rewritten(said, name, said.period(), said.pillars().stream());
            case StandOn(var pillar) ->
                rewritten(
                        said,
                        said.responsible(),
                        said.period(),
                        Stream.concat(said.pillars().stream(), Stream.of(pillar))
                                .distinct());
            case Move(int days) -> {
                var period = said.period();
                yield rewritten(
                        said, said.responsible(), period == null ? null : moved(period, days), said.pillars().stream());
            }
            case Say(var detail, var text) -> {
                var details = new EnumMap<Detail, String>(Detail.class);
                details.putAll(said.details().said());
                details.put(detail, text);
                yield said.detailed(new Details(details));
            }
        };
    }

    /** What a milestone says then. */
    default MilestoneDraft of(MilestoneDraft said) {
        return this instanceof Move(int days)
                ? new MilestoneDraft(
                        said.activity(),
                        said.deliverable(),
                        said.responsible(),
                        moved(said.period(), days),
                        said.weight(),
                        said.follows())
                : said;
    }

    private static Period moved(Period period, int days) {
        return new Period(period.start().plusDays(days), period.end().plusDays(days));
    }

    private static CommitmentDraft rewritten(
            CommitmentDraft said, String responsible, @Nullable Period period, Stream<UUID> pillars) {
        return new CommitmentDraft(
                said.title(),
                said.problem(),
                said.description(),
                said.actors(),
                responsible,
                period,
                said.relevance(),
                pillars.toList(),
                said.lead(),
                said.details());
    }
}
