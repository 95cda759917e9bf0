package org.cabildo.commitment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cabildo.commitment.published.Detail;

/**
 * How much of what OGP's template asks is said of a commitment.
 *
 * @param needed what is missing before it can be published, in the template's order
 * @param advised what is missing and would make it better
 */
public record Completeness(List<Item> needed, List<Item> advised) {

    /** What the template asks for. */
    public enum Item {
        PROBLEM("commitment.problem.missing"),
        DESCRIPTION("commitment.description.missing"),
        RESPONSIBLE("commitment.responsible.missing"),
        PERIOD("commitment.period.missing"),
        VALUE("commitment.value.missing"),
        MILESTONE("commitment.milestones.none"),
        ACTORS,
        PILLAR,
        STATUS_QUO,
        CONTRIBUTION,
        RESULTS,
        CONTACT,
        POLICY_AREA,
        BUDGET;

        private final boolean needed;
        private final String gap;

        Item() {
            this.needed = false;
            this.gap = "";
        }

        Item(String gap) {
            this.needed = true;
            this.gap = gap;
        }

        /** What a gap of this code asks for; empty if it asks for something else. */
        public static Optional<Item> of(String gap) {
            return Arrays.stream(values())
                    .filter(item -> item.needed && item.gap.equals(gap))
                    .findFirst();
        }
    }

    /** Looks at what is said. A milestone that was withdrawn counts for nothing. */
    public static Completeness of(CommitmentView commitment) {
        var needed = new ArrayList<Item>();
        var advised = new ArrayList<Item>();
        for (var item : Item.values()) {
            if (!isSaid(item, commitment)) {
                (item.needed ? needed : advised).add(item);
            }
        }
        return new Completeness(List.copyOf(needed), List.copyOf(advised));
    }

    private static boolean isSaid(Item item, CommitmentView commitment) {
        var said = commitment.said();
        return switch (item) {
            case PROBLEM -> !said.problem().isBlank();
            case DESCRIPTION -> !said.description().isBlank();
            case RESPONSIBLE -> !said.responsible().isBlank();
            case PERIOD -> said.period() != null;
            case VALUE -> !said.relevance().isEmpty();
            case MILESTONE -> commitment.milestones().stream().anyMatch(one -> one.withdrawn() == null);
            case ACTORS -> !said.actors().isBlank();
            case PILLAR -> !said.pillars().isEmpty();
            case STATUS_QUO -> says(said, Detail.STATUS_QUO);
            case CONTRIBUTION -> says(said, Detail.CONTRIBUTION);
            case RESULTS -> says(said, Detail.RESULTS);
            case CONTACT -> says(said, Detail.CONTACT) || says(said, Detail.UNIT);
            case POLICY_AREA -> says(said, Detail.PRIMARY_AREA);
            case BUDGET -> says(said, Detail.BUDGET);
        };
    }

    private static boolean says(CommitmentDraft said, Detail detail) {
        return !said.details().of(detail).isEmpty();
    }

    /** Whether nothing is missing that it needs. */
    public boolean isReady() {
        return needed.isEmpty();
    }

    /** How many of the parts it needs are said. */
    public int said() {
        return asked(true) - needed.size();
    }

    /** How many of the parts that would make it better are said. */
    public int saidBeyond() {
        return asked(false) - advised.size();
    }

    /** How many parts the template asks for that a commitment needs, or that would make it better. */
    public static int asked(boolean needed) {
        return (int) Arrays.stream(Item.values())
                .filter(item -> item.needed == needed)
                .count();
    }
}
