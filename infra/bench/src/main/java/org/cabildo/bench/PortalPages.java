package org.cabildo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.cabildo.tenancy.Tenant;

/** How near the portal's pages come to a page that is always the same, and how many statements a new one takes. */
final class PortalPages {

    private static final int ROUNDS = 7;
    private static final double SECONDS = 2.5;
    private static final double WARM_UP = 6;
    private static final int NEW_PAGES = 5;
    private static final long UNTIL_FORGOTTEN = 1_000_000_000L; // the directory is remembered for half a second
    private final Ground ground;
    private final Tenant tenant;

    /** @param tenant one that has published a plan */
    PortalPages(Ground ground, Tenant tenant) {
        this.ground = ground;
        this.tenant = tenant;
    }

    void measure(Report report) throws Exception {
        try (var portal = Application.startPortalWithConstantPage(ground)) {
            var path = Settlers.page(tenant);
            var answer = portal.get(path);
            var load = new Load(portal.port());
            var page = load.once(path, "");
            if (page.status() != 200) {
                throw new IllegalStateException(path + " answered " + page.status());
            }
            var seen = "If-None-Match: " + answer.headers().firstValue("ETag").orElseThrow();
            var constantPath = "/constant?bytes=" + page.length();
            var unchanged = new Load.Answer(304, 0);
            load.perSecond(constantPath, "", page, WARM_UP);
            load.perSecond(path, "", page, WARM_UP);
            load.perSecond(path, seen, unchanged, WARM_UP);
            var constant = new double[ROUNDS];
            var cached = new double[ROUNDS];
            var confirmed = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                constant[round] = load.perSecond(constantPath, "", page, SECONDS);
                cached[round] = load.perSecond(path, "", page, SECONDS);
                confirmed[round] = load.perSecond(path, seen, unchanged, SECONDS);
            }
            tell(report, page.length(), Sample.of(constant), Sample.of(cached), Sample.of(confirmed));
            tellStatements(report, portal, path);
        }
    }

    private static void tell(Report report, int length, Sample constant, Sample cached, Sample confirmed) {
        report.chapter("4. The portal's commitment page");
        report.say("""
                The portal runs as a process with a constant page of equal size (%,d bytes, uncompressed) in the same server behind
                the same filters. 8 connections stay open and ask as fast as they are answered, from the same machine. %d rounds of
                %.1f s each in turn after %.0f s of warm-up each; ratios are taken within a round. A cached page is at most a quarter of
                a second old: so long the number of what the tenant has published is taken as it was read.""", length, ROUNDS, SECONDS, WARM_UP);
        report.table(
                List.of("Answers/s", "each round", "median"),
                List.of(
                        List.of("constant page", constant.each("%.0f"), "%.0f".formatted(constant.median())),
                        List.of("commitment, cached", cached.each("%.0f"), "%.0f".formatted(cached.median())),
                        List.of("commitment, 304", confirmed.each("%.0f"), "%.0f".formatted(confirmed.median()))));
        report.add(Figure.atLeast(
                "Commitment page from the cache against a constant page",
                0.6,
                cached.over(constant).median(),
                " ×",
                "–"));
        report.add(Figure.atLeast(
                "304 against a constant page", 0.8, confirmed.over(constant).median(), " ×", "–"));
    }

    private void tellStatements(Report report, Application portal, String path) {
        var asked = new ArrayList<Long>();
        var signs = new ArrayList<Long>();
        for (int i = 0; i < NEW_PAGES; i++) {
            LockSupport.parkNanos(UNTIL_FORGOTTEN);
            ground.run("update " + ground.schemaOf(tenant) + ".published_state set version = version + 1");
            ground.count();
            portal.get(path);
            ground.uncount();
            long sign = ground.counted("select $1");
            asked.add(ground.counted("%") - sign);
            signs.add(sign);
        }
        double statements =
                Sample.of(asked.stream().mapToDouble(Long::doubleValue)).median();
        report.say("""
                A page that no cache has (something was published, the directory was forgotten) took %s statements: the directory,
                the published number, the page. A connection that rested for over a second is asked for a sign of life before
                (`select 1`): %s more, not counted as the page's.""", asked, signs);
        report.add(Figure.atMost("Statements of a page that is in no cache", 3, statements, "", "–"));
    }
}
