package org.cabildo.commitment.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cabildo.tenancy.Sql;
import org.springframework.stereotype.Service;

/** What the tenant in scope published, as it happened: plans, commitments, advances and corrections. */
@Service
public class PublishedNews {

    private final Sql sql;

    PublishedNews(Sql sql) {
        this.sql = sql;
    }

    /** What happened. */
    public enum Kind {
        PLAN,
        /** A published plan was changed, for the reason that is its text. */
        AMENDMENT,
        COMMITMENT,
        ADVANCE,
        CORRECTION
    }

    /**
     * One thing that happened.
     *
     * @param id of the plan's version, the commitment or the report; never another one's
     * @param current whether the plan's version is the one in force
     * @param number of the commitment within the plan; 0 for a plan
     * @param activity of the milestone; empty unless it is a report
     * @param previous percent before a report
     * @param reached percent after a report
     * @param text summary, reason of an amendment, description, what the evidence shows, or the reason of a correction
     * @param at when it was published for the first time
     */
    public record Piece(
            UUID id,
            Kind kind,
            String planSlug,
            String planTitle,
            int version,
            boolean current,
            int number,
            String title,
            String activity,
            int previous,
            int reached,
            String text,
            Instant at) {}

    /**
     * The latest news, newest first.
     *
     * @param most how many at most
     */
    public List<Piece> latest(int most) {
        return sql.of("""
                with first as (
                  select c.commitment_id, min(v.published_at) as at
                    from published_commitment c join published_plan_version v on v.version_id = c.version_id
                   group by c.commitment_id)
                select * from (
                  select case when v.reason = '' then 'PLAN' else 'AMENDMENT' end as kind, v.version_id as id, v.slug,
                         v.title as plan_title, v.number as version_number,
                         v.current_version, 0 as number, '' as title, '' as activity, 0 as previous, 0 as reached,
                         case when v.reason = '' then v.summary else v.reason end as said, v.published_at as at
                    from published_plan_version v
                  union all
                  select 'COMMITMENT', c.commitment_id, v.slug, v.title, v.number, true, c.number, c.title, '', 0, 0,
                         c.description, first.at
                    from published_plan_version v
                    join published_commitment c on c.version_id = v.version_id
                    join first on first.commitment_id = c.commitment_id
                   where v.current_version
                  union all
                  select r.kind, r.report_id, v.slug, v.title, v.number, true, c.number, c.title, m.activity, r.previous,
                         r.reached, case r.kind when 'CORRECTION' then r.reason else r.evidence end, r.reported_at
                    from published_plan_version v
                    join published_commitment c on c.version_id = v.version_id
                    join published_milestone m on m.version_id = c.version_id and m.commitment_id = c.commitment_id
                    join published_report r on r.milestone_id = m.milestone_id
                   where v.current_version) as news
                 order by at desc, kind, number desc, id desc limit ?
                """).param(most).query(PublishedNews::piece).list();
    }

    private static Piece piece(ResultSet row, int number) throws SQLException {
        return new Piece(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("slug"),
                row.getString("plan_title"),
                row.getInt("version_number"),
                row.getBoolean("current_version"),
                row.getInt("number"),
                row.getString("title"),
                row.getString("activity"),
                row.getInt("previous"),
                row.getInt("reached"),
                row.getString("said"),
                row.getTimestamp("at").toInstant());
    }
}
