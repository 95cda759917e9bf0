package org.cabildo.portal.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cabildo.commitment.published.Origin;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.commitment.published.PublishedOrigins;
import org.cabildo.consortium.published.Membership;
import org.cabildo.kernel.Unknown;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.door.Language;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.Answer;
import org.cabildo.portal.page.Freshness;
import org.cabildo.portal.page.Freshness.Mark;
import org.cabildo.portal.page.Words;
import org.cabildo.portal.paper.Press;
import org.cabildo.tenancy.TenantKind;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Each published version of a plan as a document. It stays the same while what was promised does, whatever is reported. */
@Controller
public class PlanPaperPages {

    private final PublishedPlans plans;
    private final PublishedCommitments commitments;
    private final PublishedOrigins origins;
    private final Membership membership;
    private final OgpNames values;
    private final Sources sources;
    private final Addresses addresses;
    private final Freshness freshness;
    private final Press press;

    PlanPaperPages(
            PublishedPlans plans,
            PublishedCommitments commitments,
            PublishedOrigins origins,
            Membership membership,
            OgpNames values,
            Sources sources,
            Addresses addresses,
            Freshness freshness,
            Press press) {
        this.plans = plans;
        this.commitments = commitments;
        this.origins = origins;
        this.membership = membership;
        this.values = values;
        this.sources = sources;
        this.addresses = addresses;
        this.freshness = freshness;
        this.press = press;
    }

    @GetMapping("/planes/{plan}/plan.pdf")
    Answer own(Visit visit, @PathVariable String plan) {
        return inForce(sources.own(visit), plan);
    }

    @GetMapping("/planes/{plan}/v/{number}/plan.pdf")
    Answer ownVersion(Visit visit, @PathVariable String plan, @PathVariable int number) {
        return version(sources.own(visit), plan, number);
    }

    @GetMapping("/consorcios/{consortium}/planes/{plan}/plan.pdf")
    Answer shared(Visit visit, @PathVariable String consortium, @PathVariable String plan) {
        return inForce(sources.shared(visit, consortium), plan);
    }

    @GetMapping("/consorcios/{consortium}/planes/{plan}/v/{number}/plan.pdf")
    Answer sharedVersion(
            Visit visit, @PathVariable String consortium, @PathVariable String plan, @PathVariable int number) {
        return version(sources.shared(visit, consortium), plan, number);
    }

    private Answer inForce(Source source, String plan) {
        return answer(source, source.read(() -> plans.current(plan)).orElseThrow(() -> new Unknown("plan", plan)));
    }

    private Answer version(Source source, String plan, int number) {
        return answer(
                source, source.read(() -> plans.version(plan, number)).orElseThrow(() -> new Unknown("version", plan)));
    }

    private Answer answer(Source source, PublishedPlans.Version version) {
        var owner = source.owner();
        var members = owner.kind() == TenantKind.CONSORTIUM && version.current()
                ? membership.membersOf(owner.id()).stream()
                        .map(Membership.Member::name)
                        .toList()
                : List.<String>of();
        var codes = source.read(() -> commitments.codes(version.slug(), version.number()));
        var address = addresses.canonical(
                owner,
                "/planes/%s/v/%d".formatted(version.slug(), version.number()),
                source.visit().language());
        var mark = freshness.ofContent(owner, source.visit().language(), List.of(version, members, codes, address));
        return new Answer(
                mark,
                "application/pdf",
                true,
                headers(source, version),
                () -> print(source, version, members, address, mark));
    }

    private static Map<String, String> headers(Source source, PublishedPlans.Version version) {
        var name = "%s-v%d.pdf".formatted(version.slug(), version.number());
        var headers = new TreeMap<>(Map.of(
                "Content-Disposition",
                ContentDisposition.attachment().filename(name).build().toString()));
        if (source.owner().synthetic()) {
            headers.put("X-Robots-Tag", "noindex");
        }
        return headers;
    }

    private byte[] print(
            Source source, PublishedPlans.Version version, List<String> members, String address, Mark mark) {
        var owner = source.owner();
        var language = source.visit().language();
        var today = freshness.today(owner);
        var adapted = source.read(() -> origins.of(version.versionId()));
        var paper = new PlanPaper(
                version,
                owner.name(),
                owner.synthetic(),
                owner.zone(),
                members,
                source.read(() -> plans.foundation(version.versionId())),
                source.read(() -> commitments.promises(version.slug(), version.number(), today)).stream()
                        .map(promise -> promise(promise, Optional.ofNullable(adapted.get(promise.id())), language))
                        .toList(),
                addresses.canonical(owner, "/", Language.SPANISH),
                address);
        return press.print(mark.digest(), "paper/plan", Words.of(language), paper);
    }

    private PlanPaper.Promise promise(PublishedCommitments.Page said, Optional<Origin> adapted, Language language) {
        return new PlanPaper.Promise(
                said,
                said.relevance().stream()
                        .map(reason -> new PlanPaper.Value(values.name(reason.value(), language), reason.explanation()))
                        .toList(),
                values.areas(said.details().policyAreas(), language),
                adapted.map(Origin::shown).orElse(""));
    }
}
