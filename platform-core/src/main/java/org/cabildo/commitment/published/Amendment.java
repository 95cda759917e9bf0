package org.cabildo.commitment.published;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a version of a plan changed against the one before.
 *
 * @param planSlug address of the plan
 * @param title of the plan as the version says it
 * @param number of the version, from 2
 * @param previous number of the version that the public read before
 * @param reason why; the public reads it
 * @param changes in the order of the plan: first the plan itself
 */
public record Amendment(
        String planSlug, String title, int number, int previous, String reason, Instant at, List<Change> changes) {

    /** What was changed. */
    public enum Kind {
        PLAN,
        COMMITMENT,
        MILESTONE
    }

    /** How. */
    public enum How {
        ADDED,
        CHANGED,
        REMOVED
    }

    /**
     * A part that is not what it was.
     *
     * @param commitment number of the commitment it is or belongs to; 0: the plan itself
     * @param title as it is now, or was
     * @param fields those that differ
     */
    public record Change(Kind kind, How how, UUID id, int commitment, String title, List<Field> fields) {}

    /**
     * A field that is not what it was.
     *
     * @param name such as {@code title}; the key of its word
     * @param before empty: it said nothing
     * @param after empty: it says nothing any more
     */
    public record Field(String name, String before, String after) {

        /** Both texts, word by word. */
        public List<Piece> pieces() {
            return Piece.between(before, after);
        }
    }
}
