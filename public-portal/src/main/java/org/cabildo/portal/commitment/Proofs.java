package org.cabildo.portal.commitment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cabildo.commitment.published.PublishedCommitments.Report;

/** Which report's evidence proves what progress stands, as milestones advanced and were corrected. */
final class Proofs {

    /** @param since the progress that its evidence begins to prove beyond, in percent */
    private record Standing(Report report, int since) {}

    private final Map<Report, Report> left = new HashMap<>(); // by what lowered progress
    private final Set<Report> mended = new HashSet<>();

    /** @param timeline newest first */
    Proofs(List<Report> timeline) {
        var standing = new HashMap<UUID, Deque<Standing>>(); // by milestone, the last on top
        for (var report : timeline.reversed()) {
            take(report, standing.computeIfAbsent(report.milestone(), _ -> new ArrayDeque<>()));
        }
    }

    private void take(Report report, Deque<Standing> standing) {
        if (!report.correction()) {
            standing.push(new Standing(report, report.previous()));
        } else if (report.isOfEvidence()) {
            var before = standing.poll();
            if (before != null) {
                mended.add(before.report());
            }
            standing.push(new Standing(report, before == null ? 0 : before.since()));
        } else {
            standing.removeIf(one -> one.since() >= report.reached());
            if (!standing.isEmpty()) {
                left.put(report, standing.peek().report());
            }
        }
    }

    /** The report whose evidence proves what is left after this one lowered progress; empty after any other report. */
    Optional<Report> after(Report report) {
        return Optional.ofNullable(left.get(report));
    }

    /** Whether other evidence took the place of a report's own. */
    boolean isMended(Report report) {
        return mended.contains(report);
    }
}
