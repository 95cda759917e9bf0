package org.cabildo.consortium;

import static org.cabildo.consortium.published.MemberState.DECLINED;
import static org.cabildo.consortium.published.MemberState.INVITED;
import static org.cabildo.consortium.published.MemberState.LEFT;
import static org.cabildo.consortium.published.MemberState.MEMBER;
import static org.cabildo.consortium.published.MemberState.SUSPENDED;

import org.cabildo.consortium.published.MemberState;
import org.cabildo.ledger.Act;
import org.jspecify.annotations.Nullable;

/** How a tenant comes from one state to another; who may take which step, the services say. */
public enum MemberStep {
    /** Asks it, or asks it anew. */
    INVITE(INVITED, Act.CONSORTIUM_INVITED, false),
    /** Takes an invitation back that is not answered: then it is as if it had never been. */
    UNINVITE(null, Act.CONSORTIUM_UNINVITED, false),
    /** Joins. */
    ACCEPT(MEMBER, Act.CONSORTIUM_JOINED, false),
    /** Does not join. */
    DECLINE(DECLINED, Act.CONSORTIUM_DECLINED, false),
    /** Is left reading until it is reinstated. */
    SUSPEND(SUSPENDED, Act.CONSORTIUM_SUSPENDED, true),
    /** Is a member as before. */
    REINSTATE(MEMBER, Act.CONSORTIUM_REINSTATED, false),
    /** Goes. */
    LEAVE(LEFT, Act.CONSORTIUM_LEFT, true);

    private final @Nullable MemberState to;
    private final Act act;
    private final boolean reasoned;

    MemberStep(@Nullable MemberState to, Act act, boolean reasoned) {
        this.to = to;
        this.act = act;
        this.reasoned = reasoned;
    }

    /** Whether it can be taken from this state. */
    public boolean isPossibleFrom(MemberState state) {
        return switch (this) {
            case INVITE -> state == DECLINED || state == LEFT;
            case UNINVITE, ACCEPT, DECLINE -> state == INVITED;
            case SUSPEND -> state == MEMBER;
            case REINSTATE -> state == SUSPENDED;
            case LEAVE -> state == MEMBER || state == SUSPENDED;
        };
    }

    /** Where it leads; null: to no state at all. */
    @Nullable
    MemberState to() {
        return to;
    }

    /** Whether the member takes it; else the national coordination does. */
    boolean isOfMember() {
        return this == ACCEPT || this == DECLINE || this == LEAVE;
    }

    /** What the trail calls it. */
    Act act() {
        return act;
    }

    /** Whether a reason must be given. */
    public boolean isReasoned() {
        return reasoned;
    }
}
