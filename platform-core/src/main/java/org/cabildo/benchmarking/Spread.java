package org.cabildo.benchmarking;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How the figures of a group are spread.
 *
 * @param n tenants that have the figure; always said
 * @param quartiles null in a group of fewer than five, where they would tell on single tenants
 */
public record Spread(int n, @Nullable Quartiles quartiles) {

    /** From how many tenants on a group has quartiles. */
    public static final int SMALLEST_GROUP = 5;

    /** The three values that part the sorted figures into four equal parts. */
    public record Quartiles(double lower, double median, double upper) {}

    /** The spread of these figures. */
    public static Spread of(Collection<Double> figures) {
        var sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Spread(
                sorted.length,
                sorted.length < SMALLEST_GROUP
                        ? null
                        : new Quartiles(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)));
    }

    /** Type 7 of Hyndman and Fan: linear between the two figures nearest to (n − 1) · p, as spreadsheets have it. */
    private static double quantile(double[] sorted, double p) {
        double at = (sorted.length - 1) * p;
        int below = (int) Math.floor(at);
        int above = (int) Math.ceil(at);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
