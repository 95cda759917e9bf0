package org.cabildo.operation;

/**
 * Which part of the orders is wanted, and in what order.
 *
 * @param by what they are sorted by; then the newest first
 * @param ascending false: the other way round
 * @param offset rows left out before
 * @param limit rows at most
 */
public record OrderSlice(By by, boolean ascending, int offset, int limit) {

    /** What orders can be sorted by. */
    public enum By {
        REQUESTED,
        NAME,
        KIND,
        STATE,
        ATTEMPTS,
        REQUESTER,
        DURATION
    }

    /** The newest first, from the beginning. */
    public static OrderSlice newest(int limit) {
        return new OrderSlice(By.REQUESTED, false, 0, limit);
    }
}
