package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cabildo.dev.LocalPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL goes away and comes back while sixty hands work for ten tenants; it is a server of this test's own. */
class PoolOutageTest {

    private static final Duration IN_TIME = Duration.ofSeconds(20);
    private static final Duration LATER = Duration.ofMinutes(10);
    private static final int TENANTS = 10;
    private static final int PER_LOGIN = 3;
    private static final int HANDS = 60;

    private enum Stage {
        BEFORE,
        STOPPING,
        AWAY,
        BACK,
        OVER
    }

    /** What a hand was told instead of being served. */
    private record Told(Stage stage, SQLException refusal) {}

    private final LocalPostgres postgres = LocalPostgres.throwaway();
    private final KeyedPool pool = new KeyedPool(
            postgres.jdbcUrl(),
            "prueba",
            "",
            new TenancySettings.Pool(TENANTS * PER_LOGIN, PER_LOGIN, Duration.ofSeconds(10), LATER, LATER));
    private final List<Login> logins = IntStream.range(0, TENANTS)
            .mapToObj(number -> new Login("tenant_" + number, "clave-" + number))
            .toList();
    private final Queue<String> foreign = new ConcurrentLinkedQueue<>();
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final Map<Stage, AtomicIntegerArray> served = nobody();
    private final Map<Stage, AtomicIntegerArray> refused = nobody();
    private final CountDownLatch back = new CountDownLatch(1);
    private volatile Stage stage = Stage.BEFORE;

    @BeforeEach
    void everyTenantHasALogin() throws SQLException {
        try (var connection = postgres.connect(postgres.superuser());
                var statement = connection.createStatement()) {
            for (var login : logins) {
                statement.execute("create role %s login password '%s'".formatted(login.name(), login.password()));
            }
        }
    }

    @AfterEach
    void close() {
        stage = Stage.OVER;
        back.countDown();
        pool.close();
        postgres.close();
    }

    @Test
    void everybodyIsToldThatPostgresIsAwayAndServedAgainWhenItIsBack() throws Exception {
        var hands = new ArrayList<Future<?>>();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        IntStream.range(0, HANDS).forEach(hand -> hands.add(threads.submit(() -> work(hand))));
        awaitAll(served, Stage.BEFORE, 5);

        stage = Stage.STOPPING;
        postgres.stop();
        stage = Stage.AWAY;
        awaitAll(refused, Stage.AWAY, 1);

        postgres.start();
        stage = Stage.BACK;
        back.countDown();
        awaitAll(served, Stage.BACK, 5);

        stage = Stage.OVER;
        for (var hand : hands) {
            hand.get(IN_TIME.toSeconds(), TimeUnit.SECONDS);
        }
        assertThat(foreign).isEmpty();
        assertThat(told).extracting(Told::stage).doesNotContain(Stage.BEFORE);
        assertThat(told).extracting(Told::refusal).allSatisfy(PoolOutageTest::saysThatPostgresIsAway);
        assertThat(pool.active()).isZero();
        assertThat(pool.open()).isLessThanOrEqualTo(TENANTS * PER_LOGIN);
        await().atMost(IN_TIME)
                .ignoreExceptions()
                .untilAsserted(this::everySeatIsThere); // what died unseen is found in use
    }

    /** Works until all is over; most wait for the end of an outage once they were told, some go on asking. */
    private void work(int hand) {
        var login = logins.get(hand % TENANTS);
        while (stage != Stage.OVER) {
            var begun = stage;
            try (var connection = pool.borrow(login)) {
                connection.setAutoCommit(hand % 2 == 0); // the others leave their transaction to the pool
                lookFor(login, connection);
                served.get(begun).incrementAndGet(hand);
            } catch (SQLException e) {
                told.add(new Told(begun == Stage.BEFORE ? stage : begun, e));
                refused.get(begun).incrementAndGet(hand);
                rest(hand, begun);
            }
        }
    }

    private void rest(int hand, Stage begun) {
        if (begun == Stage.AWAY && hand % 6 != 0) {
            try {
                back.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void lookFor(Login login, Connection connection) throws SQLException {
        for (var user : Overseer.rows(connection, "select current_user from pg_sleep(0.002)")) {
            if (!user.equals(login.name())) {
                foreign.add("%s served %s".formatted(user, login.name()));
            }
        }
    }

    private static void saysThatPostgresIsAway(SQLException refusal) {
        assertThat(refusal.getSQLState()).matches("08...|57P0[123]|53300");
        assertThat(refusal.getMessage()).isNotBlank();
    }

    /** All seats of all logins are taken at once, each by the login's own connection, and left again. */
    private void everySeatIsThere() throws SQLException {
        var taken = new ArrayList<Connection>();
        try {
            for (var login : logins) {
                for (int seat = 0; seat < PER_LOGIN; seat++) {
                    var connection = pool.borrow(login);
                    taken.add(connection);
                    assertThat(Overseer.rows(connection, "select current_user")).containsExactly(login.name());
                }
            }
            assertThat(pool.active()).isEqualTo(TENANTS * PER_LOGIN);
            assertThat(pool.open()).isEqualTo(TENANTS * PER_LOGIN);
            assertThat(Overseer.one(postgres, "select count(*) from pg_stat_activity where usename like 'tenant%'"))
                    .isEqualTo(Integer.toString(TENANTS * PER_LOGIN));
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
        assertThat(pool.active()).isZero();
    }

    private static Map<Stage, AtomicIntegerArray> nobody() {
        return Arrays.stream(Stage.values()).collect(Collectors.toMap(at -> at, at -> new AtomicIntegerArray(HANDS)));
    }

    /** Waits until each hand was served or refused that often in what it began at this stage. */
    private static void awaitAll(Map<Stage, AtomicIntegerArray> counts, Stage begun, int often) {
        await("everybody " + begun)
                .atMost(IN_TIME)
                .until(() -> IntStream.range(0, HANDS)
                        .allMatch(hand -> counts.get(begun).get(hand) >= often));
    }
}
