package org.cabildo.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import liquibase.exception.LiquibaseException;
import org.cabildo.tenancy.AgedSchema;
import org.cabildo.tenancy.TenancySettings;
import org.cabildo.tenancy.TenantOrders;
import org.cabildo.tenancy.Tenants;
import org.springframework.context.ApplicationContext;

/** How fast all tenants get one changeset more, against a Liquibase sweep. Empties every tenant: measured last. */
final class MigrationSpeed {

    private static final int ROUNDS = 5;
    private static final int BY_LIQUIBASE = 8;
    private static final String BY = "bench";
    private final Ground ground;
    private final ApplicationContext rooms;
    private final String aged = AgedSchema.script();

    MigrationSpeed(Ground ground, ApplicationContext rooms) {
        this.ground = ground;
        this.rooms = rooms;
    }

    void measure(Report report) throws Exception {
        var keys = rooms.getBean(Tenants.class).all().stream()
                .map(ground::schemaOf)
                .toList();
        var orders = rooms.getBean(TenantOrders.class);
        var workers = new Workers(rooms);
        LiquibaseRun.on(ground, strangers("awake", 1).getFirst());
        var own = new double[ROUNDS];
        var liquibase = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            var share = keys.subList(keys.size() * round / ROUNDS, keys.size() * (round + 1) / ROUNDS);
            for (var key : share) {
                AgedSchema.replace(rooms.getBean(TenancySettings.class), key, aged);
            }
            var strangers = strangers("old" + round + "x", BY_LIQUIBASE);
            long begun = System.nanoTime();
            if (orders.placeMigrations(BY) != share.size()) {
                throw new IllegalStateException("Not every aged tenant was ordered to be migrated");
            }
            workers.work(share.size());
            own[round] = share.size() / seconds(begun);
            begun = System.nanoTime();
            sweep(strangers);
            liquibase[round] = BY_LIQUIBASE / seconds(begun);
            strangers.forEach(name -> ground.run("drop schema " + name + " cascade"));
        }
        ground.run("drop schema awake0 cascade");
        tell(report, Sample.of(own), Sample.of(liquibase), statementsOfACheck(orders));
    }

    /** What it takes to find out that there is nothing to migrate; begin and commit of its transaction left aside. */
    private long statementsOfACheck(TenantOrders orders) {
        ground.count();
        try {
            if (orders.placeMigrations(BY) != 0) {
                throw new IllegalStateException("A tenant was left behind");
            }
            return ground.counted("%tenant%");
        } finally {
            ground.uncount();
        }
    }

    private void tell(Report report, Sample own, Sample liquibase, long statements) {
        report.chapter("5. Migration by one changeset");
        report.say("""
                All %d tenants are set back to the changelog without its last changeset, a fifth in each of %d rounds. Then
                `TenantOrders` orders their migration and `Provisioning` works the orders: the next part of the script, the rights and
                the order's end in one transaction per tenant. In turn with it a Liquibase run (new connection, same changelog) on each
                of %d schemas of the same age.""", Bench.TENANTS, ROUNDS, BY_LIQUIBASE);
        report.table(
                List.of("Tenants/s", "each round", "median"),
                List.of(
                        List.of("migration", own.each("%.1f"), Figure.two(own.median())),
                        List.of("Liquibase sweep", liquibase.each("%.1f"), Figure.two(liquibase.median()))));
        report.add(Figure.atLeast(
                "Migrating 361 by one changeset: tenants/s against a Liquibase sweep",
                5,
                own.over(liquibase).median(),
                " ×",
                "last fifth %.2f × first".formatted(own.last() / own.first())));
        report.add(new Figure(
                "Statements to find that no tenant needs a migration",
                "1",
                Long.toString(statements),
                statements == 1,
                "–"));
    }

    /** Schemas that are one changeset behind and belong to no tenant. */
    private List<String> strangers(String stem, int count) throws SQLException {
        var names = new ArrayList<String>();
        try (var connection = ground.postgres().connect(ground.postgres().provisioner());
                var statement = connection.createStatement()) {
            for (int i = 0; i < count; i++) {
                names.add(stem + i);
                statement.execute("create schema " + stem + i);
                statement.execute("set search_path = " + stem + i + ", ext");
                statement.execute(aged);
            }
        }
        return names;
    }

    private void sweep(List<String> schemas) throws SQLException, LiquibaseException {
        for (var schema : schemas) {
            LiquibaseRun.on(ground, schema);
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
