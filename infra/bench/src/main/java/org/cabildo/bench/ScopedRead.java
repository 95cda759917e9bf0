package org.cabildo.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.cabildo.tenancy.PublishedState;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a read in a tenant's scope costs among 361 tenants, against the same read in a house with one tenant only. */
final class ScopedRead {

    private static final int THREADS = 12;
    private static final int ROUNDS = 7;
    private static final double SECONDS = 2.5;
    private static final double WARM_UP = 5;
    private static final long FIRST_CANARY = 1_000_000;
    private final Ground ground;
    private final List<Tenant> tenants;
    private final Zipf zipf;
    private final AtomicLong wrong = new AtomicLong();

    /** One round of one kind: microseconds per read, and how many there were in a second. */
    private record Round(Sample micros, double perSecond) {}

    private interface Read {
        void once(SplittableRandom random);
    }

    /** @param worker the rooms that may write, to put a canary into every tenant */
    ScopedRead(Ground ground, ApplicationContext worker) {
        this.ground = ground;
        this.tenants = worker.getBean(Tenants.class).all();
        this.zipf = new Zipf(tenants.size(), 1.0);
        var sql = worker.getBean(Sql.class);
        for (int i = 0; i < tenants.size(); i++) {
            long canary = FIRST_CANARY + i;
            TenantScope.run(
                    tenants.get(i).id(),
                    () -> sql.of("update published_state set version = ?")
                            .param(canary)
                            .update());
        }
    }

    void measure(Report report) throws Exception {
        ground.run("create schema single; create table single.published_state as select true as one,"
                + " 1000000::bigint as version, now() as changed_at;"
                + " alter table single.published_state add primary key (one);"
                + " create role single login password 'single'; grant usage on schema single to single;"
                + " grant select on single.published_state to single; alter role single set search_path = single");
        var scoped = new ArrayList<Round>();
        var plain = new ArrayList<Round>();
        try (var portal = ground.asPortal();
                var pool = hikari()) {
            var state = portal.getBean(PublishedState.class);
            var client = JdbcClient.create(pool);
            Read inScope = random -> readScoped(state, random);
            Read alone = _ -> readPlain(client);
            run(inScope, WARM_UP);
            run(alone, WARM_UP);
            for (int round = 0; round < ROUNDS; round++) {
                if (round % 2 == 0) {
                    scoped.add(run(inScope, SECONDS));
                    plain.add(run(alone, SECONDS));
                } else {
                    plain.add(run(alone, SECONDS));
                    scoped.add(run(inScope, SECONDS));
                }
            }
        }
        tell(report, scoped, plain);
        ground.run("drop schema single cascade; drop role single");
    }

    private void readScoped(PublishedState state, SplittableRandom random) {
        int rank = zipf.rank(random.nextDouble());
        if (TenantScope.in(tenants.get(rank).id(), state::version) != FIRST_CANARY + rank) {
            wrong.incrementAndGet();
        }
    }

    private void readPlain(JdbcClient client) {
        if (client.sql("select version from published_state").query(Long.class).single() != FIRST_CANARY) {
            wrong.incrementAndGet();
        }
    }

    private HikariDataSource hikari() {
        var config = new HikariConfig();
        config.setJdbcUrl(ground.postgres().jdbcUrl());
        config.setUsername("single");
        config.setPassword("single");
        config.setMaximumPoolSize(THREADS);
        return new HikariDataSource(config);
    }

    private static Round run(Read read, double seconds) throws Exception {
        var running = new ArrayList<Future<long[]>>();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(() -> loop(read, end)));
            }
        }
        var all = new ArrayList<long[]>();
        for (var one : running) {
            all.add(one.get());
        }
        var micros = Sample.of(all.stream().flatMapToLong(Arrays::stream).mapToDouble(nanos -> nanos / 1e3));
        long count = all.stream().mapToLong(times -> times.length).sum();
        return new Round(micros, count / seconds);
    }

    private static long[] loop(Read read, long end) {
        var random = new SplittableRandom();
        var times = new long[1024];
        int count = 0;
        for (long begun = System.nanoTime(); begun < end; count++) {
            read.once(random);
            long done = System.nanoTime();
            if (count == times.length) {
                times = Arrays.copyOf(times, count * 2);
            }
            times[count] = done - begun;
            begun = done;
        }
        return Arrays.copyOf(times, count);
    }

    private void tell(Report report, List<Round> scoped, List<Round> plain) {
        var ratio = quantiles(scoped, 0.5).over(quantiles(plain, 0.5));
        report.chapter("2. A read in a tenant's scope");
        report.say("""
                %d threads read `published_state` (one row; the smallest read there is, so the pool weighs most) as fast as they
                can, each time in the scope of one of %d tenants, chosen by Zipf's law (s = 1: the first tenant gets %.0f %% of all
                reads), through `TenantScope.in`, `Sql` and the keyed pool with the portal's ceilings (400 connections, 8 per login).
                Against it the same statement through `JdbcClient` and a HikariCP pool of %d connections to a schema that is alone.
                %d rounds of %.1f s each in turn after %.0f s of warm-up. Every tenant holds a number of its own; a read that
                brings another's counts as wrong.""", THREADS, tenants.size(), zipf.share(0) * 100, THREADS, ROUNDS, SECONDS, WARM_UP);
        report.table(
                List.of("Read", "p50 µs", "p99 µs", "reads/s", "p50 each round"),
                List.of(row("in scope, " + tenants.size() + " tenants", scoped), row("HikariCP, one tenant", plain)));
        report.say(
                "Ratio of p50 each round: %s. Of p99: %.2f. Of reads/s: %.2f.",
                ratio.each("%.2f"),
                quantiles(scoped, 0.99).over(quantiles(plain, 0.99)).median(),
                speeds(scoped).over(speeds(plain)).median());
        report.add(Figure.atMost(
                "Read in scope, 361 tenants by Zipf: p50 against HikariCP with one tenant",
                1.3,
                ratio.median(),
                " ×",
                "–"));
        report.add(new Figure("Reads of a wrong tenant", "0", Long.toString(wrong.get()), wrong.get() == 0, "–"));
    }

    private static List<String> row(String name, List<Round> rounds) {
        return List.of(
                name,
                "%.0f".formatted(quantiles(rounds, 0.5).median()),
                "%.0f".formatted(quantiles(rounds, 0.99).median()),
                "%.0f".formatted(speeds(rounds).median()),
                quantiles(rounds, 0.5).each("%.0f"));
    }

    private static Sample quantiles(List<Round> rounds, double share) {
        return Sample.of(rounds.stream().mapToDouble(round -> round.micros().quantile(share)));
    }

    private static Sample speeds(List<Round> rounds) {
        return Sample.of(rounds.stream().mapToDouble(Round::perSecond));
    }
}
