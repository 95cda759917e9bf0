package org.cabildo.commitment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Sought;
import org.cabildo.plan.PlanId;
import org.cabildo.tenancy.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what the tenant in scope has drafted and promised, by any of its words, as the portals find what was published. */
@Service
@Transactional(readOnly = true)
public class OfficeSearch {

    /** No more are told; who finds so many adds a word. */
    public static final int MOST = 50;

    private final Sql sql;

    OfficeSearch(Sql sql) {
        this.sql = sql;
    }

    /** What was found. */
    public enum Kind {
        PLAN,
        COMMITMENT,
        MILESTONE
    }

    /**
     * Something that holds all the words.
     *
     * @param commitment null for a plan
     * @param within the plan or the commitment it belongs to; empty for a plan
     */
    public record Found(Kind kind, PlanId plan, @Nullable CommitmentId commitment, String title, String within) {}

    /**
     * Plans first, then commitments, then milestones, each by title.
     *
     * @param text words that must all occur, in any order; where none tells anything, all as they stand; none finds nothing
     */
    public List<Found> find(String text) {
        Officer.require(Role.READER);
        var sought = new Sought(text);
        if (sought.phrase().isEmpty()) {
            return List.of();
        }
        var parts = sought.parts().isEmpty() ? List.of(List.of(" " + sought.phrase())) : sought.parts();
        return sql.of("""
                        with said as (
                          select 'PLAN' as kind, p.id as plan_id, null::uuid as commitment_id, p.title, '' as within,
                                 concat_ws(' ', p.title, p.summary) as text, 1 as place
                            from plan p
                          union all
                          select 'COMMITMENT', c.plan_id, c.id, c.title, p.title,
                                 concat_ws(' ', c.number, c.title, c.problem, c.description, c.actors, c.responsible), 2
                            from commitment c join plan p on p.id = c.plan_id
                          union all
                          select 'MILESTONE', c.plan_id, c.id, m.activity, c.title,
                                 concat_ws(' ', m.activity, m.deliverable, m.responsible), 3
                            from milestone m join commitment c on c.id = m.commitment_id),
                        sought as materialized (
                          select s.*, ' ' || regexp_replace(translate(unaccent(lower(s.text)), '''’‘´`', ''),
                                                            '[^[:alnum:]]+', ' ', 'g') || ' ' as words
                            from said s)
                        select kind, plan_id, commitment_id, title, within from sought s
                         where not exists (
                           select from string_to_table(:parts, '|') w(part)
                            where not exists (select from string_to_table(part, '/') v(form)
                                               where strpos(s.words, form) > 0))
                         order by place, title collate "es-x-icu", commitment_id limit :most
                        """)
                .param("parts", Sought.joined(parts))
                .param("most", MOST)
                .query(OfficeSearch::found)
                .list();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        var commitment = row.getObject("commitment_id", UUID.class);
        return new Found(
                Kind.valueOf(row.getString("kind")),
                new PlanId(row.getObject("plan_id", UUID.class)),
                commitment == null ? null : new CommitmentId(commitment),
                row.getString("title"),
                row.getString("within"));
    }
}
