package org.cabildo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.cabildo.tenancy.Tenant;

/** What 361 tenants instead of one do to the start of each application: nothing, it is hoped. */
final class StartUp {

    private static final int ROUNDS = 5;
    private static final long SETTLE = 3_000_000_000L;

    /** Three settings of a new connection, begin, two values, the look itself, its answer. */
    private static final int STATEMENTS_PER_LOOK = 8;

    private final Ground many;
    private final Ground one;
    private final Tenant tenant;

    /**
     * One start.
     *
     * @param asked each statement that was asked until it was healthy or in the three seconds after, and how often
     * @param sweep how many of them are the worker's looks for announcements that a lost hint left
     */
    private record Start(Map<String, Long> asked, long sweep, double seconds, double megabytes) {

        long statements() {
            return asked.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** @param tenant one that is on both grounds */
    StartUp(Ground many, Ground one, Tenant tenant) {
        this.many = many;
        this.one = one;
        this.tenant = tenant;
    }

    void measure(Report report) {
        report.chapter("3. Start of each application");
        report.say("""
                Each application is started as a process (`java -jar …-exec.jar`, memory as the launcher gives it) on a database
                with %d tenants and on one with a single tenant, %d times in turn. Time runs from the start of the process to the
                first 200 of `/health`. Statements are those that `pg_stat_statements` counts for its logins until then and in the
                %.1f s after. Then one page is asked for (portal: a tenant's first page; back office: its first page, which sends to
                the sign-in; worker: none), and RSS is read from `/proc`. In parentheses: how many of the statements are the worker's
                first look for announcements that a lost hint left, in the background, five hundred tenants to a connection. What is
                done every few seconds (a sign of life, a look for orders and for letters) is set to once an hour, so that it is
                counted once in each start. The figure compares what most starts of a side ask, statement by statement: what a
                late thread adds comes and goes, what tenants add is there each time.""", Bench.TENANTS, ROUNDS, SETTLE / 1e9);
        var rows = new ArrayList<List<String>>();
        for (var kind : Application.Kind.values()) {
            if (kind.jar().isEmpty()) {
                report.add(new Figure(
                        "Start of the " + kind.title, "= · 1.2 ×", "not measured: its jar is not built", false, "–"));
                continue;
            }
            measure(kind, report, rows);
        }
        report.table(List.of("Application", "Statements 1 → 361", "Seconds 1 → 361", "RSS MB 1 → 361"), rows);
    }

    private void measure(Application.Kind kind, Report report, List<List<String>> rows) {
        var all = new ArrayList<Start>();
        var single = new ArrayList<Start>();
        for (int round = 0; round < ROUNDS; round++) {
            if (round % 2 == 0) {
                single.add(start(kind, one));
                all.add(start(kind, many));
            } else {
                all.add(start(kind, many));
                single.add(start(kind, one));
            }
        }
        var growth = seconds(all).over(seconds(single)).median();
        var memory = megabytes(all).over(megabytes(single)).median();
        boolean equal = statements(all) == statements(single);
        report.add(new Figure(
                "Start of the " + kind.title + ": statements",
                "equal",
                statements(single) + " → " + statements(all),
                equal,
                "%+d".formatted(statements(all) - statements(single))));
        report.add(
                Figure.atMost("Start of the " + kind.title + ": time", 1.2, growth, " ×", "%.2f ×".formatted(growth)));
        report.add(Figure.atMost(
                "RSS of the " + kind.title + " after a request", 1.2, memory, " ×", "%.2f ×".formatted(memory)));
        rows.add(List.of(
                kind.title,
                each(single) + " → " + each(all),
                seconds(single).each("%.1f") + " → " + seconds(all).each("%.1f"),
                megabytes(single).each("%.0f") + " → " + megabytes(all).each("%.0f")));
    }

    private Start start(Application.Kind kind, Ground ground) {
        ground.count();
        try (var application = Application.startWithoutFurtherRounds(kind, ground)) {
            LockSupport.parkNanos(SETTLE);
            var asked = ground.asked();
            long looks = ground.counted("do %cabildo.waiting%");
            switch (kind) {
                case PORTAL -> demand(application, "/t/" + tenant.slug() + "/", 200);
                case OFFICE -> demand(application, "/", 302);
                case WORKER -> demand(application, "/health", 200);
            }
            LockSupport.parkNanos(SETTLE / 6);
            return new Start(
                    asked, looks * STATEMENTS_PER_LOOK, application.seconds(), application.residentMegabytes());
        } finally {
            ground.uncount();
        }
    }

    private static void demand(Application application, String path, int status) {
        var answer = application.get(path);
        if (answer.statusCode() != status) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
    }

    /** What most of them ask: of each statement as often as the start in the middle. */
    private static long statements(List<Start> starts) {
        return starts.stream()
                .flatMap(start -> start.asked().keySet().stream())
                .distinct()
                .mapToLong(statement -> starts.stream()
                        .mapToLong(start -> start.asked().getOrDefault(statement, 0L))
                        .sorted()
                        .skip(starts.size() / 2)
                        .findFirst()
                        .orElseThrow())
                .sum();
    }

    private static Sample seconds(List<Start> starts) {
        return Sample.of(starts.stream().mapToDouble(Start::seconds));
    }

    private static Sample megabytes(List<Start> starts) {
        return Sample.of(starts.stream().mapToDouble(Start::megabytes));
    }

    private static String each(List<Start> starts) {
        return String.join(
                " · ",
                IntStream.range(0, starts.size())
                        .mapToObj(i ->
                                starts.get(i).statements() + "(" + starts.get(i).sweep() + ")")
                        .toList());
    }
}
