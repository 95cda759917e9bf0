package org.cabildo.benchmarking.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The published commitments of all active tenants, as each told them: one statement, however many there are. */
@Service
public class ToldCommitments {

    private final Sql sql;

    ToldCommitments(Sql sql) {
        this.sql = sql;
    }

    /**
     * A published commitment.
     *
     * @param tenant that published it: a consortium, when it is shared
     * @param plan the plan's address on that tenant's portal
     * @param number within the plan
     * @param progress in percent
     * @param updated when it was last reported on, or published
     * @param lead the member that leads it; null: no consortium promised it, or nobody leads it alone
     */
    public record Told(
            TenantId tenant,
            UUID id,
            String plan,
            int number,
            String title,
            int progress,
            boolean withdrawn,
            Instant updated,
            @Nullable TenantId lead) {}

    /** All of them, by tenant, plan and number. */
    public List<Told> all() {
        return TenantScope.platform(() -> sql.of("select * from told_commitment order by tenant_id, plan_slug, number")
                .query(ToldCommitments::told)
                .list());
    }

    /** Says whether anybody told anything since, or a recount mended it: equal states, equal commitments. */
    public String state() {
        return TenantScope.platform(
                () -> sql.of("select state from told_state").query(String.class).single());
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        var lead = row.getObject("lead_id", UUID.class);
        return new Told(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getObject("commitment_id", UUID.class),
                row.getString("plan_slug"),
                row.getInt("number"),
                row.getString("title"),
                row.getInt("progress"),
                row.getBoolean("withdrawn"),
                row.getTimestamp("updated_at").toInstant(),
                lead == null ? null : new TenantId(lead));
    }
}
