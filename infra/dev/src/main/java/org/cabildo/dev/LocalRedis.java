package org.cabildo.dev;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A real Redis 7 on this machine, reachable from this machine only.
 *
 * <p>A {@link #kept} one writes its data to a folder and is taken over if it outlived a killed launcher; a
 * {@link #throwaway} one ends with the JVM that started it, however it ends.
 */
public final class LocalRedis implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BLINK = Duration.ofMillis(20);

    private final Path folder;
    private final int port;
    private final @Nullable Guard guard; // only a throw-away server has one

    private LocalRedis(Path folder, int port, @Nullable Guard guard) {
        this.folder = folder;
        this.port = port;
        this.guard = guard;
    }

    /** Starts a server on a random port that keeps nothing and is gone when it is closed or the JVM ends. */
    public static LocalRedis throwaway() {
        try {
            var folder = Files.createTempDirectory("cabildo-redis").toRealPath();
            var redis = new LocalRedis(folder, Ports.anyFree(), new Guard(folder.resolve("redis.pid"), "TERM", folder));
            redis.start();
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not make a throw-away Redis", e);
        }
    }

    /**
     * Starts the server of a folder on a port, or takes over the one that still runs there.
     *
     * @param folder made if there is none
     * @throws CannotStart if another program holds the port
     */
    public static LocalRedis kept(Path folder, int port) {
        try {
            Files.createDirectories(folder);
            var redis = new LocalRedis(folder.toRealPath(), port, null);
            redis.start();
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not keep Redis in " + folder, e);
        }
    }

    /** Tells whether the server of a kept folder still runs on a port, left behind by a killed launcher. */
    static boolean survives(Path folder, int port) {
        return Files.isDirectory(folder) && new LocalRedis(folder, port, null).isOurs();
    }

    /** Stops the server of a kept folder if one still runs on a port. */
    static void stopSurvivor(Path folder, int port) {
        if (survives(folder, port)) {
            new LocalRedis(folder, port, null).stop();
        }
    }

    /** The address as Redis clients write it. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Starts the server if it does not run yet, and waits until it answers. */
    public void start() {
        if (isOurs()) {
            return;
        }
        if (!Ports.isFree(port)) {
            throw new CannotStart("Port %d is taken by another program.".formatted(port));
        }
        var words = new ArrayList<>(List.of(
                Binaries.redis(new DatabaseUser(List.of(), Optional.empty())).toString(), // Redis may be root
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--daemonize",
                "yes",
                "--pidfile",
                folder.resolve("redis.pid").toString(),
                "--logfile",
                folder.resolve("redis.log").toString(),
                "--dir",
                folder.toString(),
                "--save",
                ""));
        if (guard == null) {
            words.addAll(List.of("--appendonly", "yes"));
        }
        Command.run(words).orFail();
        // it says who it is before it has read its data
        await("start", () -> isOurs() && ask("PING").contains("+PONG"));
    }

    /** Tells whether somebody holds the server's port: quicker than asking who. */
    public boolean runs() {
        return !Ports.isFree(port);
    }

    /** Stops the server and waits until its port is free; a kept one keeps its data. */
    public void stop() {
        if (isOurs()) {
            ask("SHUTDOWN"); // answers by hanging up
            await("stop", () -> Ports.isFree(port));
        }
    }

    /** Ends the server without a warning, as {@code kill -9} does, and waits until its port is free. */
    public void crash() {
        try {
            var pid = Files.readString(folder.resolve("redis.pid")).strip();
            ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
        } catch (IOException e) {
            throw new UncheckedIOException("Redis left no process id", e);
        }
        await("crash", () -> Ports.isFree(port));
    }

    /** Stops the server; a throw-away one takes its folder with it. */
    @Override
    public void close() {
        Optional.ofNullable(guard).ifPresentOrElse(Guard::close, this::stop);
    }

    /** Tells whether the server that answers on the port, if any, is the one of this folder. */
    private boolean isOurs() {
        return ask("CONFIG GET dir").contains(folder.toString());
    }

    /** Asks the server one thing and gives the lines of its answer: none if it does not answer. */
    private List<String> ask(String command) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
            try (var lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
                return lines.lines().toList();
            }
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // nobody there, or it hung up: both are answers here
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds();
    }

    private void await(String what, Condition condition) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Redis on port %d did not %s within %d s; see %s"
                        .formatted(port, what, PATIENCE.toSeconds(), folder.resolve("redis.log")));
            }
            LockSupport.parkNanos(BLINK.toNanos());
        }
    }
}
