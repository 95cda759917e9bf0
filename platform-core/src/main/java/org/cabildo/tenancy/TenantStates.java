package org.cabildo.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How every tenant stands, those included that were ordered and do not exist yet: what an operator looks at. */
@Service
public class TenantStates {

    private final Sql sql;

    TenantStates(Sql sql) {
        this.sql = sql;
    }

    /** How a tenant stands. The first that applies is told. */
    public enum State {
        /** Its last order failed; the reason says why. */
        FAILED,
        /** An order for it waits to be worked. */
        WAITING,
        /** It was taken out of service. */
        SUSPENDED,
        /** Its schema waits for a migration. */
        BEHIND,
        /** Its schema was made by a newer release than this one. */
        AHEAD,
        /** It is served. */
        ACTIVE
    }

    /**
     * One tenant, or one order for a tenant to be.
     *
     * @param schemaVersion number of changesets its schema has; 0 while it does not exist
     * @param reason of the last failure, in words
     */
    public record Line(
            String slug,
            String name,
            TenantKind kind,
            State state,
            int schemaVersion,
            @Nullable String reason) {}

    /** All of them, by name in Spanish order. */
    public List<Line> all() {
        return TenantScope.platform(() -> sql.of("""
                        with latest as (
                          select distinct on (kind, coalesce(case kind when 'MIGRATE' then tenant_id::text end, government_code, name)) * from tenant_order
                           order by kind, coalesce(case kind when 'MIGRATE' then tenant_id::text end, government_code, name), requested_at desc),
                        line as (
                          select t.slug, t.name, t.kind, t.life, t.schema_version, o.state as order_state, o.reason
                            from tenant t
                            left join latest o on o.tenant_id = t.id and o.kind = 'MIGRATE' and o.state <> 'DONE'
                          union all
                          select o.slug, o.name, o.tenant_kind, 'ACTIVE', 0, o.state, o.reason
                            from latest o
                           where o.kind = 'ONBOARD' and o.state <> 'DONE'
                             and not exists (select from tenant t where t.government_code = o.government_code))
                        select * from line order by name collate "es-x-icu", slug
                        """).query(TenantStates::line).list());
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        int version = row.getInt("schema_version");
        return new Line(
                row.getString("slug"),
                row.getString("name"),
                TenantKind.valueOf(row.getString("kind")),
                state(row.getString("order_state"), row.getString("life"), version),
                version,
                row.getString("reason"));
    }

    private static State state(@Nullable String order, String life, int version) {
        if (order != null) {
            return State.valueOf(order);
        }
        if (!"ACTIVE".equals(life)) {
            return State.SUSPENDED;
        }
        if (version == TenantSchema.VERSION) {
            return State.ACTIVE;
        }
        return version < TenantSchema.VERSION ? State.BEHIND : State.AHEAD;
    }
}
