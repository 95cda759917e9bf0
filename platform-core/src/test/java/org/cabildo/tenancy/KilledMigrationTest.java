package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Machine;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A worker's process is killed ten times while it migrates many tenants, each time at a moment drawn by lot: each tenant
 * is either wholly old or wholly new, the next worker goes on where the last one was, and in the end all are migrated.
 */
@RoomTest
@Timeout(120)
class KilledMigrationTest {

    private static final Logger LOG = LoggerFactory.getLogger(KilledMigrationTest.class);
    private static final long SEED = Long.getLong("cabildo.seed", System.nanoTime());
    private static final int TENANTS = 14;
    private static final int KILLS = 10;
    private static final int LONGEST = 40; // milliseconds into a tenant's migration

    @Autowired
    FreshTenants fresh;

    @Autowired
    TenantOrders orders;

    @Autowired
    TenancySettings settings;

    private final Random lot = new Random(SEED);
    private final List<TenantId> tenants = new ArrayList<>();
    private List<String> oldCatalog = List.of();
    private List<String> newCatalog = List.of();

    @Test
    void aMigrationThatIsKilledTenTimesIsDoneInTheEndAndNothingIsEverHalf() throws Exception {
        LOG.info("Moments are drawn with the seed {}; -Dcabildo.seed={} draws them again", SEED, SEED);
        newCatalog = Aged.catalogOf(Overseer.keyOf(fresh.municipality("nueva")));
        for (int i = 0; i < TENANTS; i++) {
            tenants.add(fresh.municipality("atrasada"));
        }
        for (var tenant : tenants) {
            Aged.age(settings, tenant, 2);
            Overseer.run(
                    "insert into " + Overseer.keyOf(tenant)
                            + ".event_publication (id, kind, body, occurred_at) values (gen_random_uuid(), 'old', 'kept', now())");
        }
        oldCatalog = Aged.catalogOf(Overseer.keyOf(tenants.getFirst()));
        assertThat(oldCatalog).isNotEqualTo(newCatalog);
        assertThat(orders.placeMigrations("prueba")).isEqualTo(TENANTS);

        int done = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            killInTheMidst(kill % 3 == 2 ? 1 : 0);
            int now = done();
            assertThat(now).as("after kill %d", kill).isGreaterThanOrEqualTo(done);
            done = now;
            assertThat(orderStates()).as("orders wait or are done").isSubsetOf("WAITING", "DONE");
        }
        assertThat(done).as("something was left for the last worker").isLessThan(TENANTS);

        var last = start();
        try (var says = last.inputReader()) {
            assertThat(says.lines().filter(Migrator.ONE_MORE::equals)).hasSize(TENANTS - done);
            assertThat(last.waitFor()).isZero();
        }
        assertThat(done()).isEqualTo(TENANTS);
        assertThat(orderStates()).containsExactly("DONE");
        for (var tenant : tenants) {
            assertThat(Overseer.rows("select body from " + Overseer.keyOf(tenant) + ".event_publication"))
                    .containsExactly("kept");
        }
        Halves.assertNone();
    }

    /** @param finished how many tenants the worker may finish before */
    private void killInTheMidst(int finished) throws Exception {
        var worker = start();
        try (var says = worker.inputReader()) {
            hear(says, Migrator.AT_WORK);
            for (int i = 0; i < finished; i++) {
                hear(says, Migrator.ONE_MORE);
            }
            long end =
                    System.nanoTime() + Duration.ofMillis(lot.nextInt(LONGEST)).toNanos();
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        } finally {
            worker.destroyForcibly().waitFor();
        }
        await().until(() -> Overseer.count("""
                        select count(*) from pg_stat_activity
                         where application_name = 'cabildo provisioning' and xact_start is not null
                        """) == 0);
    }

    private static void hear(BufferedReader says, String word) throws IOException {
        for (var line = says.readLine(); !word.equals(line); line = says.readLine()) {
            assertThat(line).as("the worker ended").isNotNull();
        }
    }

    private static Process start() throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Migrator.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var hears = process.outputWriter()) {
            var machine = Machine.properties();
            for (var name : Doomed.WORDS) {
                hears.write(machine.get(name) + "\n");
            }
        }
        return process;
    }

    /** How many are wholly new; the others are wholly old. */
    private int done() {
        int done = 0;
        for (var tenant : tenants) {
            var version = Overseer.one("select schema_version from platform.tenant where id = ?", tenant.value());
            boolean isNew = version.equals(Integer.toString(TenantSchema.VERSION));
            assertThat(Aged.catalogOf(Overseer.keyOf(tenant)))
                    .as("%s, of version %s", tenant, version)
                    .isEqualTo(isNew ? newCatalog : oldCatalog);
            done += isNew ? 1 : 0;
        }
        return done;
    }

    private static List<String> orderStates() {
        return Overseer.rows("select distinct state from platform.tenant_order where kind = 'MIGRATE'"
                + " and requested_at > now() - interval '5 minutes' order by 1");
    }
}
