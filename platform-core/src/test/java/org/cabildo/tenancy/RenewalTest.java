package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Unknown;
import org.cabildo.plan.Fact;
import org.cabildo.plan.Plans;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The passwords of all tenants are renewed again and again while the office and the portal read and write without a
 * pause, each through its own pool. Connections live a tenth of a second here, so that new ones are opened all the time;
 * in an application they live half an hour and a renewal is noticed by and by.
 */
@RoomTest
@Timeout(120)
@TestPropertySource(
        properties = {
            "cabildo.tenancy.pool.life=100ms",
            "cabildo.tenancy.pool.total=40",
            "cabildo.tenancy.pool.patience=20s"
        })
class RenewalTest {

    private static final Logger LOG = LoggerFactory.getLogger(RenewalTest.class);
    private static final int TENANTS = 5;
    private static final int HANDS = 2; // of each kind in each tenant
    private static final int ROUNDS = 6;
    private static final Duration IN_TIME = Duration.ofSeconds(30);
    private static final Fact FACT =
            new Fact(Fact.Kind.OTHER, "Un hecho", LocalDate.of(2026, 11, 20), Fact.Precision.DAY, "Prueba");

    @Autowired
    FreshTenants fresh;

    @Autowired
    Provisioning provisioning;

    @Autowired
    TenancySettings settings;

    @Autowired
    Vaults vaults;

    @Autowired
    KeyedPool office;

    @Autowired
    Plans plans;

    @Autowired
    Sql sql;

    @Autowired
    TransactionTemplate transaction;

    private final List<TenantId> tenants = new ArrayList<>();
    private final Map<TenantId, String> keys = new HashMap<>();
    private final Map<TenantId, Integer> first = new HashMap<>(); // number of what is published
    private final Queue<String> foreign = new ConcurrentLinkedQueue<>();
    private final Queue<Exception> failed = new ConcurrentLinkedQueue<>();
    private final List<AtomicInteger> acts = new ArrayList<>();
    private KeyedPool portal;
    private ScopedConnections portalConnections;
    private volatile boolean over;

    @BeforeEach
    void tenantsAndAPortal() {
        portal = new KeyedPool(settings.databaseUrl(), "portal", "", settings.pool());
        portalConnections = new ScopedConnections(new Logins(LoginKind.PORTAL, vaults, portal));
        for (int tenant = 0; tenant < TENANTS; tenant++) {
            var made = fresh.municipality("renovada");
            tenants.add(made);
            keys.put(made, Overseer.keyOf(made));
            first.put(made, Overseer.count("select version::int from %s.published_state".formatted(keys.get(made))));
        }
    }

    @AfterEach
    void close() {
        over = true;
        portal.close();
    }

    @Test
    void nobodyWhoReadsOrWritesNoticesThatAllPasswordsAreNew() throws Exception {
        office.retire(vaults.of(LoginKind.OFFICE).platformLogin(LoginKind.OFFICE));
        int ofOthers = office.open();
        var former = new HashSet<Login>();
        var hands = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var tenant : tenants) {
                var officer = fresh.officer(tenant, Role.APPROVER);
                for (int hand = 0; hand < HANDS; hand++) {
                    hands.add(threads.submit(counted(() -> officesWork(tenant, officer))));
                    hands.add(threads.submit(counted(() -> portalsWork(tenant))));
                }
            }
            try {
                for (int round = 0; round < ROUNDS; round++) {
                    everyHandActs();
                    for (var tenant : tenants) {
                        former.addAll(renewed(tenant));
                    }
                    former.addAll(renewed(tenants.get(round % TENANTS))); // twice within one attempt to connect
                }
                everyHandActs();
            } finally {
                over = true;
            }
        }
        for (var hand : hands) {
            hand.get();
        }

        LOG.info(
                "{} acts over {} renewals, {} connections opened",
                acts.stream().mapToInt(AtomicInteger::get).sum(),
                ROUNDS * (TENANTS + 1),
                office.everOpened() + portal.everOpened());
        assertThat(failed).isEmpty();
        assertThat(foreign).isEmpty();
        assertThat(former).hasSize(ROUNDS * (TENANTS + 1) * 2).allSatisfy(this::isRefused);
        everyActIsThere();
        portal.close();
        assertThat(portal.open())
                .as("nothing is left open with an old password")
                .isZero();
        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(openWithout(former)).isLessThanOrEqualTo(ofOthers));
    }

    @Test
    void workInHandIsFinishedWithTheConnectionItHas() throws Exception {
        var tenant = tenants.getFirst();

        TenantScope.run(
                tenant,
                () -> transaction.executeWithoutResult(_ -> {
                    int before = pid();
                    provisioning.renewPasswords(tenant);

                    assertThat(pid()).isEqualTo(before);
                    sql.of("update published_state set version = 4711").update();
                }));

        assertThat(Overseer.one("select version from %s.published_state".formatted(keys.get(tenant))))
                .isEqualTo("4711");
    }

    @Test
    void newPasswordsOfOneTenantAreNobodyElses() throws Exception {
        var renewed = tenants.getFirst();
        var neighbour = loginsOf(tenants.getLast());
        var before = loginsOf(renewed);

        provisioning.renewPasswords(renewed);

        assertThat(loginsOf(tenants.getLast())).isEqualTo(neighbour);
        assertThat(loginsOf(renewed)).hasSize(2).doesNotContainAnyElementsOf(before);
        for (var login : loginsOf(renewed)) {
            for (var other : neighbour) {
                isRefused(new Login(other.name(), login.password()));
            }
        }
    }

    @Test
    void aTenantThatDoesNotExistHasNoPasswordsToRenew() {
        var nobody = new TenantId(Ids.next());

        assertThatThrownBy(() -> provisioning.renewPasswords(nobody)).isInstanceOf(Unknown.class);
    }

    /** One act of a hand. */
    private interface Work {
        void act() throws SQLException;
    }

    private Runnable counted(Work work) {
        var count = new AtomicInteger();
        acts.add(count);
        return () -> {
            while (!over && failed.isEmpty()) {
                try {
                    work.act();
                } catch (SQLException | RuntimeException e) {
                    failed.add(e);
                }
                count.incrementAndGet();
            }
        };
    }

    private void officesWork(TenantId tenant, Officer officer) {
        TenantScope.run(
                tenant,
                () -> officer.act(() -> {
                    plans.withdrawFact(plans.state(FACT));
                    return check(
                            tenant,
                            LoginKind.OFFICE,
                            sql.of("select current_user").query(String.class).single());
                }));
    }

    private void portalsWork(TenantId tenant) throws SQLException {
        TenantScope.<Boolean, SQLException>call(new Scope.OfTenant(tenant), () -> {
            try (var connection = portalConnections.getConnection()) {
                Overseer.rows(connection, "select version from published_state");
                write(connection);
                return check(
                        tenant,
                        LoginKind.PORTAL,
                        Overseer.rows(connection, "select current_user").getFirst());
            }
        });
    }

    private static void write(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into event_publication (id, kind, body, occurred_at)"
                    + " values (gen_random_uuid(), 'Visit', '{}', now())");
        }
    }

    private boolean check(TenantId tenant, LoginKind kind, String user) {
        boolean own = user.equals(keys.get(tenant) + kind.suffix());
        return own || foreign.add(user + " served " + keys.get(tenant));
    }

    private void everyHandActs() {
        var before = acts.stream().map(AtomicInteger::get).toList();
        await().atMost(IN_TIME).untilAsserted(() -> {
            if (failed.isEmpty()) {
                assertThat(IntStream.range(0, acts.size())
                                .map(hand -> acts.get(hand).get() - before.get(hand)))
                        .as("acts of each hand")
                        .allMatch(done -> done > 2);
            }
        });
    }

    private List<Login> renewed(TenantId tenant) throws SQLException {
        var before = loginsOf(tenant);
        provisioning.renewPasswords(tenant);
        return before;
    }

    /** As whoever holds the keys reads them now. */
    private List<Login> loginsOf(TenantId tenant) throws SQLException {
        var logins = new ArrayList<Login>();
        for (var kind : LoginKind.values()) {
            logins.add(new Logins(kind, vaults, portal).of(new Scope.OfTenant(tenant)));
        }
        return logins;
    }

    private void isRefused(Login login) {
        assertThatThrownBy(() -> DriverManager.getConnection(settings.databaseUrl(), login.name(), login.password())
                        .close())
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }

    /** Each act was one fact stated and withdrawn, or one visit, and none was lost or done twice. */
    private void everyActIsThere() {
        int kept = 0;
        for (var tenant : tenants) {
            var key = keys.get(tenant);
            kept += (Overseer.count("select version::int from %s.published_state".formatted(key)) - first.get(tenant))
                    / 2;
            kept += Overseer.count(
                    "select count(*)::int from %s.event_publication where kind = 'Visit'".formatted(key));
            assertThat(Overseer.count("select count(*)::int from %s.membership_fact".formatted(key)))
                    .isZero();
        }
        assertThat(kept).isEqualTo(acts.stream().mapToInt(AtomicInteger::get).sum());
    }

    /** What the office's pool still counts when no login of ours rests in it: it would be counted for ever. */
    private int openWithout(Set<Login> former) throws SQLException {
        former.forEach(office::retire);
        for (var tenant : tenants) {
            loginsOf(tenant).forEach(office::retire);
        }
        office.retire(vaults.of(LoginKind.OFFICE).platformLogin(LoginKind.OFFICE));
        assertThat(office.active()).isZero();
        return office.open();
    }

    private int pid() {
        return sql.of("select pg_backend_pid()").query(Integer.class).single();
    }
}
