package org.cabildo.portal.commitment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cabildo.commitment.published.EvidenceTrail;
import org.cabildo.commitment.published.PublishedCommitments.Report;

/** Which report's evidence proves what progress stands, as milestones advanced and were corrected. */
final class Proofs {

    private final Map<UUID, Report> reports;
    private final EvidenceTrail trail;

    /** @param timeline newest first */
    Proofs(List<Report> timeline) {
        reports = timeline.stream().collect(Collectors.toMap(Report::id, Function.identity()));
        trail = new EvidenceTrail(timeline.reversed().stream().map(Report::step).toList());
    }

    /**
     * The reports whose evidence proves, besides this one's own, how far progress stood after it; newest first. None after
     * a report that raised it.
     */
    List<Report> after(Report report) {
        return trail.after(report.id()).stream().map(this::require).toList();
    }

    /** The report whose evidence this one corrected; empty if it corrected none. */
    Optional<Report> mendedBy(Report correction) {
        return trail.mendedBy(correction.id()).map(this::require);
    }

    /** Whether other evidence took the place of a report's own. */
    boolean isMended(Report report) {
        return trail.isMended(report.id());
    }

    private Report require(UUID id) {
        return Objects.requireNonNull(reports.get(id));
    }
}
