package org.cabildo.tenancy;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why an order failed, and whether another try may go well.
 *
 * <p>What PostgreSQL refuses because of the order itself (values, constraints, rights, syntax) it refuses again. All else
 * it says passes: connections are cut, places run out, statements are cancelled. A cut session does not always end with
 * the same SQLSTATE, so the passing ones cannot be listed; the lasting ones can.
 *
 * @param passing whether the order should wait for another try
 * @param cause what kind of mishap it was, for the sentence on screen
 * @param reason what the operator and the coordinator read: a sentence without values, statements or passwords
 */
record OrderFailure(boolean passing, FailureCause cause, String reason) {

    private static final Set<String> LASTING = Set.of("0A", "21", "22", "23", "28", "2B", "3D", "3F", "42", "P0");

    static OrderFailure of(Exception cause) {
        var sql = sqlIn(cause);
        var state = sql == null || sql.getSQLState() == null ? "" : sql.getSQLState();
        var kind = FailureCause.ofState(state);
        if (kind == FailureCause.TAKEN) {
            return new OrderFailure(false, kind, "Its code, address or host is taken by another tenant.");
        }
        boolean lasting = sql == null || (state.length() > 2 && LASTING.contains(state.substring(0, 2)));
        return new OrderFailure(!lasting, kind, said(cause));
    }

    /** Whether it says something of the house and nothing of the order: PostgreSQL was away, or had no room. */
    boolean interrupted() {
        return cause == FailureCause.AWAY || cause == FailureCause.FULL;
    }

    private static String said(Exception cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static @Nullable SQLException sqlIn(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
