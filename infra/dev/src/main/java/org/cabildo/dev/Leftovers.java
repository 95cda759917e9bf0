package org.cabildo.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Remembers which programs were started, so that those of a killed launcher never block the next one's ports. */
final class Leftovers {

    private static final Duration TIME_TO_LEAVE = Duration.ofSeconds(10);
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
            lines.forEach(Leftovers::end);
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file, e);
        }
    }

    private static void end(String line) {
        var words = line.split(" ", 2);
        if (words.length == 2) {
            var start = Instant.parse(words[1]);
            ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(process -> isSame(startOf(process), start))
                    .ifPresent(Leftovers::end);
        }
    }

    private static void end(ProcessHandle process) {
        try {
            process.onExit()
                    .completeOnTimeout(process, TIME_TO_LEAVE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException("Could not wait for process " + process.pid(), e);
        }
        if (process.isAlive()) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    /** A number alone proves nothing: the machine gives it to another program one day. */
    private static boolean isSame(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(CLOCK_ERROR) < 0;
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
