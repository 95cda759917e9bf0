package org.cabildo.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher itself in a process of its own, over applications that only pretend. */
class LauncherTest {

    /** Spares the seconds that the embedded identity provider takes, where it is not what is tested. */
    private static final Map<String, String> FOREIGN_IDENTITY = Map.of(
            "CABILDO_OIDC_ISSUER", "https://id.example",
            "CABILDO_OIDC_CLIENT_ID", "cabildo",
            "CABILDO_OIDC_CLIENT_SECRET", "secret");

    @TempDir
    private Path project;

    private final Map<String, String> ports = new HashMap<>();

    @BeforeEach
    void buildFakes() throws IOException {
        for (var module : List.of("infra/worker", "tenant-admin", "public-portal")) {
            var target = Files.createDirectories(project.resolve(module).resolve("target"));
            var name = module.substring(module.lastIndexOf('/') + 1);
            buildFake(target.resolve(name + "-0.1.0-SNAPSHOT-exec.jar"));
        }
        var free = Ports.anyFree(Surroundings.Place.values().length).iterator();
        for (var place : Surroundings.Place.values()) {
            ports.put(place.variable(), Integer.toString(free.next()));
        }
    }

    private static void buildFake(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "org.cabildo.dev.FakeApplication");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry("org/cabildo/dev/FakeApplication.class"));
            Files.copy(Path.of("target/test-classes/org/cabildo/dev/FakeApplication.class"), out);
            out.closeEntry();
        }
    }

    @AfterEach
    void stopSurvivors() {
        var redis = Integer.parseInt(ports.getOrDefault("CABILDO_REDIS_PORT", "0"));
        LocalRedis.stopSurvivor(project.resolve(".cabildo/redis"), redis);
        LocalPostgres.stopSurvivor(project.resolve(".cabildo/postgres"));
    }

    @Test
    void startsTheHouseInOrderAndStopsItTheOtherWayRound() throws Exception {
        var launcher = launch(Map.of("CABILDO_MAIL_FROM", "x"), "run");
        var said = readUntil(launcher, "Ctrl-C detiene todo");

        assertThat(said)
                .containsSubsequence(
                        "cabildo  | postgres: listo.",
                        "cabildo  | redis: listo.",
                        "cabildo  | identity: listo.",
                        "cabildo  | worker: listo.",
                        "Cabildo está listo.");
        assertThat(said)
                .contains("worker   | knows DB_USER DB_PASSWORD OFFICE_KEY PORTAL_KEY LEDGER_KEY DEMO MAIL_FROM")
                .contains("office   | knows OFFICE_KEY OIDC_CLIENT_SECRET MAIL_FROM")
                .contains("portal   | knows PORTAL_KEY MAIL_FROM")
                .anyMatch(line -> line.contains("http://localhost:" + ports.get("CABILDO_PORTAL_PORT")))
                .anyMatch(line -> line.contains("Camila Nacional") && line.contains("Coordinación nacional"));
        assertThat(run(Map.of("CABILDO_REDIS_PORT", "6")))
                .containsExactly("Cabildo ya está corriendo con los datos de %s: detenlo primero con Ctrl-C en su"
                                .formatted(project.toAbsolutePath().resolve(".cabildo"))
                        + " terminal.");

        launcher.toHandle().destroy(); // destroy() of the process would cut its pipes
        var farewell = readUntil(launcher, "Todo detenido");
        assertThat(farewell.stream().filter(line -> line.contains("goodbye")))
                .containsExactly("portal   | says goodbye", "office   | says goodbye", "worker   | says goodbye");
        assertThat(launcher.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(ports.values()).allMatch(port -> Ports.isFree(Integer.parseInt(port)));
    }

    @Test
    void leavesNothingBehindThatBlocksTheNextStart() throws Exception {
        var killed = launch(FOREIGN_IDENTITY, "run");
        readUntil(killed, "Ctrl-C detiene todo");
        var children = killed.descendants().toList();
        say("create table public.said (number int primary key)");
        var clerk = new Clerk();
        var writes = Thread.ofVirtual().start(clerk);
        clerk.writesOn(20);
        Thread.sleep(ThreadLocalRandom.current().nextInt(300)); // at any moment of a write
        killed.destroyForcibly().waitFor();
        for (var child : children) {
            assertThat(child.onExit()).succeedsWithin(30, TimeUnit.SECONDS);
        }

        var next = launch(FOREIGN_IDENTITY, "run");
        assertThat(readUntil(next, "Ctrl-C detiene todo"))
                .contains(
                        "cabildo  | postgres: seguía corriendo, se usa.",
                        "cabildo  | redis: seguía corriendo, se usa.");
        clerk.writesOn(20);
        next.destroyForcibly().waitFor();
        clerk.writesOn(20);
        clerk.over = true;
        writes.join();
        assertThat(say("select string_agg(number::text, ' ' order by number) from public.said"))
                .isEqualTo(clerk.acknowledged.stream().map(Object::toString).collect(Collectors.joining(" ")));

        var fresh = launch(FOREIGN_IDENTITY, "run", "--fresh");
        assertThat(readUntil(fresh, "Ctrl-C detiene todo"))
                .anyMatch(line -> line.startsWith("Se borraron los datos"))
                .contains("cabildo  | postgres: iniciando…");
        fresh.toHandle().destroy();
        assertThat(fresh.waitFor(30, TimeUnit.SECONDS)).isTrue();

        var asked = launch(Map.of(), "tenants", "--csv");
        assertThat(asked.inputReader(StandardCharsets.UTF_8).lines().toList())
                .containsExactly("knows DB_USER DB_PASSWORD OFFICE_KEY PORTAL_KEY LEDGER_KEY", "asked tenants --csv");
        assertThat(asked.waitFor()).isEqualTo(3);
        assertThat(Ports.isFree(Integer.parseInt(ports.getOrDefault("CABILDO_DB_PORT", ""))))
                .isTrue();
    }

    @Test
    void startsAgainWhateverIsKilled() throws Exception {
        var launcher = launch(FOREIGN_IDENTITY, "run");
        readUntil(launcher, "Ctrl-C detiene todo");
        say("create table public.said (number int primary key); insert into public.said values (7)");

        kill(Files.readAllLines(project.resolve(".cabildo/postgres/data/postmaster.pid"))
                .getFirst());
        assertThat(readUntil(launcher, "postgres: se cayó")).isNotEmpty();
        await().atMost(Duration.ofSeconds(60)).until(() -> answers("select number from public.said", "7"));

        kill(Files.readString(project.resolve(".cabildo/redis/redis.pid")).strip());
        assertThat(readUntil(launcher, "redis: se cayó")).isNotEmpty();
        int redis = Integer.parseInt(ports.getOrDefault("CABILDO_REDIS_PORT", ""));
        await().atMost(Duration.ofSeconds(30)).until(() -> !Ports.isFree(redis));

        for (var program : List.of("portal", "office", "worker")) {
            kill(Objects.requireNonNull(programs(launcher).get(program)));
            assertThat(readUntil(launcher, program + ": se cayó")).isNotEmpty();
            readUntil(launcher, "%-8s | knows".formatted(program));
        }
        int portal = Integer.parseInt(ports.getOrDefault("CABILDO_PORTAL_PORT", ""));
        await().atMost(Duration.ofSeconds(30)).until(() -> !Ports.isFree(portal));

        launcher.toHandle().destroy();
        assertThat(readUntil(launcher, "Todo detenido").stream().filter(line -> line.contains("goodbye")))
                .hasSize(3);
        assertThat(launcher.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(ports.values()).allMatch(port -> Ports.isFree(Integer.parseInt(port)));
    }

    private boolean answers(String question, String answer) {
        try {
            return say(question).equals(answer);
        } catch (SQLException | IllegalStateException e) {
            return false; // not up again yet
        }
    }

    private static void kill(String pid) {
        assertThat(ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly())
                .isTrue();
    }

    /** The process ids of the launcher's programs. */
    private static Map<String, String> programs(Process launcher) {
        var modules = Map.of("infra/worker", "worker", "tenant-admin", "office", "public-portal", "portal");
        var found = new HashMap<String, String>();
        launcher.descendants().forEach(child -> {
            var line = String.join(" ", child.info().arguments().orElse(new String[0]));
            modules.forEach((module, name) -> {
                if (line.contains(module + "/target")) {
                    found.put(name, Long.toString(child.pid()));
                }
            });
        });
        return found;
    }

    @Test
    void stopsEverythingWhenAProgramFailsAtStart() throws Exception {
        var said = run(Map.of("FAKE_FAILURE", "yes"));

        assertThat(said)
                .contains("worker terminó con código 7 antes de estar listo. Sus últimas líneas:", "cannot go on")
                .noneMatch(line -> line.startsWith("office"));
        assertThat(ports.values()).allMatch(port -> Ports.isFree(Integer.parseInt(port)));
    }

    /** Writes one number after another, each until it was said to be written. */
    private final class Clerk implements Runnable {

        private final LocalPostgres postgres = postgres();
        private final List<Integer> acknowledged = new CopyOnWriteArrayList<>();
        private volatile boolean over;

        @Override
        public void run() {
            for (int number = 1; !over; number++) {
                while (!isWritten(number)) {
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                }
                acknowledged.add(number);
            }
        }

        private boolean isWritten(int number) {
            try {
                say(postgres, "insert into public.said values (%d) on conflict do nothing".formatted(number));
                return true;
            } catch (SQLException e) {
                return false;
            }
        }

        void writesOn(int many) {
            int before = acknowledged.size();
            await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged.size() >= before + many);
        }
    }

    /** To the launcher's own PostgreSQL, while it runs. */
    private String say(String sql) throws SQLException {
        return say(postgres(), sql);
    }

    /** The launcher's own PostgreSQL; looking for it sets its passwords right, as the launcher does at its start. */
    private LocalPostgres postgres() {
        return LocalPostgres.kept(
                project.resolve(".cabildo/postgres"), Integer.parseInt(ports.getOrDefault("CABILDO_DB_PORT", "")));
    }

    private static String say(LocalPostgres postgres, String sql) throws SQLException {
        try (var connection = postgres.connect(postgres.superuser());
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (var row = statement.getResultSet()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private List<String> run(Map<String, String> more) throws Exception {
        var launcher = launch(more, "run");
        var said = launcher.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(launcher.waitFor()).isEqualTo(1);
        return said;
    }

    private Process launch(Map<String, String> more, String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                House.java(),
                "-Xmx256m",
                "-Dcabildo.project=" + project,
                "-cp",
                System.getProperty("java.class.path"),
                "org.cabildo.dev.Launcher"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("CABILDO_") || name.startsWith("L"));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(ports);
        builder.environment().putAll(more);
        return builder.start();
    }

    private static List<String> readUntil(Process launcher, String last) throws IOException {
        var said = new ArrayList<String>();
        var reader = launcher.inputReader(StandardCharsets.UTF_8);
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            said.add(line);
            if (line.contains(last)) {
                return said;
            }
        }
        throw new AssertionError("The launcher ended without «" + last + "»: " + String.join("\n", said));
    }
}
