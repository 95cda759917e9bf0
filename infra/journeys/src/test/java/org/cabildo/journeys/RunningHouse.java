package org.cabildo.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.cabildo.dev.LocalPostgres;
import org.cabildo.dev.LocalRedis;

/**
 * The whole of Cabildo with its demonstration content, run from the built jars as {@code ./cabildo run} does, on ports
 * of its own and with data that is thrown away. It stops when it is closed or when this JVM ends, however it ends.
 */
final class RunningHouse implements AutoCloseable {

    /** Ends the launcher when the pipe that only this JVM holds reaches its end. */
    private static final String GUARD = """
            exec 3<&0
            (cat <&3; kill -TERM $$) > /dev/null 2>&1 &
            exec "$@" 3<&- < /dev/null
            """;

    private static final List<String> PLACES = List.of("PORTAL", "OFFICE", "IDENTITY", "HEALTH", "MAIL", "DB", "REDIS");
    private static final Pattern DATA = Pattern.compile("^ *Datos +(/.*)$");
    private static final Duration TO_START = Duration.ofMinutes(4);
    private static final Duration TO_STOP = Duration.ofSeconds(90);
    private final Path project;
    private final Path folder;
    private final Map<String, Integer> ports;
    private Path data;
    private final Process launcher;
    private HouseLog log;

    private RunningHouse(String name) {
        this.project = project();
        this.folder = Path.of("target", "houses", name).toAbsolutePath();
        this.data = folder;
        this.ports = ports();
        this.log = new HouseLog(folder.resolveSibling(name + ".log"));
        this.launcher = launch("run", "--fresh");
    }

    /**
     * Starts a house without any data and waits until it answers and holds the demonstration content.
     *
     * @param name of its folder and its log under {@code target/houses}
     */
    static RunningHouse start(String name) {
        var house = new RunningHouse(name);
        house.log.await("The demonstration content is loaded", TO_START);
        return house;
    }

    private static Path project() {
        var named = System.getProperty("cabildo.project");
        return (named == null ? Path.of("..", "..") : Path.of(named))
                .toAbsolutePath()
                .normalize();
    }

    /** Draws ports below those that outgoing connections take. */
    private static Map<String, Integer> ports() {
        var free = freePorts(PLACES.size()).iterator();
        var ports = new LinkedHashMap<String, Integer>();
        PLACES.forEach(place -> ports.put(place, free.next()));
        return ports;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Process launch(String... words) {
        var command = new ArrayList<>(List.of(
                "sh",
                "-c",
                GUARD,
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dcabildo.project=" + project,
                "-jar",
                project.resolve("infra/dev/target/cabildo-dev-0.1.0-SNAPSHOT-exec.jar")
                        .toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("CABILDO_") || name.startsWith("LC_"));
        environment.put("JAVA_TOOL_OPTIONS", Server.SHORT_LIVED);
        environment.put("LANG", "C.UTF-8");
        environment.put("CABILDO_DATA", folder.toString());
        ports.forEach((place, port) -> environment.put("CABILDO_%s_PORT".formatted(place), Integer.toString(port)));
        try {
            var started = builder.start();
            log.follow(started.inputReader(StandardCharsets.UTF_8));
            data = Path.of(log.await(DATA, TO_START).group(1));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start the launcher", e);
        }
    }

    /** The nation's portal, without a slash at the end. */
    String portal() {
        return "http://localhost:" + port("PORTAL");
    }

    /** A tenant's portal at its own host. */
    String portal(String slug) {
        return "http://%s.localhost:%d".formatted(slug, port("PORTAL"));
    }

    String office() {
        return "http://localhost:" + port("OFFICE");
    }

    /** The page where the letters are that the house sent. */
    String mail() {
        return "http://localhost:" + port("MAIL");
    }

    /** What a back office of its own needs, to serve this house too: all but its port and where people sign in. */
    Map<String, String> environmentOfAnotherOffice() {
        var secrets = new Properties();
        try (var in = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            secrets.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "CABILDO_DB_URL", postgres().jdbcUrl(),
                "CABILDO_REDIS_URL", redis().url(),
                "CABILDO_PORTAL_ADDRESS", portal(),
                "CABILDO_OFFICE_KEY", secrets.getProperty("CABILDO_OFFICE_KEY"));
    }

    /** The project's folder. */
    Path folder() {
        return project;
    }

    /** Ports nobody listens on. */
    static List<Integer> freePorts(int count) {
        return ThreadLocalRandom.current()
                .ints(20_000, 32_000)
                .distinct()
                .filter(RunningHouse::isFree)
                .limit(count)
                .boxed()
                .toList();
    }

    private int port(String place) {
        return Optional.ofNullable(ports.get(place)).orElseThrow();
    }

    /** The house's database, to crash it or ask it what no page tells. */
    LocalPostgres postgres() {
        return LocalPostgres.kept(data.resolve("postgres"), port("DB"));
    }

    /** The house's Redis, to see whether it runs. */
    LocalRedis redis() {
        return LocalRedis.kept(data.resolve("redis"), port("REDIS"));
    }

    /** Does this while the launcher stands still, and starts nothing again that falls. Nobody can sign in meanwhile. */
    void unwatched(Runnable act) {
        signal("STOP");
        try {
            act.run();
        } finally {
            signal("CONT");
        }
    }

    private void signal(String name) {
        try {
            var sent = new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(name, launcher.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (sent != 0) {
                throw new IllegalStateException("The launcher takes no signal " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends Redis without a warning, as {@code kill -9} does. */
    void killRedis() {
        try {
            var pid = Long.parseLong(
                    Files.readString(data.resolve("redis/redis.pid")).strip());
            kill(ProcessHandle.of(pid).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException("Redis left no process id", e);
        }
    }

    /** Ends the worker without a warning. */
    void killWorker() {
        kill(launcher.children()
                .filter(child -> child.info()
                        .commandLine()
                        .filter(line -> line.contains("/infra/worker/"))
                        .isPresent())
                .findFirst()
                .orElseThrow());
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The process did not end", e);
        }
    }

    private void awaitEnd() {
        try {
            if (!launcher.waitFor(TO_STOP)) {
                launcher.destroyForcibly();
                throw new IllegalStateException("The launcher did not end within " + TO_STOP);
            }
            launcher.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Stops everything as Ctrl-C does, and throws the data away. */
    @Override
    public void close() {
        launcher.toHandle().destroy(); // not the process itself: that would cut its pipes, and it could not say goodbye
        awaitEnd();
        forgetData();
    }

    private void forgetData() {
        try (var all = Files.walk(data)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
