package org.cabildo.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.postgresql.util.PasswordUtil;

/** Makes and migrates the platform's own schema and its two logins. One worker does it, others wait. */
final class PlatformSchema {

    private static final String CHANGELOG = "db/changelog/platform/changelog.xml";
    private final ProvisioningSource source;
    private final Vaults vaults;

    PlatformSchema(ProvisioningSource source, Vaults vaults) {
        this.source = source;
        this.vaults = vaults;
    }

    void migrate() {
        try (var guard = source.open()) {
            found(guard);
            guard.setAutoCommit(false);
            try (var statement = guard.createStatement()) {
                // The row is locked while this session lives: after a kill it is free, and what Liquibase left is
                // stale.
                statement.execute("select 1 from platform.migration_guard for update");
            }
            update();
            login(guard, LoginKind.OFFICE);
            login(guard, LoginKind.PORTAL);
            grant(guard);
            guard.commit();
        } catch (SQLException | LiquibaseException e) {
            throw new IllegalStateException("The platform schema could not be migrated", e);
        }
    }

    private static void found(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create schema if not exists platform;
                    create schema if not exists ext;
                    create extension if not exists unaccent schema ext;
                    create table if not exists platform.migration_guard (one boolean primary key check (one));
                    insert into platform.migration_guard values (true) on conflict do nothing
                    """);
        }
    }

    private void update() throws SQLException, LiquibaseException {
        var resources = new ClassLoaderResourceAccessor(PlatformSchema.class.getClassLoader());
        try (var connection = source.open();
                var jdbc = new JdbcConnection(connection)) {
            var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(jdbc);
            database.setDefaultSchemaName("platform");
            database.setLiquibaseSchemaName("platform");
            try (var liquibase = new Liquibase(CHANGELOG, resources, database)) {
                liquibase.setShowSummary(UpdateSummaryEnum.OFF);
                liquibase.forceReleaseLocks();
                liquibase.update(new Contexts());
            }
        }
    }

    private void login(Connection connection, LoginKind kind) throws SQLException {
        var login = vaults.of(kind).platformLogin(kind);
        set(connection, "cabildo.login", login.name());
        set(connection, "cabildo.verifier", verifier(login));
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    do $$
                    declare
                      login text := current_setting('cabildo.login');
                      verifier text := current_setting('cabildo.verifier');
                    begin
                      if not exists (select from pg_roles where rolname = login) then
                        execute format('create role %I login', login);
                      end if;
                      execute format('alter role %I password %L', login, verifier);
                      execute format('alter role %I set search_path = platform, ext', login);
                      execute format('alter role %I set statement_timeout = %L', login, '15s');
                      execute format('alter role %I set lock_timeout = %L', login, '5s');
                      execute format('alter role %I set idle_in_transaction_session_timeout = %L', login, '30s');
                      execute format('grant usage on schema platform to %I', login);
                    end $$
                    """);
        }
    }

    /** The office works with all of the platform's rows but makes no tenant; the portal reads the open directory, and counts. */
    private static void grant(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    grant usage on schema ext to public;
                    revoke all on all tables in schema platform from cabildo_office, cabildo_portal;
                    grant select, insert, update, delete on all tables in schema platform to cabildo_office;
                    revoke insert, update, delete on tenant, tenant_login from cabildo_office;
                    revoke update, delete on ledger_head, ledger_key from cabildo_office;
                    revoke all on databasechangelog, databasechangeloglock, migration_guard from cabildo_office;
                    grant select on tenant, tenant_host, tenant_login, region, province, comuna, government, holiday, ogp_value,
                      policy_area, ogp_plan, national_commitment, consortium_member, consortium_rule,
                      commitment_count, told_commitment, told_milestone, told_state, ledger_head, ledger_key
                      to cabildo_portal
                    """);
        }
    }

    /** The password's SCRAM verifier: the password itself never reaches the server's log. */
    static String verifier(Login login) throws SQLException {
        return PasswordUtil.encodePassword(login.name(), login.password().toCharArray(), "scram-sha-256");
    }

    static void set(Connection connection, String name, String value) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config(?, ?, true)")) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.execute();
        }
    }
}
