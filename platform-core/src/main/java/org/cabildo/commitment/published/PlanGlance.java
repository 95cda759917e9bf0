package org.cabildo.commitment.published;

import java.text.CollationKey;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cabildo.commitment.published.PublishedCommitments.Due;
import org.cabildo.commitment.published.PublishedCommitments.Line;
import org.cabildo.commitment.published.PublishedCommitments.Named;

/**
 * A plan at a glance. What was withdrawn counts nowhere but among the statuses.
 *
 * @param standing how many commitments stand
 * @param progress in percent, the mean of those
 * @param statuses how many commitments have each status; none: the status is not there
 * @param pillars a commitment counts in each of its pillars; empty when no commitment names one
 * @param responsible who answers for them, most commitments first
 * @param leads which members of a consortium lead them; empty when none is led
 * @param late milestones whose day is over, the oldest first
 * @param soon milestones due within {@value #SOON} days from today on, the next first
 */
public record PlanGlance(
        int standing,
        int progress,
        Map<Status, Integer> statuses,
        List<Share> pillars,
        List<Share> responsible,
        List<Share> leads,
        List<Due> late,
        List<Due> soon) {

    /** How many late or coming milestones are shown one by one; the commitments tell of all. */
    public static final int SHOWN = 10;

    /** How many days ahead it looks. */
    public static final int SOON = 30;

    /** Those without a name come last. */
    private static final Comparator<Sorted> BY_NAME = Comparator.<Sorted, Boolean>comparing(
                    sorted -> sorted.share().name().isEmpty())
            .thenComparing(Sorted::key);

    private static final Comparator<Sorted> MOST_FIRST = Comparator.<Sorted>comparingInt(
                    sorted -> sorted.share().commitments())
            .reversed();

    /**
     * A part of the plan.
     *
     * @param name empty: of those that name none
     * @param commitments how many stand
     * @param progress in percent, the mean of those
     * @param late how many of them are late
     * @param promises which ones they are, by number
     */
    public record Share(String name, int commitments, int progress, int late, List<Named> promises) {}

    /**
     * Looks at a plan.
     *
     * @param lines all its commitments
     * @param open its milestones that stand, are not complete and due at the latest in {@value #SOON} days, by day
     * @param today in the tenant's time zone
     */
    public static PlanGlance of(List<Line> lines, List<Due> open, LocalDate today) {
        var statuses = new EnumMap<Status, Integer>(Status.class);
        lines.forEach(line -> statuses.merge(line.status(), 1, Integer::sum));
        return new PlanGlance(
                standing(lines),
                progress(lines),
                statuses,
                shares(lines, line -> line.pillars().isEmpty() ? List.of("") : line.pillars(), BY_NAME),
                shares(lines, line -> List.of(line.responsible()), MOST_FIRST.thenComparing(BY_NAME)),
                shares(lines, line -> List.of(line.lead() == null ? "" : line.lead()), BY_NAME),
                open.stream().filter(due -> due.ends().isBefore(today)).toList(),
                open.stream().filter(due -> !due.ends().isBefore(today)).toList());
    }

    /** How many of the late milestones each commitment has, by its id; whose are not late is not named. */
    public Map<UUID, Long> lateOf() {
        return late.stream().collect(Collectors.groupingBy(Due::commitment, Collectors.counting()));
    }

    /** How many commitments stand. */
    public static int standing(List<Line> commitments) {
        return Math.toIntExact(
                commitments.stream().filter(line -> line.withdrawn() == null).count());
    }

    /** The mean of the commitments that stand, rounded down: 100 only when all are complete. */
    public static int progress(List<Line> commitments) {
        return (int) commitments.stream()
                .filter(line -> line.withdrawn() == null)
                .mapToInt(Line::progress)
                .average()
                .orElse(0);
    }

    private static List<Share> shares(List<Line> lines, Function<Line, List<String>> names, Comparator<Sorted> order) {
        var parts = new TreeMap<String, List<Line>>();
        for (var line : lines) {
            if (line.withdrawn() == null) {
                names.apply(line).stream()
                        .distinct()
                        .forEach(name -> parts.computeIfAbsent(name, _ -> new ArrayList<>())
                                .add(line));
            }
        }
        if (parts.keySet().equals(Set.of(""))) {
            return List.of(); // nobody names any: there is nothing to tell apart
        }
        var collator = Collator.getInstance(Locale.of("es", "CL"));
        return parts.entrySet().stream()
                .map(part -> new Sorted(
                        new Share(
                                part.getKey(),
                                part.getValue().size(),
                                progress(part.getValue()),
                                late(part.getValue()),
                                part.getValue().stream()
                                        .map(line -> new Named(line.number(), line.title()))
                                        .toList()),
                        collator.getCollationKey(part.getKey())))
                .sorted(order)
                .map(Sorted::share)
                .toList();
    }

    /** A share with its name as people look names up; the key is made once, not anew for each comparison. */
    private record Sorted(Share share, CollationKey key) {}

    private static int late(List<Line> lines) {
        return Math.toIntExact(
                lines.stream().filter(line -> line.status() == Status.LATE).count());
    }
}
