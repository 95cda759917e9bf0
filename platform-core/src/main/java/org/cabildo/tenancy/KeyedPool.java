package org.cabildo.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.commons.dbcp2.datasources.SharedPoolDataSource;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * One pool for all logins: a few connections each under one ceiling, so a connection serves one tenant for life.
 *
 * <p>A connection that rested for over a second is asked for a sign of life first; a dead one empties its login's
 * share and a new one is made, so a restarted PostgreSQL is found again without a restart here.
 */
final class KeyedPool implements AutoCloseable {

    private static final long RESTED_NANOS = 1_000_000_000L;
    private final SharedPoolDataSource shared = new SharedPoolDataSource();
    private final ConcurrentMap<String, Long> lastSeen = new ConcurrentHashMap<>();
    private final int perLogin;

    KeyedPool(String url, String applicationName, TenancySettings.Pool ceilings) {
        perLogin = ceilings.perLogin();
        var source = new PGConnectionPoolDataSource();
        source.setUrl(url);
        source.setApplicationName(applicationName);
        source.setConnectTimeout(5);
        source.setSocketTimeout(60);
        source.setTcpKeepAlive(true);
        shared.setConnectionPoolDataSource(source);
        shared.setMaxTotal(ceilings.total());
        shared.setDefaultMaxTotal(perLogin);
        shared.setDefaultMaxIdle(perLogin);
        shared.setDefaultMaxWait(ceilings.patience());
        shared.setDefaultBlockWhenExhausted(true);
        shared.setDefaultMinEvictableIdle(ceilings.idle());
        shared.setDefaultDurationBetweenEvictionRuns(ceilings.idle().dividedBy(4));
        shared.setDefaultNumTestsPerEvictionRun(-4);
        shared.setMaxConnLifetime(ceilings.life());
    }

    Connection borrow(Login login) throws SQLException {
        for (int attempt = 0; ; attempt++) {
            var connection = take(login);
            if (isAwake(login) || answers(connection, attempt)) {
                endWhatWasLeftOpen(connection);
                lastSeen.put(login.name(), System.nanoTime());
                return connection;
            }
        }
    }

    private Connection take(Login login) throws SQLException {
        try {
            return shared.getConnection(login.name(), login.password());
        } catch (SQLException e) {
            throw refusalOf(e);
        }
    }

    /** What PostgreSQL said, however the pool wrapped it; if it was not even asked, all connections are in use. */
    private static SQLException refusalOf(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said && said.getSQLState() != null) {
                return said;
            }
        }
        return new SQLTransientConnectionException("No connection is free for this work", "53300", failure);
    }

    private boolean isAwake(Login login) {
        var seen = lastSeen.get(login.name());
        return seen != null && System.nanoTime() - seen < RESTED_NANOS;
    }

    private boolean answers(Connection connection, int attempt) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select 1");
            return true;
        } catch (SQLException e) {
            connection.close();
            if (attempt > perLogin) {
                throw e;
            }
            return false;
        }
    }

    /** A transaction begun by a statement's own text is unknown to the pool; the driver knows it without asking. */
    private static void endWhatWasLeftOpen(Connection connection) throws SQLException {
        if (connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE) {
            try (var statement = connection.createStatement()) {
                statement.execute("rollback");
            }
        }
    }

    int open() {
        return shared.getNumActive() + shared.getNumIdle();
    }

    int active() {
        return shared.getNumActive();
    }

    @Override
    public void close() throws SQLException {
        shared.close();
    }
}
