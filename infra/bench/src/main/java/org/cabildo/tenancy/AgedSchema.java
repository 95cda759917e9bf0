package org.cabildo.tenancy;

import java.sql.SQLException;
import org.jspecify.annotations.NullMarked;

/** Lends the measurements a schema that is one changeset behind, as the release before would have left it. */
@NullMarked
public final class AgedSchema {

    private AgedSchema() {}

    /** The SQL that fills an empty schema with all changesets but the last. */
    public static String script() {
        return new TenantChangelog().script(0, TenantSchema.VERSION - 1);
    }

    /** Empties the schema of a tenant and fills it with this script; what it held is gone. */
    public static void replace(TenancySettings settings, String key, String script) throws SQLException {
        try (var connection = new ProvisioningSource(settings).open();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("drop schema " + key + " cascade");
            statement.execute("create schema " + key + " authorization " + key + "_owner");
            PlatformSchema.set(connection, "role", key + "_owner");
            PlatformSchema.set(connection, "search_path", key + ", ext");
            statement.execute(script);
            PlatformSchema.set(connection, "role", "none");
            PlatformSchema.set(connection, "search_path", "platform, ext");
            statement.execute(
                    "update tenant set schema_version = %d where key = '%s'".formatted(TenantSchema.VERSION - 1, key));
            connection.commit();
        }
    }
}
