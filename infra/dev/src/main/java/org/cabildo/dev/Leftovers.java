package org.cabildo.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Remembers which programs were started, so that those of a killed launcher never block the next one's ports. */
final class Leftovers {

    private static final Duration TIME_TO_LEAVE = Duration.ofSeconds(10);
    private static final Duration TIME_TO_DIE = Duration.ofSeconds(2);
    private static final Duration BLINK = Duration.ofMillis(50);
    private static final Duration CLOCK_ERROR = Duration.ofSeconds(2);

    private final Path file;

    Leftovers(Path file) {
        this.file = file;
    }

    void remember(ProcessHandle process) {
        try {
            var line = "%d %s%n".formatted(process.pid(), startOf(process));
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write " + file, e);
        }
    }

    /** Waits until the remembered programs have left by themselves, and ends those that have not; then forgets them. */
    void clear() {
        try {
            var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
            var programs = lines.stream().flatMap(Leftovers::find).toList();
            if (!haveLeft(programs, TIME_TO_LEAVE)) {
                programs.stream().filter(Leftovers::isRunning).forEach(ProcessHandle::destroyForcibly);
                haveLeft(programs, TIME_TO_DIE);
            }
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file, e);
        }
    }

    private static Stream<ProcessHandle> find(String line) {
        var words = line.split(" ", 2);
        if (words.length < 2) {
            return Stream.of(); // the launcher was killed while it wrote
        }
        var start = Instant.parse(words[1]);
        return ProcessHandle.of(Long.parseLong(words[0])).stream().filter(process -> isSame(startOf(process), start));
    }

    private static boolean haveLeft(List<ProcessHandle> programs, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (programs.stream().anyMatch(Leftovers::isRunning)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(BLINK.toNanos());
        }
        return true;
    }

    /** Not only alive: a dead process that nobody has buried counts as alive, but runs no program and holds no port. */
    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    /** A number alone proves nothing: the machine gives it to another program one day. */
    private static boolean isSame(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(CLOCK_ERROR) < 0;
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
