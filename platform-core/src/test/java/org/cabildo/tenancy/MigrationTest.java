package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class MigrationTest {

    @Autowired
    FreshTenants fresh;

    @Autowired
    Provisioning provisioning;

    @Autowired
    TenantOrders orders;

    @Autowired
    TenancySettings settings;

    @Autowired
    Sql sql;

    static IntStream earlierVersions() {
        return IntStream.of(1, TenantSchema.VERSION / 2, TenantSchema.VERSION - 1)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("earlierVersions")
    void anOlderSchemaBecomesWhatAFreshOneIs(int version) throws Exception {
        var tenant = fresh.municipality("vieja");
        Aged.age(settings, tenant, version);
        var expected = Aged.catalogOf(Overseer.keyOf(fresh.municipality("nueva")));
        assertThat(Aged.catalogOf(Overseer.keyOf(tenant))).isNotEqualTo(expected);

        assertThat(orders.placeMigrations("prueba")).isEqualTo(1);
        assertThat(provisioning.workOne()).isTrue();

        assertThat(Aged.catalogOf(Overseer.keyOf(tenant))).isEqualTo(expected);
        assertThat(Overseer.one("select schema_version from platform.tenant where id = ?", tenant.value()))
                .isEqualTo(Integer.toString(TenantSchema.VERSION));
        assertThat(TenantScope.in(
                        tenant,
                        () -> sql.of("select count(*) from event_publication")
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    @Test
    void filesThatADraftHeldOnceAreLetGoAndThoseInUseStay() throws Exception {
        var tenant = fresh.municipality("escudos");
        Aged.age(settings, tenant, changesetsBefore("file:002"));
        var key = Overseer.keyOf(tenant);
        for (var file : List.of("a", "b", "c")) {
            Overseer.run("insert into " + key
                    + ".stored_file (sha256, name, kind, bytes, arrived, uploaded_at, uploaded_by,"
                    + " used_at) values (repeat('" + file + "', 64), 'a.png', 'PNG', 1, true, now(), 'Ana', now())");
        }
        Overseer.run("update " + key + ".appearance set arms = repeat('a', 64), arms_alternative = 'Escudo'");
        Overseer.run("insert into " + key + ".published_file (sha256, name, kind, bytes)"
                + " values (repeat('b', 64), 'a.png', 'PNG', 1)");

        orders.placeMigrations("prueba");
        provisioning.workOne();

        assertThat(Overseer.one("select string_agg(left(sha256, 1), '' order by sha256) from " + key
                        + ".stored_file where used_at is null"))
                .isEqualTo("c");
    }

    private static int changesetsBefore(String name) {
        return Math.toIntExact(TenantSchema.sql()
                .filter(line -> line.startsWith("--changeset "))
                .takeWhile(line -> !line.startsWith("--changeset " + name))
                .count());
    }

    @Test
    void whatTheTenantHadIsThereAfterTheMigration() throws Exception {
        var tenant = fresh.municipality("llena");
        Aged.age(settings, tenant, 2);
        Overseer.run("insert into " + Overseer.keyOf(tenant)
                + ".event_publication (id, kind, body, occurred_at) values (gen_random_uuid(), 'old', 'kept', now())");

        orders.placeMigrations("prueba");
        provisioning.workOne();

        assertThat(TenantScope.in(
                        tenant,
                        () -> sql.of("select body from event_publication")
                                .query(String.class)
                                .list()))
                .containsExactly("kept");
    }

    @Test
    void liquibaseItselfFindsNothingToDoInASchemaThatWasReplayed() throws Exception {
        var tenant = fresh.municipality("repetida");
        var key = Overseer.keyOf(tenant);
        var before = Aged.catalogOf(key);

        assertThat(pendingAfterARun(key)).isZero();

        assertThat(Aged.catalogOf(key))
                .as("but for a table of its own to lock")
                .filteredOn(line -> !line.contains("databasechangeloglock"))
                .isEqualTo(before);
    }

    private int pendingAfterARun(String key) throws SQLException, LiquibaseException {
        var resources = new ClassLoaderResourceAccessor(TenantSchema.class.getClassLoader());
        try (var connection = new ProvisioningSource(settings).open();
                var statement = connection.createStatement()) {
            statement.execute("set role " + key + "_owner");
            statement.execute("set search_path = " + key + ", ext");
            try (var jdbc = new JdbcConnection(connection)) {
                var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(jdbc);
                database.setDefaultSchemaName(key);
                database.setLiquibaseSchemaName(key);
                try (var liquibase = new Liquibase(TenantSchema.CHANGELOG, resources, database)) {
                    int pending = liquibase
                            .listUnrunChangeSets(new Contexts(), new LabelExpression())
                            .size();
                    liquibase.update(new Contexts());
                    return pending;
                }
            }
        }
    }
}
