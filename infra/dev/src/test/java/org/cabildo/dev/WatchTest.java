package org.cabildo.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchTest {

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Watch watch = new Watch((key, name) -> said.add(key + " " + name), Duration.ofMillis(2));

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void startsAgainWhatEndedAndNothingElse() {
        var portal = new AtomicBoolean(true);
        var redis = new AtomicInteger();
        watch.over("portal", portal::get, () -> portal.set(true));
        watch.over("redis", () -> true, redis::incrementAndGet);
        watch.begin();

        portal.set(false);

        await().untilTrue(portal);
        assertThat(said).containsExactly("again portal");
        assertThat(redis).hasValue(0);
    }

    @Test
    void givesUpWhatEndsAgainAndAgainAndSaysWhy() {
        var tries = new AtomicInteger();
        watch.over("postgres", () -> false, () -> {
            tries.incrementAndGet();
            throw new IllegalStateException("no space left");
        });
        watch.begin();

        assertThat(watch.givenUp()).succeedsWithin(20, TimeUnit.SECONDS).isEqualTo("postgres");
        assertThat(tries).hasValue(5);
        assertThat(said).contains("again postgres", "again.failed postgres: no space left");
    }

    @Test
    void startsNothingOnceItIsClosed() throws InterruptedException {
        var tries = new AtomicInteger();
        var runs = new AtomicBoolean(true);
        watch.over("redis", runs::get, tries::incrementAndGet);
        watch.begin();
        watch.close();

        runs.set(false);

        Thread.sleep(50); // it would have looked 25 times
        assertThat(tries).hasValue(0);
    }
}
