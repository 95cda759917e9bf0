package org.cabildo.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Measured values of one kind, in the order in which they were measured. */
final class Sample {

    private final double[] values;
    private final double[] sorted;

    private Sample(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("A sample has at least one value");
        }
        this.values = values;
        this.sorted = values.clone();
        Arrays.sort(sorted);
    }

    static Sample of(double... values) {
        return new Sample(values.clone());
    }

    static Sample of(DoubleStream values) {
        return new Sample(values.toArray());
    }

    /** The ratios to another sample, measured in turn with this one. */
    Sample over(Sample other) {
        if (other.values.length != values.length) {
            throw new IllegalArgumentException(
                    "%d values cannot be compared with %d in turn".formatted(values.length, other.values.length));
        }
        var ratios = new double[values.length];
        Arrays.setAll(ratios, i -> values[i] / other.values[i]);
        return new Sample(ratios);
    }

    double median() {
        return quantile(0.5);
    }

    /**
     * The value below which this share lies, between two neighbours by their distance.
     *
     * @param share from 0 to 1
     */
    double quantile(double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    double sum() {
        return Arrays.stream(values).sum();
    }

    double first() {
        return values[0];
    }

    double last() {
        return values[values.length - 1];
    }

    /** All values in their order, each written so. */
    String each(String format) {
        return Arrays.stream(values)
                .mapToObj(value -> String.format(Locale.ROOT, format, value))
                .collect(Collectors.joining(" · "));
    }
}
