package org.cabildo.portal.plan;

import java.time.LocalDate;
import java.util.List;
import org.cabildo.commitment.published.PlanGlance;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.commitment.published.Status;
import org.cabildo.plan.published.PublishedPlans;

/**
 * A plan among others.
 *
 * @param address of its page
 * @param commitments how many stand
 * @param progress in percent, the mean of those
 * @param late how many of them are late
 */
public record PlanCard(
        String title,
        String framework,
        LocalDate start,
        LocalDate end,
        String address,
        int commitments,
        int progress,
        long late) {

    /** The card of a version in force. */
    public static PlanCard of(
            Source source, PublishedPlans.Version version, List<PublishedCommitments.Line> commitments) {
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
                        .count());
    }
}
