package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cabildo.kernel.Ids;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Somebody leaves a session as nobody should: whoever borrows next finds nothing of it. Another tenant never gets that
 * session; the same tenant gets it only if nothing is left in it that could lead its own work astray.
 */
@RoomTest
@TestInstance(Lifecycle.PER_CLASS) // two tenants serve all poisons
class PoisonedPoolTest {

    private static final Duration LATER = Duration.ofMinutes(10);

    /** All that a session could have been left with. */
    private static final String LEFT = """
            select current_user, session_user, current_setting('role'), current_setting('search_path'),
                   current_setting('statement_timeout'), current_setting('lock_timeout'), current_setting('timezone'),
                   current_setting('datestyle'), current_setting('default_transaction_isolation'),
                   current_setting('transaction_read_only'), current_setting('default_transaction_read_only'),
                   coalesce(current_setting('cabildo.left', true), ''), pg_current_xact_id_if_assigned(),
                   (select count(*) from pg_cursors where name = 'left_open'),
                   (select count(*) from pg_prepared_statements where name = 'left_there'),
                   (select count(*) from pg_listening_channels()),
                   (select count(*) from pg_locks where pid = pg_backend_pid() and locktype = 'advisory'),
                   to_regclass('pg_temp.left_here'), (select count(*) from event_publication)
            """;

    @Autowired
    FreshTenants fresh;

    @Autowired
    TenancySettings settings;

    @Autowired
    Logins known;

    private KeyedPool pool;
    private Login renca;
    private Login maipu;

    @BeforeAll
    void thereAreTwoTenants() throws SQLException {
        renca = known.of(new Scope.OfTenant(fresh.municipality("renca")));
        maipu = known.of(new Scope.OfTenant(fresh.municipality("maipu")));
    }

    @BeforeEach
    void theyShareAPool() {
        pool = new KeyedPool(
                settings.databaseUrl(),
                "poison",
                "",
                new TenancySettings.Pool(2, 1, Duration.ofSeconds(5), LATER, LATER));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    /** What a statement's own text can leave behind. */
    static Stream<String> poisons() {
        return Stream.of(
                "set search_path = pg_catalog",
                "select set_config('search_path', 'public', false)",
                "begin; set local search_path = public",
                "do $$ begin perform set_config('search_path', 'public', false); end $$",
                "set statement_timeout = 1",
                "set lock_timeout = 1",
                "set timezone = 'Asia/Tokyo'",
                "set datestyle = 'SQL, DMY'",
                "set session characteristics as transaction isolation level serializable read only",
                "set default_transaction_read_only = on",
                "set cabildo.left = 'here'",
                "begin",
                "begin; select 1 / 0",
                "begin; insert into event_publication (id, kind, body, occurred_at)"
                        + " values (gen_random_uuid(), 'left', '', now())",
                "begin; savepoint one; rollback to one",
                "begin; declare left_open cursor with hold for select 1; commit",
                "begin; declare left_open cursor for select 1",
                "prepare left_there as select 1",
                "listen left_channel",
                "select pg_advisory_lock(42)",
                "begin; select pg_advisory_xact_lock(42)",
                "create temp table left_here (x int)",
                "begin; set local statement_timeout = 30; select pg_sleep(5)",
                "begin; set constraints all deferred",
                "set role none",
                "discard all");
    }

    @ParameterizedTest
    @MethodSource("poisons")
    void anotherTenantFindsNothingOfIt(String poison) throws SQLException {
        var clean = left(maipu);
        pool.close();
        pool = new KeyedPool(
                settings.databaseUrl(),
                "poison",
                "",
                new TenancySettings.Pool(2, 1, Duration.ofSeconds(5), LATER, LATER));

        int spoilt = spoil(renca, poison);

        try (var next = pool.borrow(maipu)) {
            assertThat(pid(next)).isNotEqualTo(spoilt);
            assertThat(Overseer.rows(next, LEFT)).isEqualTo(clean);
        }
    }

    /** Those that change whose rows a name leads to, or what is committed, are not lent on; the rest harm nobody's rows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "set search_path = pg_catalog",
                "select set_config('search_path', 'public', false)",
                "begin; set local search_path = public",
                "do $$ begin perform set_config('search_path', 'public', false); end $$",
                "set timezone = 'Asia/Tokyo'",
                "set datestyle = 'SQL, DMY'",
                "set default_transaction_read_only = on",
                "begin",
                "begin; select 1 / 0",
                "begin; insert into event_publication (id, kind, body, occurred_at)"
                        + " values (gen_random_uuid(), 'left', '', now())",
                "begin; declare left_open cursor for select 1",
                "begin; select pg_advisory_xact_lock(42)",
                "create temp table left_here (x int)",
                "begin; set local statement_timeout = 30; select pg_sleep(5)"
            })
    void theSameTenantsNextWorkFindsNothingOfIt(String poison) throws SQLException {
        var clean = left(renca);

        spoil(renca, poison);

        assertThat(left(renca)).isEqualTo(clean);
        writes(renca);
    }

    /** A change that its borrower makes through the driver. */
    interface Change {
        void to(Connection connection) throws SQLException;
    }

    static Stream<Change> changes() {
        return Stream.of(
                connection -> connection.setAutoCommit(false),
                connection -> connection.setReadOnly(true),
                connection -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE),
                connection -> connection.setSchema("public"),
                connection -> connection.setHoldability(ResultSet.HOLD_CURSORS_OVER_COMMIT),
                connection -> connection.setClientInfo("ApplicationName", "somebody else"),
                connection -> {
                    connection.setAutoCommit(false);
                    connection.setReadOnly(true);
                    pid(connection);
                },
                connection -> {
                    connection.setAutoCommit(false);
                    connection.setSavepoint("left");
                },
                connection -> {
                    connection.setAutoCommit(false);
                    assertThatThrownBy(() -> Overseer.rows(connection, "select 1 / 0"))
                            .isInstanceOf(SQLException.class);
                });
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatTheDriverWasToldIsForgottenForTheNextWork(Change change) throws SQLException {
        var clean = left(renca);
        try (var connection = pool.borrow(renca)) {
            change.to(connection);
        }

        try (var next = pool.borrow(renca)) {
            assertThat(next.getAutoCommit()).isTrue();
            assertThat(next.isReadOnly()).isFalse();
            assertThat(next.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            assertThat(Overseer.rows(next, "select current_setting('application_name')"))
                    .containsExactly("poison");
        }
        assertThat(left(renca)).isEqualTo(clean);
        writes(renca);
    }

    @Test
    void whatIsInterruptedInTheMidstOfAnAnswerGivesItToNobody() throws Exception {
        int interrupted = pid(renca);
        var asked = new CountDownLatch(1);
        var work = new FutureTask<>(() -> {
            try (var connection = pool.borrow(renca);
                    var statement = connection.createStatement()) {
                asked.countDown();
                return statement.execute("select pg_sleep(30), 'for the one who was interrupted'");
            }
        });
        var thread = Thread.ofVirtual().start(work);
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        await().until(() -> Overseer.count(
                        "select count(*) from pg_stat_activity where pid = ? and wait_event = 'PgSleep'", interrupted)
                == 1);

        thread.interrupt();

        assertThatThrownBy(() -> work.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        assertThat(pid(renca)).isNotEqualTo(interrupted);
        assertThat(pool.active()).isZero();
        assertThat(pool.open()).isEqualTo(1);
        writes(renca);
    }

    @Test
    void aSessionKilledBetweenTwoWorksIsNotNoticedByTheSecondLongEnough() throws SQLException {
        int killed = pid(renca);
        assertThat(Overseer.one("select pg_terminate_backend(?, 5000)", killed)).isEqualTo("t");

        assertThatThrownBy(() -> pid(renca)).isInstanceOf(SQLException.class); // it rested for less than a second

        assertThat(pid(renca)).isNotEqualTo(killed);
        assertThat(pool.active()).isZero();
    }

    private int spoil(Login login, String poison) throws SQLException {
        try (var connection = pool.borrow(login)) {
            int session = pid(connection);
            new Loot().say(connection, poison, false);
            return session;
        }
    }

    private List<String> left(Login login) throws SQLException {
        try (var connection = pool.borrow(login)) {
            return Overseer.rows(connection, LEFT);
        }
    }

    /** A row is written where it belongs, and stays. */
    private void writes(Login login) throws SQLException {
        var id = Ids.next();
        var schema = login.name().replace(LoginKind.OFFICE.suffix(), "");
        var kept = Overseer.rows("select id from " + schema + ".event_publication where kind = 'kept'");
        try (var connection = pool.borrow(login)) {
            new Loot()
                    .say(
                            connection,
                            "insert into event_publication (id, kind, body, occurred_at) values ('" + id
                                    + "', 'kept', '', now())",
                            false);
        }
        kept.add(id.toString());
        assertThat(Overseer.rows("select id from " + schema + ".event_publication where kind = 'kept'"))
                .containsExactlyInAnyOrderElementsOf(kept);
    }

    private int pid(Login login) throws SQLException {
        try (var connection = pool.borrow(login)) {
            return pid(connection);
        }
    }

    private static int pid(Connection connection) throws SQLException {
        return Integer.parseInt(
                Overseer.rows(connection, "select pg_backend_pid()").getFirst());
    }
}
