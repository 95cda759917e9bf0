package org.cabildo.tenancy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds tenants whose announcements still wait, because a hint was lost or a receiver failed.
 *
 * <p>It looks into every schema with the provisioning login, which inherits all owners' rights, and throws the
 * connection away after: a kept one would grow by the catalog of every schema it has touched.
 */
public final class WaitingAnnouncements {

    private static final String FIRST = "";
    private final ProvisioningSource source;
    private final int schemasPerConnection;

    /**
     * What waits over all active tenants.
     *
     * @param tenants in which something can be delivered now
     * @param waiting announcements not yet delivered
     * @param oldest when the oldest of them happened; null when none waits
     * @param stuck announcements given up after too many tries
     */
    public record Backlog(
            List<TenantId> tenants, long waiting, @Nullable Instant oldest, long stuck) {

        private Backlog and(Backlog other) {
            var both = new ArrayList<>(tenants);
            both.addAll(other.tenants);
            return new Backlog(
                    List.copyOf(both),
                    waiting + other.waiting,
                    Stream.of(Optional.ofNullable(oldest), Optional.ofNullable(other.oldest))
                            .flatMap(Optional::stream)
                            .min(Comparator.naturalOrder())
                            .orElse(null),
                    stuck + other.stuck);
        }
    }

    private record Glance(Backlog backlog, String last) {}

    WaitingAnnouncements(TenancySettings settings, int schemasPerConnection) {
        this.source = new ProvisioningSource(settings);
        this.schemasPerConnection = schemasPerConnection;
    }

    /**
     * The active tenants in which something waits to be delivered.
     *
     * @throws IllegalStateException if PostgreSQL does not answer
     */
    public List<TenantId> tenants() {
        return look().tenants();
    }

    /**
     * What waits, counted.
     *
     * @throws IllegalStateException if PostgreSQL does not answer
     */
    public Backlog look() {
        var all = new Backlog(List.of(), 0, null, 0);
        try {
            var glance = lookAfter(FIRST);
            while (!glance.last().equals(FIRST)) {
                all = all.and(glance.backlog());
                glance = lookAfter(glance.last());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Waiting announcements could not be looked for", e);
        }
        return all;
    }

    private Glance lookAfter(String key) throws SQLException {
        try (var connection = source.open()) {
            connection.setAutoCommit(false);
            PlatformSchema.set(connection, "cabildo.after", key);
            PlatformSchema.set(connection, "cabildo.limit", Integer.toString(schemasPerConnection));
            try (var statement = connection.createStatement()) {
                statement.execute("""
                        do $$
                        declare
                          one record;
                          found record;
                          last text := '';
                          tenants text := '';
                          waiting bigint := 0;
                          oldest timestamptz;
                          stuck bigint := 0;
                        begin
                          for one in select id, key from platform.tenant
                                      where life = 'ACTIVE' and key > current_setting('cabildo.after')
                                      order by key limit current_setting('cabildo.limit')::int loop
                            execute format('select count(*) filter (where attempts < 20
                                                      and (claimed_until is null or claimed_until < now())) as free,
                                                   count(*) filter (where attempts < 20) as waiting,
                                                   min(occurred_at) filter (where attempts < 20) as oldest,
                                                   count(*) filter (where attempts >= 20) as stuck
                                              from %I.event_publication where completed_at is null',
                                           one.key) into found;
                            if found.free > 0 then
                              tenants := tenants || one.id || ',';
                            end if;
                            waiting := waiting + found.waiting;
                            oldest := least(oldest, found.oldest);
                            stuck := stuck + found.stuck;
                            last := one.key;
                          end loop;
                          perform set_config('cabildo.tenants', tenants, true);
                          perform set_config('cabildo.waiting', waiting::text, true);
                          perform set_config('cabildo.oldest', coalesce(oldest::text, ''), true);
                          perform set_config('cabildo.stuck', stuck::text, true);
                          perform set_config('cabildo.last', last, true);
                        end $$
                        """);
                try (var row = statement.executeQuery("""
                        select current_setting('cabildo.tenants'), current_setting('cabildo.waiting')::bigint,
                               nullif(current_setting('cabildo.oldest'), '')::timestamptz,
                               current_setting('cabildo.stuck')::bigint, current_setting('cabildo.last')
                        """)) {
                    row.next();
                    var oldest = row.getTimestamp(3);
                    var backlog = new Backlog(
                            ids(row.getString(1)),
                            row.getLong(2),
                            oldest == null ? null : oldest.toInstant(),
                            row.getLong(4));
                    return new Glance(backlog, row.getString(5));
                }
            }
        }
    }

    private static List<TenantId> ids(String joined) {
        return Arrays.stream(joined.split(","))
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString)
                .map(TenantId::new)
                .toList();
    }
}
