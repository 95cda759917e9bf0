package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Unknown;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Twenty thousand acts drawn by lot: eight hands write, read, fail, roll back, visit each other's tenants and say what an
 * injection would, through the real doors and a pool with hardly a connection for each login. Nobody ever reads a row of
 * another tenant, and in the end each tenant has exactly what a model of the acts predicts.
 */
@RoomTest
@TestPropertySource(
        properties = {
            "cabildo.tenancy.pool.total=40",
            "cabildo.tenancy.pool.patience=30s",
            "logging.level.org.hibernate.orm.jdbc.error=off" // sessions are spoilt on purpose
        })
class NoForeignRowTest {

    private static final Logger LOG = LoggerFactory.getLogger(NoForeignRowTest.class);
    private static final long SEED = Long.getLong("cabildo.seed", 20_261_121L);
    private static final int TENANTS = 20;
    private static final int HANDS = 8;
    private static final int ACTS = 20_000;
    private static final String NO_SUCH_TABLE = "42P01";
    private static final String KEEP =
            "insert into event_publication (id, kind, body, occurred_at) values (?, 'canary', ?, now())";

    /** Said by one tenant in another's despite; some spoil the session that says them, for its own tenant. */
    private static final List<String> INJECTIONS = List.of(
            "set role <owner>",
            "set local role <office>",
            "reset role; <rows>",
            "set session authorization <office>",
            "reset session authorization; <rows>",
            "select set_config('role', '<owner>', false)",
            "set search_path = <schema>",
            "select set_config('search_path', '<schema>', false)",
            "begin; set local search_path = <schema>; table event_publication",
            "discard all",
            "discard all; <rows>",
            "reset all",
            "begin",
            "begin; insert into event_publication (id, kind, body, occurred_at)"
                    + " values (gen_random_uuid(), 'canary', 'left open', now())",
            "declare held cursor with hold for select body from event_publication",
            "fetch all from held",
            "prepare kept as select version from published_state",
            "execute kept",
            "select 1; <rows>",
            "<rows>",
            "table event_publication",
            "select query_to_xml('<rows>', true, false, '')",
            "select query_to_xml('select set_config(''role'', ''<owner>'', true)', true, false, ''),"
                    + " query_to_xml('<rows>', true, false, '')",
            "do $$ begin execute 'set role <owner>'; end $$",
            "do $$ declare r record; begin execute '<rows>' into r; raise '%', r; end $$",
            "create temp table loot as <rows>",
            "create function loot() returns setof text language sql as '<rows>'",
            "insert into event_publication <rows>",
            "insert into <schema>.event_publication table event_publication",
            "delete from <schema>.event_publication",
            "update <schema>.published_state set version = 0");

    /** Something one hand does in a tenant, with another tenant in reach. */
    private interface Act {
        void play(Random lot, Keeper own, Keeper other) throws Exception;
    }

    private final List<Act> acts = List.of(
            this::keepsBySql,
            this::keepsBySql,
            this::keepsAndReadsInATransaction,
            this::forgetsBySql,
            this::readsBySql,
            this::readsBySql,
            this::draftsByJpa,
            this::deletesByJpa,
            this::readsByJpa,
            this::readsByJpa,
            this::countsOn,
            this::rollsBack,
            this::failsAfterAndBeforeItsCommit,
            this::entersAnotherScopeInATransaction,
            this::visitsAnotherTenant,
            this::startsAnotherThread,
            this::takesASessionAlong,
            this::asksForForeignIds,
            this::looksAtThePlatform,
            this::readsAsCitizensDo,
            this::injects,
            this::injects,
            this::injectsAsACitizen);

    @Autowired
    FreshTenants fresh;

    @Autowired
    ScopedConnections office;

    @Autowired
    EntityManagerFactory persistence;

    @PersistenceContext
    EntityManager rows; // of the transaction, or for one query

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Plans plans;

    @Autowired
    PublishedState published;

    @Autowired
    Sql sql;

    @Autowired
    KeyedPool pool;

    @Autowired
    Vaults vaults;

    @Autowired
    TenancySettings settings;

    private final List<Keeper> keepers = new ArrayList<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger lamed = new AtomicInteger();
    private @Nullable KeyedPool citizensPool;
    private @Nullable ScopedConnections citizens;

    @BeforeEach
    void everyTenantHasACanary() {
        for (int number = 0; number < TENANTS; number++) {
            var tenant = fresh.municipality("jaula");
            var keeper = new Keeper(number, tenant, fresh.officer(tenant, Role.ADMINISTRATOR));
            keepers.add(keeper);
            TenantScope.run(
                    tenant,
                    () -> sql.of("update published_state set version = ?")
                            .param(keeper.version().get())
                            .update());
            keepsBySql(new Random(number), keeper, keeper);
            draftsByJpa(new Random(number), keeper, keeper);
        }
        citizensPool = new KeyedPool(settings.databaseUrl(), "citizens", "", settings.pool());
        citizens = new ScopedConnections(new Logins(LoginKind.PORTAL, vaults, citizensPool));
    }

    @AfterEach
    void close() {
        if (citizensPool != null) {
            citizensPool.close();
        }
    }

    @Test
    void whateverManyHandsDoNobodyReadsAForeignRowAndEverybodyKeepsTheirOwn() throws Exception {
        LOG.info("Lots are drawn with the seed {}; -Dcabildo.seed={} draws them again", SEED, SEED);

        var hands = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, HANDS).forEach(hand -> hands.add(threads.submit(() -> work(hand))));
        }
        for (var hand : hands) {
            hand.get();
        }

        assertThat(failures).as("with the seed %d", SEED).isEmpty();
        assertThat(lamed).as("acts on a session its own tenant had spoilt").hasValueLessThan(ACTS / 10);
        assertThat(pool.active()).isZero();
        assertThat(keepers).allSatisfy(NoForeignRowTest::hasWhatTheModelSays);
    }

    private void work(int hand) {
        var lot = new Random(SEED * HANDS + hand);
        for (int act = 0; act < ACTS / HANDS; act++) {
            var own = keepers.get(lot.nextInt(TENANTS));
            var other = keepers.get((own.number() + 1 + lot.nextInt(TENANTS - 1)) % TENANTS);
            try {
                acts.get(lot.nextInt(acts.size())).play(lot, own, other);
                assertThat(TenantScope.isBound()).isFalse();
            } catch (Throwable e) { // an assertion as well as a refusal nobody foresaw
                if (isLame(e)) {
                    heal(own, other);
                } else {
                    failures.add(new AssertionError("Act %d of hand %d".formatted(act, hand), e));
                }
            }
        }
    }

    private static void hasWhatTheModelSays(Keeper keeper) {
        var schema = keeper.key();

        assertThat(Overseer.rows("select id from " + schema + ".event_publication"))
                .containsExactlyInAnyOrderElementsOf(texts(keeper.events()));
        assertThat(Overseer.rows("select id from " + schema + ".plan"))
                .containsExactlyInAnyOrderElementsOf(keeper.plans().stream()
                        .map(plan -> plan.value().toString())
                        .toList());
        assertThat(Overseer.rows("select body from " + schema + ".event_publication union all select title from "
                        + schema + ".plan"))
                .allMatch(keeper::isOwn);
        assertThat(Overseer.one("select version from " + schema + ".published_state"))
                .isEqualTo(keeper.version().toString());
    }

    private static Set<String> texts(Set<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.toSet());
    }

    // what is done in the own tenant

    private void keepsBySql(Random lot, Keeper own, Keeper other) {
        var id = drawn(lot);
        TenantScope.run(own.tenant(), () -> keep(own, id));
        own.events().add(id);
    }

    private void keepsAndReadsInATransaction(Random lot, Keeper own, Keeper other) {
        var id = drawn(lot);
        TenantScope.run(
                own.tenant(),
                () -> transaction.executeWithoutResult(status -> {
                    keep(own, id);
                    assertThat(readBySql(own)).contains(own.canary() + " " + id);
                    readByJpa(own);
                }));
        own.events().add(id);
    }

    private void forgetsBySql(Random lot, Keeper own, Keeper other) {
        var id = own.events().stream().findAny();
        if (id.isPresent() && own.events().remove(id.get())) {
            putBackUnless(
                    own.events(),
                    id.get(),
                    () -> TenantScope.in(
                            own.tenant(),
                            () -> sql.of("delete from event_publication where id = ?")
                                            .param(id.get())
                                            .update()
                                    == 1));
        }
    }

    private void readsBySql(Random lot, Keeper own, Keeper other) {
        TenantScope.run(own.tenant(), () -> readBySql(own));
    }

    private void draftsByJpa(Random lot, Keeper own, Keeper other) {
        own.plans().add(as(own, () -> plans.draft(draft(own, lot))));
    }

    private void deletesByJpa(Random lot, Keeper own, Keeper other) {
        var id = own.plans().stream().findAny();
        if (id.isPresent() && own.plans().remove(id.get())) {
            putBackUnless(
                    own.plans(),
                    id.get(),
                    () -> as(own, () -> {
                        plans.delete(id.get());
                        return true;
                    }));
        }
    }

    private void readsByJpa(Random lot, Keeper own, Keeper other) {
        TenantScope.run(own.tenant(), () -> readByJpa(own));
    }

    private void countsOn(Random lot, Keeper own, Keeper other) {
        TenantScope.run(own.tenant(), published::changed);
        own.version().incrementAndGet();
        assertThat(TenantScope.in(own.tenant(), published::version)).matches(own::isOwn);
    }

    private void rollsBack(Random lot, Keeper own, Keeper other) {
        as(
                own,
                () -> transaction.execute(status -> {
                    keep(own, drawn(lot));
                    plans.draft(draft(own, lot));
                    published.changed();
                    status.setRollbackOnly();
                    return readBySql(own);
                }));
    }

    private void failsAfterAndBeforeItsCommit(Random lot, Keeper own, Keeper other) {
        var committed = drawn(lot);
        var thrown = new IllegalArgumentException("on purpose");
        var seen = new ArrayList<UUID>();

        try {
            TenantScope.run(own.tenant(), () -> {
                keep(own, committed);
                seen.add(committed);
                transaction.executeWithoutResult(status -> {
                    keep(own, drawn(lot));
                    throw thrown;
                });
            });
        } catch (IllegalArgumentException e) {
            assertThat(e).isSameAs(thrown);
        } finally {
            own.events().addAll(seen);
        }
    }

    // what is tried beyond it

    private void entersAnotherScopeInATransaction(Random lot, Keeper own, Keeper other) {
        TenantScope.run(
                own.tenant(),
                () -> transaction.executeWithoutResult(status -> {
                    readBySql(own);
                    assertThatThrownBy(() -> TenantScope.run(other.tenant(), () -> keep(own, drawn(lot))))
                            .isInstanceOf(IllegalStateException.class);
                    assertThatThrownBy(() -> TenantScope.runPlatform(() -> keep(own, drawn(lot))))
                            .isInstanceOf(IllegalStateException.class);
                    TenantScope.run(own.tenant(), () -> readByJpa(own));
                }));
    }

    private void visitsAnotherTenant(Random lot, Keeper own, Keeper other) {
        TenantScope.run(own.tenant(), () -> {
            readBySql(own);
            TenantScope.run(other.tenant(), () -> {
                readByJpa(other);
                readBySql(other);
            });
            readByJpa(own);
        });
    }

    private void startsAnotherThread(Random lot, Keeper own, Keeper other) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            TenantScope.call(new Scope.OfTenant(own.tenant()), () -> {
                var unbound = threads.submit(() ->
                        assertThatThrownBy(() -> readBySql(own)).hasRootCauseInstanceOf(IllegalStateException.class));
                var visit = threads.submit(() -> TenantScope.in(other.tenant(), () -> readBySql(other)));
                readBySql(own);
                unbound.get();
                return visit.get();
            });
        }
    }

    private void takesASessionAlong(Random lot, Keeper own, Keeper other) {
        try (var session = TenantScope.in(own.tenant(), persistence::createEntityManager)) {
            assertThatThrownBy(() -> TenantScope.in(other.tenant(), () -> titles(session)))
                    .hasStackTraceContaining("another scope");
        }
    }

    private void asksForForeignIds(Random lot, Keeper own, Keeper other) {
        var event = other.events().stream().findAny().orElseGet(() -> drawn(lot));
        var plan = other.plans().stream().findAny().orElseGet(() -> new PlanId(drawn(lot)));

        as(own, () -> {
            assertThat(sql.of("update event_publication set body = 'stolen' where id = ?")
                            .param(event)
                            .update())
                    .isZero();
            assertThatThrownBy(() -> plans.require(plan)).satisfies(NoForeignRowTest::isUnknownOrLame);
            assertThatThrownBy(() -> plans.delete(plan)).satisfies(NoForeignRowTest::isUnknownOrLame);
            return plan;
        });
    }

    private void looksAtThePlatform(Random lot, Keeper own, Keeper other) {
        assertThat(TenantScope.platform(
                        () -> sql.of("select current_user").query(String.class).single()))
                .isEqualTo("cabildo_office");
        assertThat(TenantScope.in(
                        own.tenant(),
                        () -> sql.of("select current_user").query(String.class).single()))
                .isEqualTo(own.key() + "_office");
    }

    private void readsAsCitizensDo(Random lot, Keeper own, Keeper other) throws SQLException {
        var got = said(citizens, own, List.of("select version from published_state", "table event_publication"));

        assertThat(got.all()).hasSize(2).noneMatch(own::isForeign);
    }

    private void injects(Random lot, Keeper own, Keeper other) throws SQLException {
        inject(office, lot, own, other);
    }

    private void injectsAsACitizen(Random lot, Keeper own, Keeper other) throws SQLException {
        inject(citizens, lot, own, other);
    }

    private void inject(@Nullable ScopedConnections connections, Random lot, Keeper own, Keeper other)
            throws SQLException {
        var words = new ArrayList<String>();
        for (int i = lot.nextInt(3); i >= 0; i--) {
            words.add(INJECTIONS
                    .get(lot.nextInt(INJECTIONS.size()))
                    .replace("<rows>", "select * from <schema>.event_publication")
                    .replace("<schema>", other.key())
                    .replace("<owner>", other.key() + "_owner")
                    .replace("<office>", other.key() + "_office"));
        }
        words.add("table event_publication");

        assertThat(said(connections, own, words).all())
                .as("told %s after %s", own.canary(), words)
                .noneMatch(own::isForeign);
    }

    private static Loot said(@Nullable ScopedConnections connections, Keeper own, List<String> words)
            throws SQLException {
        var got = new Loot();
        if (connections != null) {
            try (var connection = TenantScope.call(new Scope.OfTenant(own.tenant()), connections::getConnection)) {
                for (var word : words) {
                    got.say(connection, word, false);
                }
            }
        }
        return got;
    }

    // in the scope that is bound

    private void keep(Keeper own, UUID id) {
        sql.of(KEEP).param(id).param(own.canary() + " " + id).update();
    }

    private List<String> readBySql(Keeper own) {
        var read =
                sql.of("select body from event_publication").query(String.class).list();
        assertThat(read).allMatch(own::isOwn);
        return read;
    }

    private void readByJpa(Keeper own) {
        assertThat(titles(rows)).allMatch(own::isOwn);
    }

    private static List<String> titles(EntityManager session) {
        return session.createQuery("select p.title from Plan p", String.class).getResultList();
    }

    private static PlanDraft draft(Keeper own, Random lot) {
        return new PlanDraft(own.canary() + " " + Long.toHexString(lot.nextLong()), Framework.OWN, null, "", "", false);
    }

    private static UUID drawn(Random lot) {
        return new UUID(lot.nextLong(), lot.nextLong());
    }

    private static <T> T as(Keeper own, ScopedValue.CallableOp<T, RuntimeException> work) {
        return TenantScope.call(
                new Scope.OfTenant(own.tenant()), () -> own.officer().act(work));
    }

    private static <T> void putBackUnless(Set<T> model, T id, BooleanSupplier gone) {
        boolean done = false;
        try {
            done = gone.getAsBoolean();
            assertThat(done).isTrue();
        } finally {
            if (!done) {
                model.add(id);
            }
        }
    }

    // a tenant may spoil a session for itself: its names then lead nowhere until somebody sets it right

    private static boolean isLame(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && NO_SUCH_TABLE.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static void isUnknownOrLame(Throwable failure) {
        assertThat(failure instanceof Unknown || isLame(failure)).isTrue();
    }

    private void heal(Keeper... spoilt) {
        lamed.incrementAndGet();
        for (var keeper : spoilt) {
            try {
                said(office, keeper, List.of("discard all"));
            } catch (SQLException e) {
                failures.add(e);
            }
        }
    }
}
