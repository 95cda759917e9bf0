package org.cabildo.kernel;

import org.slf4j.MDC;

/**
 * Marks every line that is logged while it is open with whose work it was: a tenant's address, a request's number. A
 * person is never named.
 */
public final class LogMark implements AutoCloseable {

    private static final String TENANT = "tenant";
    private static final String REQUEST = "request";
    private final String key;
    private final String before;

    private LogMark(String key, String value) {
        this.key = key;
        var there = MDC.get(key);
        this.before = there == null ? "" : there;
        MDC.put(key, value);
    }

    /** Work among the rows of the tenant with this address. */
    public static LogMark tenant(String slug) {
        return new LogMark(TENANT, slug);
    }

    /** Work for the request with this number. */
    public static LogMark request(String number) {
        return new LogMark(REQUEST, number);
    }

    /** Gives back the mark that was there before. */
    @Override
    public void close() {
        if (before.isEmpty()) {
            MDC.remove(key);
        } else {
            MDC.put(key, before);
        }
    }
}
