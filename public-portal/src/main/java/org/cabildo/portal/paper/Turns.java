package org.cabildo.portal.paper;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.cabildo.portal.page.Busy;

/** One making at a time, because it takes memory and a core; whoever asks for what is being made shares it. */
final class Turns {

    private final ConcurrentMap<String, FutureTask<byte[]>> underWay = new ConcurrentHashMap<>();
    private final Semaphore turn = new Semaphore(1, true);
    private final Duration patience;

    Turns() {
        this(Duration.ofSeconds(20));
    }

    /** @param patience how long a turn is waited for */
    Turns(Duration patience) {
        this.patience = patience;
    }

    /**
     * Makes it when it is its turn.
     *
     * @param key equal ones make the same
     * @throws Busy if its turn does not come
     */
    byte[] take(String key, Supplier<byte[]> making) {
        var mine = new FutureTask<>(() -> alone(making));
        var first = underWay.putIfAbsent(key, mine);
        if (first != null) {
            return made(first);
        }
        try {
            mine.run();
            return made(mine);
        } finally {
            underWay.remove(key, mine);
        }
    }

    private byte[] alone(Supplier<byte[]> making) throws InterruptedException {
        if (!turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new Busy();
        }
        try {
            return making.get();
        } finally {
            turn.release();
        }
    }

    private static byte[] made(FutureTask<byte[]> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a document was made", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
