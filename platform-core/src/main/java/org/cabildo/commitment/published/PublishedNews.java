package org.cabildo.commitment.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cabildo.tenancy.Sql;
import org.jspecify.annotations.Nullable;
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
        /** A version changed what a commitment says, for the reason that is its text. */
        COMMITMENT_AMENDED,
        ADVANCE,
        CORRECTION
    }

    /**
     * One thing that happened, in the words of that moment: what was changed later is told later.
     *
     * @param id of the plan's version, the commitment, the report or a version's change of a commitment; never another
     *     one's
     * @param current whether the plan's version is the one in force
     * @param number of the commitment within the plan; 0 for a plan
     * @param activity of the milestone; empty unless it is a report
     * @param previous percent before a report
     * @param reached percent after a report
     * @param mended what a report corrected the evidence of; null: it corrected none, or nobody wrote down which
     * @param text summary, reason of an amendment, description as first published, what the evidence shows, or the reason of a correction
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
            @Nullable Mended mended,
            String text,
            Instant at) {}

    /**
     * The report whose evidence was corrected.
     *
     * @param correction whether it corrected something itself
     * @param reached percent after it
     */
    public record Mended(boolean correction, int reached, Instant at) {}

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
                   group by c.commitment_id),
                news as (
                  select case when v.reason = '' then 'PLAN' else 'AMENDMENT' end as kind, v.version_id as id, v.plan_id,
                         cast(null as uuid) as commitment_id, cast(null as uuid) as milestone_id, v.slug,
                         v.title as plan_title, v.number as version_number, v.current_version, 0 as number, 0 as previous,
                         0 as reached, cast(null as uuid) as mends, case when v.reason = '' then v.summary else v.reason end as said,
                         v.published_at as at
                    from published_plan_version v
                  union all
                  select 'COMMITMENT', c.commitment_id, v.plan_id, c.commitment_id, null, v.slug, v.title, v.number, true,
                         c.number, 0, 0, null, null, first.at
                    from published_plan_version v
                    join published_commitment c on c.version_id = v.version_id
                    join first on first.commitment_id = c.commitment_id
                   where v.current_version
                  union all
                  select 'COMMITMENT_AMENDED', md5(a.version_id || ' ' || a.commitment_id)::uuid, a.plan_id,
                         a.commitment_id, null, a.slug, a.plan_title, a.number, a.current_version, a.commitment, 0, 0,
                         null, a.reason, a.published_at
                    from""" + Wording.CHANGED_WHERE + " true " + Wording.END + """
                         a
                  union all
                  select r.kind, r.report_id, v.plan_id, c.commitment_id, m.milestone_id, v.slug, v.title, v.number, true,
                         c.number, r.previous, r.reached, r.mends,
                         case r.kind when 'CORRECTION' then r.reason else r.evidence end, r.reported_at
                    from published_plan_version v
                    join published_commitment c on c.version_id = v.version_id
                    join published_milestone m on m.version_id = c.version_id and m.commitment_id = c.commitment_id
                    join published_report r on r.milestone_id = m.milestone_id
                   where v.current_version
                   order by at desc, kind, number desc, id desc limit ?)
                select n.kind, n.id, n.slug, n.plan_title, n.version_number, n.current_version, n.number, n.previous,
                       n.reached, n.at, coalesce(t.title, '') as title, coalesce(t.activity, '') as activity,
                       coalesce(n.said, t.description) as said, o.kind as mended_kind,
                       o.reached as mended, o.reported_at as mended_at
                  from news n left join published_report o on o.report_id = n.mends left join lateral (
                       select c.title, c.description, m.activity
                         from published_plan_version w
                         join published_commitment c on c.version_id = w.version_id and c.commitment_id = n.commitment_id
                         left join published_milestone m
                           on m.version_id = w.version_id and m.milestone_id = n.milestone_id
                        where w.plan_id = n.plan_id
                        order by n.milestone_id is not null and m.milestone_id is null, w.published_at > n.at,
                                 abs(extract(epoch from n.at - w.published_at))
                        limit 1) t on true
                 order by at desc, kind, number desc, id desc
                """)
                .param(most)
                .query(PublishedNews::piece)
                .list();
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
                mended(row),
                row.getString("said"),
                row.getTimestamp("at").toInstant());
    }

    private static @Nullable Mended mended(ResultSet row) throws SQLException {
        var at = row.getTimestamp("mended_at");
        return at == null
                ? null
                : new Mended(
                        Kind.valueOf(row.getString("mended_kind")) == Kind.CORRECTION,
                        row.getInt("mended"),
                        at.toInstant());
    }
}
