package org.cabildo.consortium.published;

import java.util.Arrays;

/** What a member may do in its consortium. Its officers bring along the roles they have at home, as far as this goes. */
public enum MemberRight {
    /** Drafts and approves. */
    DECIDES("APPROVER,EDITOR,READER"),
    /** Drafts, and reports on what it leads; it is not asked to approve. */
    DRAFTS("EDITOR,READER"),
    /** Reads. */
    READS("READER");

    private final String grants;

    MemberRight(String grants) {
        this.grants = grants;
    }

    /** The roles that its officers may bring along, as the platform keeps them. */
    public String grants() {
        return grants;
    }

    /** The right that these roles amount to. */
    public static MemberRight of(String grants) {
        return Arrays.stream(values())
                .filter(right -> right.grants.equals(grants))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No right grants " + grants));
    }
}
