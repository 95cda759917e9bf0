package org.cabildo.commitment;

import org.cabildo.plan.PlanId;
import org.cabildo.plan.PlanVersionId;
import org.cabildo.tenancy.Sql;
import org.springframework.stereotype.Component;

/**
 * What the milestones of published commitments add up to: counted when somebody publishes or reports, so that a list
 * costs as much as it shows and not as much as it sums up. The same sum as {@link
 * org.cabildo.commitment.published.RollUp}, which tells it of one commitment.
 */
@Component
class Standings {

    private static final String COUNT = """
            update published_commitment c
               set standing = m.standing, kept = m.kept, progress = m.progress
              from (
                select m.version_id, m.commitment_id, count(*) as standing, count(*) filter (where p.progress = 100) as kept,
                       coalesce(sum(m.weight * coalesce(p.progress, 0)) / nullif(sum(m.weight), 0), 0) as progress
                  from published_milestone m left join published_progress p on p.milestone_id = m.milestone_id
                 where m.withdrawn is null and\s""";

    private static final String GROUPED = """

                 group by m.version_id, m.commitment_id
              ) m
             where m.version_id = c.version_id and m.commitment_id = c.commitment_id
            """;

    private final Sql sql;

    Standings(Sql sql) {
        this.sql = sql;
    }

    /** Counts all commitments of a version that was published just now. */
    void count(PlanVersionId version) {
        sql.of(COUNT + "m.version_id = ?" + GROUPED).param(version.value()).update();
    }

    /** Counts a commitment in each version that the public can read, after progress was reported on it. */
    void count(CommitmentId commitment, PlanId plan) {
        sql.of(COUNT
                        + "m.commitment_id = ? and m.version_id in (select version_id from published_plan_version where plan_id = ?)"
                        + GROUPED)
                .param(commitment.value())
                .param(plan.value())
                .update();
    }
}
