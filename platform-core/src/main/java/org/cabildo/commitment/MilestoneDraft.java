package org.cabildo.commitment;

import java.util.List;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Texts;

/**
 * What officers say of a milestone.
 *
 * @param activity what is done, 3 to 300 characters
 * @param deliverable what can be seen afterwards; never empty
 * @param responsible who answers for it
 * @param weight 1 to 100; 1 unless some milestones count more than others
 * @param follows places, within the commitment, of the milestones it waits for; ascending
 */
public record MilestoneDraft(
        String activity, String deliverable, String responsible, Period period, int weight, List<Integer> follows) {

    /** Months that one can last before it is to be divided, so that one sees how it goes. */
    public static final int MONTHS = 12;

    /** One that waits for no other. */
    public MilestoneDraft(String activity, String deliverable, String responsible, Period period, int weight) {
        this(activity, deliverable, responsible, period, weight, List.of());
    }

    public MilestoneDraft {
        follows = follows.stream().distinct().sorted().toList();
        activity = activity.strip();
        deliverable = deliverable.strip();
        responsible = responsible.strip();
        if (activity.length() < 3 || activity.length() > 300) {
            throw new Refused(
                    "milestone.activity",
                    "A milestone's activity has 3 to 300 characters but was «%s».".formatted(activity),
                    activity);
        }
        if (deliverable.isEmpty()) {
            throw new Refused("milestone.deliverable", "Say what can be seen when the milestone is done.");
        }
        requireWeight(weight);
    }

    /**
     * Judges a weight alone.
     *
     * @throws Refused if no milestone counts so much, or so little
     */
    public static void requireWeight(int weight) {
        if (weight < 1 || weight > 100) {
            throw new Refused("milestone.weight", "A weight goes from 1 to 100 but was %d.".formatted(weight), weight);
        }
    }

    /** The same, waiting for these. */
    public MilestoneDraft following(List<Integer> others) {
        return new MilestoneDraft(activity, deliverable, responsible, period, weight, others);
    }

    /** What it promised before milestones waited for others, as versions approved then have it in their hash. */
    String firstPromise() {
        return "MilestoneDraft[activity=%s, deliverable=%s, responsible=%s, period=%s, weight=%s]"
                .formatted(activity, deliverable, responsible, period, weight);
    }

    /** The same, if it is as long as a person reads. @throws Refused if a text is longer */
    MilestoneDraft fitting() {
        Texts.within(CommitmentDraft.LONGEST_TEXT, "commitment.text.long", deliverable);
        Texts.within(CommitmentDraft.LONGEST_LINE, "commitment.text.long", responsible);
        return this;
    }
}
