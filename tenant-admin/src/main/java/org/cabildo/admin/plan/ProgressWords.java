package org.cabildo.admin.plan;

import org.cabildo.admin.words.Words;
import org.cabildo.commitment.CommitmentView;

/** How far a commitment is, as officers count it: with the milestones that are drafted. */
public final class ProgressWords {

    private ProgressWords() {}

    /**
     * The percentage; marked where the public counts other milestones.
     *
     * @param unread whether the public reads something else of it
     */
    public static String of(CommitmentView commitment, boolean unread) {
        var others = commitment.milestones().stream().anyMatch(one -> !one.published() || one.withdrawn() != null);
        return commitment.published() && unread && others
                ? Words.of("commitment.progress.changed", Words.of(commitment.progress()))
                : Words.of(commitment.progress());
    }
}
