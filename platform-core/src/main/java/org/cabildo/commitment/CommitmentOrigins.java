package org.cabildo.commitment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.commitment.Commitments.Whole;
import org.cabildo.commitment.published.Origin;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.tenancy.Sql;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the commitments of the tenant in scope were adapted from: kept with the draft, and told with each version of it. */
@Service
@Transactional
public class CommitmentOrigins {

    private final Commitments commitments;
    private final CommitmentRows rows;
    private final Plans plans;
    private final Sql sql;

    CommitmentOrigins(Commitments commitments, CommitmentRows rows, Plans plans, Sql sql) {
        this.commitments = commitments;
        this.rows = rows;
        this.plans = plans;
        this.sql = sql;
    }

    /** What a plan's commitments were adapted from; those that were not are not there. */
    @Transactional(readOnly = true)
    public Map<CommitmentId, Origin> of(PlanId plan) {
        Officer.require(Role.READER);
        return sql
                .of("""
                        select o.* from commitment_origin o join commitment c on c.id = o.commitment_id
                         where c.plan_id = ?
                        """)
                .param(plan.value())
                .query((row, _) ->
                        Map.entry(new CommitmentId(row.getObject("commitment_id", UUID.class)), Origin.of(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What a commitment was adapted from, if it was. */
    @Transactional(readOnly = true)
    public Optional<Origin> of(CommitmentId id) {
        Officer.require(Role.READER);
        return sql.of("select * from commitment_origin where commitment_id = ?")
                .param(id.value())
                .query(CommitmentOrigins::origin)
                .optional();
    }

    /**
     * Drafts a commitment at the end of a plan, and says what it was adapted from.
     *
     * @throws Refused if its dates lie outside the plan's, or a text is longer than a person reads
     */
    public CommitmentId draft(PlanId plan, Whole whole, Origin origin) {
        Officer.require(Role.EDITOR);
        var id = commitments.draft(plan, List.of(whole)).getFirst();
        rows.flush();
        sql.of("""
                insert into commitment_origin (commitment_id, kind, institution, plan, title, code, path, source_id,
                  copied_on)
                values (:id, :kind, :institution, :plan, :title, :code, :path, :source, :copied)
                """)
                .param("id", id.value())
                .param("kind", origin.kind().name())
                .param("institution", origin.institution())
                .param("plan", origin.plan())
                .param("title", origin.title())
                .param("code", origin.code())
                .param("path", origin.path())
                .param("source", origin.source())
                .param("copied", origin.copied())
                .update();
        return id;
    }

    /**
     * Says no more what a commitment was adapted from: for a draft of which nothing that was copied is left.
     *
     * @throws Refused if the public read it already
     */
    public void remove(CommitmentId id) {
        Officer.require(Role.EDITOR);
        plans.hold(rows.require(id).plan()); // while a version is published it stays as it was approved
        if (commitments.require(id).published()) {
            throw new Refused(
                    "commitment.origin.published",
                    "The public already read what this commitment was adapted from: that stays with it.");
        }
        sql.of("delete from commitment_origin where commitment_id = ?")
                .param(id.value())
                .update();
    }

    private static Origin origin(ResultSet row, int number) throws SQLException {
        return Origin.of(row);
    }
}
