package org.cabildo.consortium;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.commitment.Commitments;
import org.cabildo.consortium.published.DecisionRule;
import org.cabildo.consortium.published.MemberState;
import org.cabildo.consortium.published.Membership;
import org.cabildo.consortium.published.Membership.Member;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.ledger.Act;
import org.cabildo.ledger.Facts;
import org.cabildo.ledger.Ledger;
import org.cabildo.ledger.Subject;
import org.cabildo.plan.ApprovalRule;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.PlanVersionId;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A shared plan is published once as many of the members that decide as their rule asks for have approved this exact
 * version, known by its hash. Members and rule are read from the platform before the consortium's transaction begins,
 * and kept with the proposal: if they change, it is proposed again.
 */
@Service
public class MemberApprovals implements ApprovalRule {

    private final Membership membership;
    private final ObjectProvider<PlanApproval> approval; // it asks this rule in turn
    private final Commitments commitments;
    private final TransactionTemplate transaction;
    private final Ledger ledger;
    private final Sql sql;
    private final Clock clock;

    MemberApprovals(
            Membership membership,
            ObjectProvider<PlanApproval> approval,
            Commitments commitments,
            TransactionTemplate transaction,
            Ledger ledger,
            Sql sql,
            Clock clock) {
        this.membership = membership;
        this.approval = approval;
        this.commitments = commitments;
        this.transaction = transaction;
        this.ledger = ledger;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Whether a member has approved a version.
     *
     * @param approvedAt null: not yet
     */
    public record Approval(
            UUID member,
            String name,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt) {}

    /**
     * By which rule a version is approved.
     *
     * @param needed how many of those asked must approve
     * @param asked how many members are asked
     */
    public record Decision(DecisionRule rule, int needed, int asked) {}

    /** Who decides, and how, when a version is proposed or approved. */
    private record Body(DecisionRule rule, List<Member> members) {

        List<Member> deciding() {
            return members.stream().filter(Member::decides).toList();
        }

        Set<UUID> ids() {
            return deciding().stream().map(member -> member.id().value()).collect(Collectors.toSet());
        }
    }

    private Body body() {
        var consortium = TenantScope.tenant();
        return new Body(membership.ruleOf(consortium), membership.membersOf(consortium));
    }

    /** Proposes the plan's first version to every member that decides, as {@link #propose(PlanId, String)}. */
    public PlanVersionId propose(PlanId plan) {
        return propose(plan, "");
    }

    /**
     * Proposes the plan as it is now to every member that decides.
     *
     * @param reason why a published plan is changed; empty for the first version
     * @throws Refused if something is missing, or a commitment is led by somebody who is no member now
     */
    public PlanVersionId propose(PlanId plan, String reason) {
        var body = body();
        var active = body.members().stream()
                .filter(member -> member.state() == MemberState.MEMBER)
                .toList();
        if (active.size() < 2) {
            throw new Refused("consortium.members.few", "A consortium has two or more members.");
        }
        var deciding = body.deciding();
        if (deciding.isEmpty()) {
            throw new Refused(
                    "consortium.deciders.none",
                    "No member of this consortium decides: the national coordination can give one that right.");
        }
        return transaction.execute(_ -> {
            requireLed(plan, active);
            approval.getObject()
                    .waiting(plan)
                    .filter(version -> !isAsked(version, body))
                    .ifPresent(_ -> approval.getObject().discard(plan)); // the same content, for others to approve
            var version = approval.getObject().propose(plan, reason);
            for (var member : deciding) {
                sql.of("insert into member_approval (version_id, member_id, member_name) values (?, ?, ?)")
                        .param(version.value())
                        .param(member.id().value())
                        .param(member.name())
                        .update();
            }
            sql.of("insert into approval_rule (version_id, rule, needed) values (?, ?, ?)")
                    .param(version.value())
                    .param(body.rule().name())
                    .param(body.rule().needed(deciding.size()))
                    .update();
            return version;
        });
    }

    /** What nobody here would carry out is promised to nobody. */
    private void requireLed(PlanId plan, List<Member> active) {
        for (var commitment : commitments.of(plan)) {
            var lead = commitment.said().lead();
            if (lead != null
                    && commitment.withdrawn() == null
                    && active.stream().noneMatch(member -> member.id().value().equals(lead.tenant()))) {
                throw new Refused(
                        "consortium.lead.gone",
                        "%s leads «%s» and is no active member now: choose who leads it, or withdraw it with the reason."
                                .formatted(lead.name(), commitment.said().title()),
                        lead.name(),
                        commitment.said().title());
            }
        }
    }

    /**
     * Approves a proposed version on behalf of the officer's member; the last approval that the rule asks for publishes
     * it.
     *
     * @param hash what the officer saw
     * @return whether it is published now
     * @throws Refused if the plan, the members or their rule changed since it was proposed, or this member approved
     *     already
     */
    public boolean approve(PlanVersionId version, String hash) {
        var officer = Officer.require(Role.APPROVER);
        var body = body();
        return Boolean.TRUE.equals(transaction.execute(status -> {
            // locks the version: approvals come one after another
            var plan = approval.getObject().requireUnchanged(version, hash);
            if (!isAsked(version, body)) {
                throw new Refused(
                        "consortium.body.changed",
                        "Who decides here, or by which rule, changed after this version was proposed. Propose it again.");
            }
            int approved = sql.of("""
                            update member_approval set hash = ?, approved_by = ?, approved_at = ?
                             where version_id = ? and member_id = ? and approved_at is null
                            """)
                    .param(hash)
                    .param(officer.name())
                    .param(Timestamp.from(clock.instant()))
                    .param(version.value())
                    .param(officer.onBehalfOfId().value())
                    .update();
            if (approved == 0) {
                throw approvedOrNotAsked(officer);
            }
            ledger.add(
                    Act.PLAN_APPROVED,
                    new Subject("plan", plan.value()),
                    new Facts()
                            .with("version", version.value().toString())
                            .with("member", officer.onBehalfOfId().value().toString())
                            .with("content", hash));
            boolean enough = isEnough(version);
            if (enough) {
                approval.getObject().publish(version, hash);
            }
            return enough;
        }));
    }

    /** Whether a version was proposed to exactly these, under this rule. */
    private boolean isAsked(PlanVersionId version, Body body) {
        var asked = of(version).stream().map(Approval::member).collect(Collectors.toSet());
        return asked.equals(body.ids()) && decision(version).rule() == body.rule();
    }

    private boolean isEnough(PlanVersionId version) {
        return of(version).stream().filter(line -> line.approvedAt() != null).count()
                >= decision(version).needed();
    }

    /**
     * By which rule a version is approved.
     *
     * @throws Unknown if no such version was proposed to members
     */
    public Decision decision(PlanVersionId version) {
        Officer.require(Role.READER);
        return sql.of("""
                        select r.rule, r.needed, count(a.*) as asked from approval_rule r
                          join member_approval a on a.version_id = r.version_id
                         where r.version_id = ? group by r.version_id
                        """)
                .param(version.value())
                .query((row, _) -> new Decision(
                        DecisionRule.valueOf(row.getString("rule")), row.getInt("needed"), row.getInt("asked")))
                .optional()
                .orElseThrow(() -> new Unknown("proposed version", version));
    }

    /** Who has approved a version and who has not, by name. */
    public List<Approval> of(PlanVersionId version) {
        Officer.require(Role.READER);
        return sql.of("select * from member_approval where version_id = ? order by member_name")
                .param(version.value())
                .query(MemberApprovals::approvalOf)
                .list();
    }

    @Override
    public void allow(PlanVersionId version, String hash) {
        if (!applies(Officer.current())) {
            return;
        }
        var asked = of(version);
        var missing = asked.stream()
                .filter(line -> line.approvedAt() == null)
                .map(Approval::name)
                .toList();
        if (asked.isEmpty() || !isEnough(version)) {
            throw new Refused(
                    "consortium.approval.missing",
                    "The members approve this exact version before it is published; missing: %s."
                            .formatted(String.join(", ", missing)),
                    String.join(", ", missing));
        }
        var other = sql.of("select count(*) from member_approval where version_id = ? and hash <> ?")
                .param(version.value())
                .param(hash)
                .query(Integer.class)
                .single();
        if (other > 0) {
            throw new IllegalStateException("An approval bears another hash than the version");
        }
    }

    @Override
    public List<String> approvals(PlanVersionId version) {
        return of(version).stream()
                .filter(line -> line.approvedAt() != null)
                .map(Approval::name)
                .toList();
    }

    @Override
    public Set<UUID> institutionsFor(PlanVersionId version) {
        return Set.copyOf(
                sql.of("select member_id from member_approval where version_id = ? and approved_at is not null")
                        .param(version.value())
                        .query(UUID.class)
                        .list());
    }

    @Override
    public void requireAsked(PlanVersionId version) {
        var officer = Officer.current();
        if (applies(officer)
                && of(version).stream()
                        .noneMatch(line -> line.approvedAt() == null
                                && line.member().equals(officer.onBehalfOfId().value()))) {
            throw approvedOrNotAsked(officer);
        }
    }

    @Override
    public boolean canStillPass(PlanVersionId version, Set<UUID> against) {
        return applies(Officer.current())
                && of(version).stream()
                                .filter(line -> line.approvedAt() != null || !against.contains(line.member()))
                                .count()
                        >= decision(version).needed();
    }

    private static boolean applies(Officer officer) {
        var place = officer.place();
        return place != null && place.kind() == TenantKind.CONSORTIUM;
    }

    private static Refused approvedOrNotAsked(Officer officer) {
        return new Refused(
                "consortium.approved",
                "%s already approved this version, or was not asked.".formatted(officer.onBehalfOf()),
                officer.onBehalfOf());
    }

    private static Approval approvalOf(ResultSet row, int number) throws SQLException {
        return new Approval(
                row.getObject("member_id", UUID.class),
                row.getString("member_name"),
                row.getString("approved_by"),
                Optional.ofNullable(row.getObject("approved_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }
}
