package org.cabildo.portal.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.file.published.PublishedFiles;
import org.cabildo.ledger.published.PublishedLedger;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.portal.page.Words;
import org.cabildo.portal.plan.Source;
import org.springframework.stereotype.Component;

/** Finds what entries speak of among what is published; of whatever is not, nothing is said. */
@Component
class Mentions {

    private final PublishedPlans plans;
    private final PublishedCommitments commitments;
    private final PublishedFiles files;

    Mentions(PublishedPlans plans, PublishedCommitments commitments, PublishedFiles files) {
        this.plans = plans;
        this.commitments = commitments;
        this.files = files;
    }

    /** Plans in force, their commitments and milestones that some entries were done to, by their ids. */
    Map<UUID, Mention> of(Source source, List<PublishedLedger.Step> steps) {
        var words = Words.of(source.visit().language());
        var mentions = new HashMap<UUID, Mention>();
        source.read(plans::current)
                .forEach(plan -> mentions.put(
                        plan.planId(), new Mention(plan.title(), source.plan(plan.slug()), Optional.empty())));
        var others = steps.stream()
                .filter(step -> step.kind().equals("commitment") || step.kind().equals("milestone"))
                .map(PublishedLedger.Step::object)
                .distinct()
                .toList();
        source.read(() -> commitments.spots(others))
                .forEach(spot -> mentions.put(spot.id(), mention(source, spot, words)));
        return mentions;
    }

    private static Mention mention(Source source, PublishedCommitments.Spot spot, Words words) {
        var title = words.get("commitment.heading", spot.number(), spot.title());
        return spot.milestone() == 0
                ? new Mention(title, source.commitment(spot.planSlug(), spot.number()), Optional.empty())
                : new Mention(
                        spot.activity(),
                        source.milestone(spot.planSlug(), spot.number(), spot.milestone()),
                        Optional.of(title));
    }

    /** The addresses of the published files that came with some entries, by their SHA-256. */
    Map<String, String> files(Source source, List<PublishedLedger.Step> steps) {
        var contents = steps.stream()
                .flatMap(step -> Stream.ofNullable(step.file()))
                .distinct()
                .toList();
        return source.read(() -> files.among(contents)).stream()
                .collect(Collectors.toMap(Function.identity(), source::file));
    }
}
