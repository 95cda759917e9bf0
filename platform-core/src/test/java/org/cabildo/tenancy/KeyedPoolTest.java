package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class KeyedPoolTest {

    private static final Duration SOON = Duration.ofMillis(200);
    private static final Duration LATER = Duration.ofMinutes(10);

    @Autowired
    FreshTenants fresh;

    @Autowired
    TenancySettings settings;

    @Autowired
    Logins known;

    private @Nullable KeyedPool opened;

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void workOneAfterAnotherSharesAConnection() throws SQLException {
        var pool = pool(10, 4);
        var renca = login("renca");

        assertThat(pid(pool, renca)).isEqualTo(pid(pool, renca));
        assertThat(pool.open()).isEqualTo(1);
        assertThat(pool.active()).isZero();
    }

    @Test
    void longWorkGetsAConnectionMore() throws SQLException {
        var pool = pool(10, 2);
        var renca = login("renca");

        try (var first = pool.borrow(renca);
                var second = pool.borrow(renca)) {
            assertThat(pid(first)).isNotEqualTo(pid(second));
            assertThat(pool.active()).isEqualTo(2);
        }
        assertThat(pool.open()).isEqualTo(2);
    }

    @Test
    void aTenantThatUsesAllItsConnectionsIsRefusedAndNobodyElse() throws SQLException {
        var pool = pool(10, 1);
        var renca = login("renca");
        var maipu = login("maipu");

        try (var taken = pool.borrow(renca)) {
            assertThatThrownBy(() -> pool.borrow(renca)).isInstanceOf(SQLTransientConnectionException.class);
            assertThat(pid(pool, maipu)).isNotEqualTo(pid(taken));
        }
        assertThat(pid(pool, renca)).isPositive();
        assertThat(pool.active()).isZero();
    }

    @Test
    void aFloodOfOneTenantIsRefusedAndStarvesNobody() throws Exception {
        var pool = pool(10, 4);
        var renca = login("renca");
        var others = List.of(login("maipu"), login("salta"), login("jujuy"));
        var seated = new CountDownLatch(4);
        var ebb = new CountDownLatch(1);

        var flood = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                flood.add(threads.submit(() -> isSeatedUntil(ebb, seated, pool, renca)));
            }
            try {
                assertThat(seated.await(20, TimeUnit.SECONDS)).isTrue();
                for (int i = 0; i < 30; i++) {
                    assertThat(pid(pool, others.get(i % others.size()))).isPositive();
                }
                assertThat(pool.active()).isEqualTo(4);
            } finally {
                ebb.countDown();
            }
        }

        for (var drop : flood) {
            drop.get(); // was seated or refused, and nothing else
        }
        assertThat(pool.active()).isZero();
        assertThat(pid(pool, renca)).isPositive();
    }

    /** Keeps its connection until the flood ebbs; false: it was refused one. */
    private static boolean isSeatedUntil(CountDownLatch ebb, CountDownLatch seated, KeyedPool pool, Login login)
            throws Exception {
        try (var connection = pool.borrow(login)) {
            seated.countDown();
            ebb.await();
            return connection.isValid(5);
        } catch (SQLTransientConnectionException e) {
            return false;
        }
    }

    @Test
    void atTheCeilingTheConnectionThatRestedLongestMakesRoom() throws SQLException {
        var pool = pool(2, 2);
        var renca = login("renca");
        var maipu = login("maipu");
        var first = pid(pool, renca);
        var second = pid(pool, maipu);

        var third = pid(pool, login("salta"));

        assertThat(List.of(first, second)).doesNotContain(third);
        assertThat(pool.open()).isEqualTo(2);
        assertThat(pid(pool, maipu)).isEqualTo(second);
        assertThat(pid(pool, renca)).isNotEqualTo(first);
    }

    @Test
    void whoComesWhileAllAreInUseIsRefusedInTime() throws SQLException {
        var pool = pool(2, 2);
        var maipu = login("maipu");

        try (var first = pool.borrow(login("renca"));
                var second = pool.borrow(login("salta"))) {
            assertThatThrownBy(() -> pool.borrow(maipu)).isInstanceOf(SQLTransientConnectionException.class);
            assertThat(pid(first)).isNotEqualTo(pid(second));
        }
        assertThat(pid(pool, maipu)).isPositive();
        assertThat(pool.active()).isZero();
    }

    @Test
    void manyTenantsGoThroughFewConnections() throws Exception {
        var pool = new KeyedPool(
                settings.databaseUrl(),
                "prueba",
                "",
                new TenancySettings.Pool(2, 2, Duration.ofSeconds(20), LATER, LATER));
        opened = pool;
        var logins = List.of(login("renca"), login("maipu"), login("salta"));

        var works = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 60; i++) {
                var login = logins.get(i % logins.size());
                works.add(threads.submit(() -> pid(pool, login)));
            }
        }

        for (var work : works) {
            assertThat(work.get()).isPositive();
        }
        assertThat(pool.open()).isLessThanOrEqualTo(2);
        assertThat(pool.active()).isZero();
    }

    @Test
    void aSessionThatWasEndedIsNotLentAgain() throws SQLException {
        var pool = pool(10, 4);
        var renca = login("renca");
        int ended;
        try (var connection = pool.borrow(renca)) {
            ended = pid(connection);
            assertThat(Overseer.one("select pg_terminate_backend(?, 5000)", ended))
                    .isEqualTo("t");
            assertThatThrownBy(() -> pid(connection)).isInstanceOf(SQLException.class);
        }

        assertThat(pid(pool, renca)).isNotEqualTo(ended);
        assertThat(pool.open()).isEqualTo(1);
        assertThat(pool.active()).isZero();
    }

    @Test
    void aSessionThatEndsUnnoticedInATransactionLeavesItsSeat() throws SQLException {
        var pool = pool(2, 1);
        var renca = login("renca");
        var connection = pool.borrow(renca);
        connection.setAutoCommit(false);
        assertThat(Overseer.one("select pg_terminate_backend(?, 5000)", pid(connection)))
                .isEqualTo("t");

        assertThatThrownBy(connection::close).isInstanceOf(SQLException.class);

        assertThat(pool.active()).isZero();
        assertThat(pool.open()).isZero();
        assertThat(pid(pool, renca)).isPositive();
    }

    @Test
    void aWrongPasswordOpensNothingThoughAConnectionRests() throws SQLException {
        var pool = pool(10, 4);
        var renca = login("renca");
        pid(pool, renca);

        assertThatThrownBy(() -> pool.borrow(new Login(renca.name(), "adivinada")))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        assertThat(pool.open()).isEqualTo(1);
        assertThat(pool.active()).isZero();
    }

    @Test
    void aRetiredLoginKeepsNothingOpenAndCutsNobody() throws SQLException {
        var pool = pool(10, 4);
        var renca = login("renca");
        var maipu = login("maipu");
        var neighbour = pid(pool, maipu);
        try (var lent = pool.borrow(renca)) {
            pool.borrow(renca).close();

            pool.retire(renca);

            assertThat(pid(lent)).as("what is lent goes on").isPositive();
            assertThat(pool.open()).isEqualTo(2);
        }
        assertThat(pool.open()).isEqualTo(1);
        assertThat(pid(pool, maipu)).isEqualTo(neighbour);
        assertThat(pool.active()).isZero();
    }

    @Test
    void aConnectionIsOfNoUseOnceItWasGivenBack() throws SQLException {
        var pool = pool(10, 4);
        var connection = pool.borrow(login("renca"));
        connection.close();
        connection.close();

        assertThatThrownBy(() -> pid(connection)).isInstanceOf(SQLException.class);
        assertThat(pool.active()).isZero();
    }

    private KeyedPool pool(int total, int perLogin) {
        var pool = new KeyedPool(
                settings.databaseUrl(), "prueba", "", new TenancySettings.Pool(total, perLogin, SOON, LATER, LATER));
        opened = pool;
        return pool;
    }

    private Login login(String name) throws SQLException {
        return known.of(new Scope.OfTenant(fresh.municipality(name)));
    }

    private static int pid(KeyedPool pool, Login login) throws SQLException {
        try (var connection = pool.borrow(login)) {
            return pid(connection);
        }
    }

    private static int pid(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }
}
