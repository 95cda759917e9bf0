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
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.page.Words;
import org.cabildo.portal.plan.Source;
import org.cabildo.tenancy.Tenant;
import org.springframework.stereotype.Component;

/** Finds what entries speak of among what is published; of whatever is not, nothing is said. */
@Component
public class Mentions {

    private final PublishedPlans plans;
    private final PublishedCommitments commitments;
    private final PublishedFiles files;
    private final Addresses addresses;

    /**
     * A file that came with an entry.
     *
     * @param address within the portal
     * @param printed its whole address, for whoever reads it on paper
     */
    public record Proof(String address, String printed) {}

    Mentions(PublishedPlans plans, PublishedCommitments commitments, PublishedFiles files, Addresses addresses) {
        this.plans = plans;
        this.commitments = commitments;
        this.files = files;
        this.addresses = addresses;
    }

    /**
     * Plans in force, their commitments and milestones, and partners that some entries were done to, by their ids.
     *
     * @param partners whoever shares plans with the owner, or did once
     */
    Map<UUID, Mention> of(Source source, List<PublishedLedger.Step> steps, List<Tenant> partners) {
        var words = Words.of(source.visit().language());
        var mentions = new HashMap<UUID, Mention>();
        partners.forEach(partner -> mentions.put(
                partner.id().value(),
                new Mention(partner.name(), addresses.of(partner, source.visit()), Optional.empty())));
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

    /** The addresses of the partners' portals, by the name that an entry gives whoever it was done for. */
    Map<String, String> portals(Source source, List<Tenant> partners) {
        return partners.stream()
                .collect(Collectors.toMap(
                        Tenant::name, partner -> addresses.of(partner, source.visit()), (one, _) -> one));
    }

    /** The addresses of the published files that came with some entries, by their SHA-256. */
    Map<String, Proof> files(Source source, List<PublishedLedger.Step> steps) {
        var contents = steps.stream()
                .flatMap(step -> Stream.ofNullable(step.file()))
                .distinct()
                .toList();
        return source.read(() -> files.among(contents)).stream()
                .collect(Collectors.toMap(
                        Function.identity(), content -> new Proof(source.file(content), source.printed(content))));
    }
}
