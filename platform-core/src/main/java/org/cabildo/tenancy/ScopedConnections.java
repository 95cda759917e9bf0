package org.cabildo.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The one way to a connection, for Hibernate and {@code JdbcClient} alike: the scope decides whose it is, and outside a
 * scope there is none.
 */
class ScopedConnections extends AbstractDataSource implements MultiTenantConnectionProvider<String> {

    private final transient Logins logins;

    ScopedConnections(Logins logins) {
        this.logins = logins;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return logins.borrow(TenantScope.current());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("Connections are had by scope, not by name");
    }

    @Override
    public Connection getConnection(String scopeKey) throws SQLException {
        var scope = TenantScope.current();
        if (!scope.key().equals(scopeKey)) {
            throw new IllegalStateException("The session was opened in another scope");
        }
        return logins.borrow(scope);
    }

    @Override
    public void releaseConnection(String scopeKey, Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public Connection getAnyConnection() {
        throw new IllegalStateException("There is no connection outside a scope");
    }

    @Override
    public void releaseAnyConnection(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> unwrapType) {
        return unwrapType.isInstance(this);
    }

    @Override
    public <T> T unwrap(Class<T> unwrapType) {
        return unwrapType.cast(this);
    }
}
