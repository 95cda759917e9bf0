package org.cabildo.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.concurrent.TimeUnit;

/** A server of its own process, which ends when it is closed or when this JVM ends, however it ends. */
final class Server implements AutoCloseable {

    /** Ends the server and its children when the pipe that only this JVM holds reaches its end. */
    private static final String GUARD = """
            exec 3<&0
            "$@" 3<&- < /dev/null &
            server=$!
            (cat <&3; kill -TERM $server) > /dev/null 2>&1 &
            trap 'kill -TERM $server' TERM
            wait $server
            """;

    /** For JVMs that live for minutes, whatever collector they name: compiling for hours takes too much. */
    static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    private static final Duration BETWEEN_KNOCKS = Duration.ofMillis(250);
    private static final Duration TO_STOP = Duration.ofSeconds(30);
    private final Process process;
    private final Path log;

    private Server(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts a program; {@link #await} tells when it answers. */
    static Server start(List<String> program, Map<String, String> environment, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var command = new ArrayList<>(List.of("sh", "-c", GUARD, "sh"));
            command.addAll(program);
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("CABILDO_") || name.startsWith("KC_"));
            builder.environment().put("JAVA_TOOL_OPTIONS", SHORT_LIVED);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().putAll(environment);
            return new Server(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start " + program.getFirst(), e);
        }
    }

    /** Waits until an address answers 200. */
    Server await(URI address, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (!answers(client, address)) {
                if (process.waitFor(BETWEEN_KNOCKS) || System.nanoTime() > end) {
                    throw new IllegalStateException("%s does not answer; see %s".formatted(address, log));
                }
            }
            return this;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean answers(HttpClient client, URI address) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not listening yet
        }
    }

    @Override
    public void close() {
        var all = new ArrayList<>(process.descendants().toList());
        process.destroy();
        try {
            if (!process.waitFor(TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
