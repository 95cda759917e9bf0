package org.cabildo.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.commitment.published.UnfencedCommitments;
import org.cabildo.tenancy.OnePool;
import org.cabildo.tenancy.PublishedState;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What a read in a tenant's scope costs among 361 tenants, against the same read in a house with one tenant only. */
final class ScopedRead {

    private static final int THREADS = 12;
    private static final int ROUNDS = 7;
    private static final double SECONDS = 2.5;
    private static final double WARM_UP = 5;
    private static final int READS_BEFORE = 12; // by then the driver and PostgreSQL keep the plan
    private static final long FIRST_CANARY = 1_000_000;
    private static final String ALONE = "single";
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private final Ground ground;
    private final List<Tenant> tenants;
    private final Zipf zipf;
    private final AtomicLong wrong = new AtomicLong();

    /** One round of one kind: microseconds per read, and how many there were in a second. */
    private record Round(Sample micros, double perSecond) {}

    /** One of the ways to read that are compared, and its rounds. */
    private record Way(String name, Read read, List<Round> rounds) {

        Way(String name, Read read) {
            this(name, read, new ArrayList<>());
        }
    }

    private interface Read {
        void once(SplittableRandom random) throws SQLException;
    }

    /** When a thread reads next. */
    private enum Pace {
        CALM(500),
        BUSY(2_000),
        SATURATED(Integer.MAX_VALUE);

        private final int perSecond; // of all threads together

        Pace(int perSecond) {
            this.perSecond = perSecond;
        }

        void pause(SplittableRandom random) {
            if (this != SATURATED) {
                double mean = 1e9 * THREADS / perSecond;
                LockSupport.parkNanos((long) (-Math.log(1 - random.nextDouble()) * mean));
            }
        }
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
        ground.run(
                "do $$ begin for i in 0..%d loop execute format('create role %%I login password ''single'' in role single',"
                                .formatted(tenants.size() - 1)
                        + " 'bare_' || i); execute format('alter role %I set search_path = single', 'bare_' || i); end loop; end $$");
        var schema = ground.schemaOf(tenants.getFirst());
        ground.run("create role neighbour login password 'single'; grant usage on schema %s to neighbour;"
                        .formatted(schema)
                + " grant select on all tables in schema %s to neighbour; alter role neighbour set search_path = %s"
                        .formatted(schema, schema));
        try (var portal = ground.asPortal();
                var pool = hikari(ALONE);
                var first = hikari("neighbour");
                var bare = new Bare();
                var held = new HeldConnections(ground, tenants);
                var shared = new SharedPool(ground, tenants, THREADS)) {
            var state = portal.getBean(PublishedState.class);
            var client = JdbcClient.create(pool);
            Supplier<List<Way>> ways = () -> List.of(
                    new Way("in scope, " + tenants.size() + " tenants", random -> readScoped(state, random)),
                    new Way("HikariCP, one tenant", _ -> readPlain(client)),
                    new Way(tenants.size() + " bare connections", bare::read));
            var inScope = portal.getBean(PublishedCommitments.class);
            var json = portal.getBean(JsonMapper.class);
            var alone = UnfencedCommitments.over(OnePool.over(first), json);
            var unpooled = UnfencedCommitments.over(OnePool.over(held), json);
            Supplier<List<Way>> commitments = () -> List.of(
                    new Way(
                            "in scope, " + tenants.size() + " tenants",
                            random -> TenantScope.run(
                                    tenants.get(zipf.rank(random.nextDouble())).id(), () -> commitment(inScope))),
                    new Way("HikariCP, one tenant", _ -> commitment(alone)),
                    new Way(
                            tenants.size() + " bare connections",
                            random -> held.with(zipf.rank(random.nextDouble()), () -> commitment(unpooled))));
            var newcomers = firstReads(inScope);
            for (int i = 0; i < tenants.size() * READS_BEFORE; i++) {
                held.with(i % tenants.size(), () -> commitment(unpooled));
            }
            var memory = new SessionMemory(ground);
            var atFirst = memory.now();
            report.chapter("2. A read in a tenant's scope");
            explain(report);
            var calm = run(Pace.CALM, commitments.get());
            tell(report, "A commitment with its milestones, at %,d reads/s:".formatted(Pace.CALM.perSecond), calm);
            report.say(
                    "Before that every tenant was read %d times, one after another, in ms (median of the tenants): %s. The first opens"
                            + " the connection, and PostgreSQL gets to know the tenant's tables.",
                    READS_BEFORE,
                    newcomers.stream()
                            .map(each -> "%.1f".formatted(each.median()))
                            .collect(Collectors.joining(" · ")));
            var serving = amongReaders(report, commitments.get());
            tell(
                    report,
                    "The same at %,d reads/s, more than two cores can do:".formatted(Pace.BUSY.perSecond),
                    run(Pace.BUSY, commitments.get()));
            var smallest = run(Pace.CALM, ways.get());
            tell(report, "The smallest read, at %,d reads/s:".formatted(Pace.CALM.perSecond), smallest);
            var withShared = new ArrayList<>(ways.get());
            withShared.add(new Way("one shared pool, SET LOCAL ROLE", random -> readShared(shared, random)));
            var saturated = run(Pace.SATURATED, withShared);
            tell(report, "The smallest read, as fast as %d threads can:".formatted(THREADS), saturated);
            report.add(Figure.atMost(
                    "Read of a commitment in scope, 361 tenants by Zipf, %,d reads/s, while the portal serves %,d pages/s: p50 against HikariCP with one tenant"
                            .formatted(Pace.CALM.perSecond, Readers.PER_SECOND),
                    1.3,
                    ratio(serving, 0, 1, 0.5).median(),
                    " ×",
                    "–"));
            report.add(Figure.atMost(
                    "The same on a machine that does nothing else",
                    1.3,
                    ratio(calm, 0, 1, 0.5).median(),
                    " ×",
                    "–"));
            report.add(Figure.atMost(
                    "The same against as many bare connections, without a pool or a scope",
                    1.3,
                    ratio(calm, 0, 2, 0.5).median(),
                    " ×",
                    "–"));
            report.add(Figure.atMost(
                    "The same of the smallest read there is",
                    1.3,
                    ratio(smallest, 0, 1, 0.5).median(),
                    " ×",
                    "–"));
            report.add(Figure.atMost(
                    "Smallest read as fast as it goes: p50 against as many bare connections, without a pool",
                    1.3,
                    ratio(saturated, 0, 2, 0.5).median(),
                    " ×",
                    "–"));
            tellShared(report, saturated);
            tellMemory(report, atFirst, memory.now());
            new Neighbours(inScope, tenants).measure(report);
            report.add(new Figure("Reads of a wrong tenant", "0", Long.toString(wrong.get()), wrong.get() == 0, "–"));
        }
        ground.run("do $$ begin for i in 0..%d loop execute format('drop role %%I', 'bare_' || i); end loop; end $$"
                .formatted(tenants.size() - 1));
        ground.run("drop schema single cascade; drop role single; drop owned by neighbour; drop role neighbour");
    }

    /** The same reads where they happen: beside a portal that serves pages to its readers from the same two cores. */
    private List<Way> amongReaders(Report report, List<Way> ways) throws Exception {
        try (var application = Application.startPortalThatKeepsConnections(ground)) {
            var http = new Load(application.port());
            var path = Settlers.page(tenants.getFirst());
            application.get(path);
            var page = http.once(path, "");
            if (page.status() != 200) {
                throw new IllegalStateException(path + " answered " + page.status());
            }
            http.perSecond(path, "", page, WARM_UP);
            try (var readers = new Readers(http, path, page)) {
                run(Pace.CALM, ways);
                tell(
                        report,
                        "The same reads while the portal, a process of its own on this machine, serves %.0f pages/s from its cache:"
                                .formatted(readers.sendHome()),
                        ways);
            }
            return ways;
        }
    }

    private void readScoped(PublishedState state, SplittableRandom random) {
        int rank = zipf.rank(random.nextDouble());
        if (TenantScope.in(tenants.get(rank).id(), state::version) != FIRST_CANARY + rank) {
            wrong.incrementAndGet();
        }
    }

    private void readShared(SharedPool shared, SplittableRandom random) throws SQLException {
        int rank = zipf.rank(random.nextDouble());
        if (shared.read(rank) != FIRST_CANARY + rank) {
            wrong.incrementAndGet();
        }
    }

    private void tellShared(Report report, List<Way> saturated) {
        var throughput = speeds(saturated.getFirst().rounds())
                .over(speeds(saturated.getLast().rounds()));
        report.say(
                """
                Against one shared pool of %d connections that takes the tenant's role for each transaction (`set local role` and
                `set local search_path` in one message): reads/s %s; p99 %s; longest read of a round in ms %s against %s.""",
                THREADS,
                throughput.each("%.2f"),
                ratio(saturated, 0, 3, 0.99).each("%.2f"),
                longest(saturated.getFirst()).each("%.0f"),
                longest(saturated.getLast()).each("%.0f"));
        report.add(Figure.atLeast(
                "Keyed pool against one shared pool with SET LOCAL ROLE: reads/s", 1, throughput.median(), " ×", "–"));
        report.add(
                Figure.atMost("The same: p99", 1, ratio(saturated, 0, 3, 0.99).median(), " ×", "–"));
        report.add(Figure.atMost(
                "The same: longest read among 361 active tenants",
                1,
                ratio(saturated, 0, 3, 1).median(),
                " ×",
                "–"));
    }

    private static Sample longest(Way way) {
        return Sample.of(
                way.rounds().stream().mapToDouble(round -> round.micros().quantile(1) / 1e3));
    }

    private static void tellMemory(Report report, Sample atFirst, Sample later) {
        report.say("""
                Memory that PostgreSQL's sessions of the tenants' portals hold for themselves (`Private_*` of `smaps_rollup`): after the
                first reads %.2f MB (median; all %.0f MB), after all reads of this chapter %.2f MB (all %.0f MB).""", atFirst.median(), atFirst.sum(), later.median(), later.sum());
        report.add(Figure.atMost("Memory of a warm session of PostgreSQL", 4, later.median(), " MB", "–"));
        report.add(Figure.atMost(
                "The same after the load against before", 1.2, later.median() / atFirst.median(), " ×", "–"));
    }

    private void readPlain(JdbcClient client) {
        if (client.sql("select version from published_state").query(Long.class).single() != FIRST_CANARY) {
            wrong.incrementAndGet();
        }
    }

    /** Milliseconds of the first, second, … read of a commitment of each tenant, one after another. */
    private List<Sample> firstReads(PublishedCommitments inScope) {
        var times = new double[READS_BEFORE][tenants.size()];
        for (int i = 0; i < tenants.size(); i++) {
            for (int read = 0; read < READS_BEFORE; read++) {
                long begun = System.nanoTime();
                TenantScope.run(tenants.get(i).id(), () -> commitment(inScope));
                times[read][i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        return Arrays.stream(times).map(each -> Sample.of(Arrays.stream(each))).toList();
    }

    private static void commitment(PublishedCommitments commitments) {
        var page = commitments.page("plan-de-accion", 1, TODAY).orElseThrow();
        if (page.milestones().size() != Settlers.MILESTONES || page.timeline().size() != Settlers.MILESTONES) {
            throw new IllegalStateException("A commitment without its milestones or their reports");
        }
    }

    private HikariDataSource hikari(String user) {
        var config = new HikariConfig();
        config.setJdbcUrl(ground.postgres().jdbcUrl());
        config.setUsername(user);
        config.setPassword(ALONE);
        config.setMaximumPoolSize(THREADS);
        return new HikariDataSource(config);
    }

    /** One open connection and one prepared statement per tenant: what the machine takes for that many sessions. */
    private final class Bare implements AutoCloseable {

        private final List<Connection> connections = new ArrayList<>();
        private final List<PreparedStatement> statements = new ArrayList<>();

        Bare() throws SQLException {
            for (int i = 0; i < tenants.size(); i++) {
                var connection = DriverManager.getConnection(ground.postgres().jdbcUrl(), "bare_" + i, ALONE);
                connections.add(connection);
                statements.add(connection.prepareStatement("select version from published_state"));
            }
        }

        void read(SplittableRandom random) throws SQLException {
            var statement = statements.get(zipf.rank(random.nextDouble()));
            synchronized (statement) {
                try (var row = statement.executeQuery()) {
                    row.next();
                    if (row.getLong(1) != FIRST_CANARY) {
                        wrong.incrementAndGet();
                    }
                }
            }
        }

        @Override
        public void close() throws SQLException {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    /** Each way warmed up, then all in turn, each round in another order. */
    private static List<Way> run(Pace pace, List<Way> ways) throws Exception {
        for (var way : ways) {
            run(pace, way.read(), WARM_UP);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < ways.size(); i++) {
                var way = ways.get((round + i) % ways.size());
                way.rounds().add(run(pace, way.read(), SECONDS));
            }
        }
        return ways;
    }

    private static Round run(Pace pace, Read read, double seconds) throws Exception {
        var running = new ArrayList<Future<long[]>>();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(() -> loop(pace, read, end)));
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

    private static long[] loop(Pace pace, Read read, long end) throws SQLException {
        var random = new SplittableRandom();
        var times = new long[1024];
        int count = 0;
        for (; System.nanoTime() < end; count++) {
            pace.pause(random);
            long begun = System.nanoTime();
            read.once(random);
            long done = System.nanoTime();
            if (count == times.length) {
                times = Arrays.copyOf(times, count * 2);
            }
            times[count] = done - begun;
        }
        return Arrays.copyOf(times, count);
    }

    private void explain(Report report) {
        report.say(
                """
                %d threads read, each time in the scope of one of %d tenants, chosen by Zipf's law (s = 1: the first tenant gets
                %.0f %% of all reads), through `TenantScope`, `JdbcClient` and the keyed pool with the portal's ceilings (400
                connections, 8 per login). Against it the same statement through `JdbcClient` and a HikariCP pool of %d connections to
                one tenant. %d rounds of %.1f s each in turn after %.0f s of warm-up. Reads come at random moments, %,d in a second;
                `published_state` is read as fast as it goes too. There every tenant holds a number of its own, and a read that
                brings another's counts as wrong.

                A login per tenant has its price: %d server processes, whose caches are cold when their turn comes. The third row
                shows it alone, one bare connection for each tenant that is held open all the time, without a pool and without a
                scope: no way to read with a login per tenant is faster. The smallest read (`published_state`, one row) pays as
                much as one with some work in it.""",
                THREADS,
                tenants.size(),
                zipf.share(0) * 100,
                THREADS,
                ROUNDS,
                SECONDS,
                WARM_UP,
                Pace.CALM.perSecond,
                tenants.size());
    }

    private static void tell(Report report, String load, List<Way> ways) {
        report.say("%s", load);
        report.table(
                List.of("Read", "p50 µs", "p99 µs", "reads/s", "p50 each round"),
                ways.stream().map(way -> row(way.name(), way.rounds())).toList());
        report.say(
                "Against HikariCP: p50 %.2f (each round %s); p99 %.2f; reads/s %.2f.",
                ratio(ways, 0, 1, 0.5).median(),
                ratio(ways, 0, 1, 0.5).each("%.2f"),
                ratio(ways, 0, 1, 0.99).median(),
                speeds(ways.get(0).rounds()).over(speeds(ways.get(1).rounds())).median());
        if (ways.size() > 2) {
            report.say(
                    "Against bare connections: p50 %.2f (each round %s).",
                    ratio(ways, 0, 2, 0.5).median(), ratio(ways, 0, 2, 0.5).each("%.2f"));
        }
    }

    private static Sample ratio(List<Way> ways, int one, int other, double share) {
        return quantiles(ways.get(one).rounds(), share)
                .over(quantiles(ways.get(other).rounds(), share));
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
