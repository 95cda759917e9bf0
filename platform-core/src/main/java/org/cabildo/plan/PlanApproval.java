package org.cabildo.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Texts;
import org.cabildo.kernel.Unknown;
import org.cabildo.ledger.Act;
import org.cabildo.ledger.Facts;
import org.cabildo.ledger.Ledger;
import org.cabildo.ledger.Subject;
import org.cabildo.plan.PlanContent.Gap;
import org.cabildo.tenancy.PublishedState;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a draft to an approved version: a proposal fixes the content by its hash, publication copies exactly that. */
@Service
@Transactional
public class PlanApproval {

    private static final int SHORTEST_REASON = PlanSteps.SHORTEST_REASON;
    private static final int LONGEST_REASON = PlanSteps.LONGEST_REASON;
    private final PlanRows plans;
    private final Plans holding;
    private final PlanTrail trail;
    private final PlanChecklist checklist;
    private final List<PlanContent> contents;
    private final List<ApprovalRule> rules;
    private final PublishedState published;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Sql sql;
    private final Clock clock;

    PlanApproval(
            PlanRows plans,
            Plans holding,
            PlanTrail trail,
            PlanChecklist checklist,
            List<PlanContent> contents,
            List<ApprovalRule> rules,
            PublishedState published,
            Ledger ledger,
            ApplicationEventPublisher events,
            Sql sql,
            Clock clock) {
        this.plans = plans;
        this.holding = holding;
        this.trail = trail;
        this.checklist = checklist;
        this.contents = contents;
        this.rules = rules;
        this.published = published;
        this.ledger = ledger;
        this.events = events;
        this.sql = sql;
        this.clock = clock;
    }

    private record Proposed(PlanVersionId id, PlanId plan, int number, String hash, String reason) {}

    /** The hash of the draft as it is now: SHA-256, hexadecimal. Equal content has an equal hash. */
    @Transactional(readOnly = true)
    public String hash(PlanId id) {
        Officer.require(Role.READER);
        return digest(plans.require(id));
    }

    /** What must be mended before the plan can be proposed; empty when nothing. */
    @Transactional(readOnly = true)
    public List<Gap> gaps(PlanId id) {
        Officer.require(Role.READER);
        return missing(plans.require(id));
    }

    /**
     * Proposes the draft as it is now as the plan's first version; an older proposal is discarded.
     *
     * @throws Refused if something is missing, or a version is published: then a change needs a reason
     */
    public PlanVersionId propose(PlanId id) {
        return propose(id, "");
    }

    /** Whether the public reads a version already: then every change is an amendment, with a reason. */
    @Transactional(readOnly = true)
    public boolean isPublished(PlanId id) {
        return sql.of("select exists (select from published_plan_version where plan_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Proposes the draft as it is now; an older proposal is discarded.
     *
     * @param reason why a published plan is changed: {@value #SHORTEST_REASON} to {@value #LONGEST_REASON} characters,
     *     for the public; empty for the first version
     * @throws Refused if something is missing, nothing changed, or this very content waits for approval already
     */
    public PlanVersionId propose(PlanId id, String reason) {
        var officer = Officer.require(Role.EDITOR);
        holding.hold(id); // of two who propose at once the second sees what the first did
        var plan = plans.require(id);
        var why = reason.strip();
        var hash = digest(plan);
        trail.requirePublishable(id, plan.said().framework(), !isPublished(id));
        requireNews(id, hash);
        if (isPublished(id)) {
            Texts.between(SHORTEST_REASON, LONGEST_REASON, "plan.amendment.reason", why);
        }
        var gaps = missing(plan);
        if (!gaps.isEmpty()) {
            throw PlanChecklist.refused(gaps.getFirst());
        }
        discard(id);
        var version = Ids.next();
        sql.of("""
                insert into plan_version (id, plan_id, number, hash, state, proposed_by, proposer_id, on_behalf_of,
                  proposed_at, reason)
                select :id, :plan, coalesce(max(number), 0) + 1, :hash, 'PROPOSED', :by, :proposer, :behalf, :at, :reason
                  from plan_version where plan_id = :plan
                """)
                .param("id", version)
                .param("plan", id.value())
                .param("hash", hash)
                .param("by", officer.name())
                .param("proposer", officer.person().value())
                .param("behalf", officer.onBehalfOf())
                .param("at", Timestamp.from(clock.instant()))
                .param("reason", why)
                .update();
        var proposed = new PlanVersionId(version);
        events.publishEvent(new PlanProposed(id, proposed));
        events.publishEvent(new ApprovalAsked(
                TenantScope.tenant(), version, officer.person().value()));
        return proposed;
    }

    /** The version of a plan that waits for approval, if one does. */
    @Transactional(readOnly = true)
    public Optional<PlanVersionId> waiting(PlanId id) {
        Officer.require(Role.READER);
        return sql.of("select id from plan_version where plan_id = ? and state = 'PROPOSED'")
                .param(id.value())
                .query(UUID.class)
                .optional()
                .map(PlanVersionId::new);
    }

    /** Discards the version that waits for approval, if one does: it can be proposed again as it is. */
    public void discard(PlanId id) {
        Officer.require(Role.EDITOR);
        sql.of("update plan_version set state = 'DISCARDED' where plan_id = ? and state = 'PROPOSED'")
                .param(id.value())
                .update();
    }

    /**
     * Takes a proposed version back before it is published; approvals given to it count no more.
     *
     * @throws Unknown if no such version was ever proposed
     * @throws Refused if it waits for approval no more
     */
    public void withdraw(PlanVersionId version) {
        Officer.require(Role.EDITOR);
        holdProposed(version);
        end(version, VersionState.WITHDRAWN);
    }

    /** Keeps a version as it waits until the transaction ends; refuses one that waits no more. */
    void holdProposed(PlanVersionId version) {
        holding.hold(planOf(version));
        proposed(version);
    }

    /** Sends a version that {@linkplain #holdProposed waits} back to whoever drafts. */
    void giveBack(PlanVersionId version) {
        end(version, VersionState.RETURNED);
        decided(version);
    }

    private void decided(PlanVersionId version) {
        events.publishEvent(new ProposalDecided(
                TenantScope.tenant(),
                version.value(),
                Officer.current().person().value()));
    }

    private void end(PlanVersionId version, VersionState how) {
        sql.of("update plan_version set state = ?, ended_by = ?, ended_at = ? where id = ?")
                .param(how.name())
                .param(Officer.current().name())
                .param(Timestamp.from(clock.instant()))
                .param(version.value())
                .update();
    }

    /** Refuses what is public already, and what somebody else proposed just before. */
    private void requireNews(PlanId id, String hash) {
        var same = sql.of("""
                        select number, state, proposed_by from plan_version v
                         where plan_id = :plan and hash = :hash
                           and (state = 'PROPOSED' or exists (
                             select from published_plan_version p where p.version_id = v.id and p.current_version))
                         order by number desc limit 1
                        """)
                .param("plan", id.value())
                .param("hash", hash)
                .query((row, _) -> new Same(row.getInt("number"), row.getString("state"), row.getString("proposed_by")))
                .optional();
        if (same.isEmpty()) {
            return;
        }
        var found = same.get();
        if (found.state().equals("PROPOSED")) {
            throw new Refused(
                    "plan.proposed.already",
                    "Version %d with exactly this content waits for approval already; %s proposed it."
                            .formatted(found.number(), found.proposedBy()),
                    found.number(),
                    found.proposedBy());
        }
        throw new Refused(
                "plan.amendment.nothing",
                "The draft says exactly what version %d says, which the public reads: change something first."
                        .formatted(found.number()),
                found.number());
    }

    private record Same(int number, String state, String proposedBy) {}

    /**
     * Fails unless this version is proposed and the draft is still exactly what was proposed.
     *
     * @param hash what the approver saw
     * @throws Unknown if no such version is proposed
     * @throws Refused if the content changed since
     */
    public PlanId requireUnchanged(PlanVersionId version, String hash) {
        Officer.require(Role.READER);
        holding.hold(planOf(version)); // until it is published nobody adds a part or deletes one
        var proposed = proposed(version);
        if (!proposed.hash().equals(hash)
                || !digest(plans.require(proposed.plan())).equals(hash)) {
            throw new Refused(
                    "plan.changed",
                    "The plan changed after it was proposed. Propose it again, so that everybody approves the same.");
        }
        return proposed.plan();
    }

    /**
     * Publishes a proposed version: from now on the public reads it; the version before keeps its address.
     *
     * @param hash what the approver saw
     * @throws Refused if the content changed since, or an approval is missing
     */
    public void publish(PlanVersionId version, String hash) {
        var officer = Officer.require(Role.APPROVER);
        var plan = plans.require(requireUnchanged(version, hash));
        rules.forEach(rule -> rule.allow(version, hash));
        var approvals =
                rules.stream().flatMap(rule -> rule.approvals(version).stream()).toList();
        var proposed = proposed(version);
        var first = !isPublished(plan.id());
        var way = trail.requirePublishable(plan.id(), plan.said().framework(), first);
        var now = clock.instant();
        sql.of("update published_plan_version set current_version = false where plan_id = ?")
                .param(plan.id().value())
                .update();
        var said = plan.said();
        var period = Objects.requireNonNull(plan.period());
        sql.of("""
                insert into published_plan_version (version_id, plan_id, number, slug, title, framework, period_start,
                  period_end, summary, source, hash, approvals, published_at, current_version, reason)
                values (:version, :plan, :number, :slug, :title, :framework, :start, :end, :summary, :source, :hash,
                  :approvals, :at, true, :reason)
                """)
                .param("version", version.value())
                .param("plan", plan.id().value())
                .param("number", proposed.number())
                .param("slug", plan.slug())
                .param("title", said.title())
                .param("framework", said.framework().name())
                .param("start", period.start())
                .param("end", period.end())
                .param("summary", said.summary())
                .param("source", said.source())
                .param("hash", hash)
                .param("approvals", approvals.isEmpty() ? officer.onBehalfOf() : String.join("\n", approvals))
                .param("at", Timestamp.from(now))
                .param("reason", proposed.reason())
                .update();
        sql.of("update plan_version set state = 'PUBLISHED', published_at = ?, approved_by = ? where id = ?")
                .param(Timestamp.from(now))
                .param(officer.name())
                .param(version.value())
                .update();
        published.changed();
        contents.forEach(content -> content.publish(plan.id(), version));
        plan.prepared();
        plans.save(plan);
        sql.of("delete from published_preparation where plan_id = ?")
                .param(plan.id().value())
                .update();
        trail.add(plan.id(), way, null, proposed.reason(), null, approvals);
        ledger.add(
                proposed.reason().isEmpty() ? Act.PLAN_PUBLISHED : Act.PLAN_AMENDED,
                new Subject("plan", plan.id().value()),
                new Facts()
                        .with("version", version.value().toString())
                        .with("number", proposed.number())
                        .with("slug", plan.slug())
                        .with("content", hash)
                        .said("reason", proposed.reason()));
        events.publishEvent(new PlanPublished(TenantScope.tenant(), plan.id(), version, proposed.number(), now));
        decided(version);
    }

    private List<Gap> missing(Plan plan) {
        return checklist.before(plan, PlanStep.APPROVE);
    }

    private Proposed proposed(PlanVersionId version) {
        return sql.of("select * from plan_version where id = ? and state = 'PROPOSED' for update")
                .param(version.value())
                .query(PlanApproval::proposedOf)
                .optional()
                .orElseThrow(
                        () -> new Refused(
                                "plan.version.gone",
                                "This version waits for approval no more: it was published, sent back or taken back, or a newer proposal took its place. Look at the plan again."));
    }

    private PlanId planOf(PlanVersionId version) {
        return sql.of("select plan_id from plan_version where id = ?")
                .param(version.value())
                .query(UUID.class)
                .optional()
                .map(PlanId::new)
                .orElseThrow(() -> new Unknown("proposed version", version));
    }

    private String digest(Plan plan) {
        var text = new StringBuilder();
        var said = plan.said();
        for (var part : List.of(
                said.title(), said.framework().name(), String.valueOf(plan.period()), said.summary(), said.source())) {
            text.append(part.length()).append(':').append(part).append('\n');
        }
        contents.forEach(content -> text.append(content.canonical(plan.id())));
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    private static Proposed proposedOf(ResultSet row, int number) throws SQLException {
        return new Proposed(
                new PlanVersionId(row.getObject("id", UUID.class)),
                new PlanId(row.getObject("plan_id", UUID.class)),
                row.getInt("number"),
                row.getString("hash"),
                row.getString("reason"));
    }
}
