package org.cabildo.tenancy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * One session with PostgreSQL, lent to one borrower after another. The driver's handle tells when the session is lost;
 * it rolls back what was left open and cannot be used afterwards. A session that comes back with other settings than it
 * was opened with, such as a path that leads elsewhere, is not lent on; the server tells of these without being asked.
 */
final class Line implements ConnectionEventListener {

    private static final long RESTED_NANOS = Duration.ofSeconds(1).toNanos();
    private final PooledConnection session;
    private final Consumer<Line> returned;
    private final long born = System.nanoTime();
    private volatile long lastUsed = born;
    private volatile boolean lost;
    private volatile boolean changed;
    private Map<String, String> asOpened = Map.of(); // read and written by whoever has the line

    /** @param returned told each time a borrower closes it */
    Line(PooledConnection session, Consumer<Line> returned) {
        this.session = session;
        this.returned = returned;
        session.addConnectionEventListener(this);
    }

    /** What a borrower gets. If there is none to be had, the line is lost. */
    Connection handle() throws SQLException {
        lost = true;
        var handle = session.getConnection();
        endWhatWasLeftOpen(handle);
        handle.setReadOnly(false);
        if (asOpened.isEmpty()) {
            asOpened = Map.copyOf(settings(handle));
        }
        lost = false;
        return lent(handle);
    }

    /** The driver tells of no close whose rollback failed, and the seat would be taken for ever: so it is told here. */
    @SuppressWarnings("ReferenceEquality") // what is lent equals nothing but itself
    private Connection lent(Connection handle) {
        var out = new AtomicBoolean(true);
        return (Connection) Proxy.newProxyInstance(
                Line.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, given) -> switch (method.getName()) {
                    case "close" -> {
                        if (out.compareAndSet(true, false)) {
                            giveBack(handle);
                        }
                        yield null;
                    }
                    case "equals" -> self == given[0];
                    case "setTransactionIsolation", "setHoldability", "setNetworkTimeout" -> {
                        changed = true; // of these the server does not tell
                        yield pass(handle, method, given);
                    }
                    default -> pass(handle, method, given);
                });
    }

    private static @Nullable Object pass(Connection handle, Method method, Object @Nullable [] given) throws Throwable {
        try {
            return method.invoke(handle, given);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private void giveBack(Connection handle) throws SQLException {
        boolean closed = false;
        try {
            lost = lost || changed || !settings(handle).equals(asOpened);
            handle.close();
            closed = true;
        } finally {
            if (!closed) {
                lost = true;
            }
            lastUsed = System.nanoTime();
            returned.accept(this);
        }
    }

    private static Map<String, String> settings(Connection handle) throws SQLException {
        return handle.unwrap(BaseConnection.class).getQueryExecutor().getParameterStatuses();
    }

    /** A transaction begun by a statement's own text is unknown to the handle; the driver knows it without asking. */
    private static void endWhatWasLeftOpen(Connection handle) throws SQLException {
        if (handle.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE) {
            try (var statement = handle.createStatement()) {
                statement.execute("rollback");
            }
        }
    }

    /** Whether it can be lent on: asked for a sign of life if it rested for over a second. */
    boolean answers() {
        if (System.nanoTime() - lastUsed < RESTED_NANOS) {
            return true;
        }
        try (var statement = session.getConnection().createStatement()) { // a handle that the next one makes void
            statement.execute("select 1");
            return true;
        } catch (SQLException e) {
            lost = true;
            return false;
        }
    }

    boolean isLost() {
        return lost;
    }

    boolean livedFor(Duration life) {
        return System.nanoTime() - born > life.toNanos();
    }

    boolean restedFor(Duration idle) {
        return System.nanoTime() - lastUsed > idle.toNanos();
    }

    /** The time of the last use, to be compared with other lines' only. */
    long lastUsed() {
        return lastUsed;
    }

    void hangUp() {
        session.removeConnectionEventListener(this);
        try {
            session.close();
        } catch (SQLException e) {
            lost = true; // it is gone all the same
        }
    }

    @Override
    public void connectionClosed(ConnectionEvent event) {
        // told by the handle
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
        lost = true;
    }
}
