package org.cabildo.kernel;

/**
 * A share of a whole, in percent.
 *
 * @param value 0 to 100, whole
 */
public record Percent(int value) implements Comparable<Percent> {

    public static final Percent NONE = new Percent(0);
    public static final Percent ALL = new Percent(100);

    public Percent {
        if (value < 0 || value > 100) {
            throw new Refused("percent.range", "A percentage goes from 0 to 100 but was %d.".formatted(value), value);
        }
    }

    public boolean isAbove(Percent other) {
        return value > other.value;
    }

    public boolean isComplete() {
        return value == 100;
    }

    @Override
    public int compareTo(Percent other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value + " %";
    }
}
