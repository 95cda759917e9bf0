package org.cabildo.onboarding;

import java.util.List;

/**
 * How far a batch has come.
 *
 * @param lines its orders: failed ones first, then waiting, then done, each by name
 */
public record Progress(List<OrderLine> lines) {

    public Progress {
        lines = List.copyOf(lines);
    }

    public int total() {
        return lines.size();
    }

    public int done() {
        return count(OrderLine.State.DONE);
    }

    public int failed() {
        return count(OrderLine.State.FAILED);
    }

    public int waiting() {
        return count(OrderLine.State.WAITING);
    }

    /** Whether nothing waits any more. */
    public boolean isOver() {
        return waiting() == 0;
    }

    /** The orders that failed, with their reasons. */
    public List<OrderLine> failures() {
        return lines.stream()
                .filter(line -> line.state() == OrderLine.State.FAILED)
                .toList();
    }

    private int count(OrderLine.State state) {
        return (int) lines.stream().filter(line -> line.state() == state).count();
    }
}
