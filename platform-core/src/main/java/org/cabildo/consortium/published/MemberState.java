package org.cabildo.consortium.published;

/** How a tenant stands to a consortium. */
public enum MemberState {
    /** Asked to join; an administrator of it has not answered. */
    INVITED,
    /** Asked, and declined. */
    DECLINED,
    /** Belongs. */
    MEMBER,
    /** Belongs, but only reads until it is reinstated; nothing waits for its approval. */
    SUSPENDED,
    /** Belonged once. */
    LEFT
}
