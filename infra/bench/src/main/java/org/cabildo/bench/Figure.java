package org.cabildo.bench;

import java.util.Locale;

/**
 * One measured figure beside what is demanded of it.
 *
 * @param name what was measured
 * @param demand in words
 * @param measured in words
 * @param met whether the measured value satisfies the demand
 * @param growth how it changes with the number of tenants; a dash where nothing is asked
 */
record Figure(String name, String demand, String measured, boolean met, String growth) {

    static Figure atLeast(String name, double demand, double measured, String unit, String growth) {
        return new Figure(name, "≥ " + plain(demand) + unit, two(measured) + unit, measured >= demand, growth);
    }

    static Figure atMost(String name, double demand, double measured, String unit, String growth) {
        return new Figure(name, "≤ " + plain(demand) + unit, two(measured) + unit, measured <= demand, growth);
    }

    static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
