package org.cabildo.portal.ledger;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.kernel.Unknown;
import org.cabildo.ledger.published.PublishedLedger;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.About;
import org.cabildo.portal.page.Answer;
import org.cabildo.portal.page.Freshness;
import org.cabildo.portal.page.Layout;
import org.cabildo.portal.page.Renderer;
import org.cabildo.portal.page.Words;
import org.cabildo.portal.plan.Source;
import org.cabildo.portal.plan.Sources;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What was done to a plan or a commitment, as the trail tells it. */
@Controller
public class HistoryPages {

    private final PublishedLedger ledger;
    private final PublishedPlans plans;
    private final PublishedCommitments commitments;
    private final Mentions mentions;
    private final Sources sources;
    private final Freshness freshness;
    private final Addresses addresses;
    private final Renderer renderer;

    HistoryPages(
            PublishedLedger ledger,
            PublishedPlans plans,
            PublishedCommitments commitments,
            Mentions mentions,
            Sources sources,
            Freshness freshness,
            Addresses addresses,
            Renderer renderer) {
        this.ledger = ledger;
        this.plans = plans;
        this.commitments = commitments;
        this.mentions = mentions;
        this.sources = sources;
        this.freshness = freshness;
        this.addresses = addresses;
        this.renderer = renderer;
    }

    /**
     * A history.
     *
     * @param title of what it is the history of
     * @param address of that
     * @param amendments which versions changed a commitment, newest first; none for a plan, whose steps tell it
     * @param steps newest first
     * @param mentions objects that are parts of it, by their ids
     * @param files addresses of what came with the steps, by SHA-256
     * @param plan address of the history of its plan, which tells of its versions; empty for a plan
     * @param ledger address of the owner's whole trail
     * @param zone the owner's
     */
    public record HistoryPage(
            String title,
            String address,
            List<Amended> amendments,
            List<PublishedLedger.Step> steps,
            Map<UUID, Mention> mentions,
            Map<String, Mentions.Proof> files,
            Optional<String> plan,
            String ledger,
            ZoneId zone) {}

    /** A version that changed a commitment, and the address of what it changed. */
    public record Amended(int version, Instant at, String address) {}

    @GetMapping("/planes/{plan}/historia")
    Answer ofPlan(Visit visit, @PathVariable String plan) {
        return Answer.page(freshness.of(visit), () -> plan(sources.own(visit), plan));
    }

    @GetMapping("/consorcios/{consortium}/planes/{plan}/historia")
    Answer ofSharedPlan(Visit visit, @PathVariable String consortium, @PathVariable String plan) {
        var source = sources.shared(visit, consortium);
        return Answer.page(freshness.of(visit, source.owner()), () -> plan(source, plan));
    }

    @GetMapping("/planes/{plan}/compromisos/{number}/historia")
    Answer ofCommitment(Visit visit, @PathVariable String plan, @PathVariable int number) {
        return Answer.page(freshness.of(visit), () -> commitment(sources.own(visit), plan, number));
    }

    @GetMapping("/consorcios/{consortium}/planes/{plan}/compromisos/{number}/historia")
    Answer ofSharedCommitment(
            Visit visit, @PathVariable String consortium, @PathVariable String plan, @PathVariable int number) {
        var source = sources.shared(visit, consortium);
        return Answer.page(freshness.of(visit, source.owner()), () -> commitment(source, plan, number));
    }

    private byte[] plan(Source source, String slug) {
        var plan = source.read(() -> plans.current(slug)).orElseThrow(() -> new Unknown("plan", slug));
        var steps = source.read(() -> ledger.of(List.of(plan.planId())));
        return render(
                source,
                Words.of(source.visit().language()).get("history.of.plan", plan.title()),
                plan.title(),
                "/planes/" + slug,
                source.plan(slug),
                List.of(),
                steps,
                Map.of(),
                Optional.empty(),
                source.step(plan.title(), slug));
    }

    private byte[] commitment(Source source, String slug, int number) {
        var today = freshness.today(source.owner());
        var promise = source.read(() -> commitments.page(slug, number, today))
                .orElseThrow(() -> new Unknown("commitment", number));
        var parts = new HashMap<UUID, Mention>();
        promise.milestones()
                .forEach(milestone -> parts.put(
                        milestone.id(),
                        new Mention(
                                milestone.activity(),
                                source.milestone(slug, number, milestone.place()),
                                Optional.empty())));
        var objects = new HashSet<>(parts.keySet());
        promise.timeline().forEach(report -> objects.add(report.milestone()));
        objects.add(promise.id());
        var steps = source.read(() -> ledger.of(objects));
        var words = Words.of(source.visit().language());
        var title = words.get("commitment.heading", promise.number(), promise.title());
        return render(
                source,
                words.get("history.of.commitment", promise.number(), promise.title()),
                title,
                "/planes/" + slug + "/compromisos/" + number,
                source.commitment(slug, number),
                promise.amendments().stream()
                        .map(one -> new Amended(one.version(), one.at(), source.amendment(slug, one.version())))
                        .toList(),
                steps,
                parts,
                Optional.of(source.history(slug)),
                source.step(promise.planTitle(), slug),
                new Layout.Step(title, source.commitment(slug, number)));
    }

    private byte[] render(
            Source source,
            String name,
            String title,
            String path,
            String address,
            List<Amended> amendments,
            List<PublishedLedger.Step> steps,
            Map<UUID, Mention> parts,
            Optional<String> plan,
            Layout.Step... trail) {
        return renderer.render(
                source.visit(),
                "ledger/history",
                name,
                source.owner().synthetic(),
                new About(Optional.of(source.owner()), path + "/historia", name, Optional.of("/tarjeta.png"), Map.of()),
                new HistoryPage(
                        title,
                        address,
                        amendments,
                        steps,
                        parts,
                        mentions.files(source, steps),
                        plan,
                        addresses.of(source.owner(), "/bitacora", source.visit()),
                        source.owner().zone()),
                trail);
    }
}
