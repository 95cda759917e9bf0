package org.cabildo.onboarding;

/**
 * Which part of the national list is wanted, and in what order.
 *
 * @param order what the list is sorted by; then from north to south and by name
 * @param ascending false: the other way round
 * @param offset rows left out before
 * @param limit rows at most
 */
public record StandingSlice(Order order, boolean ascending, int offset, int limit) {

    /** What the national list can be sorted by. */
    public enum Order {
        CODE,
        NAME,
        REGION,
        KIND,
        POPULATION,
        PNDR,
        STATE
    }

    /** From north to south, from the beginning. */
    public static StandingSlice first(int limit) {
        return new StandingSlice(Order.REGION, true, 0, limit);
    }
}
