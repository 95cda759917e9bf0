package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.cabildo.dev.LocalPostgres;
import org.cabildo.kernel.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The key of all credentials is changed as docs/operations.md says, and nobody who reads notices. */
@Timeout(120)
class KeyChangeTest {

    private static final String OLD = key(1);
    private static final String NEW = key(2);
    private static final Duration SHORT = Duration.ofMillis(100);

    private final LocalPostgres postgres = LocalPostgres.throwaway();
    private final List<TenantId> tenants = List.of(new TenantId(Ids.next()), new TenantId(Ids.next()));
    private final Queue<Exception> failed = new ConcurrentLinkedQueue<>();
    private final List<AtomicInteger> reads = new ArrayList<>();
    private final List<KeyedPool> pools = new ArrayList<>();
    private volatile boolean over;

    @BeforeEach
    void aHouseWithTheOldKey() {
        var worker = worker(OLD);
        worker.migratePlatform();
        for (var tenant : tenants) {
            Overseer.one(postgres, """
                    insert into platform.tenant_order (id, batch_id, kind, tenant_id, name, slug, tenant_kind, time_zone, requested_by)
                    values (gen_random_uuid(), gen_random_uuid(), 'ONBOARD', '%s', 'x', 'x-%s', 'MUNICIPALITY', 'UTC', 'prueba')
                    returning id
                    """.formatted(tenant, tenants.indexOf(tenant)));
        }
        while (worker.workOne()) {
            // the next one
        }
    }

    @AfterEach
    void close() {
        over = true;
        pools.forEach(KeyedPool::close);
        postgres.close();
    }

    @Test
    void whoReadsDoesNotNoticeThatTheKeyIsChanged() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                start(OLD + " " + NEW).forEach(threads::execute); // everybody can open both
                everybodyReads();
                worker(NEW + " " + OLD).migratePlatform(); // the platform's logins are the new key's now
                start(NEW + " " + OLD).forEach(threads::execute);
                everybodyReads();
                tenants.forEach(worker(NEW + " " + OLD)::renewPasswords);
                everybodyReads();
                start(NEW).forEach(threads::execute);
                everybodyReads();
            } finally {
                over = true;
            }
        }

        assertThat(failed).isEmpty();
        var late = connections(LoginKind.PORTAL, OLD);
        assertThatThrownBy(() -> read(late, tenants.getFirst()))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void aWrongKeyIsRefusedAndNotTriedForEver() {
        var wrong = connections(LoginKind.OFFICE, key(3) + " " + key(4));

        assertThatThrownBy(() -> read(wrong, tenants.getFirst()))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }

    /** The hands of a portal and an office that know these keys. */
    private List<Runnable> start(String keys) {
        var hands = new ArrayList<Runnable>();
        for (var kind : LoginKind.values()) {
            var connections = connections(kind, keys);
            for (var tenant : tenants) {
                var count = new AtomicInteger();
                reads.add(count);
                hands.add(() -> readOn(connections, tenant, count));
            }
        }
        return hands;
    }

    private void readOn(ScopedConnections connections, TenantId tenant, AtomicInteger count) {
        while (!over && failed.isEmpty()) {
            try {
                read(connections, tenant);
                count.incrementAndGet();
            } catch (SQLException | RuntimeException e) {
                failed.add(e);
            }
        }
    }

    private static String read(ScopedConnections connections, TenantId tenant) throws SQLException {
        return TenantScope.<String, SQLException>call(new Scope.OfTenant(tenant), () -> {
            try (var connection = connections.getConnection()) {
                return Overseer.rows(connection, "select version from published_state")
                        .getFirst();
            }
        });
    }

    /** Long enough for every connection to be a new one. */
    private void everybodyReads() {
        var before = reads.stream().map(AtomicInteger::get).toList();
        long begun = System.nanoTime();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            for (int hand = 0; hand < reads.size(); hand++) {
                if (reads.get(hand).get() < before.get(hand) + 3) {
                    return !failed.isEmpty();
                }
            }
            return System.nanoTime() - begun > SHORT.multipliedBy(4).toNanos();
        });
    }

    private ScopedConnections connections(LoginKind kind, String keys) {
        var settings = settings(kind, keys);
        var pool = new KeyedPool(settings.databaseUrl(), "prueba", "", settings.pool());
        pools.add(pool);
        return new ScopedConnections(new Logins(kind, new Vaults(settings), pool));
    }

    private Provisioning worker(String keys) {
        var settings = settings(LoginKind.OFFICE, keys);
        return new Provisioning(settings, new Vaults(settings), List.of(), List.of());
    }

    private TenancySettings settings(LoginKind kind, String keys) {
        return new TenancySettings(
                postgres.jdbcUrl(),
                kind,
                keys,
                keys,
                new TenancySettings.Pool(20, 4, Duration.ofSeconds(10), Duration.ofMinutes(1), SHORT),
                new TenancySettings.Provisioner(
                        postgres.provisioner().user(), postgres.provisioner().password(), 1));
    }

    private static String key(int seed) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) seed);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
