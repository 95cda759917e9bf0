package org.cabildo.benchmarking;

import org.jspecify.annotations.Nullable;

/**
 * What tenants are compared by. Formula and source stand beside each figure, in the words of whoever looks; everything
 * is counted from published rows.
 */
public enum Indicator {
    /** Published commitments that stand, shared ones included. */
    COMMITMENTS(Unit.COUNT, Direction.NEITHER),
    /** Mean of the progress of those commitments. */
    PROGRESS(Unit.PERCENT, Direction.HIGHER),
    /** Of the milestones whose day has passed, how many were complete by then. */
    KEPT(Unit.PERCENT, Direction.HIGHER),
    /** Of the milestones whose day has passed, how many are not complete yet. Grows with the days alone. */
    LATE(Unit.PERCENT, Direction.LOWER),
    /** Days since the last publication or report. Grows with the days alone. */
    SILENT(Unit.DAYS, Direction.LOWER);

    private final Unit unit;
    private final Direction direction;

    Indicator(Unit unit, Direction direction) {
        this.unit = unit;
        this.direction = direction;
    }

    /** What a figure is counted in. */
    public enum Unit {
        COUNT,
        PERCENT,
        DAYS
    }

    /** Which way is better. */
    public enum Direction {
        HIGHER,
        LOWER,
        /** More is not better, nor is less. */
        NEITHER
    }

    public Unit unit() {
        return unit;
    }

    public Direction direction() {
        return direction;
    }

    /** The figure of this tenant; null when there is nothing to count. */
    public @Nullable Double of(Comparison.Line line) {
        return switch (this) {
            case COMMITMENTS -> line.commitments() == 0 ? null : (double) line.commitments();
            case PROGRESS -> line.progress();
            case KEPT -> share(line.kept(), line.due());
            case LATE -> share(line.late(), line.due());
            case SILENT -> line.silent() == null ? null : (double) line.silent();
        };
    }

    /** Whether the first is better than the second; where neither way is better, the greater comes first. */
    boolean precedes(double figure, double than) {
        return direction == Direction.LOWER ? figure < than : figure > than;
    }

    private static @Nullable Double share(int part, int whole) {
        return whole == 0 ? null : 100.0 * part / whole;
    }
}
