package org.cabildo.tenancy;

/** What kind of mishap ended an order: enough to say to a person what to do about it. */
public enum FailureCause {
    /** Its code, address or host belongs to another tenant. */
    TAKEN,
    /** PostgreSQL was away or went away meanwhile. */
    AWAY,
    /** Other work held what it needed for too long. */
    BUSY,
    /** PostgreSQL has no connection, memory or disk left. */
    FULL,
    /** A change of the schema does not fit what is there. */
    SCHEMA,
    /** Anything else: the log tells. */
    OTHER;

    /** Judges by the SQLSTATE that PostgreSQL gave; empty when it gave none. */
    static FailureCause ofState(String state) {
        if (state.equals("23505")) {
            return TAKEN;
        }
        return switch (state.length() < 2 ? state : state.substring(0, 2)) {
            case "08" -> AWAY;
            case "57" -> state.startsWith("57P") ? AWAY : BUSY; // 57014: a statement took too long
            case "40", "55" -> BUSY;
            case "53" -> FULL;
            case "22", "23", "2B", "42", "P0" -> SCHEMA;
            default -> OTHER;
        };
    }
}
