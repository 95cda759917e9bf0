package org.cabildo.bench;

import java.sql.SQLException;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.cabildo.tenancy.TenantScript;

/** The plain library's way to bring a schema up to date: a connection and a run for each. */
final class LiquibaseRun {

    private LiquibaseRun() {}

    /** Makes the schema if there is none, and applies what it lacks of the tenants' changelog. */
    static void on(Ground ground, String schema) throws SQLException, LiquibaseException {
        var resources = new ClassLoaderResourceAccessor(LiquibaseRun.class.getClassLoader());
        try (var connection = ground.postgres().connect(ground.postgres().provisioner());
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + schema);
            statement.execute("set search_path = " + schema + ", ext");
            try (var jdbc = new JdbcConnection(connection)) {
                var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(jdbc);
                database.setDefaultSchemaName(schema);
                database.setLiquibaseSchemaName(schema);
                try (var liquibase = new Liquibase(TenantScript.CHANGELOG, resources, database)) {
                    liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
                    liquibase.update(new Contexts());
                }
            }
        }
    }
}
