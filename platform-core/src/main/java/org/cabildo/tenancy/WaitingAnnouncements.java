package org.cabildo.tenancy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

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

    private record Glance(List<TenantId> waiting, String last) {}

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
        var waiting = new ArrayList<TenantId>();
        try {
            var glance = lookAfter(FIRST);
            while (!glance.last().equals(FIRST)) {
                waiting.addAll(glance.waiting());
                glance = lookAfter(glance.last());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Waiting announcements could not be looked for", e);
        }
        return List.copyOf(waiting);
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
                          open boolean;
                          last text := '';
                          waiting text := '';
                        begin
                          for one in select id, key from platform.tenant
                                      where life = 'ACTIVE' and key > current_setting('cabildo.after')
                                      order by key limit current_setting('cabildo.limit')::int loop
                            execute format('select exists (select from %I.event_publication
                                                            where completed_at is null and attempts < 20
                                                              and (claimed_until is null or claimed_until < now()))',
                                           one.key) into open;
                            if open then
                              waiting := waiting || one.id || ',';
                            end if;
                            last := one.key;
                          end loop;
                          perform set_config('cabildo.waiting', waiting, true);
                          perform set_config('cabildo.last', last, true);
                        end $$
                        """);
                try (var row = statement.executeQuery(
                        "select current_setting('cabildo.waiting'), current_setting('cabildo.last')")) {
                    row.next();
                    return new Glance(ids(row.getString(1)), row.getString(2));
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
