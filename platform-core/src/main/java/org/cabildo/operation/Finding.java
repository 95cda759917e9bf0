package org.cabildo.operation;

import java.util.List;

/**
 * How one part of the house is, and the sentence that says what to do.
 *
 * @param facts what the sentence names: numbers and durations
 */
public record Finding(Part part, Condition condition, Advice advice, List<Object> facts) {

    /** What is looked at. */
    public enum Part {
        WORKER,
        OFFICE,
        PORTAL,
        RELEASE,
        ORDERS,
        ANNOUNCEMENTS,
        MAIL,
        POOLS,
        DATABASE,
        REDIS,
        LEDGERS
    }

    /** How it is, the worst last. */
    public enum Condition {
        GOOD,
        ATTENTION,
        DOWN
    }

    /** What is said of it; each has a sentence in every language. */
    public enum Advice {
        WORKER_WELL,
        WORKER_LOST,
        WORKER_AWAY,
        OFFICE_WELL,
        OFFICE_LOST,
        OFFICE_AWAY,
        PORTAL_WELL,
        PORTAL_LOST,
        PORTAL_AWAY,
        PORTAL_UNKNOWN,
        RELEASE_ONE,
        RELEASE_MIXED,
        ORDERS_NONE,
        ORDERS_UNDER_WAY,
        ORDERS_SLOW,
        ORDERS_FAILED,
        ANNOUNCEMENTS_WELL,
        ANNOUNCEMENTS_UNKNOWN,
        ANNOUNCEMENTS_SLOW,
        ANNOUNCEMENTS_STUCK,
        MAIL_WELL,
        MAIL_NO_SERVER,
        MAIL_SLOW,
        MAIL_REFUSED,
        POOLS_WELL,
        POOLS_FULL,
        POOLS_REFUSED,
        DATABASE_WELL,
        DATABASE_FULL,
        REDIS_WELL,
        REDIS_PARTLY,
        REDIS_AWAY,
        LEDGERS_WELL,
        LEDGERS_SLOW,
        LEDGERS_REWRITTEN
    }

    static Finding of(Part part, Condition condition, Advice advice, Object... facts) {
        return new Finding(part, condition, advice, List.of(facts));
    }
}
