package org.cabildo.portal.page;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The pages Redis keeps for all processes. While Redis is away nobody waits for it: after a failure one request in a
 * few seconds tries again, the others go on without.
 */
@Component
class SharedPages {

    private static final Logger LOG = LoggerFactory.getLogger(SharedPages.class);
    private static final Duration EXPIRY = Duration.ofMinutes(30);
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final long WORKING = 0;
    private final RedisTemplate<String, byte[]> redis;
    private final Clock clock;
    private final AtomicLong pausedUntil = new AtomicLong(WORKING); // milliseconds of the clock

    SharedPages(RedisTemplate<String, byte[]> pages, Clock clock) {
        this.redis = pages;
        this.clock = clock;
    }

    Optional<byte[]> find(String key) {
        return ask(() -> Optional.ofNullable(redis.opsForValue().get(key)));
    }

    void keep(String key, byte[] page) {
        ask(() -> {
            redis.opsForValue().set(key, page, EXPIRY);
            return Optional.<byte[]>empty();
        });
    }

    private <T> Optional<T> ask(Supplier<Optional<T>> question) {
        if (!mayTry()) {
            return Optional.empty();
        }
        try {
            var answer = question.get();
            if (pausedUntil.getAndSet(WORKING) != WORKING) {
                LOG.info("Redis answers again; pages are kept there");
            }
            return answer;
        } catch (DataAccessException e) {
            if (pausedUntil.getAndSet(clock.millis() + PAUSE.toMillis()) == WORKING) {
                LOG.warn("Redis does not answer; pages are rendered without it: {}", e.getMessage());
            }
            return Optional.empty();
        }
    }

    /** Normally everybody; after a pause only who prolongs it first. */
    private boolean mayTry() {
        long pause = pausedUntil.get();
        long now = clock.millis();
        return pause == WORKING || (now >= pause && pausedUntil.compareAndSet(pause, now + PAUSE.toMillis()));
    }
}
