package org.cabildo.portal.home;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.portal.page.Freshness;
import org.cabildo.portal.plan.PlanCard;
import org.cabildo.portal.plan.Source;
import org.springframework.stereotype.Component;

/** The plans of a tenant at a glance: those in force and those being prepared. */
@Component
public class PlanShelf {

    private final PublishedPlans plans;
    private final PublishedCommitments commitments;
    private final Freshness freshness;

    PlanShelf(PublishedPlans plans, PublishedCommitments commitments, Freshness freshness) {
        this.plans = plans;
        this.commitments = commitments;
        this.freshness = freshness;
    }

    /** The plans of one tenant. */
    public record Plans(List<PlanCard> inForce, List<InPreparation> preparing) {

        public boolean isEmpty() {
            return inForce.isEmpty() && preparing.isEmpty();
        }
    }

    /** A plan that is being prepared. */
    public record InPreparation(String title, String summary, long questions, long proposals, String address) {}

    Plans of(Source source) {
        return source.read(() -> new Plans(inForce(source), preparing(source)));
    }

    List<PublishedPlans.Fact> facts() {
        return plans.facts();
    }

    private List<PlanCard> inForce(Source source) {
        var today = freshness.today(source.owner());
        var lines = commitments.all(today);
        var late = lines.isEmpty() ? Map.<UUID, Long>of() : commitments.late(today);
        return plans.current().stream()
                .map(version -> PlanCard.of(
                        source,
                        version,
                        lines.stream()
                                .filter(line -> line.planSlug().equals(version.slug()))
                                .toList(),
                        late))
                .toList();
    }

    private List<InPreparation> preparing(Source source) {
        return plans.inPreparation().stream()
                .map(preparation -> new InPreparation(
                        preparation.title(),
                        preparation.summary(),
                        count(preparation, "QUESTION"),
                        count(preparation, "PROPOSAL"),
                        source.plan(preparation.slug())))
                .toList();
    }

    private static long count(PublishedPlans.Preparation preparation, String kind) {
        return preparation.items().stream()
                .filter(item -> item.kind().equals(kind))
                .count();
    }
}
