package org.cabildo.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a house says, kept in a file and in memory. */
final class HouseLog {

    private static final int LAST = 40;
    private final Path file;
    private final List<String> lines = new ArrayList<>();
    private int begun; // where what the latest launcher says begins
    private boolean ended;

    HouseLog(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes all lines of a launcher until it ends. */
    synchronized void follow(BufferedReader said) {
        begun = lines.size();
        ended = false;
        Thread.ofPlatform().daemon().name("house-log").start(() -> {
            try (said;
                    var kept = Files.newBufferedWriter(file, StandardOpenOption.APPEND)) {
                for (var line = said.readLine(); line != null; line = said.readLine()) {
                    kept.write(line);
                    kept.newLine();
                    kept.flush();
                    add(line);
                }
            } catch (IOException e) {
                add("(" + e.getMessage() + ")");
            }
            end();
        });
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Waits until the latest launcher says something that contains these words. */
    void await(String words, Duration patience) {
        await(Pattern.compile(Pattern.quote(words)), patience);
    }

    /** Waits until the latest launcher says something in which the pattern is found. */
    synchronized MatchResult await(Pattern wanted, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        for (var next = begun; ; next++) {
            while (next == lines.size()) {
                var left = (deadline - System.nanoTime()) / 1_000_000;
                if (ended || left <= 0) {
                    throw new AssertionError("The house %s without «%s»; its last lines:%n%s"
                            .formatted(ended ? "ended" : "stayed", wanted, lastLines()));
                }
                rest(left);
            }
            var found = wanted.matcher(lines.get(next));
            if (found.find()) {
                return found.toMatchResult();
            }
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the loop is its caller's
    private void rest(long milliseconds) {
        try {
            wait(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String lastLines() {
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST), lines.size()));
    }
}
