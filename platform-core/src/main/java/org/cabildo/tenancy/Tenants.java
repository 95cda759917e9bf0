package org.cabildo.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.cabildo.kernel.Unknown;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The directory of tenants. What was found is remembered for half a second, so a tenant just suspended is gone within
 * one; what was not is asked again, so a tenant just onboarded answers at once.
 */
@Service
public class Tenants {

    private static final String WITH_HOST = "select t.*, h.host as own_host from tenant t"
            + " left join tenant_host h on h.tenant_id = t.id and h.lapsed_at is null ";
    private static final Duration FRESH = Duration.ofMillis(500);
    private final Sql sql;
    private final Clock clock;
    private final ConcurrentMap<String, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(Tenant tenant, Instant at) {}

    Tenants(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * The tenant with this id.
     *
     * @throws Unknown if there is none
     */
    public Tenant require(TenantId id) {
        return remembered(
                        "id:" + id,
                        () -> sql.of(WITH_HOST + "where t.id = ?")
                                .param(id.value())
                                .query(Tenants::tenant)
                                .optional())
                .orElseThrow(() -> new Unknown("tenant", id));
    }

    /** The tenant at {@code /t/<slug>} or {@code <slug>.<portal host>}. */
    public Optional<Tenant> bySlug(String slug) {
        return remembered(
                "slug:" + slug,
                () -> sql.of(WITH_HOST + "where t.slug = ?")
                        .param(slug)
                        .query(Tenants::tenant)
                        .optional());
    }

    /** The tenant that has proven this host to be its own, and still does. */
    public Optional<Tenant> byHost(String host) {
        return remembered(
                "host:" + host,
                () -> sql.of(WITH_HOST + "where h.host = ?")
                        .param(host)
                        .query(Tenants::tenant)
                        .optional());
    }

    /** All tenants, by name in Spanish order. */
    public List<Tenant> all() {
        return TenantScope.platform(() -> sql.of(WITH_HOST + "order by t.name collate \"es-x-icu\"")
                .query(Tenants::tenant)
                .list());
    }

    private Optional<Tenant> remembered(String key, Supplier<Optional<Tenant>> read) {
        var known = seen.get(key);
        var now = clock.instant();
        if (known != null && (known.at().plus(FRESH).isAfter(now) || insideAnothersTransaction())) {
            return Optional.of(known.tenant());
        }
        var found = TenantScope.platform(read);
        found.ifPresentOrElse(tenant -> seen.put(key, new Seen(tenant, now)), () -> seen.remove(key));
        return found;
    }

    private static boolean insideAnothersTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && TenantScope.current() instanceof Scope.OfTenant;
    }

    private static Tenant tenant(ResultSet row, int number) throws SQLException {
        return new Tenant(
                new TenantId(row.getObject("id", UUID.class)),
                TenantKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("slug"),
                nullable(row, "own_host"),
                nullable(row, "government_code"),
                nullable(row, "region_code"),
                ZoneId.of(row.getString("time_zone")),
                row.getBoolean("synthetic"),
                row.getInt("schema_version"),
                "ACTIVE".equals(row.getString("life")));
    }

    private static @Nullable String nullable(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
