package org.cabildo.commitment.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cabildo.tenancy.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The milestones of the plans in force of the tenant in scope, as the public reads them. */
@Service
public class PublishedMilestones {

    private final Sql sql;

    PublishedMilestones(Sql sql) {
        this.sql = sql;
    }

    /**
     * A milestone in an export.
     *
     * @param planSlug address of its plan
     * @param number of its commitment, within the plan
     * @param place within the commitment
     * @param weight within the commitment, from 1
     * @param progress in percent
     * @param completedOn null: it is not complete
     * @param withdrawn why it was; null: it was not, though its commitment may have been
     * @param delay why it is late, as it was explained for that day; null: it is not late, or nobody said
     * @param status withdrawn too if its commitment was
     */
    public record Line(
            UUID id,
            String planSlug,
            int number,
            int place,
            String activity,
            String deliverable,
            String responsible,
            LocalDate starts,
            LocalDate ends,
            int weight,
            int progress,
            @Nullable LocalDate completedOn,
            @Nullable String withdrawn,
            @Nullable String delay,
            Status status) {}

    /**
     * All of them, by plan, commitment and place.
     *
     * @param today in the tenant's time zone
     */
    public List<Line> all(LocalDate today) {
        return sql.of("""
                select v.slug, c.number, c.withdrawn is not null as given_up, m.*, coalesce(p.progress, 0) as progress,
                       p.completed_on, d.reason
                  from published_plan_version v
                  join published_commitment c on c.version_id = v.version_id
                  join published_milestone m on m.version_id = c.version_id and m.commitment_id = c.commitment_id
                  left join published_progress p on p.milestone_id = m.milestone_id
                  left join published_delay d on d.milestone_id = m.milestone_id and d.due = m.ends
                 where v.current_version
                 order by v.slug, c.number, m.position
                """).query((row, _) -> line(row, today)).list();
    }

    private static Line line(ResultSet row, LocalDate today) throws SQLException {
        var starts = row.getObject("starts", LocalDate.class);
        var ends = row.getObject("ends", LocalDate.class);
        int progress = row.getInt("progress");
        var withdrawn = row.getString("withdrawn");
        var status = Status.on(today, starts, ends, progress, withdrawn != null || row.getBoolean("given_up"));
        return new Line(
                row.getObject("milestone_id", UUID.class),
                row.getString("slug"),
                row.getInt("number"),
                row.getInt("position"),
                row.getString("activity"),
                row.getString("deliverable"),
                row.getString("responsible"),
                starts,
                ends,
                row.getInt("weight"),
                progress,
                row.getObject("completed_on", LocalDate.class),
                withdrawn,
                status == Status.LATE ? row.getString("reason") : null,
                status);
    }
}
