package org.cabildo.identity;

/** What a person may do in a tenant. */
public enum Role {
    /** All of it, and the people. */
    ADMINISTRATOR,
    /** Approves and publishes. */
    APPROVER,
    /** Drafts and reports progress. */
    EDITOR,
    /** Reads drafts. */
    READER;

    /** Whether whoever has this role may do what the other is for. */
    public boolean includes(Role other) {
        return this == other || this == ADMINISTRATOR || other == READER;
    }
}
