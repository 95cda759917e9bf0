package org.cabildo.begun;

import java.util.UUID;
import org.cabildo.identity.Role;

/**
 * Something that a person writes: new, or a change of what is there. Each person has one of each at most.
 *
 * @param form the form it is written in
 * @param within what it belongs to, or what it changes; empty for the tenant itself
 */
public record Beginning(Form form, String within) {

    /** The forms whose words are kept before the first saving. */
    public enum Form {
        PILLAR,
        PLAN,
        MILESTONE,
        MILESTONE_CHANGE,
        PROGRESS,
        CORRECTION,
        DELAY,
        COMMENT;

        /** What whoever writes it may at least do in the tenant. */
        Role role() {
            return this == COMMENT ? Role.READER : Role.EDITOR;
        }

        /** Whether it is about something that is there, in which others may save something else meanwhile. */
        public boolean changes() {
            return switch (this) {
                case MILESTONE_CHANGE, PROGRESS, CORRECTION, DELAY -> true;
                case PILLAR, PLAN, MILESTONE, COMMENT -> false;
            };
        }
    }

    /** A new pillar. */
    public static Beginning pillar() {
        return new Beginning(Form.PILLAR, "");
    }

    /** A new plan. */
    public static Beginning plan() {
        return new Beginning(Form.PLAN, "");
    }

    /** A change of this milestone. */
    public static Beginning milestoneChange(UUID milestone) {
        return new Beginning(Form.MILESTONE_CHANGE, milestone.toString());
    }

    /** A report of what this milestone reached. */
    public static Beginning progress(UUID milestone) {
        return new Beginning(Form.PROGRESS, milestone.toString());
    }

    /** A correction of what was reported of this milestone. */
    public static Beginning correction(UUID milestone) {
        return new Beginning(Form.CORRECTION, milestone.toString());
    }

    /** Why this milestone is late. */
    public static Beginning delay(UUID milestone) {
        return new Beginning(Form.DELAY, milestone.toString());
    }

    /** A comment on this commitment. */
    public static Beginning comment(UUID commitment) {
        return new Beginning(Form.COMMENT, commitment.toString());
    }

    /** A new milestone of this commitment. */
    public static Beginning milestone(UUID commitment) {
        return new Beginning(Form.MILESTONE, commitment.toString());
    }
}
