package org.cabildo.tenancy;

import java.util.UUID;

/**
 * Learns of announcements after the act that made them, in the worker. It may be told the same fact twice and must
 * then change nothing.
 *
 * @param <A> the announcement it waits for
 */
public interface Receiver<A extends Announcement> {

    /** The announcement it waits for. */
    Class<A> of();

    /**
     * Takes note of a fact. No scope is bound: enter one.
     *
     * @param event the id of the fact, the same each time it is told
     */
    void receive(UUID event, A announcement);
}
