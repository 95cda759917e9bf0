package org.cabildo.dev;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * Looks after what runs, and starts again what ended by itself: each second, later each time it ends again, and no more
 * after five times in a row. What has run for five minutes begins anew.
 */
final class Watch implements AutoCloseable {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration STEADY = Duration.ofMinutes(5);
    private static final int TRIES = 5;

    private final BiConsumer<String, String> say;
    private final Duration betweenLooks;
    private final List<Ward> wards = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> givenUp = new CompletableFuture<>();
    private boolean closed;

    /** @param say told a key of the launcher's words and a name */
    Watch(BiConsumer<String, String> say) {
        this(say, SECOND);
    }

    Watch(BiConsumer<String, String> say, Duration betweenLooks) {
        this.say = say;
        this.betweenLooks = betweenLooks;
    }

    /** Begins to look after something that runs already. What others stand on comes first. */
    void over(String name, BooleanSupplier runs, Runnable start) {
        wards.add(new Ward(name, runs, start));
    }

    /** Looks until it is closed. */
    void begin() {
        Thread.ofVirtual().name("watch").start(this::lookOnAndOn);
    }

    /** Completes with the name of what could not be kept running. */
    CompletableFuture<String> givenUp() {
        return givenUp;
    }

    private void lookOnAndOn() {
        try {
            while (look()) {
                Thread.sleep(betweenLooks); // a process that is killed tells nobody
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean look() {
        if (!closed) {
            wards.forEach(this::tend);
        }
        return !closed;
    }

    private void tend(Ward ward) {
        var now = System.nanoTime();
        if (ward.runs.getAsBoolean()) {
            if (now - ward.last > STEADY.toNanos()) {
                ward.tries = 0;
            }
            return;
        }
        if (ward.tries >= TRIES) {
            givenUp.complete(ward.name);
        } else if (ward.tries == 0 || now - ward.last > pause(ward.tries)) {
            say.accept("again", ward.name);
            ward.tries++;
            ward.last = now;
            start(ward);
        }
    }

    /** A look after the first try, then twice as long each time. */
    private long pause(int tries) {
        return betweenLooks.toNanos() << (tries - 1);
    }

    private void start(Ward ward) {
        try {
            ward.start.run();
        } catch (IllegalStateException | CannotStart e) {
            say.accept("again.failed", ward.name + ": " + e.getMessage()); // the next look tries once more
        }
    }

    /** Looks no more: what ends now ends because it is told to. */
    @Override
    public synchronized void close() {
        closed = true;
    }

    private static final class Ward {

        private final String name;
        private final BooleanSupplier runs;
        private final Runnable start;
        private int tries;
        private long last;

        private Ward(String name, BooleanSupplier runs, Runnable start) {
            this.name = name;
            this.runs = runs;
            this.start = start;
        }
    }
}
