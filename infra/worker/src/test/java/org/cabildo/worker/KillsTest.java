package org.cabildo.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.cabildo.dev.LocalPostgres;
import org.cabildo.dev.LocalRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Twenty kills at moments drawn by lot, while an application of the officers' side writes without a pause: PostgreSQL
 * ends as by a power failure, Redis, the worker and the application as by {@code kill -9}. Whatever was said to be done
 * is there in the end, is published, is delivered and is made, and nobody lends a hand: whoever was killed is only
 * started again, as the operator's supervisor does, with the same words and over the same data.
 *
 * <p>The processes are real ones; the application is the rooms with the office's logins, without its web. Citizens
 * write nothing yet. That the launcher's own end leaves nothing behind is in {@code LauncherTest}.
 */
@Timeout(600)
class KillsTest {

    private static final Logger LOG = LoggerFactory.getLogger(KillsTest.class);
    private static final long SEED = Long.getLong("cabildo.seed", System.nanoTime());
    private static final int LONGEST_PEACE = 1_200; // milliseconds between two kills
    private static final int ACTS_BETWEEN = 10; // at least: how many more there are is the machine's speed
    private static final Duration TO_RECOVER =
            Duration.ofMinutes(2); // no measure: other applications are tested meanwhile

    private enum Victim {
        POSTGRES(7),
        REDIS(6),
        WORKER(4),
        APPLICATION(3);

        private final int times;

        Victim(int times) {
            this.times = times;
        }
    }

    private final LocalPostgres postgres =
            LocalPostgres.throwaway(LocalPostgres.Durability.LASTING, Map.of("max_connections", "100"));
    private final LocalRedis redis = LocalRedis.throwaway();
    private final Random lot = new Random(SEED);
    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final Map<String, String> environment = Map.of(
            "CABILDO_DB_URL", postgres.jdbcUrl(),
            "CABILDO_REDIS_URL", redis.url(),
            "CABILDO_OFFICE_KEY", key(),
            "CABILDO_PORTAL_KEY", key(),
            "CABILDO_HEALTH_PORT", "0",
            "CABILDO_LIFELINE", "stdin");
    private Process worker;
    private Process application;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS) // what the processes said
    Path folder;

    @AfterEach
    void everythingEnds() throws Exception {
        for (var process : new Process[] {application, worker}) {
            if (process != null) {
                process.destroyForcibly().waitFor();
            }
        }
        redis.close();
        postgres.close();
    }

    @Test
    void whateverIsKilledNothingThatWasSaidToBeDoneIsLost() throws Exception {
        LOG.info("Moments are drawn with the seed {}; -Dcabildo.seed={} draws them again", SEED, SEED);
        worker = startWorker();
        application = startApplication();
        await().atMost(TO_RECOVER).until(() -> said.size() > 30);

        var victims = new ArrayList<Victim>();
        for (var victim : Victim.values()) {
            victims.addAll(Collections.nCopies(victim.times, victim));
        }
        Collections.shuffle(victims, lot);
        for (var victim : victims) {
            LockSupport.parkNanos(Duration.ofMillis(lot.nextInt(LONGEST_PEACE)).toNanos());
            kill(victim);
            int before = said.size();
            await().alias("acts after the kill of " + victim)
                    .atMost(TO_RECOVER)
                    .until(() -> said.size() >= before + ACTS_BETWEEN);
        }
        application.destroyForcibly().waitFor();

        LOG.info("{} kills under {} acts that were said to be done", victims.size(), said.size());
        assertThat(victims).hasSize(20);
        assertThat(said).anyMatch(act -> act.startsWith(Scribe.ORDER));
        nothingIsLost();
    }

    private void kill(Victim victim) throws Exception {
        switch (victim) {
            case POSTGRES -> {
                postgres.crash();
                postgres.start();
            }
            case REDIS -> {
                redis.crash();
                redis.start();
            }
            case WORKER -> {
                worker.destroyForcibly().waitFor();
                worker = startWorker();
            }
            case APPLICATION -> {
                application.destroyForcibly().waitFor();
                application = startApplication();
            }
        }
    }

    private void nothingIsLost() throws SQLException {
        var acts = said.stream().map(act -> act.split("\\|")).toList();
        try (var connection = postgres.connect(postgres.superuser())) {
            await().alias("the worker does what waits")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> one(connection, "select count(*) from platform.tenant_order where state <> 'DONE'")
                            .equals("0"));
            for (var act : acts) {
                if (act[0].equals(Scribe.ORDER)) {
                    assertThat(one(connection, "select id from platform.tenant where slug = '" + act[1] + "'"))
                            .isEqualTo(act[2]);
                }
            }
            for (var slug : Scribe.SLUGS) {
                kept(
                        connection,
                        slug,
                        acts.stream().filter(act -> act[1].equals(slug)).toList());
            }
        }
    }

    private static void kept(Connection connection, String slug, List<String[]> acts) throws SQLException {
        var tenant = one(connection, "select id from platform.tenant where slug = '" + slug + "'");
        var key = one(connection, "select key from platform.tenant where slug = '" + slug + "'");
        for (var table : List.of("membership_fact", "published_membership_fact")) {
            assertThat(all(
                            connection,
                            "select " + (table.equals("membership_fact") ? "id" : "fact_id") + " from " + key + "."
                                    + table))
                    .as("facts said to be in %s of %s", table, slug)
                    .containsAll(words(acts, Scribe.FACT));
        }
        for (var table : List.of("progress_report", "published_report")) {
            assertThat(all(
                            connection,
                            "select evidence from " + key + "." + table + " union all select reason from " + key + "."
                                    + table))
                    .as("reports said to be in %s of %s", table, slug)
                    .containsAll(words(acts, Scribe.REPORT));
        }
        var open = "select count(*) from " + key + ".event_publication where completed_at is null";
        await().alias("announcements of " + slug)
                .atMost(Duration.ofMinutes(2))
                .until(() -> one(connection, open).equals("0"));
        assertThat(one(
                        connection,
                        "select progress from platform.figure_commitment where tenant_id = '" + tenant + "'"))
                .as("the figure of %s is what is published", slug)
                .isEqualTo(one(connection, "select round(avg(progress))::int from " + key + ".milestone"));
    }

    private static List<String> words(List<String[]> acts, String kind) {
        return acts.stream()
                .filter(act -> act[0].equals(kind))
                .map(act -> act[2])
                .toList();
    }

    private static String one(Connection connection, String sql) throws SQLException {
        var all = all(connection, sql);
        assertThat(all).as(sql).hasSize(1);
        return all.getFirst();
    }

    private static List<String> all(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    private Process startWorker() throws IOException {
        var more = Map.of(
                "CABILDO_DB_USER", postgres.provisioner().user(),
                "CABILDO_DB_PASSWORD", postgres.provisioner().password());
        // what is only on the class path of tests is none of the worker's
        var path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> !each.contains("test-classes") && !each.contains("-tests.jar") && !isLauncher(each))
                .collect(Collectors.joining(File.pathSeparator));
        return start(path, more, Worker.class.getName(), "--cabildo.worker.sweep-round=2s");
    }

    private static boolean isLauncher(String each) {
        return each.contains("/infra/dev/") || each.contains("cabildo-dev");
    }

    private Process startApplication() throws IOException {
        var started = start(
                System.getProperty("java.class.path"), Map.of(), Scribe.class.getName(), Long.toString(lot.nextLong()));
        Thread.ofVirtual().start(() -> hear(started.inputReader()));
        return started;
    }

    /** Only whole lines of acts: the last one of a killed process may be half. */
    private void hear(BufferedReader says) {
        try (says) {
            for (var line = says.readLine(); line != null; line = says.readLine()) {
                if (line.matches(
                        "(FACT|REPORT|ORDER)\\|[a-z0-9-]+\\|(Acta )?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
                    said.add(line);
                }
            }
        } catch (IOException e) {
            LOG.debug("The application was killed", e);
        }
    }

    private Process start(String path, Map<String, String> more, String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                path));
        command.addAll(List.of(words));
        var log = Files.createTempFile(folder, "process", ".log").toFile();
        var builder = new ProcessBuilder(command).redirectError(log);
        builder.environment().keySet().removeIf(name -> name.startsWith("CABILDO_"));
        builder.environment().putAll(environment);
        builder.environment().put("CABILDO_FILES", folder.toString());
        builder.environment().putAll(more);
        if (words[0].equals(Worker.class.getName())) {
            builder.redirectOutput(log);
        }
        return builder.start();
    }

    private static String key() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
