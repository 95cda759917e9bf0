package org.cabildo.operation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.cabildo.tenancy.Heartbeat;

/**
 * How the house is.
 *
 * @param at when it was looked at
 * @param findings one for each part
 * @param processes those heard of lately, by kind and start
 */
public record HealthReport(Instant at, List<Finding> findings, List<Heartbeat> processes) {

    /** The worst of all parts. */
    public Finding.Condition worst() {
        return findings.stream()
                .map(Finding::condition)
                .max(Comparator.naturalOrder())
                .orElse(Finding.Condition.GOOD);
    }
}
