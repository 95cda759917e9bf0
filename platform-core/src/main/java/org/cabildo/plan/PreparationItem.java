package org.cabildo.plan;

/** A question to the public, or a proposed commitment, of a plan in preparation. */
public record PreparationItem(Kind kind, String title, String detail, String source) {

    /** What it is. */
    public enum Kind {
        QUESTION,
        PROPOSAL
    }
}
