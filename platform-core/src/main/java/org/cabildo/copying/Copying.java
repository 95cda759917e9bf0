package org.cabildo.copying;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.CommitmentId;
import org.cabildo.commitment.CommitmentOrigins;
import org.cabildo.commitment.Commitments.Whole;
import org.cabildo.commitment.MilestoneDraft;
import org.cabildo.commitment.Relevance;
import org.cabildo.commitment.published.Detail;
import org.cabildo.commitment.published.Details;
import org.cabildo.commitment.published.Origin;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Texts;
import org.cabildo.kernel.Unknown;
import org.cabildo.pillar.Pillars;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Copies a commitment into a plan of the tenant in scope, as a draft. Its words are copied; its days are moved into the
 * plan; who answers, who leads and how far it came stay where they are true. Visits other tenants, so it is never called
 * within a transaction.
 */
@Service
public class Copying {

    private static final Set<Detail> THEIRS = Set.of(
            Detail.ORIGIN_PROPOSALS,
            Detail.UNIT,
            Detail.CONTACT,
            Detail.GOVERNMENT,
            Detail.CIVIL_SOCIETY,
            Detail.PRIVATE_SECTOR,
            Detail.MULTILATERAL,
            Detail.WORKING_GROUPS,
            Detail.BUDGET,
            Detail.PEOPLE);

    private static final Pattern CODE = Pattern.compile("CL[0-9]{4}");
    private final Offers offers;
    private final Originals originals;
    private final CommitmentOrigins origins;
    private final Plans plans;
    private final Pillars pillars;
    private final Tenants tenants;
    private final Clock clock;

    Copying(
            Offers offers,
            Originals originals,
            CommitmentOrigins origins,
            Plans plans,
            Pillars pillars,
            Tenants tenants,
            Clock clock) {
        this.offers = offers;
        this.originals = originals;
        this.origins = origins;
        this.plans = plans;
        this.pillars = pillars;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * What would be drafted. Changes nothing.
     *
     * @param key of what would be copied
     * @throws Unknown if there is no such plan, or nothing of that name is offered
     * @throws Refused if it is offered no more, or cannot be read now
     */
    public Preview look(PlanId plan, String key) {
        Officer.require(Role.READER);
        var planned = plans.require(plan).said().period();
        var here = tenants.require(TenantScope.tenant());
        var today = LocalDate.now(clock.withZone(here.zone()));
        if (CODE.matcher(key).matches()) {
            return offers.inLibrary(key)
                    .map(offer -> titled(offer, today))
                    .orElseThrow(() -> new Unknown("offer", key));
        }
        var place = offers.place(number(key), here).orElseThrow(() -> new Unknown("offer", key));
        return whole(key, originals.read(place), here, planned, today);
    }

    /**
     * Drafts what was seen, at the end of the plan.
     *
     * @throws Refused if it says something else now than what was seen, or cannot be read now
     */
    public CommitmentId copy(PlanId plan, Preview seen) {
        Officer.require(Role.EDITOR);
        if (!look(plan, seen.key()).equals(seen)) {
            throw new Refused(
                    "copy.changed",
                    "It says something else by now than what you see. Look at it again, and then copy.");
        }
        return origins.draft(plan, seen.whole(), seen.origin());
    }

    private static UUID number(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw new Unknown("offer", key);
        }
    }

    /** Of the library only the title is known. */
    private static Preview titled(Offer offer, LocalDate today) {
        return new Preview(
                offer.key(),
                offer.from(),
                new Origin(
                        Origin.Kind.NATIONAL_LIBRARY,
                        offer.institution(),
                        offer.plan(),
                        offer.title(),
                        offer.code(),
                        "",
                        null,
                        today),
                null,
                null,
                List.of(),
                false,
                List.of(),
                new Whole(
                        new CommitmentDraft(offer.title(), "", "", "", "", null, List.of(), List.of(), null),
                        List.of()));
    }

    private Preview whole(
            String key, Originals.Original original, Tenant here, @Nullable Period planned, LocalDate today) {
        var promise = original.promise();
        var own = original.tenant().id().equals(here.id());
        var then = new Period(promise.starts(), promise.ends());
        var moved = Moved.into(planned, then, today);
        var standing = promise.milestones().stream()
                .filter(milestone -> milestone.withdrawn() == null)
                .toList();
        var places =
                standing.stream().map(PublishedCommitments.Milestone::place).toList();
        var steps = standing.stream().map(Copying::days).toList();
        var known = known(promise.pillars());
        var said = new CommitmentDraft(
                promise.title(),
                promise.problem(),
                promise.description(),
                promise.actors(),
                own ? promise.responsible() : "",
                moved.whole(),
                promise.relevance().stream()
                        .map(reason -> new Relevance(reason.value(), reason.explanation()))
                        .toList(),
                known.ids(),
                null,
                details(promise.details(), own));
        return new Preview(
                key,
                own ? From.OWN : From.OTHERS,
                origin(original, today),
                LocalDate.ofInstant(
                        original.version().publishedAt(), original.tenant().zone()),
                then,
                steps,
                moved.cuts(then) || steps.stream().anyMatch(moved::cuts),
                known.missing(),
                new Whole(
                        said,
                        standing.stream()
                                .map(milestone ->
                                        step(milestone, own, moved).following(among(places, milestone.follows())))
                                .toList()));
    }

    private static Origin origin(Originals.Original original, LocalDate today) {
        var promise = original.promise();
        return new Origin(
                Origin.Kind.COMMITMENT,
                original.tenant().name(),
                promise.planTitle(),
                promise.title(),
                String.valueOf(promise.number()),
                "t/%s/planes/%s/compromisos/%d"
                        .formatted(original.tenant().slug(), promise.planSlug(), promise.number()),
                promise.id(),
                today);
    }

    private static Period days(PublishedCommitments.Milestone milestone) {
        return new Period(milestone.starts(), milestone.ends());
    }

    /** What is said of it, without the plan it stood in and, if it is another's, without their people and money. */
    private static Details details(Details said, boolean own) {
        var kept = new EnumMap<Detail, String>(Detail.class);
        kept.putAll(said.said());
        kept.remove(Detail.RELATED);
        if (!own) {
            THEIRS.forEach(kept::remove);
        }
        return new Details(kept);
    }

    /** Where those stand that one waits for, counted among the milestones that stand. */
    private static List<Integer> among(List<Integer> places, List<Integer> follows) {
        return follows.stream()
                .filter(places::contains)
                .map(place -> places.indexOf(place) + 1)
                .toList();
    }

    private static MilestoneDraft step(PublishedCommitments.Milestone milestone, boolean own, Moved moved) {
        return new MilestoneDraft(
                milestone.activity(),
                milestone.deliverable(),
                own ? milestone.responsible() : "",
                moved.of(days(milestone)),
                milestone.weight());
    }

    private record Known(List<UUID> ids, List<String> missing) {}

    /** Which of one's own pillars have these names. */
    private Known known(List<String> names) {
        var here = pillars.all().stream().filter(line -> !line.retired()).toList();
        var ids = new ArrayList<UUID>();
        var missing = new ArrayList<String>();
        for (var name : names) {
            here.stream()
                    .filter(line -> Texts.plain(line.said().name()).equals(Texts.plain(name)))
                    .findFirst()
                    .ifPresentOrElse(line -> ids.add(line.id().value()), () -> missing.add(name));
        }
        return new Known(ids, missing);
    }
}
