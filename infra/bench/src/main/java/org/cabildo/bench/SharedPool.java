package org.cabildo.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import org.cabildo.tenancy.Tenant;

/** The other way to serve many tenants: one pool of one login, which takes a tenant's role for each transaction. */
final class SharedPool implements AutoCloseable {

    private static final String LOGIN = "sharing";
    private final Ground ground;
    private final List<String> keys;
    private final HikariDataSource pool;

    SharedPool(Ground ground, List<Tenant> tenants, int connections) {
        this.ground = ground;
        this.keys = tenants.stream().map(ground::schemaOf).toList();
        ground.run("create role sharing login noinherit password 'sharing'");
        for (var key : keys) {
            ground.run("grant " + key + "_portal to sharing with inherit false, set true");
        }
        var config = new HikariConfig();
        config.setJdbcUrl(ground.postgres().jdbcUrl());
        config.setUsername(LOGIN);
        config.setPassword(LOGIN);
        config.setMaximumPoolSize(connections);
        config.setAutoCommit(false);
        pool = new HikariDataSource(config);
    }

    /** Reads what a tenant's published version is, under that tenant's role. */
    long read(int tenant) throws SQLException {
        var key = keys.get(tenant);
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set local role %s_portal; set local search_path = %s, ext".formatted(key, key));
            try (var query = connection.prepareStatement("select version from published_state");
                    var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            } finally {
                connection.commit();
            }
        }
    }

    @Override
    public void close() {
        pool.close();
        ground.run("drop owned by sharing; drop role sharing");
    }
}
