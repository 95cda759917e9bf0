package org.cabildo.notice;

import java.time.Instant;
import java.util.Optional;

/**
 * A notice as those who write it see it.
 *
 * @param addressed how many tenants it is addressed to, as the directory is now
 * @param readers how many people said that they read it
 */
public record Notice(
        NoticeId id,
        NoticeDraft said,
        State state,
        String writtenBy,
        Instant writtenAt,
        Optional<Instant> publishedAt,
        int addressed,
        int readers) {

    /** How far it is. */
    public enum State {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }
}
