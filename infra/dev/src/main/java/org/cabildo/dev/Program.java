package org.cabildo.dev;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One application of the house in a process of its own, whose every line is passed on under its name.
 *
 * <p>Its standard input is a pipe that is held and never written: when the launcher dies, however, the pipe ends, and
 * the application with it. Ctrl-C in the terminal reaches the launcher alone, which then stops one after another.
 */
final class Program implements AutoCloseable {

    /** Ignoring a signal is inherited; Java leaves a signal alone that it finds ignored. */
    private static final List<String> DEAF_TO_TERMINAL = List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    /** How long a program's last lines may still be on their way when it has ended. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private static final int LAST_LINES = 25;
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(20);
    private static final Duration BETWEEN_KNOCKS = Duration.ofMillis(250);

    private final String name;
    private final Words words;
    private final Process process;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final Thread reader;

    private Program(String name, Words words, Process process, Consumer<String> log) {
        this.name = name;
        this.words = words;
        this.process = process;
        this.reader = Thread.ofVirtual()
                .name(name + "-log")
                .start(() -> passOn(process.inputReader(StandardCharsets.UTF_8), log));
    }

    /**
     * Starts an application.
     *
     * @param name at most eight letters, put before each of its lines
     * @param command the program and its arguments
     * @param environment all of it: nothing is inherited
     * @param log takes each line, name included; called by one thread per program
     */
    static Program start(
            String name, List<String> command, Map<String, String> environment, Words words, Consumer<String> log) {
        try {
            var builder = new ProcessBuilder(Stream.concat(DEAF_TO_TERMINAL.stream(), command.stream())
                            .toList())
                    .redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().putAll(environment);
            return new Program(name, words, builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start " + name, e);
        }
    }

    private void passOn(BufferedReader lines, Consumer<String> log) {
        var prefix = prefix(name);
        try (lines) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                remember(line);
                log.accept(prefix + line);
            }
        } catch (IOException e) {
            log.accept(prefix + "(" + e.getMessage() + ")");
        }
    }

    /** What stands before each line of a program. */
    static String prefix(String name) {
        return "%-8s | ".formatted(name);
    }

    private void remember(String line) {
        synchronized (lastLines) {
            lastLines.addLast(line);
            if (lastLines.size() > LAST_LINES) {
                lastLines.removeFirst();
            }
        }
    }

    private String lastLines() {
        synchronized (lastLines) {
            return String.join("\n", new ArrayList<>(lastLines));
        }
    }

    String name() {
        return name;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Completes with the exit code when the program ends, whoever ended it. */
    CompletableFuture<Integer> ended() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /**
     * Knocks at an address until it answers 200.
     *
     * @throws CannotStart with the program's last lines if it ends before, or takes longer than {@code patience}
     */
    void awaitHealthy(URI address, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            while (!answers(client, address)) {
                if (process.waitFor(BETWEEN_KNOCKS)) {
                    reader.join(LAST_WORDS);
                    throw new CannotStart(words.say("died.start", name, process.exitValue(), lastLines()));
                }
                if (System.nanoTime() > deadline) {
                    throw new CannotStart(words.say("slow", name, patience.toSeconds(), lastLines()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + name, e);
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

    /** Asks the program to stop, waits for it, and ends it if it does not listen. */
    @Override
    public void close() {
        handle().destroy(); // not the process itself: that would cut its pipes, and it could not say goodbye
        try {
            process.onExit().get(PATIENCE_AT_STOP.toSeconds(), TimeUnit.SECONDS);
            reader.join(LAST_WORDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Could not wait for " + name, e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
