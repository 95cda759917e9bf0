package org.cabildo.consortium;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.consortium.published.Membership;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
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
 * A shared plan is published once every member has approved this exact version, known by its hash. The members are
 * read from the platform before the consortium's transaction begins.
 */
@Service
public class MemberApprovals implements ApprovalRule {

    private final Membership membership;
    private final ObjectProvider<PlanApproval> approval; // it asks this rule in turn
    private final TransactionTemplate transaction;
    private final Ledger ledger;
    private final Sql sql;
    private final Clock clock;

    MemberApprovals(
            Membership membership,
            ObjectProvider<PlanApproval> approval,
            TransactionTemplate transaction,
            Ledger ledger,
            Sql sql,
            Clock clock) {
        this.membership = membership;
        this.approval = approval;
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

    /** Proposes the plan's first version to every member, as {@link #propose(PlanId, String)}. */
    public PlanVersionId propose(PlanId plan) {
        return propose(plan, "");
    }

    /**
     * Proposes the plan as it is now to every member.
     *
     * @param reason why a published plan is changed; empty for the first version
     * @throws Refused if something is missing
     */
    public PlanVersionId propose(PlanId plan, String reason) {
        var members = membership.membersOf(TenantScope.tenant());
        if (members.size() < 2) {
            throw new Refused("consortium.members.few", "A consortium has two or more members.");
        }
        return transaction.execute(status -> {
            var version = approval.getObject().propose(plan, reason);
            for (var member : members) {
                sql.of("insert into member_approval (version_id, member_id, member_name) values (?, ?, ?)")
                        .param(version.value())
                        .param(member.id().value())
                        .param(member.name())
                        .update();
            }
            return version;
        });
    }

    /**
     * Approves a proposed version on behalf of the officer's member; the last approval publishes it.
     *
     * @param hash what the officer saw
     * @return whether it is published now
     * @throws Refused if the plan changed since it was proposed, or this member approved already
     */
    public boolean approve(PlanVersionId version, String hash) {
        var officer = Officer.require(Role.APPROVER);
        return Boolean.TRUE.equals(transaction.execute(status -> {
            // locks the version: approvals come one after another
            var plan = approval.getObject().requireUnchanged(version, hash);
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
                throw new Refused(
                        "consortium.approved",
                        "%s already approved this version, or was not asked.".formatted(officer.onBehalfOf()),
                        officer.onBehalfOf());
            }
            ledger.add(
                    Act.PLAN_APPROVED,
                    new Subject("plan", plan.value()),
                    new Facts()
                            .with("version", version.value().toString())
                            .with("member", officer.onBehalfOfId().value().toString())
                            .with("content", hash));
            boolean all = of(version).stream().allMatch(line -> line.approvedAt() != null);
            if (all) {
                approval.getObject().publish(version, hash);
            }
            return all;
        }));
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
        var place = Officer.current().place();
        if (place == null || place.kind() != TenantKind.CONSORTIUM) {
            return;
        }
        var asked = of(version);
        var missing = asked.stream()
                .filter(line -> line.approvedAt() == null)
                .map(Approval::name)
                .toList();
        if (asked.isEmpty() || !missing.isEmpty()) {
            throw new Refused(
                    "consortium.approval.missing",
                    "Every member approves this exact version before it is published; missing: %s."
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
