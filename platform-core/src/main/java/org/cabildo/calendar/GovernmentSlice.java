package org.cabildo.calendar;

/**
 * Which part of a list is wanted, and in what order.
 *
 * @param order what the list is sorted by; then from north to south and by name
 * @param ascending false: the other way round
 * @param offset rows left out before
 * @param limit rows at most
 */
public record GovernmentSlice(Order order, boolean ascending, int offset, int limit) {

    /** What governments can be sorted by. */
    public enum Order {
        CODE,
        NAME,
        REGION,
        KIND,
        POPULATION,
        PNDR
    }

    /** From north to south, from the beginning. */
    public static GovernmentSlice first(int limit) {
        return new GovernmentSlice(Order.REGION, true, 0, limit);
    }
}
