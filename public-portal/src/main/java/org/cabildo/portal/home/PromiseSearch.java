package org.cabildo.portal.home;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.commitment.published.PublishedCommitments.Line;
import org.cabildo.commitment.published.PublishedCommitments.Relevance;
import org.cabildo.commitment.published.PublishedCommitments.Said;
import org.cabildo.kernel.Sought;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.portal.page.Freshness;
import org.cabildo.portal.plan.PlanCard;
import org.cabildo.portal.plan.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the plans in force and their commitments that say what a reader looks for. */
@Component
public class PromiseSearch {

    private final PublishedPlans plans;
    private final PublishedCommitments commitments;
    private final Freshness freshness;

    PromiseSearch(PublishedPlans plans, PublishedCommitments commitments, Freshness freshness) {
        this.plans = plans;
        this.commitments = commitments;
        this.freshness = freshness;
    }

    /**
     * A commitment that was found.
     *
     * @param plan the title of its plan
     */
    public record Found(PlanCard.Promise promise, String plan) {}

    /** A plan that was found: its own title or summary says so. */
    public record FoundPlan(String title, String address) {}

    /** The plans of one tenant that were found, newest first. */
    List<FoundPlan> plansIn(Source source, Sought sought) {
        return source.read(() -> plans.current().stream()
                .filter(plan -> sought.isIn(plan.title(), plan.summary()))
                .map(plan -> new FoundPlan(plan.title(), source.plan(plan.slug())))
                .toList());
    }

    /** The commitments of one tenant that were found, the nearest title first. */
    List<Found> in(Source source, Sought sought) {
        return source.read(() -> {
            var today = freshness.today(source.owner());
            var said = commitments.said();
            var steps = commitments.steps();
            var late = commitments.late(today);
            return commitments.all(today).stream()
                    .filter(line -> line.withdrawn() == null
                            && sought.isIn(texts(line, said.get(line.id()), steps.getOrDefault(line.id(), ""))))
                    .sorted(Comparator.comparingInt((Line line) -> sought.distance(line.title()))
                            .thenComparing(line -> !sought.isIn(line.title())))
                    .map(line -> new Found(
                            PlanCard.promise(source, line, late.getOrDefault(line.id(), 0L)), line.planTitle()))
                    .toList();
        });
    }

    private static String[] texts(Line line, @Nullable Said said, String steps) {
        return said == null
                ? new String[] {line.title(), line.responsible(), steps}
                : new String[] {
                    line.title(),
                    line.responsible(),
                    steps,
                    said.problem(),
                    said.description(),
                    said.actors(),
                    said.relevance().stream().map(Relevance::explanation).collect(Collectors.joining(" "))
                };
    }
}
