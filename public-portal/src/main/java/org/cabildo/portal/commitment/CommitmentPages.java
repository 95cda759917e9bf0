package org.cabildo.portal.commitment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.commitment.published.Timetable;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Unknown;
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.About;
import org.cabildo.portal.page.Answer;
import org.cabildo.portal.page.Freshness;
import org.cabildo.portal.page.Layout;
import org.cabildo.portal.page.Renderer;
import org.cabildo.portal.page.SchemaOrg;
import org.cabildo.portal.page.Words;
import org.cabildo.portal.plan.OgpNames;
import org.cabildo.portal.plan.Source;
import org.cabildo.portal.plan.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One promise: why, what, who, until when, how far, and the proof. */
@Controller
public class CommitmentPages {

    private final PublishedCommitments commitments;
    private final OgpNames values;
    private final Sources sources;
    private final Addresses addresses;
    private final Freshness freshness;
    private final Renderer renderer;

    CommitmentPages(
            PublishedCommitments commitments,
            OgpNames values,
            Sources sources,
            Addresses addresses,
            Freshness freshness,
            Renderer renderer) {
        this.commitments = commitments;
        this.values = values;
        this.sources = sources;
        this.addresses = addresses;
        this.freshness = freshness;
        this.renderer = renderer;
    }

    /**
     * A commitment.
     *
     * @param ownerAddress of the portal of the tenant whose plan it is in
     * @param values why it serves them, each under its name
     * @param areas names of the policy areas it has, by their codes
     * @param today in the tenant's time zone
     * @param adapted what it was adapted from, if it was
     */
    public record CommitmentPage(
            PublishedCommitments.Page promise,
            Source source,
            String ownerAddress,
            List<Value> values,
            Map<String, String> areas,
            LocalDate today,
            Optional<Adapted> adapted,
            Proofs proofs) {

        /** The milestones that were not withdrawn. */
        public List<PublishedCommitments.Milestone> standing() {
            return promise.milestones().stream()
                    .filter(one -> one.withdrawn() == null)
                    .toList();
        }

        /** Those side by side in time; without any, the commitment's own days. */
        public Timetable timetable() {
            var steps = standing().stream()
                    .map(one -> new Timetable.Step(new Period(one.starts(), one.ends()), one.progress()))
                    .toList();
            return Timetable.of(
                    steps.isEmpty()
                            ? List.of(new Timetable.Step(new Period(promise.starts(), promise.ends()), 0))
                            : steps,
                    today);
        }

        /** What was reported last, of whichever milestone. */
        public Optional<PublishedCommitments.Report> last() {
            return promise.timeline().stream().findFirst();
        }

        /** What was reported last of a milestone. */
        public Optional<PublishedCommitments.Report> last(PublishedCommitments.Milestone milestone) {
            return promise.timeline().stream()
                    .filter(report -> report.milestone().equals(milestone.id()))
                    .findFirst();
        }

        /** The reports whose proof stands beside that of a report; none after one that raised progress. */
        public List<PublishedCommitments.Report> proofs(PublishedCommitments.Report told) {
            return proofs.after(told);
        }

        /** The report whose evidence a correction replaced; empty if it replaced none. */
        public Optional<PublishedCommitments.Report> mended(PublishedCommitments.Report correction) {
            return proofs.mendedBy(correction);
        }

        /** Whether other evidence took the place of a report's own. */
        public boolean isMended(PublishedCommitments.Report told) {
            return proofs.isMended(told);
        }

        /** What a report says happened, as a sentence of its own. */
        public String told(Words words, PublishedCommitments.Report report) {
            if (report.isOfEvidence() || report.isMore()) {
                return words.get(report.isMore() ? "report.more" : "report.mended", report.reached());
            }
            return words.get(
                    report.correction() ? "report.correction" : "report.advance", report.previous(), report.reached());
        }

        /** The same after the name of its milestone. */
        public String toldOf(Words words, PublishedCommitments.Report report) {
            if (report.isOfEvidence() || report.isMore()) {
                return words.get(report.isMore() ? "report.more.of" : "report.mended.of", report.reached());
            }
            return words.get(
                    report.correction() ? "report.corrected" : "report.advanced", report.previous(), report.reached());
        }

        /** The last version that changed what is promised; empty: none did. */
        public Optional<PublishedCommitments.Amended> amended() {
            return promise.amendments().stream().findFirst();
        }

        /** Whether a member of a consortium leads it whom nobody has named as responsible. */
        public boolean isLedByAnother() {
            var lead = promise.lead();
            return lead != null
                    && !lead.strip().equalsIgnoreCase(promise.responsible().strip());
        }

        /** Where dates of moments are counted. */
        public ZoneId zone() {
            return source.owner().zone();
        }

        /** The address of the version in force. */
        public String current() {
            return source.commitment(promise.planSlug(), promise.number());
        }

        /** The address of a related commitment, as the same version promised it. */
        public String related(PublishedCommitments.Named other) {
            return promise.current()
                    ? source.commitment(promise.planSlug(), other.number())
                    : source.commitment(promise.planSlug(), promise.version(), other.number());
        }

        /** The milestones that one waits for. */
        public String waits(PublishedCommitments.Milestone milestone) {
            return promise.milestones().stream()
                    .filter(other -> milestone.follows().contains(other.place()))
                    .map(PublishedCommitments.Milestone::activity)
                    .collect(Collectors.joining("; "));
        }
    }

    /** A value of open government that a commitment serves, and how. */
    public record Value(String name, String explanation) {}

    @GetMapping("/planes/{plan}/compromisos/{number}")
    Answer own(Visit visit, @PathVariable String plan, @PathVariable int number) {
        return Answer.page(freshness.of(visit), () -> render(sources.own(visit), plan, number, null));
    }

    @GetMapping("/planes/{plan}/v/{version}/compromisos/{number}")
    Answer ownVersion(Visit visit, @PathVariable String plan, @PathVariable int version, @PathVariable int number) {
        return Answer.page(freshness.of(visit), () -> render(sources.own(visit), plan, number, version));
    }

    @GetMapping("/consorcios/{consortium}/planes/{plan}/compromisos/{number}")
    Answer shared(Visit visit, @PathVariable String consortium, @PathVariable String plan, @PathVariable int number) {
        var source = sources.shared(visit, consortium);
        return Answer.page(freshness.of(visit, source.owner()), () -> render(source, plan, number, null));
    }

    @GetMapping("/consorcios/{consortium}/planes/{plan}/v/{version}/compromisos/{number}")
    Answer sharedVersion(
            Visit visit,
            @PathVariable String consortium,
            @PathVariable String plan,
            @PathVariable int version,
            @PathVariable int number) {
        var source = sources.shared(visit, consortium);
        return Answer.page(freshness.of(visit, source.owner()), () -> render(source, plan, number, version));
    }

    /** @param version null: the one in force */
    private byte[] render(Source source, String plan, int number, @Nullable Integer version) {
        var today = freshness.today(source.owner());
        var promise = source.read(() -> commitments.page(plan, number, version, today))
                .orElseThrow(() -> new Unknown("commitment", number));
        var adapted = Optional.ofNullable(promise.origin())
                .map(origin -> Adapted.of(origin, addresses, source.visit().language()));
        var page = new CommitmentPage(
                promise,
                source,
                addresses.of(source.owner(), source.visit()),
                promise.relevance().stream()
                        .map(relevance -> new Value(
                                values.name(relevance.value(), source.visit().language()), relevance.explanation()))
                        .toList(),
                values.areas(promise.details().policyAreas(), source.visit().language()),
                today,
                adapted,
                new Proofs(promise.timeline()));
        var words = Words.of(source.visit().language());
        return renderer.render(
                source.visit(),
                "commitment/commitment",
                words.get("commitment.heading", promise.number(), promise.title()),
                source.owner().synthetic(),
                about(source, promise, adapted),
                page,
                trail(source, promise, words));
    }

    /** To the plan in force and, where an older version is read, to that version. */
    private static Layout.Step[] trail(Source source, PublishedCommitments.Page promise, Words words) {
        var plan = source.step(promise.planTitle(), promise.planSlug());
        return promise.current()
                ? new Layout.Step[] {plan}
                : new Layout.Step[] {
                    plan,
                    new Layout.Step(
                            words.get("plan.versionNumber", promise.version()),
                            source.version(promise.planSlug(), promise.version()),
                            true)
                };
    }

    private About about(Source source, PublishedCommitments.Page promise, Optional<Adapted> adapted) {
        var plan = "/planes/" + promise.planSlug() + (promise.current() ? "" : "/v/" + promise.version());
        var path = plan + "/compromisos/" + promise.number();
        var language = source.visit().language();
        var data = SchemaOrg.work(
                promise.title(),
                promise.description(),
                addresses.canonical(source.owner(), path, language),
                promise.starts(),
                promise.ends(),
                SchemaOrg.government(source.owner(), addresses));
        data.put("position", promise.number());
        data.put("creativeWorkStatus", Words.of(language).get("status." + promise.status()));
        adapted.ifPresent(from -> data.put("isBasedOn", from.data()));
        data.put(
                "isPartOf",
                Map.of(
                        "@type",
                        "CreativeWork",
                        "name",
                        promise.planTitle(),
                        "url",
                        addresses.canonical(source.owner(), plan, language)));
        return new About(
                Optional.of(source.owner()),
                path,
                promise.description(),
                promise.current() ? Optional.of(path + "/tarjeta.png") : Optional.empty(),
                data);
    }
}
