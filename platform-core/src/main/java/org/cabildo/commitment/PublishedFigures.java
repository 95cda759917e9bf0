package org.cabildo.commitment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Service;

/** Counts what the tenant in scope has published. Reads published rows only, so no draft is ever in a figure. */
@Service
public class PublishedFigures {

    private final Sql sql;
    private final Clock clock;

    PublishedFigures(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** All of it, as it stands now. */
    public CommitmentFigures now() {
        var at = clock.instant(); // before reading: what is told meanwhile is newer
        var parts = new LinkedHashMap<UUID, List<FigureRow>>();
        sql.of("""
                select c.commitment_id, c.withdrawn is not null as commitment_withdrawn, v.slug, v.title as plan_title, c.number, c.title, c.lead_id,
                       c.starts as commitment_starts, c.ends as commitment_ends,
                       m.milestone_id, m.weight, m.withdrawn is not null as milestone_withdrawn, m.ends,
                       coalesce(p.progress, 0) as progress, p.completed_on,
                       coalesce(p.reported_at, v.published_at) as updated_at
                  from published_plan_version v
                  join published_commitment c on c.version_id = v.version_id
                  join published_milestone m on m.version_id = c.version_id and m.commitment_id = c.commitment_id
                  left join published_progress p on p.milestone_id = m.milestone_id
                 where v.current_version order by c.commitment_id, m.position
                """)
                .query(FigureRow::of)
                .list()
                .forEach(row -> parts.computeIfAbsent(row.commitment(), key -> new ArrayList<>())
                        .add(row));
        return new CommitmentFigures(
                TenantScope.tenant(),
                at,
                parts.values().stream().map(FigureRow::figure).toList());
    }
}
