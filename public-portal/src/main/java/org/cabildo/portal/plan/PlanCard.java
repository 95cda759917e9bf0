package org.cabildo.portal.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cabildo.commitment.published.PlanGlance;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.commitment.published.Status;
import org.cabildo.plan.published.PublishedPlans;

/**
 * A plan among others, with what it promises.
 *
 * @param address of its page
 * @param commitments how many stand
 * @param progress in percent, the mean of those
 * @param late how many of them are late
 * @param promises those that stand, by number
 */
public record PlanCard(
        String title,
        String framework,
        LocalDate start,
        LocalDate end,
        String address,
        int commitments,
        int progress,
        long late,
        List<Promise> promises) {

    /** How many promises are shown one by one; the plan's page tells of all. */
    public static final int SHOWN = 12;

    /**
     * A commitment of the plan.
     *
     * @param progress in percent
     * @param late how many of its milestones are late
     * @param address of its page
     */
    public record Promise(String title, Status status, int progress, long late, String address) {}

    /**
     * The card of a version in force.
     *
     * @param late how many late milestones a commitment has, by its id
     */
    public static PlanCard of(
            Source source,
            PublishedPlans.Version version,
            List<PublishedCommitments.Line> commitments,
            Map<UUID, Long> late) {
        return new PlanCard(
                version.title(),
                version.framework(),
                version.start(),
                version.end(),
                source.plan(version.slug()),
                PlanGlance.standing(commitments),
                PlanGlance.progress(commitments),
                commitments.stream()
                        .filter(line -> line.status() == Status.LATE)
                        .count(),
                commitments.stream()
                        .filter(line -> line.withdrawn() == null)
                        .map(line -> promise(source, line, late.getOrDefault(line.id(), 0L)))
                        .toList());
    }

    /**
     * A commitment of a version in force.
     *
     * @param late how many of its milestones are late
     */
    public static Promise promise(Source source, PublishedCommitments.Line line, long late) {
        return new Promise(
                line.title(), line.status(), line.progress(), late, source.commitment(line.planSlug(), line.number()));
    }
}
