package org.cabildo.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Citizens who read a page of the portal at random moments, all the time until they are sent home. */
final class Readers implements AutoCloseable {

    static final int PER_SECOND = 1_000; // of all together
    private static final int CONNECTIONS = 4;
    private final AtomicBoolean reading = new AtomicBoolean(true);
    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    private final List<Future<Integer>> running = new ArrayList<>();
    private final long begun = System.nanoTime();

    /** @param expected what every answer must be */
    Readers(Load load, String path, Load.Answer expected) {
        for (int i = 0; i < CONNECTIONS; i++) {
            running.add(threads.submit(() -> read(load, path, expected)));
        }
    }

    private int read(Load load, String path, Load.Answer expected) throws IOException {
        var random = new SplittableRandom();
        double mean = 1e9 * CONNECTIONS / PER_SECOND;
        int count = 0;
        try (var line = load.open()) {
            long next = System.nanoTime();
            while (reading.get()) {
                next += (long) (-Math.log(1 - random.nextDouble()) * mean);
                LockSupport.parkNanos(next - System.nanoTime());
                line.ask(path, expected);
                count++;
            }
        }
        return count;
    }

    /** Sends them home, and says how many pages they read in a second. */
    double sendHome() throws ExecutionException, InterruptedException {
        close();
        double seconds = (System.nanoTime() - begun) / 1e9;
        long count = 0;
        for (var one : running) {
            count += one.get();
        }
        return count / seconds;
    }

    @Override
    public void close() {
        reading.set(false);
        threads.close();
    }
}
