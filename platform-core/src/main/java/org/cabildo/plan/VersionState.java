package org.cabildo.plan;

/** What became of a version that was proposed. */
public enum VersionState {
    /** It waits for whoever approves. */
    PROPOSED,
    /** The public reads it, or read it until a newer one came. */
    PUBLISHED,
    /** A newer proposal took its place. */
    DISCARDED,
    /** Whoever approves sent it back with remarks. */
    RETURNED,
    /** Whoever drafts took it back. */
    WITHDRAWN;

    /** Whether it ended without being published, so that the same content can be proposed again. */
    public boolean isOver() {
        return this == DISCARDED || this == RETURNED || this == WITHDRAWN;
    }
}
