package org.cabildo.commitment.published;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which reports' evidence proves what progress stands, as milestones advanced and were corrected. */
public final class EvidenceTrail {

    /**
     * A report, as far as it proves anything.
     *
     * @param previous percent before it
     * @param reached percent after it
     * @param mends the report whose evidence it corrects; null: none, or the last one that stood
     */
    public record Step(
            UUID report,
            UUID milestone,
            boolean correction,
            int previous,
            int reached,
            @Nullable UUID mends) {

        /** Whether it gave other evidence and left the progress as it was. */
        public boolean isOfEvidence() {
            return correction && previous == reached;
        }

        /** Whether it gave more evidence of the progress that stood. */
        public boolean isMore() {
            return !correction && previous == reached;
        }
    }

    /** @param since the progress that its evidence begins to prove beyond, in percent */
    private record Standing(UUID report, int since) {}

    private final Map<UUID, List<UUID>> left = new HashMap<>(); // by the report after which it was so
    private final Map<UUID, UUID> mended = new HashMap<>(); // by what corrected it
    private final Set<UUID> replaced = new HashSet<>(); // the same, to be asked of each report

    /** @param steps in the order in which they were reported, of whichever milestones */
    public EvidenceTrail(List<Step> steps) {
        var standing = new HashMap<UUID, List<Standing>>(); // by milestone, the last on top
        for (var step : steps) {
            take(step, standing.computeIfAbsent(step.milestone(), _ -> new ArrayList<>()));
        }
    }

    private void take(Step step, List<Standing> standing) {
        if (step.isOfEvidence()) {
            mend(step, standing);
        } else if (step.correction()) {
            standing.removeIf(one -> one.since() >= step.reached());
        } else {
            standing.add(new Standing(step.report(), step.isMore() ? sinceOf(standing) : step.previous()));
        }
        left.put(step.report(), besides(step, standing));
    }

    /** More evidence proves what the evidence before it proves. */
    private static int sinceOf(List<Standing> standing) {
        return standing.isEmpty() ? 0 : standing.getLast().since();
    }

    /** What it mends may prove nothing any more, and so does it then. */
    private void mend(Step step, List<Standing> standing) {
        var mends = step.mends();
        int place = mends == null ? standing.size() - 1 : placeOf(mends, standing);
        if (place >= 0) {
            var before = standing.set(
                    place, new Standing(step.report(), standing.get(place).since()));
            mended(step.report(), before.report());
        } else if (mends != null) {
            mended(step.report(), mends);
        } else {
            standing.add(new Standing(step.report(), 0));
        }
    }

    private void mended(UUID correction, UUID report) {
        mended.put(correction, report);
        replaced.add(report);
    }

    private static int placeOf(UUID report, List<Standing> standing) {
        return IntStream.range(0, standing.size())
                .filter(place -> standing.get(place).report().equals(report))
                .findFirst()
                .orElse(-1);
    }

    private static List<UUID> besides(Step step, List<Standing> standing) {
        return standing.isEmpty()
                ? List.of()
                : standing.reversed().stream()
                        .filter(one -> one.since() == standing.getLast().since())
                        .map(Standing::report)
                        .filter(report -> !report.equals(step.report()))
                        .toList();
    }

    /**
     * The reports whose evidence proves, besides a report's own, how far progress stood after it; newest first. None
     * after a report that raised it.
     */
    public List<UUID> after(UUID report) {
        return left.getOrDefault(report, List.of());
    }

    /** The report whose evidence another one corrected; empty if that one corrected none. */
    public Optional<UUID> mendedBy(UUID correction) {
        return Optional.ofNullable(mended.get(correction));
    }

    /** Whether other evidence took the place of a report's own. */
    public boolean isMended(UUID report) {
        return replaced.contains(report);
    }
}
