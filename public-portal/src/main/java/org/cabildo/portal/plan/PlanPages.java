package org.cabildo.portal.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cabildo.commitment.published.PlanGlance;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.kernel.Unknown;
import org.cabildo.plan.published.Foundation;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.About;
import org.cabildo.portal.page.Answer;
import org.cabildo.portal.page.Freshness;
import org.cabildo.portal.page.Renderer;
import org.cabildo.portal.page.SchemaOrg;
import org.cabildo.portal.page.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A plan: the version in force, older ones at their own addresses, or what is being prepared. */
@Controller
public class PlanPages {

    private final PublishedPlans plans;
    private final PublishedCommitments commitments;
    private final Sources sources;
    private final Addresses addresses;
    private final Freshness freshness;
    private final Renderer renderer;

    PlanPages(
            PublishedPlans plans,
            PublishedCommitments commitments,
            Sources sources,
            Addresses addresses,
            Freshness freshness,
            Renderer renderer) {
        this.plans = plans;
        this.commitments = commitments;
        this.sources = sources;
        this.addresses = addresses;
        this.freshness = freshness;
        this.renderer = renderer;
    }

    /**
     * A version of a plan.
     *
     * @param ownerAddress of the portal of the tenant whose plan it is
     * @param glance the whole at a glance; of an old version without what is late or due
     * @param versions all published ones, newest first
     * @param steps how the plan came to where it is, in order; empty for an old version
     * @param foundation what the version stands on
     * @param today in the tenant's time zone
     */
    public record PlanPage(
            PublishedPlans.Version version,
            Source source,
            String ownerAddress,
            List<PublishedCommitments.Line> commitments,
            PlanGlance glance,
            List<PublishedPlans.Version> versions,
            List<PublishedPlans.Step> steps,
            Foundation foundation,
            LocalDate today) {

        /** Why versions replaced others: told once, where the versions are. */
        public Set<String> reasons() {
            return versions.size() < 2
                    ? Set.of()
                    : versions.stream().map(PublishedPlans.Version::reason).collect(Collectors.toSet());
        }

        /** Which version each amending step published: they follow one another as the versions after the first do. */
        public Map<PublishedPlans.Step, PublishedPlans.Version> amended() {
            var amending =
                    steps.stream().filter(step -> step.step().equals("AMEND")).toList();
            var later = versions.reversed().stream().skip(1).toList();
            return amending.size() == later.size()
                    ? IntStream.range(0, later.size()).boxed().collect(Collectors.toMap(amending::get, later::get))
                    : Map.of();
        }

        /** What the visited member of a consortium leads; empty on the portal of whoever owns the plan. */
        public List<PublishedCommitments.Line> own() {
            return source.isShared() ? commitments.stream().filter(this::isOwn).toList() : List.of();
        }

        /** The commitments that somebody else leads, or nobody in particular. */
        public List<PublishedCommitments.Line> others() {
            return commitments.stream().filter(line -> !isOwn(line)).toList();
        }

        private boolean isOwn(PublishedCommitments.Line line) {
            return source.isShared() && source.visit().tenant().id().value().equals(line.leadId());
        }

        /** Whether some version was proposed and never published. */
        public boolean skipsNumbers() {
            return versions.stream()
                            .mapToInt(PublishedPlans.Version::number)
                            .max()
                            .orElse(0)
                    > versions.size();
        }

        /** The address of a commitment as this version promised it. */
        public String address(PublishedCommitments.Line line) {
            return version.current()
                    ? source.commitment(version.slug(), line.number())
                    : source.commitment(version.slug(), version.number(), line.number());
        }
    }

    /**
     * A plan that is being prepared.
     *
     * @param ownerAddress of the portal of the tenant whose plan it is
     */
    public record PreparationPage(
            PublishedPlans.Preparation preparation,
            Source source,
            String ownerAddress,
            List<PublishedPlans.Step> steps) {

        /** The questions to the public. */
        public List<PublishedPlans.Item> questions() {
            return of("QUESTION");
        }

        /** The commitments that are proposed. */
        public List<PublishedPlans.Item> proposals() {
            return of("PROPOSAL");
        }

        private List<PublishedPlans.Item> of(String kind) {
            return preparation.items().stream()
                    .filter(item -> item.kind().equals(kind))
                    .toList();
        }
    }

    @GetMapping("/planes/{plan}")
    Answer own(Visit visit, @PathVariable String plan) {
        return Answer.page(freshness.of(visit), () -> inForce(sources.own(visit), plan));
    }

    @GetMapping("/planes/{plan}/v/{number}")
    Answer ownVersion(Visit visit, @PathVariable String plan, @PathVariable int number) {
        return Answer.page(freshness.of(visit), () -> version(sources.own(visit), plan, number));
    }

    @GetMapping("/consorcios/{consortium}/planes/{plan}")
    Answer shared(Visit visit, @PathVariable String consortium, @PathVariable String plan) {
        var source = sources.shared(visit, consortium);
        return Answer.page(freshness.of(visit, source.owner()), () -> inForce(source, plan));
    }

    @GetMapping("/consorcios/{consortium}/planes/{plan}/v/{number}")
    Answer sharedVersion(
            Visit visit, @PathVariable String consortium, @PathVariable String plan, @PathVariable int number) {
        var source = sources.shared(visit, consortium);
        return Answer.page(freshness.of(visit, source.owner()), () -> version(source, plan, number));
    }

    private byte[] inForce(Source source, String plan) {
        return render(source, plan, PublishedPlans.Version::current).orElseGet(() -> preparation(source, plan));
    }

    private byte[] version(Source source, String plan, int number) {
        return render(source, plan, version -> version.number() == number)
                .orElseThrow(() -> new Unknown("version", plan));
    }

    private Optional<byte[]> render(Source source, String slug, Predicate<PublishedPlans.Version> wanted) {
        LocalDate today = freshness.today(source.owner());
        var ownerAddress = addresses.of(source.owner(), source.visit());
        return source.read(() -> {
                    var versions = plans.versions(slug);
                    return versions.stream()
                            .filter(wanted)
                            .findFirst()
                            .map(version -> page(source, ownerAddress, version, versions, today));
                })
                .map(page -> renderer.render(
                        source.visit(),
                        "plan/plan",
                        title(source, page.version()),
                        source.owner().synthetic(),
                        about(source, page.version(), page.commitments()),
                        page));
    }

    /** An old version says which it is, or its page would be called like that of the one in force. */
    private static String title(Source source, PublishedPlans.Version version) {
        return version.current()
                ? version.title()
                : Words.of(source.visit().language()).get("plan.title.old", version.title(), version.number());
    }

    private PlanPage page(
            Source source,
            String ownerAddress,
            PublishedPlans.Version version,
            List<PublishedPlans.Version> versions,
            LocalDate today) {
        var lines = commitments.of(version.versionId(), today);
        var grounds = plans.grounds(version);
        return new PlanPage(
                version,
                source,
                ownerAddress,
                lines,
                version.current()
                        ? commitments.glance(version.versionId(), lines, today)
                        : PlanGlance.of(lines, List.of(), today),
                versions,
                version.current() ? grounds.steps() : List.of(),
                grounds.foundation(),
                today);
    }

    private About about(Source source, PublishedPlans.Version version, List<PublishedCommitments.Line> lines) {
        var path = "/planes/" + version.slug() + (version.current() ? "" : "/v/" + version.number());
        var words = Words.of(source.visit().language());
        var said = version.summary().isBlank()
                ? words.count("plan.commitments", PlanGlance.standing(lines)) + " · " + version.title()
                : version.summary();
        var data = SchemaOrg.work(
                version.title(),
                version.summary(),
                address(source, path),
                version.start(),
                version.end(),
                SchemaOrg.government(source.owner(), addresses));
        data.put("version", version.number());
        data.put("datePublished", version.publishedAt().toString());
        data.put(
                "hasPart",
                lines.stream()
                        .map(line -> new SchemaOrg.Part(
                                line.title(), line.number(), address(source, path + "/compromisos/" + line.number())))
                        .toList());
        return new About(
                Optional.of(source.owner()),
                path,
                said,
                version.current() ? Optional.of(path + "/tarjeta.png") : Optional.empty(),
                data);
    }

    private String address(Source source, String path) {
        return addresses.canonical(source.owner(), path, source.visit().language());
    }

    private byte[] preparation(Source source, String plan) {
        return source.read(plans::inPreparation).stream()
                .filter(preparation -> preparation.slug().equals(plan))
                .map(preparation -> renderer.render(
                        source.visit(),
                        "plan/preparation",
                        preparation.title(),
                        source.owner().synthetic(),
                        new About(
                                Optional.of(source.owner()),
                                "/planes/" + preparation.slug(),
                                preparation.summary().isBlank() ? preparation.title() : preparation.summary(),
                                Optional.of("/tarjeta.png"),
                                Map.of()),
                        new PreparationPage(
                                preparation,
                                source,
                                addresses.of(source.owner(), source.visit()),
                                source.read(() -> plans.steps(preparation.planId())))))
                .findFirst()
                .orElseThrow(() -> new Unknown("plan", plan));
    }
}
