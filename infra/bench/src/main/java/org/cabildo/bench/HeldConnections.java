package org.cabildo.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.tenancy.Tenant;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One connection to each tenant, open all the time: the least that reading with a login per tenant can cost. */
final class HeldConnections extends AbstractDataSource implements AutoCloseable {

    private static final String PASSWORD = "held";
    private static final ScopedValue<Integer> TENANT = ScopedValue.newInstance();
    private final Ground ground;
    private final List<SingleConnectionDataSource> held = new ArrayList<>();

    HeldConnections(Ground ground, List<Tenant> tenants) throws SQLException {
        this.ground = ground;
        for (var tenant : tenants) {
            var key = ground.schemaOf(tenant);
            var login = login(held.size());
            ground.run("create role %s login password '%s' in role %s_portal; alter role %s set search_path = %s, ext"
                    .formatted(login, PASSWORD, key, login, key));
            var connection = DriverManager.getConnection(ground.postgres().jdbcUrl(), login, PASSWORD);
            held.add(new SingleConnectionDataSource(connection, true));
        }
    }

    private static String login(int tenant) {
        return "held_" + tenant;
    }

    /** Reads over the connection of this tenant. */
    void with(int tenant, Runnable read) {
        ScopedValue.where(TENANT, tenant).run(read);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return held.get(TENANT.get()).getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public void close() {
        held.forEach(SingleConnectionDataSource::destroy);
        for (int i = 0; i < held.size(); i++) {
            ground.run("drop role " + login(i));
        }
    }
}
