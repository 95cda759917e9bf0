package org.cabildo.tenancy;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Orders to make or migrate tenants: written by whoever may, worked by the worker. */
@Service
public class TenantOrders {

    private final Sql sql;
    private final Wakeups wakeups;

    TenantOrders(Sql sql, Wakeups wakeups) {
        this.sql = sql;
        this.wakeups = wakeups;
    }

    /**
     * A tenant to be made.
     *
     * @param zone time zone its dates are shown in
     * @param administrator e-mail of its first administrator
     * @param pillarTemplate the pillar set it starts with
     * @param members of a consortium; empty for others
     */
    public record Onboard(
            TenantKind kind,
            String name,
            String slug,
            @Nullable String host,
            @Nullable String governmentCode,
            @Nullable String regionCode,
            ZoneId zone,
            boolean synthetic,
            @Nullable String administrator,
            @Nullable String pillarTemplate,
            List<TenantId> members) {}

    /**
     * Writes an order in the current platform transaction.
     *
     * @param batch the request it came with
     * @param requestedBy who asked, as the console shows it
     * @return the id the tenant will have
     */
    public TenantId place(UUID batch, Onboard wanted, String requestedBy) {
        var tenant = new TenantId(Ids.next());
        sql.of("""
                insert into tenant_order (id, batch_id, kind, tenant_id, name, slug, host, tenant_kind, government_code,
                  region_code, time_zone, synthetic, administrator, pillar_template, members, requested_by)
                values (:id, :batch, 'ONBOARD', :tenant, :name, :slug, :host, :kind, :code, :region, :zone, :synthetic,
                  :administrator, :template, :members, :by)
                """)
                .param("id", Ids.next())
                .param("batch", batch)
                .param("tenant", tenant.value())
                .param("name", wanted.name())
                .param("slug", wanted.slug())
                .param("host", wanted.host())
                .param("kind", wanted.kind().name())
                .param("code", wanted.governmentCode())
                .param("region", wanted.regionCode())
                .param("zone", wanted.zone().getId())
                .param("synthetic", wanted.synthetic())
                .param("administrator", wanted.administrator())
                .param("template", wanted.pillarTemplate())
                .param(
                        "members",
                        wanted.members().stream().map(TenantId::toString).collect(Collectors.joining(",")))
                .param("by", requestedBy)
                .update();
        return tenant;
    }

    /**
     * Orders the migration of every tenant whose schema is behind this code.
     *
     * @return how many were ordered
     */
    public int placeMigrations(String requestedBy) {
        int placed = TenantScope.platform(() -> sql.of("""
                        insert into tenant_order (id, batch_id, kind, tenant_id, name, slug, tenant_kind, time_zone, requested_by)
                        select gen_random_uuid(), :batch, 'MIGRATE', t.id, t.name, t.slug, t.kind, t.time_zone, :by from tenant t
                         where t.schema_version < :version
                           and not exists (select from tenant_order o
                                            where o.tenant_id = t.id and o.kind = 'MIGRATE' and o.state = 'WAITING')
                        """)
                .param("batch", Ids.next())
                .param("by", requestedBy)
                .param("version", TenantSchema.VERSION)
                .update());
        announce();
        return placed;
    }

    /** How many tenants {@link #placeMigrations} would order. */
    public int behind() {
        return TenantScope.platform(() -> sql.of("""
                        select count(*)::int from tenant t
                         where t.schema_version < :version
                           and not exists (select from tenant_order o
                                            where o.tenant_id = t.id and o.kind = 'MIGRATE' and o.state = 'WAITING')
                        """)
                .param("version", TenantSchema.VERSION)
                .query(Integer.class)
                .single());
    }

    /**
     * Lets a migration that failed wait for another try.
     *
     * @throws Refused if it did not fail, or if another one of its tenant waits already
     */
    public void retryMigration(UUID order) {
        int again = TenantScope.platform(() -> sql.of("""
                        update tenant_order o set state = 'WAITING', attempts = 0, interruptions = 0, reason = null, cause = null,
                               ended_at = null
                         where o.id = :order and o.kind = 'MIGRATE' and o.state = 'FAILED'
                           and not exists (select from tenant_order w
                                            where w.tenant_id = o.tenant_id and w.kind = 'MIGRATE' and w.state = 'WAITING')
                        """).param("order", order).update());
        if (again == 0) {
            throw new Refused(
                    "order.retry.migration",
                    "Only a migration that failed can be tried again, and only while no other of that tenant waits.");
        }
        announce();
    }

    /**
     * Lets orders that failed wait for another try, but none whose tenant was made or is being made otherwise.
     *
     * @return how many wait again
     */
    public int retryFailed() {
        int retried = TenantScope.platform(() -> sql.of("""
                        with latest as (
                          select distinct on (kind, coalesce(case kind when 'MIGRATE' then tenant_id::text end, government_code, name)) * from tenant_order
                           order by kind, coalesce(case kind when 'MIGRATE' then tenant_id::text end, government_code, name), requested_at desc)
                        update tenant_order set state = 'WAITING', attempts = 0, interruptions = 0, ended_at = null
                         where id in (select l.id from latest l
                                       where l.state = 'FAILED'
                                         and (l.kind = 'MIGRATE'
                                              or not exists (select from tenant t
                                                              where t.government_code = l.government_code)))
                        """).update());
        announce();
        return retried;
    }

    /** Tells the worker that orders wait; call it after the transaction that wrote them. */
    public void announce() {
        wakeups.hintOrders();
    }
}
