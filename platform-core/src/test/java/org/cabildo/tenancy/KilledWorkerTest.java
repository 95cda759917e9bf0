package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.cabildo.kernel.Ids;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Machine;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever moment a worker is killed at, nothing half is left, nothing stays locked and another worker does it again. */
@RoomTest
@Timeout(60)
class KilledWorkerTest {

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    FreshTenants fresh;

    @Autowired
    Provisioning provisioning;

    @Autowired
    TenantOrders orders;

    @Autowired
    TenancySettings settings;

    @Autowired
    Vaults vaults;

    @BeforeEach
    @AfterEach
    void noOrderWaits() {
        while (provisioning.workOne()) {
            // the next one
        }
    }

    @ParameterizedTest(name = "after {0} ms")
    @ValueSource(ints = {0, 4, 8, 12, 16, 20, 25, 30, 40, 50, 65, 80, 100, 130, 170})
    void anOrderWhoseSessionIsCutIsDoneAgain(int millis) {
        var tenant = place();
        var worker = CompletableFuture.supplyAsync(() -> provisioning.workOne());
        await(() -> worker.isDone() || sessionsAtWork() > 0);
        spin(millis);

        cutSessions();
        assertThat(worker.handle((_, failed) -> failed).join()) // cut before it had the order in hand, it says so
                .satisfiesAnyOf(
                        failed -> assertThat(failed).isNull(),
                        failed -> assertThat(failed).hasMessageContaining("Orders cannot be read"));

        Halves.assertNone();
        assertThat(stateOf(tenant)).as(reasonOf(tenant)).isIn("WAITING", "DONE");
        assertThat(reasonOf(tenant))
                .as("passwords' verifiers are for nobody's eyes")
                .doesNotContain("SCRAM");
        noOrderWaits();
        assertThat(stateOf(tenant)).isEqualTo("DONE");
        Halves.assertNone();
    }

    @Test
    void anOrderCutJustBeforeItsEndIsDoneAgain() throws Exception {
        var tenant = place();
        var almost = new CountDownLatch(1);
        var cut = new CountDownLatch(1);
        var doomed = new Provisioning(
                settings,
                vaults,
                List.of((connection, onboarded) -> {
                    almost.countDown();
                    waitFor(cut);
                }),
                List.of());
        var worker = CompletableFuture.supplyAsync(doomed::workOne);
        assertThat(almost.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(provisioning.workOne()).as("nobody else takes it meanwhile").isFalse();
        cutSessions();
        cut.countDown();
        worker.join();

        assertThat(stateOf(tenant)).isEqualTo("WAITING");
        Halves.assertNone();
        assertThat(provisioning.workOne()).isTrue();
        assertThat(stateOf(tenant)).isEqualTo("DONE");
        Halves.assertNone();
    }

    @Test
    void anOrderInTheHandsOfAKilledProcessIsDoneByAnother() throws Exception {
        var tenant = place();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Doomed.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader says = process.inputReader();
                var hears = process.outputWriter()) {
            var machine = Machine.properties();
            for (var name : Doomed.WORDS) {
                hears.write(machine.get(name) + "\n");
            }
            hears.flush();
            assertThat(says.lines().anyMatch(Doomed.IN_HAND::equals)).isTrue();
            assertThat(provisioning.workOne())
                    .as("nobody else takes it meanwhile")
                    .isFalse();
        } finally {
            process.destroyForcibly().waitFor();
        }

        await(() -> sessionsAtWork() == 0);
        assertThat(stateOf(tenant)).isEqualTo("WAITING");
        Halves.assertNone();
        assertThat(provisioning.workOne()).isTrue();
        assertThat(stateOf(tenant)).isEqualTo("DONE");
        Halves.assertNone();
    }

    @Test
    void aMigrationThatIsCutLeavesTheOldSchemaWhole() throws Exception {
        var tenant = fresh.municipality("migrada");
        var key = Overseer.keyOf(tenant);
        Aged.age(settings, tenant, 1);
        var before = Aged.catalogOf(key);
        orders.placeMigrations("prueba");
        try (var blocker = Overseer.connect();
                var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("lock table " + key + ".databasechangelog in exclusive mode");
            var worker = CompletableFuture.supplyAsync(() -> provisioning.workOne());
            await(() -> Overseer.count(
                            "select count(*) from pg_stat_activity where application_name = 'cabildo provisioning'"
                                    + " and wait_event_type = 'Lock'")
                    > 0);

            cutSessions();
            worker.join();
        }

        assertThat(Aged.catalogOf(key)).isEqualTo(before);
        assertThat(Overseer.one("select schema_version from platform.tenant where id = ?", tenant.value()))
                .isEqualTo("1");
        noOrderWaits();
        assertThat(Overseer.one("select schema_version from platform.tenant where id = ?", tenant.value()))
                .isEqualTo(Integer.toString(TenantSchema.VERSION));
    }

    @Test
    void theLockThatAKilledMigrationOfThePlatformLeftStopsNobody() {
        Overseer.run("update platform.databasechangeloglock set locked = true, lockedby = 'a killed worker',"
                + " lockgranted = now()");

        provisioning.migratePlatform();

        assertThat(Overseer.one("select locked from platform.databasechangeloglock"))
                .isEqualTo("f");
    }

    private TenantId place() {
        var slug = "muerte-" + NEXT.incrementAndGet();
        return TenantScope.platform(
                () -> orders.place(Ids.next(), ProvisioningTest.Wanted.municipality("Muerte", slug), "prueba"));
    }

    private static int sessionsAtWork() {
        return Overseer.count("""
                select count(*) from pg_stat_activity
                 where application_name = 'cabildo provisioning' and xact_start is not null
                """);
    }

    private static void cutSessions() {
        Overseer.rows("select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                + " where application_name = 'cabildo provisioning'");
    }

    private static String stateOf(TenantId tenant) {
        return Overseer.one("select state from platform.tenant_order where tenant_id = ?", tenant.value());
    }

    private static String reasonOf(TenantId tenant) {
        return Overseer.one(
                "select coalesce(reason, '–') from platform.tenant_order where tenant_id = ?", tenant.value());
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(BooleanSupplier met) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!met.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static void spin(int millis) {
        long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
