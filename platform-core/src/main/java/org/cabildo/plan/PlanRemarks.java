package org.cabildo.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Texts;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.Sql;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What those who are asked to approve a version say instead of approving it. Read by officers, never by the public: the
 * draft goes on, and is proposed again.
 */
@Service
@Transactional
public class PlanRemarks {

    /** Fewest characters of remarks. */
    public static final int SHORTEST = PlanSteps.SHORTEST_REASON;

    /** Most characters of remarks. */
    public static final int LONGEST = PlanSteps.LONGEST_REASON;

    private final PlanApproval approval;
    private final List<ApprovalRule> rules;
    private final Sql sql;
    private final Clock clock;

    PlanRemarks(PlanApproval approval, List<ApprovalRule> rules, Sql sql, Clock clock) {
        this.approval = approval;
        this.rules = rules;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What one institution said of a version.
     *
     * @param member on whose behalf
     * @param by who said it
     */
    public record Remark(UUID member, String memberName, String by, Instant at, String said) {}

    /**
     * Sends a proposed version back to whoever drafts. Where several are asked it waits on while those who said nothing
     * of the kind are still enough to approve it; what the same institution says again replaces what it said before.
     *
     * @param said what is to be mended: {@value #SHORTEST} to {@value #LONGEST} characters
     * @return whether the version is over now
     * @throws Unknown if no such version was ever proposed
     * @throws Refused if it waits for approval no more, or the officer's institution is not asked or approved already
     */
    public boolean sendBack(PlanVersionId version, String said) {
        var officer = Officer.require(Role.APPROVER);
        approval.holdProposed(version);
        rules.forEach(rule -> rule.requireAsked(version));
        var remark = Texts.between(SHORTEST, LONGEST, "plan.remark", said);
        sql.of("""
                insert into plan_remark (version_id, member_id, member_name, said_by, said_at, said)
                values (:version, :member, :name, :by, :at, :said)
                on conflict (version_id, member_id) do update
                  set said_by = excluded.said_by, said_at = excluded.said_at, said = excluded.said
                """)
                .param("version", version.value())
                .param("member", officer.onBehalfOfId().value())
                .param("name", officer.onBehalfOf())
                .param("by", officer.name())
                .param("at", Timestamp.from(clock.instant()))
                .param("said", remark)
                .update();
        var against = of(version).stream().map(Remark::member).collect(Collectors.toSet());
        if (rules.stream().anyMatch(rule -> rule.canStillPass(version, against))) {
            return false;
        }
        approval.giveBack(version);
        return true;
    }

    /** What was said of a version, in order. */
    @Transactional(readOnly = true)
    public List<Remark> of(PlanVersionId version) {
        Officer.require(Role.READER);
        return sql.of("select * from plan_remark where version_id = ? order by said_at, member_id")
                .param(version.value())
                .query(PlanRemarks::remark)
                .list();
    }

    private static Remark remark(ResultSet row, int number) throws SQLException {
        return new Remark(
                row.getObject("member_id", UUID.class),
                row.getString("member_name"),
                row.getString("said_by"),
                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                row.getString("said"));
    }
}
