package org.cabildo.portal.page;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/** Tells a database that is away or has no connection free from a mistake of ours. */
final class Unavailable {

    /** Connection (08), no resources (53), a statement or server stopped (57). */
    private static final Set<String> PASSING = Set.of("08", "53", "57");

    private Unavailable() {}

    static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || (cause instanceof SQLException sql && isPassing(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(@Nullable String state) {
        return state != null && state.length() == 5 && PASSING.contains(state.substring(0, 2));
    }
}
