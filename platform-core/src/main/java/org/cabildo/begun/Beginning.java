package org.cabildo.begun;

import java.util.UUID;

/**
 * Something new that a person writes. Each person has one of each at most.
 *
 * @param form the form it is written in
 * @param within what it will belong to; empty for the tenant itself
 */
public record Beginning(Form form, String within) {

    /** The forms whose words are kept before the first saving. */
    public enum Form {
        PILLAR,
        PLAN,
        MILESTONE
    }

    /** A new pillar. */
    public static Beginning pillar() {
        return new Beginning(Form.PILLAR, "");
    }

    /** A new plan. */
    public static Beginning plan() {
        return new Beginning(Form.PLAN, "");
    }

    /** A new milestone of this commitment. */
    public static Beginning milestone(UUID commitment) {
        return new Beginning(Form.MILESTONE, commitment.toString());
    }
}
