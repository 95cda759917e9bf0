package org.cabildo.admin.door;

import com.vaadin.flow.server.VaadinRequest;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells whether PostgreSQL is away, or has no connection free for this work. */
public final class Away {

    static final String ATTRIBUTE = Away.class.getName();
    private static final Set<String> CLASSES = Set.of("08", "53", "57");

    private Away() {}

    /** Whether this failed because the database could not be reached in time. */
    public static boolean isDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessResourceException
                    || cause instanceof QueryTimeoutException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof SQLTransientConnectionException
                    || isAway(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the door found the database away when this request came. */
    public static boolean isNow() {
        var request = VaadinRequest.getCurrent();
        return request != null && request.getAttribute(ATTRIBUTE) != null;
    }

    private static boolean isAway(Throwable cause) {
        return cause instanceof SQLException sql
                && sql.getSQLState() != null
                && CLASSES.contains(sql.getSQLState().substring(0, 2));
    }
}
