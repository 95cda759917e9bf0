package org.cabildo.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/** Connections of the provisioning login: used once, then thrown away, so none keeps the catalogs of many tenants. */
final class ProvisioningSource {

    private final PGSimpleDataSource source = new PGSimpleDataSource();

    ProvisioningSource(TenancySettings settings) {
        var provisioner = Objects.requireNonNull(settings.provisioner());
        source.setUrl(settings.databaseUrl());
        source.setUser(provisioner.user());
        source.setPassword(provisioner.password());
        source.setApplicationName("cabildo provisioning");
        source.setConnectTimeout(5);
        source.setLogServerErrorDetail(false); // the detail quotes statements, and some carry a password's verifier
        source.setPreferQueryMode(PreferQueryMode.SIMPLE); // a script of many statements in one round trip
    }

    /** A new connection: not in a transaction, nothing on its path but the platform. */
    Connection open() throws SQLException {
        var connection = source.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("set createrole_self_grant = 'set, inherit'; set search_path = platform, ext;"
                    + " set client_min_messages = warning");
        }
        return connection;
    }
}
