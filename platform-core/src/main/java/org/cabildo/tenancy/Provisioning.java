package org.cabildo.tenancy;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.cabildo.kernel.Unknown;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works orders: makes a tenant or migrates one, each in one transaction together with the order itself. A kill leaves
 * the order waiting and nothing else behind; there is no lock to clear.
 */
public final class Provisioning {

    private static final Logger LOG = LoggerFactory.getLogger(Provisioning.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ATTEMPTS = 3;
    private static final int INTERRUPTIONS = 20; // else an order that brings PostgreSQL down would do so for ever
    private final ProvisioningSource source;
    private final WarmConnections warm;
    private final PlatformSchema platform;
    private final Vaults vaults;
    private final List<OnboardingStep> steps;
    private final List<HouseWitness> witnesses;
    private final TenantChangelog changelog = new TenantChangelog();

    private record Order(
            UUID id,
            String kind,
            TenantId tenant,
            String name,
            String slug,
            @Nullable String host,
            TenantKind tenantKind,
            @Nullable String governmentCode,
            @Nullable String regionCode,
            String zone,
            boolean synthetic,
            @Nullable String administrator,
            @Nullable String pillarTemplate,
            @Nullable String members,
            int attempts,
            int interruptions) {

        OnboardingStep.Onboarded onboarded() {
            var ids = members == null || members.isBlank()
                    ? List.<TenantId>of()
                    : Arrays.stream(members.split(","))
                            .map(UUID::fromString)
                            .map(TenantId::new)
                            .toList();
            return new OnboardingStep.Onboarded(
                    tenant, tenantKind, name, ZoneId.of(zone), host, administrator, pillarTemplate, ids);
        }
    }

    Provisioning(TenancySettings settings, Vaults vaults, List<OnboardingStep> steps, List<HouseWitness> witnesses) {
        this.source = new ProvisioningSource(settings);
        this.warm = new WarmConnections(source);
        this.platform = new PlatformSchema(source, vaults);
        this.vaults = vaults;
        this.steps = List.copyOf(steps);
        this.witnesses = List.copyOf(witnesses);
    }

    /** Makes or migrates the platform's own schema. Other workers wait meanwhile. */
    public void migratePlatform() {
        platform.migrate();
    }

    /**
     * Works the oldest waiting order that no other worker has in hand.
     *
     * @return false when none waits, or when PostgreSQL went away over one: it is better tried again after a rest
     */
    public boolean workOne() {
        Order order = null;
        try (var borrowed = warm.take()) {
            var connection = borrowed.connection();
            order = claim(connection);
            if (order == null) {
                return false;
            }
            switch (order.kind()) {
                case "ONBOARD" -> onboard(connection, order);
                case "MIGRATE" -> migrate(connection, order);
                default -> throw new IllegalStateException("An order of unknown kind " + order.kind());
            }
            end(connection, order.id());
            connection.commit();
            borrowed.keep();
        } catch (SQLException | RuntimeException e) {
            if (order == null) {
                throw new IllegalStateException("Orders cannot be read", e);
            }
            LOG.warn("Order {} for {} failed", order.id(), order.slug(), e);
            var failure = OrderFailure.of(e);
            fail(order, failure);
            return !failure.interrupted();
        }
        return true;
    }

    /**
     * Gives both logins of a tenant new passwords, and their settings if they changed them. Connections that are open go
     * on; new ones need the new password, which applications read by themselves when the old one is refused.
     */
    public void renewPasswords(TenantId tenant) {
        try (var connection = source.open()) {
            connection.setAutoCommit(false);
            var key = keyOf(connection, tenant);
            limit(connection, key);
            for (var kind : LoginKind.values()) {
                renew(connection, tenant, new Login(key + kind.suffix(), Vault.newPassword()), kind);
            }
            tell(connection, tenant, HouseWitness.Deed.RENEWED, TenantSchema.VERSION, TenantSchema.VERSION);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The passwords of tenant " + tenant + " could not be renewed", e);
        }
    }

    private void renew(Connection connection, TenantId tenant, Login login, LoginKind kind) throws SQLException {
        try (var update = connection.prepareStatement(
                "update platform.tenant_login set secret = ? where tenant_id = ? and kind = ?")) {
            update.setBytes(1, vaults.of(kind).seal(login));
            update.setObject(2, tenant.value());
            update.setString(3, kind.name());
            update.executeUpdate();
        }
        PlatformSchema.set(connection, "cabildo.login", login.name());
        PlatformSchema.set(connection, "cabildo.verifier", PlatformSchema.verifier(login));
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                      execute format('alter role %I password %L', current_setting('cabildo.login'),
                                     current_setting('cabildo.verifier'));
                    end $$
                    """);
        }
    }

    private static String keyOf(Connection connection, TenantId tenant) throws SQLException {
        try (var query =
                connection.prepareStatement("select key from platform.tenant where id = ? for no key update")) {
            query.setObject(1, tenant.value());
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    throw new Unknown("tenant", tenant);
                }
                return row.getString(1);
            }
        }
    }

    private static @Nullable Order claim(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("""
                        select * from platform.tenant_order where state = 'WAITING'
                         order by attempts + interruptions, requested_at, id limit 1 for update skip locked
                        """);
                var row = query.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            return new Order(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    new TenantId(row.getObject("tenant_id", UUID.class)),
                    row.getString("name"),
                    row.getString("slug"),
                    row.getString("host"),
                    TenantKind.valueOf(row.getString("tenant_kind")),
                    row.getString("government_code"),
                    row.getString("region_code"),
                    row.getString("time_zone"),
                    row.getBoolean("synthetic"),
                    row.getString("administrator"),
                    row.getString("pillar_template"),
                    row.getString("members"),
                    row.getInt("attempts"),
                    row.getInt("interruptions"));
        }
    }

    private void onboard(Connection connection, Order order) throws SQLException {
        var key = newKey();
        var office = new Login(key + LoginKind.OFFICE.suffix(), Vault.newPassword());
        var portal = new Login(key + LoginKind.PORTAL.suffix(), Vault.newPassword());
        PlatformSchema.set(connection, "cabildo.key", key);
        PlatformSchema.set(connection, "cabildo.office", PlatformSchema.verifier(office));
        PlatformSchema.set(connection, "cabildo.portal", PlatformSchema.verifier(portal));
        found(connection);
        limit(connection, key);
        replay(connection, key, 0);
        register(connection, order, key);
        keep(connection, order.tenant(), LoginKind.OFFICE, office);
        keep(connection, order.tenant(), LoginKind.PORTAL, portal);
        PlatformSchema.set(connection, "search_path", key + ", platform, ext");
        for (var step : steps) {
            step.apply(connection, order.onboarded());
        }
        tell(connection, order.tenant(), HouseWitness.Deed.MADE, 0, TenantSchema.VERSION);
    }

    private void tell(Connection connection, TenantId tenant, HouseWitness.Deed deed, int from, int to) {
        var making = Sql.on(connection);
        for (var witness : witnesses) {
            witness.did(making, tenant, deed, from, to);
        }
    }

    /** Roles and schema under an opaque key: an owner for DDL, two logins that are members of nothing. */
    private static void found(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    do $$
                    declare
                      key text := current_setting('cabildo.key');
                    begin
                      execute format('create role %I nologin', key || '_owner');
                      execute format('create role %I login password %L', key || '_office', current_setting('cabildo.office'));
                      execute format('create role %I login password %L', key || '_portal', current_setting('cabildo.portal'));
                      execute format('create schema %I authorization %I', key, key || '_owner');
                    end $$
                    """);
        }
    }

    /** What every session of a login starts with. A login may change its own settings: this sets them right again. */
    private static void limit(Connection connection, String key) throws SQLException {
        PlatformSchema.set(connection, "cabildo.key", key);
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    do $$
                    declare
                      key text := current_setting('cabildo.key');
                      login text;
                    begin
                      foreach login in array array[key || '_office', key || '_portal'] loop
                        execute format('alter role %I reset all', login);
                        execute format('alter role %I set search_path = %I, ext', login, key);
                        execute format('alter role %I set statement_timeout = %L', login,
                                       case when login like '%\\_portal' then '5s' else '15s' end);
                        execute format('alter role %I set lock_timeout = %L', login, '3s');
                        execute format('alter role %I set idle_in_transaction_session_timeout = %L', login, '30s');
                      end loop;
                    end $$
                    """);
        }
    }

    /** The changelog's script and the rights, under the owner role. */
    private void replay(Connection connection, String key, int fromVersion) throws SQLException {
        PlatformSchema.set(connection, "role", key + "_owner");
        PlatformSchema.set(connection, "search_path", key + ", ext");
        try (var statement = connection.createStatement()) {
            statement.execute(changelog.scriptFrom(fromVersion));
        }
        PlatformSchema.set(connection, "search_path", key + ", ext");
        grant(connection);
        PlatformSchema.set(connection, "role", "none");
    }

    /** Rights follow from names, never by hand. */
    private static void grant(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    do $$
                    declare
                      key text := current_schema();
                      office text := current_schema() || '_office';
                      portal text := current_schema() || '_portal';
                      name text;
                    begin
                      execute format('grant usage on schema %I to %I, %I', key, office, portal);
                      for name in select relname from pg_class
                                   where relnamespace = key::regnamespace and relkind in ('r', 'p') loop
                        if name in ('databasechangelog', 'databasechangeloglock') then
                          continue;
                        end if;
                        if name = 'ledger_entry' then -- what was done stays done
                          execute format('grant select, insert on %I to %I', name, office);
                          execute format('grant select on %I to %I', name, portal);
                          continue;
                        end if;
                        execute format('grant select, insert, update, delete on %I to %I', name, office);
                        if name like 'published\\_%' then
                          execute format('grant select on %I to %I', name, portal);
                        elsif name like 'citizen\\_%' then
                          execute format('grant select, insert, update on %I to %I', name, portal);
                        elsif name = 'event_publication' then
                          execute format('grant insert on %I to %I', name, portal);
                        end if;
                      end loop;
                    end $$
                    """);
        }
    }

    private static void register(Connection connection, Order order, String key) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into platform.tenant (id, key, kind, name, slug, government_code, region_code, time_zone,
                                             synthetic, schema_version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setObject(1, order.tenant().value());
            insert.setString(2, key);
            insert.setString(3, order.tenantKind().name());
            insert.setString(4, order.name());
            insert.setString(5, order.slug());
            insert.setString(6, order.governmentCode());
            insert.setString(7, order.regionCode());
            insert.setString(8, order.zone());
            insert.setBoolean(9, order.synthetic());
            insert.setInt(10, TenantSchema.VERSION);
            insert.executeUpdate();
        }
    }

    private void keep(Connection connection, TenantId tenant, LoginKind kind, Login login) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into platform.tenant_login (tenant_id, kind, login, secret) values (?, ?, ?, ?)")) {
            insert.setObject(1, tenant.value());
            insert.setString(2, kind.name());
            insert.setString(3, login.name());
            insert.setBytes(4, vaults.of(kind).seal(login));
            insert.executeUpdate();
        }
    }

    private void migrate(Connection connection, Order order) throws SQLException {
        try (var query = connection.prepareStatement(
                "select key, schema_version from platform.tenant where id = ? for no key update")) {
            query.setObject(1, order.tenant().value());
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("There is no such tenant");
                }
                int version = row.getInt("schema_version");
                if (version > TenantSchema.VERSION) {
                    throw new IllegalStateException(
                            "The schema has version %d, ahead of this code's %d: run the newer release"
                                    .formatted(version, TenantSchema.VERSION));
                }
                if (version < TenantSchema.VERSION) {
                    replay(connection, row.getString("key"), version);
                    tell(connection, order.tenant(), HouseWitness.Deed.MIGRATED, version, TenantSchema.VERSION);
                }
            }
        }
        try (var update = connection.prepareStatement("update platform.tenant set schema_version = ? where id = ?")) {
            update.setInt(1, TenantSchema.VERSION);
            update.setObject(2, order.tenant().value());
            update.executeUpdate();
        }
    }

    private static void end(Connection connection, UUID order) throws SQLException {
        try (var update = connection.prepareStatement(
                "update platform.tenant_order set state = 'DONE', ended_at = now(), reason = null,"
                        + " cause = null, attempts = attempts + 1 where id = ?")) {
            update.setObject(1, order);
            update.executeUpdate();
        }
    }

    /** Says why; an order that failed for a passing reason waits for another try. An outage uses up none of its tries. */
    private void fail(Order order, OrderFailure failure) {
        try (var connection = source.open();
                var update = connection.prepareStatement("""
                        update platform.tenant_order
                           set attempts = attempts + ?, interruptions = interruptions + ?, reason = ?, cause = ?,
                               state = case when ? then 'WAITING' else 'FAILED' end,
                               ended_at = case when ? then null else now() end
                         where id = ? and state = 'WAITING'
                        """)) {
            boolean interrupted = failure.interrupted();
            boolean again = interrupted
                    ? order.interruptions() + 1 < INTERRUPTIONS
                    : failure.passing() && order.attempts() + 1 < ATTEMPTS;
            update.setInt(1, interrupted ? 0 : 1);
            update.setInt(2, interrupted ? 1 : 0);
            update.setString(3, failure.reason());
            update.setString(4, failure.cause().name());
            update.setBoolean(5, again);
            update.setBoolean(6, again);
            update.setObject(7, order.id());
            update.executeUpdate();
        } catch (SQLException e) {
            LOG.warn("The failure of order {} could not be recorded; it waits for another try", order.id(), e);
        }
    }

    private static String newKey() {
        var alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
        var key = new StringBuilder("t");
        for (int i = 0; i < 14; i++) {
            key.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return key.toString();
    }
}
