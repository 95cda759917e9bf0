package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cabildo.kernel.Ids;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Machine;
import org.cabildo.testing.RoomTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What somebody gets who can say anything at all to PostgreSQL in the name of one tenant, as an injection would: on a
 * connection of their own, and on one of the pool that others use afterwards.
 */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackTest {

    private static final String DENIED = "42501";

    /**
     * Something said in another tenant's despite.
     *
     * @param sql with the victim's schema and roles as {@code <schema> <owner> <office> <portal>}
     * @param refusedWith SQLSTATE it must be refused with; null: it may pass, but gets nothing
     */
    record Attack(String sql, @Nullable String refusedWith) {

        Attack on(String key, long largeObject) {
            return new Attack(
                    sql.replace("<schema>", key)
                            .replace("<owner>", key + "_owner")
                            .replace("<office>", key + "_office")
                            .replace("<portal>", key + "_portal")
                            .replace("<lo>", Long.toString(largeObject)),
                    refusedWith);
        }

        @Override
        public String toString() {
            return sql;
        }
    }

    static Stream<Arguments> attacks() {
        var rows = "select * from <schema>.event_publication";
        return Stream.of(
                        // becoming somebody else
                        new Attack("reset role; " + rows, DENIED),
                        new Attack("set role <owner>", DENIED),
                        new Attack("set role <office>", DENIED),
                        new Attack("set role <portal>", DENIED),
                        new Attack("set role cabildo_office", DENIED),
                        new Attack("set role cabildo_provisioner", DENIED),
                        new Attack("set role postgres", DENIED),
                        new Attack("set role pg_read_all_data", DENIED),
                        new Attack("set role none; " + rows, DENIED),
                        new Attack("begin; set local role <owner>; " + rows + "; commit", DENIED),
                        new Attack("set session authorization <office>", DENIED),
                        new Attack("set local session authorization <office>", DENIED),
                        new Attack("reset session authorization; " + rows, DENIED),
                        new Attack("set session authorization default; " + rows, DENIED),
                        new Attack("select set_config('role', '<owner>', false)", DENIED),
                        new Attack("select set_config('session_authorization', '<office>', false)", DENIED),
                        new Attack("reset all; " + rows, DENIED),
                        new Attack("discard all; " + rows, DENIED),
                        new Attack("discard all; set role <owner>; " + rows, DENIED),
                        new Attack("grant <office> to current_user", DENIED),
                        new Attack("grant <owner> to current_user with set true", DENIED),
                        new Attack("alter role <office> password 'mine'", DENIED),
                        new Attack("alter role <office> set search_path = public", DENIED),
                        new Attack("alter role current_user createrole", DENIED),
                        new Attack("alter role current_user superuser", DENIED),
                        new Attack("create role accomplice", DENIED),
                        new Attack("drop role <portal>", DENIED),
                        new Attack("drop owned by <owner>", DENIED),
                        new Attack("reassign owned by <owner> to current_user", DENIED),
                        // reading past the fence
                        new Attack(rows, DENIED),
                        new Attack("select version from <schema>.published_state", DENIED),
                        new Attack("set search_path = <schema>; select body from event_publication", "42P01"),
                        new Attack(
                                "select set_config('search_path', '<schema>', false); table event_publication",
                                "42P01"),
                        new Attack("select 1; " + rows, DENIED),
                        new Attack("select 1; set role <owner>; " + rows, DENIED),
                        new Attack("select '<schema>.event_publication'::regclass", DENIED),
                        new Attack("begin; lock table <schema>.event_publication", DENIED),
                        new Attack("explain analyze " + rows, DENIED),
                        new Attack("select query_to_xml('" + rows + "', true, false, '')", DENIED),
                        new Attack(
                                "select query_to_xml('select set_config(''role'', ''<owner>'', false)', true, false, '')",
                                DENIED),
                        new Attack(
                                "select query_to_xml('select set_config(''role'', ''<owner>'', true)', true, false, ''),"
                                        + " query_to_xml('" + rows + "', true, false, '')",
                                DENIED),
                        new Attack("select table_to_xml('<schema>.event_publication', true, false, '')", DENIED),
                        new Attack("select schema_to_xml('<schema>', true, false, '')", null),
                        new Attack("select database_to_xml(true, false, '')", null),
                        new Attack("do $$ begin execute 'set role <owner>'; end $$", DENIED),
                        new Attack(
                                "do $$ declare r record; begin execute '" + rows + "' into r; raise '%', r; end $$",
                                DENIED),
                        new Attack("do $$ begin perform set_config('role', '<owner>', false); end $$; " + rows, DENIED),
                        new Attack("select * from platform.tenant", DENIED),
                        new Attack("select * from platform.tenant_login", DENIED),
                        new Attack("select * from platform.person", DENIED),
                        new Attack("select * from platform.invitation", DENIED),
                        new Attack("select sealed from platform.mail", DENIED),
                        new Attack("update platform.office_session set ended_at = null", DENIED),
                        new Attack("delete from platform.tenant_order", DENIED),
                        new Attack("insert into <schema>.event_publication select * from event_publication", DENIED),
                        new Attack("update <schema>.published_state set version = 0", DENIED),
                        new Attack("truncate <schema>.event_publication", DENIED),
                        new Attack("drop schema <schema> cascade", DENIED),
                        new Attack("alter schema <schema> owner to current_user", DENIED),
                        new Attack("grant select on <schema>.event_publication to current_user", DENIED),
                        new Attack("select * from pg_stats where schemaname = '<schema>'", null),
                        new Attack("select * from pg_statistic", DENIED),
                        new Attack("select * from pg_statistic_ext_data", DENIED),
                        new Attack("select tableoid::regclass, ctid, * from <schema>.event_publication", DENIED),
                        // making something to come back through
                        new Attack(
                                "create function steal() returns text language sql security definer as 'select 1::text'",
                                DENIED),
                        new Attack("create function public.steal() returns int language sql as 'select 1'", DENIED),
                        new Attack("create function ext.steal() returns int language sql as 'select 1'", DENIED),
                        new Attack("create function pg_temp.steal() returns int language sql as 'select 1'", DENIED),
                        new Attack("create temp table loot (x text)", DENIED),
                        new Attack("create table loot (x text)", DENIED),
                        new Attack("create table public.loot (x text)", DENIED),
                        new Attack("create table platform.loot (x text)", DENIED),
                        new Attack("create view loot as select 1", DENIED),
                        new Attack("create temp view loot as select 1", DENIED),
                        new Attack("create type loot as enum ('x')", DENIED),
                        new Attack("create schema loot", DENIED),
                        new Attack("create extension dblink", DENIED),
                        new Attack("create extension postgres_fdw", DENIED),
                        new Attack("create publication loot for all tables", DENIED),
                        new Attack(
                                "create event trigger loot on ddl_command_end execute function ext.unaccent_init()",
                                null),
                        new Attack(
                                "create trigger loot before insert on event_publication execute function suppress_redundant_updates_trigger()",
                                DENIED),
                        new Attack("create rule loot as on insert to published_state do nothing", DENIED),
                        new Attack("alter table published_state disable trigger all", DENIED),
                        new Attack("alter table published_state inherit <schema>.published_state", DENIED),
                        new Attack("alter database cabildo set search_path = public", DENIED),
                        new Attack("drop table event_publication", DENIED),
                        new Attack("comment on table published_state is 'mine'", DENIED),
                        // leaving the database
                        new Attack("copy (select 1) to program 'id'", DENIED),
                        new Attack("copy published_state from program 'id'", DENIED),
                        new Attack("copy (select 1) to '/tmp/loot'", DENIED),
                        new Attack("copy published_state from '/etc/passwd'", DENIED),
                        new Attack("select pg_read_file('/etc/passwd')", DENIED),
                        new Attack("select pg_ls_dir('.')", DENIED),
                        new Attack("select lo_import('/etc/passwd')", DENIED),
                        new Attack("select lo_export(<lo>, '/tmp/loot')", DENIED),
                        new Attack("load '$libdir/dblink'", DENIED),
                        new Attack("alter system set log_statement = 'all'", DENIED),
                        new Attack("select pg_reload_conf()", DENIED),
                        // the server's own knowledge, and other sessions
                        new Attack("select * from pg_authid", DENIED),
                        new Attack("select * from pg_shadow", DENIED),
                        new Attack("select * from pg_hba_file_rules", DENIED),
                        new Attack("select * from pg_largeobject", DENIED),
                        new Attack("select convert_from(lo_get(<lo>), 'UTF8')", DENIED),
                        new Attack("select lo_put(<lo>, 0, 'x')", DENIED),
                        new Attack("select lo_unlink(<lo>)", DENIED),
                        new Attack("select query from pg_stat_activity", null),
                        new Attack("select * from pg_cursors", null),
                        new Attack("select * from pg_prepared_statements", null),
                        new Attack(
                                "select pg_terminate_backend(pid) from pg_stat_activity where usename = '<office>'",
                                DENIED),
                        new Attack(
                                "select pg_cancel_backend(pid) from pg_stat_activity where usename = '<office>'",
                                DENIED),
                        new Attack("set session_replication_role = replica", DENIED),
                        new Attack("set log_statement = 'none'", DENIED),
                        new Attack("prepare transaction 'loot'", null))
                .flatMap(attack -> Stream.of(LoginKind.values()).map(kind -> Arguments.of(attack, kind)));
    }

    @Autowired
    FreshTenants fresh;

    @Autowired
    ScopedConnections officeConnections;

    @Autowired
    Vaults vaults;

    @Autowired
    TenancySettings settings;

    @Autowired
    Provisioning provisioning;

    private final String secret = "canary " + Ids.next();
    private final long secretNumber = 918_273_645L;
    private final Map<LoginKind, ScopedConnections> connections = new EnumMap<>(LoginKind.class);
    private final Map<LoginKind, Logins> logins = new EnumMap<>(LoginKind.class);
    private final List<KeyedPool> pools = new ArrayList<>();
    private TenantId attacker = new TenantId(Ids.next());
    private TenantId victim = attacker;
    private TenantId bystander = attacker;
    private String victimKey = "";
    private long largeObject;
    private @Nullable Connection busy; // a session of the victim that others might watch

    @BeforeAll
    void oneTenantHasASecretAndAnotherIsAttacked() throws SQLException {
        attacker = fresh.municipality("ladron");
        victim = fresh.municipality("renca");
        bystander = fresh.municipality("maipu");
        victimKey = Overseer.keyOf(victim);
        for (var kind : LoginKind.values()) {
            var pool = new KeyedPool(settings.databaseUrl(), "attack", "", settings.pool());
            pools.add(pool);
            logins.put(kind, new Logins(kind, vaults, pool));
            connections.put(kind, new ScopedConnections(logins.get(kind)));
        }
        busy = raw(victim, LoginKind.OFFICE);
        try (var statement = busy.createStatement()) {
            statement.execute("insert into event_publication (id, kind, body, occurred_at) values (gen_random_uuid(),"
                    + " 'canary', '" + secret + "', now())");
            statement.execute("update published_state set version = " + secretNumber);
            try (var created = statement.executeQuery("select lo_from_bytea(0, '" + secret + "')")) {
                created.next();
                largeObject = created.getLong(1);
            }
            statement.execute("select pg_advisory_lock(7), '" + secret + "'");
        }
    }

    @AfterAll
    void clear() throws SQLException {
        try (var connection = busy;
                var statement = connection.createStatement()) {
            statement.execute("select lo_unlink(" + largeObject + ")");
        }
        for (var pool : pools) {
            pool.close();
        }
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("attacks")
    void onAConnectionOfItsOwnItGetsNothing(Attack attack, LoginKind kind) throws SQLException {
        var login = loginOf(attacker, kind);
        try (var connection = raw(attacker, kind)) {
            var got = new Loot();

            assertThat(got.say(connection, attack.on(victimKey, largeObject).sql(), false))
                    .isEqualTo(expected(attack, got));

            assertThat(got.all()).noneMatch(this::isSecret);
            got.say(connection, "rollback", false);
            assertThat(Overseer.rows(connection, "select current_user, session_user"))
                    .containsExactly(login.name() + "|" + login.name());
            assertThat(got.say(connection, "select body from " + victimKey + ".event_publication", false))
                    .isEqualTo(DENIED);
        }
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("attacks")
    void onAConnectionOfThePoolItGetsNothingAndLeavesNothingToTheNext(Attack attack, LoginKind kind)
            throws SQLException {
        var got = new Loot();

        try (var connection = borrow(attacker, kind)) {
            assertThat(got.say(connection, attack.on(victimKey, largeObject).sql(), true))
                    .isEqualTo(expected(attack, got));
            got.say(connection, "select body from " + victimKey + ".event_publication", true);
        }
        try (var connection = borrow(bystander, kind)) {
            assertThat(Overseer.rows(connection, "select current_user"))
                    .containsExactly(loginOf(bystander, kind).name());
            got.say(connection, "select body from event_publication", true);
            got.say(connection, "select version from published_state", true);
        }

        assertThat(got.all()).noneMatch(this::isSecret);
        try (var connection = borrow(victim, kind)) {
            assertThat(Overseer.rows(connection, "select version from published_state"))
                    .containsExactly(Long.toString(secretNumber));
        }
    }

    private static @Nullable String expected(Attack attack, Loot got) {
        return attack.refusedWith() == null ? got.refusal() : attack.refusedWith();
    }

    private boolean isSecret(String text) {
        return text.contains(secret) || text.contains(Long.toString(secretNumber));
    }

    @ParameterizedTest
    @EnumSource
    void aCursorHeldOpenIsNotThereForTheNextBorrower(LoginKind kind) throws SQLException {
        try (var connection = borrow(victim, kind)) {
            new Loot()
                    .say(
                            connection,
                            "begin; declare left_open cursor with hold for select version from published_state; commit",
                            false);
        }
        var got = new Loot();

        try (var connection = borrow(attacker, kind)) {
            assertThat(got.say(connection, "fetch all from left_open", false)).isEqualTo("34000");
        }

        assertThat(got.all()).noneMatch(this::isSecret);
    }

    @ParameterizedTest
    @EnumSource
    void aPreparedStatementIsNotThereForTheNextBorrower(LoginKind kind) throws SQLException {
        try (var connection = borrow(victim, kind)) {
            new Loot().say(connection, "prepare left_there as select version from published_state", false);
        }

        try (var connection = borrow(attacker, kind)) {
            assertThat(new Loot().say(connection, "execute left_there", false)).isEqualTo("26000");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangedPathLeadsNobodyElseAstray(LoginKind kind) throws SQLException {
        try (var connection = borrow(attacker, kind)) {
            new Loot().say(connection, "set search_path = " + victimKey + ", pg_catalog", false);
        }

        for (var next : List.of(bystander, attacker)) {
            try (var connection = borrow(next, kind)) {
                var got = new Loot();
                got.say(connection, "select version from published_state", false);
                assertThat(got.all()).noneMatch(this::isSecret);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTransactionLeftOpenSwallowsNothingOfTheNextBorrower(LoginKind kind) throws SQLException {
        var tenant = fresh.municipality("abierta");
        try (var connection = borrow(tenant, kind)) {
            new Loot().say(connection, "begin", false);
        }

        var id = Ids.next();
        try (var connection = borrow(tenant, kind)) {
            new Loot()
                    .say(
                            connection,
                            "insert into event_publication (id, kind, body, occurred_at) values ('" + id
                                    + "', 'kept', '', now())",
                            false);
        }

        assertThat(Overseer.rows("select id from " + Overseer.keyOf(tenant) + ".event_publication where kind = 'kept'"))
                .containsExactly(id.toString());
    }

    @Test
    void aTenantsLocksStopNobodysWork() throws SQLException {
        try (var connection = raw(attacker, LoginKind.PORTAL)) {
            new Loot().say(connection, "select pg_advisory_lock(n) from generate_series(1, 500) n", false);

            assertThat(fresh.municipality("tranquila")).isNotNull();
        }
    }

    @Test
    void citizensSideReadsNoDraftOfItsOwnTenant() throws SQLException {
        try (var connection = raw(victim, LoginKind.PORTAL)) {
            var got = new Loot();

            assertThat(got.say(connection, "select body from event_publication", false))
                    .isEqualTo(DENIED);
            assertThat(got.say(connection, "update published_state set version = 1", false))
                    .isEqualTo(DENIED);
            assertThat(got.say(connection, "delete from event_publication", false))
                    .isEqualTo(DENIED);
            assertThat(got.rows()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void wrongAndForeignPasswordsAreRefused(LoginKind kind) throws SQLException {
        var own = loginOf(victim, kind);
        var other = kind == LoginKind.OFFICE ? LoginKind.PORTAL : LoginKind.OFFICE;
        var foreign = List.of(
                "wrong",
                " ",
                loginOf(attacker, kind).password(),
                loginOf(victim, other).password(),
                vaults.of(kind).platformLogin(kind).password(),
                Machine.postgres().provisioner().password());

        for (var password : foreign) {
            assertThatThrownBy(() -> DriverManager.getConnection(settings.databaseUrl(), own.name(), password)
                            .close())
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
        }
        assertThatThrownBy(
                        () -> DriverManager.getConnection(settings.databaseUrl(), victimKey + "_owner", own.password())
                                .close())
                .isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @EnumSource
    void noLoginMayReplicate(LoginKind kind) throws SQLException {
        var login = loginOf(attacker, kind);
        var url = settings.databaseUrl() + "?replication=database&assumeMinServerVersion=9.4&preferQueryMode=simple";

        assertThatThrownBy(() -> DriverManager.getConnection(url, login.name(), login.password())
                        .close())
                .isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @EnumSource
    void whoSpoilsItsOwnLoginHarmsNobodyElseAndIsHealedByNewPasswords(LoginKind kind) throws SQLException {
        var spoilt = fresh.municipality("torpe");
        var name = loginOf(spoilt, kind).name();
        try (var connection = raw(spoilt, kind)) {
            var got = new Loot();
            assertThat(got.say(connection, "alter role current_user password 'mine'", false))
                    .isNull();
            assertThat(got.say(connection, "alter role current_user set search_path = public", false))
                    .isNull();
            assertThat(got.say(connection, "alter role current_user set statement_timeout = 0", false))
                    .isNull();
        }
        try (var connection = borrow(victim, kind)) {
            assertThat(Overseer.rows(connection, "select version from published_state"))
                    .containsExactly(Long.toString(secretNumber));
        }

        provisioning.renewPasswords(spoilt);

        try (var connection = borrow(spoilt, kind)) {
            assertThat(Overseer.rows(
                            connection, "select current_user, current_schema(), current_setting('statement_timeout')"))
                    .containsExactly(
                            name + "|" + Overseer.keyOf(spoilt) + "|" + (kind == LoginKind.OFFICE ? "15s" : "5s"));
        }
    }

    private Login loginOf(TenantId tenant, LoginKind kind) throws SQLException {
        return logins.get(kind).of(new Scope.OfTenant(tenant));
    }

    private Connection raw(TenantId tenant, LoginKind kind) throws SQLException {
        var login = loginOf(tenant, kind);
        return DriverManager.getConnection(settings.databaseUrl(), login.name(), login.password());
    }

    private Connection borrow(TenantId tenant, LoginKind kind) throws SQLException {
        return TenantScope.call(
                new Scope.OfTenant(tenant), () -> connections.get(kind).getConnection());
    }
}
