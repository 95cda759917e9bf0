package org.cabildo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One of the applications in a process of its own, started as the launcher starts it. */
final class Application implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String KEEPS_CONNECTIONS = "-Dserver.tomcat.max-keep-alive-requests=-1";
    private static final long BLINK = 10_000_000L;

    /** What can be started. */
    enum Kind {
        WORKER("worker", "infra/worker", "512m"),
        OFFICE("back office", "tenant-admin", "768m"),
        PORTAL("portal", "public-portal", "512m");

        final String title;
        private final String module;
        private final String memory;

        Kind(String title, String module, String memory) {
            this.title = title;
            this.module = module;
            this.memory = memory;
        }

        /** The runnable jar the build left, if it did. */
        Optional<Path> jar() {
            var name = module.substring(module.lastIndexOf('/') + 1) + "-0.1.0-SNAPSHOT-exec.jar";
            return Optional.of(Bench.project().resolve(module).resolve("target").resolve(name))
                    .filter(Files::exists);
        }
    }

    private final Process process;
    private final int port;
    private final Path log;
    private final double seconds;

    private Application(Process process, int port, Path log, long begun) {
        this.process = process;
        this.port = port;
        this.log = log;
        awaitHealthy(begun);
        this.seconds = (System.nanoTime() - begun) / 1e9;
    }

    /** Starts an application and waits until its health probe answers 200. */
    static Application start(Kind kind, Ground ground) {
        return start(kind, ground, List.of("-jar", kind.jar().orElseThrow().toString()));
    }

    /**
     * Starts an application whose rounds by the clock (signs of life, orders, letters) come once, at its start, and
     * waits until its health probe answers 200.
     */
    static Application startWithoutFurtherRounds(Kind kind, Ground ground) {
        return start(
                kind,
                ground,
                List.of("-jar", kind.jar().orElseThrow().toString()),
                Map.of(
                        "CABILDO_HEARTBEAT_EVERY", "1h",
                        "CABILDO_WORKER_ORDERROUND", "1h",
                        "CABILDO_WORKER_MAILROUND", "1h"));
    }

    /** Starts the portal so that a load's connections stay open. */
    static Application startPortalThatKeepsConnections(Ground ground) {
        return start(
                Kind.PORTAL,
                ground,
                List.of(
                        KEEPS_CONNECTIONS,
                        "-jar",
                        Kind.PORTAL.jar().orElseThrow().toString()));
    }

    /** Starts the portal with {@link ConstantPage} beside it, in the same server. */
    static Application startPortalWithConstantPage(Ground ground) {
        return start(
                Kind.PORTAL,
                ground,
                List.of(
                        KEEPS_CONNECTIONS,
                        "-Dloader.path=" + Bench.project().resolve("infra/bench/target/bench-0.1.0-SNAPSHOT.jar"),
                        "-cp",
                        Kind.PORTAL.jar().orElseThrow().toString(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher"));
    }

    /** Starts an application by these words to the JVM, and waits until its health probe answers 200. */
    static Application start(Kind kind, Ground ground, List<String> run) {
        return start(kind, ground, run, Map.of());
    }

    private static Application start(Kind kind, Ground ground, List<String> run, Map<String, String> settings) {
        try {
            int port = freePort();
            var folder = Files.createDirectories(Bench.project().resolve("infra/bench/target/logs"));
            var log = folder.resolve(kind.name().toLowerCase(java.util.Locale.ROOT) + ".log");
            var words = new ArrayList<>(List.of(java(), "-Xmx" + kind.memory, "--enable-native-access=ALL-UNNAMED"));
            words.addAll(run);
            var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(ground.environment());
            builder.environment()
                    .putAll(Map.of(
                            "CABILDO_PORTAL_ADDRESS",
                            "http://localhost:" + port,
                            "CABILDO_OFFICE_ADDRESS",
                            "http://localhost:" + port,
                            "CABILDO_OIDC_ISSUER",
                            "http://localhost:" + port,
                            "CABILDO_OIDC_CLIENT_SECRET",
                            "unused",
                            "CABILDO_LIFELINE",
                            "stdin",
                            "CABILDO_HEALTH_PORT",
                            Integer.toString(port),
                            "SERVER_PORT",
                            Integer.toString(port)));
            builder.environment().putAll(settings);
            long begun = System.nanoTime();
            return new Application(builder.start(), port, log, begun);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start the " + kind.title, e);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitHealthy(long begun) {
        try (var client = HttpClient.newHttpClient()) {
            while (!isHealthy(client)) {
                if (!process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                    process.destroyForcibly();
                    throw new IllegalStateException("It did not start; see " + log);
                }
                LockSupport.parkNanos(BLINK);
            }
        }
    }

    private boolean isHealthy(HttpClient client) {
        try {
            return get(client, "/health").statusCode() == 200;
        } catch (IOException _) {
            return false; // not listening yet
        }
    }

    private HttpResponse<String> get(HttpClient client, String path) throws IOException {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Asks for a page. */
    HttpResponse<String> get(String path) {
        try (var client = HttpClient.newHttpClient()) {
            return get(client, path);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    int port() {
        return port;
    }

    /** From the start of the process to the first healthy answer. */
    double seconds() {
        return seconds;
    }

    /** Memory the process holds, in MB. */
    double residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("Resident memory is read from /proc, so on Linux only", e);
        }
    }

    /** Bytes of all objects that are alive; asking collects the garbage first. */
    double liveHeap() {
        try {
            var asked = new ProcessBuilder(
                            Path.of(System.getProperty("java.home", ""), "bin", "jcmd")
                                    .toString(),
                            Long.toString(process.pid()),
                            "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            try (var answer = asked.inputReader()) {
                var total = answer.lines()
                        .filter(line -> line.startsWith("Total"))
                        .findFirst()
                        .orElseThrow();
                return Double.parseDouble(total.strip().split("\\s+", -1)[2]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("jcmd, which a JDK brings along, could not be asked", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
