package org.cabildo.notice;

import java.time.Instant;
import java.util.Optional;

/**
 * A notice as those it is addressed to see it.
 *
 * @param readAt when this person said that they read it
 */
public record ReceivedNotice(NoticeId id, NoticeDraft said, Optional<Instant> readAt) {}
