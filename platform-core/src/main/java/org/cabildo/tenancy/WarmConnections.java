package org.cabildo.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Hands a provisioning connection on from one order to the next: opening one and filling its catalog caches costs a
 * third of a tenant. Not for ever, because every order leaves a schema in those caches; and not into idleness: who finds
 * no order closes what it took.
 */
final class WarmConnections {

    private static final int ORDERS = 25;
    private static final int SECONDS_TO_ANSWER = 5;
    private final ProvisioningSource source;
    private final Deque<Warm> resting = new ConcurrentLinkedDeque<>();

    WarmConnections(ProvisioningSource source) {
        this.source = source;
    }

    /** One that answers, before the beginning of a transaction. */
    Warm take() throws SQLException {
        for (var warm = resting.poll(); warm != null; warm = resting.poll()) {
            if (warm.answers()) {
                return warm;
            }
            warm.close();
        }
        var connection = source.open();
        connection.setAutoCommit(false);
        return new Warm(connection);
    }

    /** A connection in one pair of hands. Closed, unless it is kept for the next order. */
    final class Warm implements AutoCloseable {

        private final Connection connection;
        private int orders;
        private boolean kept;

        private Warm(Connection connection) {
            this.connection = connection;
        }

        Connection connection() {
            return connection;
        }

        /** Asks and ends the transaction that the question began: the next one begins with its order. */
        private boolean answers() throws SQLException {
            kept = false;
            if (!connection.isValid(SECONDS_TO_ANSWER)) {
                return false;
            }
            connection.rollback();
            return true;
        }

        /** An order was worked and committed: it may work another. */
        void keep() {
            orders++;
            kept = orders < ORDERS;
        }

        @Override
        public void close() throws SQLException {
            if (kept) {
                resting.push(this);
            } else {
                connection.close();
            }
        }
    }
}
