package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.cabildo.kernel.Ids;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class ProvisioningTest {

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    FreshTenants fresh;

    @Autowired
    Provisioning provisioning;

    @Autowired
    TenantOrders orders;

    @Autowired
    TenantStates states;

    @Autowired
    Tenants tenants;

    @Autowired
    TenancySettings settings;

    @Autowired
    Vaults vaults;

    @Autowired
    Sql sql;

    @Test
    void aTenantIsReachableUnderItsOwnLoginOnceItsOrderIsWorked() {
        var renca = fresh.municipality("renca");

        var login = TenantScope.in(
                renca, () -> sql.of("select current_user").query(String.class).single());

        assertThat(login).matches("t[a-z0-9]{14}_office");
        assertThat(tenants.require(renca).isInStep()).isTrue();
    }

    @Test
    void noOrderIsWrittenOutsideThePlatformsScope() {
        var renca = fresh.municipality("renca");
        var wanted = Wanted.municipality("Ajena", "ajena-" + NEXT.incrementAndGet());

        assertThatThrownBy(() -> orders.place(Ids.next(), wanted, "prueba"))
                .hasRootCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TenantScope.run(renca, () -> orders.place(Ids.next(), wanted, "prueba")))
                .hasRootCauseInstanceOf(SQLException.class); // a tenant's login knows no table of that name

        assertThat(Overseer.count("select count(*) from platform.tenant_order where slug = ?", wanted.slug()))
                .isZero();
    }

    @Test
    void thereIsNothingToDoWithoutAnOrder() {
        while (provisioning.workOne()) {
            // what other tests left
        }

        assertThat(provisioning.workOne()).isFalse();
    }

    @Test
    void severalWorkersWorkAnOrderOnce() throws Exception {
        var tenant = place("unica");

        together(4, () -> provisioning.workOne());

        assertThat(Overseer.one(
                        "select state, attempts, reason, ended_at is not null from platform.tenant_order"
                                + " where tenant_id = ?",
                        tenant.value()))
                .isEqualTo("DONE|1|null|t");
        Halves.assertNone();
    }

    @Test
    void manyOrdersAreWorkedInParallel() throws Exception {
        var placed = IntStream.range(0, 24).mapToObj(n -> place("a la vez")).toList();

        together(4, () -> {
            while (provisioning.workOne()) {
                // the next one
            }
            return true;
        });

        for (var tenant : placed) {
            assertThat(stateOf(tenant)).isEqualTo("DONE|null");
        }
        Halves.assertNone();
    }

    @Test
    void aTakenAddressFailsTheOrderWithAReasonAndLeavesNothing() {
        var first = place("primera", "tomada-1");
        var second = place("segunda", "tomada-1");
        var before = Overseer.one("select count(*) from platform.person");

        workAll();

        assertThat(stateOf(first)).isEqualTo("DONE|null");
        assertThat(stateOf(second)).isEqualTo("FAILED|Its code, address or host is taken by another tenant.");
        assertThat(Overseer.count("select count(*) from platform.tenant where id = ?", second.value()))
                .isZero();
        assertThat(Overseer.one("select count(*) - 1 from platform.person"))
                .as("only the first one's administrator was invited")
                .isEqualTo(before);
        Halves.assertNone();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRoomThatFailsWhileTheTenantIsMadeUndoesAllOfIt(boolean bySql) {
        var tenant = place("fallida");
        OnboardingStep failing = (connection, onboarded) -> {
            try (var statement = connection.createStatement()) {
                statement.execute("insert into published_state (one) values (false)".replace("false", "null"));
            } catch (SQLException e) {
                if (bySql) {
                    throw e;
                }
                throw new IllegalStateException("the pillars of this template are missing", e);
            }
        };

        worker(failing).workOne();

        assertThat(stateOf(tenant))
                .startsWith("FAILED|")
                .contains(bySql ? "published_state" : "the pillars of this template are missing");
        assertThat(Overseer.count("select count(*) from platform.tenant where id = ?", tenant.value()))
                .isZero();
        Halves.assertNone();
    }

    @Test
    void aPassingFailureIsTriedAgainAndForgotten() {
        var tenant = place("insistente");
        var tries = new AtomicInteger();

        var worker = worker((connection, onboarded) -> {
            if (tries.incrementAndGet() < 3) {
                throw new SQLException("deadlock detected, on purpose", "40P01");
            }
        });
        worker.workOne();
        assertThat(stateOf(tenant)).startsWith("WAITING|").contains("on purpose");
        worker.workOne();
        worker.workOne();

        assertThat(stateOf(tenant)).isEqualTo("DONE|null");
        assertThat(Overseer.one("select attempts from platform.tenant_order where tenant_id = ?", tenant.value()))
                .isEqualTo("3");
    }

    @Test
    void aFailureThatDoesNotPassIsNotTriedForEver() {
        var tenant = place("imposible");
        var worker = worker((connection, onboarded) -> {
            throw new SQLException("deadlock detected, on purpose", "40P01");
        });

        for (int i = 0; i < 5; i++) {
            worker.workOne();
        }

        assertThat(stateOf(tenant)).startsWith("FAILED|");
        assertThat(Overseer.one("select attempts from platform.tenant_order where tenant_id = ?", tenant.value()))
                .isEqualTo("3");
        Halves.assertNone();
    }

    @Test
    void anOrderThatFailedWaitsAgainWhenAnOperatorSaysSo() {
        var tenant = place("reintento");
        worker((connection, onboarded) -> {
                    throw new IllegalStateException("on purpose");
                })
                .workOne();
        assertThat(stateOf(tenant)).startsWith("FAILED|");

        assertThat(orders.retryFailed()).isPositive();
        workAll();

        assertThat(stateOf(tenant)).isEqualTo("DONE|null");
    }

    @Test
    void anOutageUsesUpNoneOfAnOrdersTries() {
        var tenant = place("apagón");
        var outages = worker((connection, onboarded) -> {
            throw new SQLException("on purpose", "57P02");
        });

        for (int outage = 0; outage < 6; outage++) {
            assertThat(outages.workOne()).as("a rest is better").isFalse();
        }

        assertThat(stateOf(tenant)).startsWith("WAITING|");
        workAll();
        assertThat(stateOf(tenant)).isEqualTo("DONE|null");
    }

    @Test
    void anOrderThatBringsPostgresDownAgainAndAgainIsGivenUpAndWaitsAgainWhenAnOperatorSaysSo() {
        var tenant = place("aplanadora");
        var worker = worker((connection, onboarded) -> {
            throw new SQLException("on purpose", "57P02");
        });

        for (int outage = 0; outage < 20; outage++) {
            worker.workOne();
        }
        assertThat(stateOf(tenant)).startsWith("FAILED|");

        orders.retryFailed();
        worker.workOne();
        assertThat(stateOf(tenant)).startsWith("WAITING|");
        workAll();
    }

    @Test
    void ordersThatFailDoNotHoldUpTheOthers() {
        var failed = place("primera en fallar");
        var tries = new AtomicInteger();
        var worker = worker((connection, onboarded) -> {
            tries.incrementAndGet();
            if (onboarded.id().equals(failed)) {
                throw new SQLException("on purpose", "40001");
            }
        });
        var next = place("la siguiente");

        worker.workOne();
        worker.workOne();

        assertThat(stateOf(next)).isEqualTo("DONE|null");
        assertThat(tries).hasValue(2);
        workAll();
    }

    @Test
    void aTenantBehindOrAheadIsNotInStepAndIsSaidSo() {
        var tenant = fresh.municipality("paso");
        var slug = tenants.require(tenant).slug();

        version(tenant, TenantSchema.VERSION - 1);
        assertThat(directory().require(tenant).isInStep()).isFalse();
        assertThat(stateSaid(slug)).isEqualTo(TenantStates.State.BEHIND);

        version(tenant, TenantSchema.VERSION + 1);
        assertThat(directory().require(tenant).isInStep()).isFalse();
        assertThat(stateSaid(slug)).isEqualTo(TenantStates.State.AHEAD);

        version(tenant, TenantSchema.VERSION);
        assertThat(directory().require(tenant).isInStep()).isTrue();
        assertThat(stateSaid(slug)).isEqualTo(TenantStates.State.ACTIVE);
    }

    @Test
    void migrationsAreOrderedOnceForThoseBehindOnly() {
        var behind = fresh.municipality("atrasada");
        var ahead = fresh.municipality("adelantada");
        version(behind, TenantSchema.VERSION - 1);
        version(ahead, TenantSchema.VERSION + 1);

        assertThat(orders.placeMigrations("prueba")).isEqualTo(1);
        assertThat(orders.placeMigrations("prueba")).isZero();
        assertThat(migrationsOf(behind)).containsExactly("WAITING");
        assertThat(migrationsOf(ahead)).isEmpty();

        Overseer.run("delete from platform.tenant_order where tenant_id = ? and kind = 'MIGRATE'", behind.value());
        version(behind, TenantSchema.VERSION);
        version(ahead, TenantSchema.VERSION);
    }

    @Test
    void aTenantAheadOfThisReleaseIsNotMigratedBackwards() {
        var tenant = fresh.municipality("futura");
        version(tenant, TenantSchema.VERSION - 1);
        orders.placeMigrations("prueba");
        version(tenant, TenantSchema.VERSION + 1);

        workAll();

        assertThat(migrationsOf(tenant)).containsExactly("FAILED");
        assertThat(Overseer.rows(
                        "select reason from platform.tenant_order where tenant_id = ? and kind = 'MIGRATE'",
                        tenant.value()))
                .singleElement()
                .asString()
                .contains("newer release");
        assertThat(Overseer.one("select schema_version from platform.tenant where id = ?", tenant.value()))
                .isEqualTo(Integer.toString(TenantSchema.VERSION + 1));
        version(tenant, TenantSchema.VERSION);
    }

    private Provisioning worker(OnboardingStep step) {
        return new Provisioning(settings, vaults, List.of(step), List.of());
    }

    private void workAll() {
        while (provisioning.workOne()) {
            // the next one
        }
    }

    private static void together(int threads, java.util.concurrent.Callable<Boolean> work) throws Exception {
        var all = new ArrayList<Future<Boolean>>();
        try (var executor = Executors.newFixedThreadPool(threads)) {
            IntStream.range(0, threads).forEach(_ -> all.add(executor.submit(work)));
        }
        for (var one : all) {
            one.get();
        }
    }

    /** A directory that remembers nothing yet. */
    private Tenants directory() {
        return new Tenants(sql, Clock.systemUTC());
    }

    private TenantStates.@Nullable State stateSaid(String slug) {
        return states.all().stream()
                .filter(line -> line.slug().equals(slug))
                .map(TenantStates.Line::state)
                .findFirst()
                .orElse(null);
    }

    private static void version(TenantId tenant, int version) {
        Overseer.run("update platform.tenant set schema_version = ? where id = ?", version, tenant.value());
    }

    private static List<String> migrationsOf(TenantId tenant) {
        return Overseer.rows(
                "select state from platform.tenant_order where tenant_id = ? and kind = 'MIGRATE'", tenant.value());
    }

    private static String stateOf(TenantId tenant) {
        return Overseer.one("select state, reason from platform.tenant_order where tenant_id = ?", tenant.value());
    }

    private TenantId place(String name) {
        return place(name, "orden-" + NEXT.incrementAndGet());
    }

    private TenantId place(String name, String slug) {
        return TenantScope.platform(() -> orders.place(Ids.next(), Wanted.municipality(name, slug), "prueba"));
    }

    /** Orders as tests write them. */
    static final class Wanted {

        private Wanted() {}

        static TenantOrders.Onboard municipality(String name, String slug) {
            return new TenantOrders.Onboard(
                    TenantKind.MUNICIPALITY,
                    name,
                    slug,
                    null,
                    null,
                    "13",
                    ZoneId.of("America/Santiago"),
                    true,
                    "admin-" + Ids.next() + "@" + slug + ".invalid",
                    "ogp",
                    List.of());
        }
    }
}
