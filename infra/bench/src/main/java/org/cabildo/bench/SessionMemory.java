package org.cabildo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What PostgreSQL's sessions of tenants' portals hold for themselves, without the memory that all share. */
final class SessionMemory {

    private static final String SESSIONS = "select string_agg(pid::text, ',') from pg_stat_activity"
            + " where usename ~ '^t[a-z0-9]{14}_portal$' and 'all' = ?";

    private final Ground ground;

    SessionMemory(Ground ground) {
        this.ground = ground;
    }

    /** MB of each session. */
    Sample now() {
        return Sample.of(
                Arrays.stream(ground.text(SESSIONS, "all").split(",", -1)).mapToDouble(SessionMemory::megabytes));
    }

    private static double megabytes(String pid) {
        try {
            return Files.readAllLines(Path.of("/proc", pid, "smaps_rollup")).stream()
                            .filter(line -> line.startsWith("Private_"))
                            .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException("A session's memory is read from /proc, so on Linux as its owner only", e);
        }
    }
}
