package org.cabildo.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import liquibase.exception.LiquibaseException;
import org.cabildo.tenancy.TenantScript;
import org.springframework.context.ApplicationContext;

/** How fast the whole real list is onboarded, against a Liquibase run per schema and a bare replay of the script. */
final class OnboardingSpeed {

    private static final int ROUNDS = 5;
    private static final int BY_LIQUIBASE = 5;
    private static final int BY_REPLAY = 15;
    private final Ground ground;
    private final ApplicationContext rooms;
    private final Workers workers;
    private final List<String> strangers = new ArrayList<>();

    OnboardingSpeed(Ground ground, ApplicationContext rooms) {
        this.ground = ground;
        this.rooms = rooms;
        this.workers = new Workers(rooms);
    }

    void measure(Report report) throws Exception {
        var settlers = new Settlers(rooms);
        var batch = settlers.order(Bench.TENANTS);
        var script = TenantScript.whole();
        byLiquibase("warmed");
        byReplay(script, List.of("warmer"));
        var own = new double[ROUNDS];
        var liquibase = new double[ROUNDS];
        var replay = new double[ROUNDS];
        double grown = 0;
        double spent = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int share = Bench.TENANTS * (round + 1) / ROUNDS - Bench.TENANTS * round / ROUNDS;
            double before = ground.megabytes();
            double seconds = seconds(() -> workers.work(share));
            grown += ground.megabytes() - before;
            spent += seconds;
            own[round] = share / seconds;
            int one = round;
            liquibase[round] = BY_LIQUIBASE / seconds(() -> runLiquibase(one));
            replay[round] = BY_REPLAY / seconds(() -> byReplay(script, names("replayed" + one + "x", BY_REPLAY)));
        }
        settlers.demandDone(batch, Bench.TENANTS);
        tell(report, script, Sample.of(own), Sample.of(liquibase), Sample.of(replay), spent, grown);
        dropStrangers();
    }

    private void tell(
            Report report, String script, Sample own, Sample liquibase, Sample replay, double spent, double grown) {
        report.chapter("1. Onboarding");
        report.say("""
                All %d governments of the real list are ordered through `Onboarding` and worked by `Provisioning` with its default
                number of workers (%d): roles, schema, script, rights, encrypted credentials, the rooms' first rows and the order
                itself in one transaction per tenant. PostgreSQL runs with `fsync`, `synchronous_commit` and `full_page_writes` on.
                In each of %d rounds a fifth of the list is followed in the same database by %d schemas made by a Liquibase run each
                (new connection, same changelog) and %d made by a bare replay (one connection, `create schema` and the very same
                script of %,d bytes in one transaction, nothing else). Ratios are taken within a round.""", Bench.TENANTS, workers.threads(), ROUNDS, BY_LIQUIBASE, BY_REPLAY, script.length());
        report.table(
                List.of("Tenants/s", "each round", "median"),
                List.of(
                        List.of("onboarding", own.each("%.1f"), Figure.two(own.median())),
                        List.of("Liquibase run per schema", liquibase.each("%.1f"), Figure.two(liquibase.median())),
                        List.of("bare replay", replay.each("%.1f"), Figure.two(replay.median()))));
        report.say("""
                The whole list took %.0f s of onboarding. An empty tenant takes %.2f MB on disk: the growth of `pg_database_size`
                while tenants were made, catalogs included, divided by their number.""", spent, grown / Bench.TENANTS);
        var growth = "last fifth %.2f × first".formatted(own.last() / own.first());
        report.add(Figure.atLeast(
                "Onboarding 361: tenants/s against a Liquibase run per schema",
                2.5,
                own.over(liquibase).median(),
                " ×",
                growth));
        report.add(Figure.atLeast(
                "Onboarding 361: tenants/s against bare replay on one connection",
                0.8,
                own.over(replay).median(),
                " ×",
                "replay: last %.2f × first".formatted(replay.last() / replay.first())));
        report.add(Figure.atMost("Disk per empty tenant", 4, grown / Bench.TENANTS, " MB", "–"));
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private void runLiquibase(int round) throws SQLException, LiquibaseException {
        for (var name : names("changed" + round + "x", BY_LIQUIBASE)) {
            byLiquibase(name);
        }
    }

    private void byLiquibase(String name) throws SQLException, LiquibaseException {
        strangers.add(name);
        LiquibaseRun.on(ground, name);
    }

    private void byReplay(String script, List<String> names) throws SQLException {
        strangers.addAll(names);
        try (var connection = inOneMessage()) {
            connection.setAutoCommit(false);
            for (var name : names) {
                try (var statement = connection.createStatement()) {
                    statement.execute("create schema " + name);
                    statement.execute("set local search_path = " + name + ", ext");
                    statement.execute(script);
                }
                connection.commit();
            }
        }
    }

    /** As onboarding does it: a script of many statements is one message. */
    private Connection inOneMessage() throws SQLException {
        var login = ground.postgres().provisioner();
        var properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("preferQueryMode", "simple");
        return DriverManager.getConnection(ground.postgres().jdbcUrl(), properties);
    }

    private static List<String> names(String stem, int count) {
        var names = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            names.add(stem + i);
        }
        return names;
    }

    private void dropStrangers() {
        strangers.forEach(name -> ground.run("drop schema " + name + " cascade"));
    }
}
