package org.cabildo.portal.ledger;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.cabildo.ledger.published.PublishedHeads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All heads as they were read within the last two seconds, so that many readers ask PostgreSQL once. */
@Component
class Heads {

    private static final Duration TRUSTED = Duration.ofSeconds(2);
    private final PublishedHeads published;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Known known; // null before the first reader

    /**
     * What was read.
     *
     * @param state differs when anything of it does
     * @param since when, in nanoseconds of this process
     */
    record Known(List<PublishedHeads.Key> keys, List<PublishedHeads.NewestHead> heads, String state, long since) {

        boolean isTrusted() {
            return System.nanoTime() - since < TRUSTED.toNanos();
        }
    }

    Heads(PublishedHeads published) {
        this.published = published;
    }

    Known now() {
        var last = known;
        if (last != null && last.isTrusted()) {
            return last;
        }
        reading.lock();
        try {
            var meanwhile = known;
            if (meanwhile != null && meanwhile.isTrusted()) {
                return meanwhile;
            }
            long since = System.nanoTime();
            var keys = published.keys();
            var heads = published.heads();
            var read = new Known(keys, heads, keys.toString() + heads, since);
            known = read;
            return read;
        } finally {
            reading.unlock();
        }
    }
}
