package org.cabildo.tenancy;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many work with one login at once. Whoever comes while all seats are taken waits as long as a new connection would
 * cost, because most work is shorter than that; only then a seat is added, up to the limit. Without the wait every two
 * reads that meet open one more connection, and 361 tenants reach any ceiling within seconds. Where all who wait
 * together lose in a second what a connection would cost, a second seat is added for them; not more, for a tenant that
 * everybody asks for shall not take the whole database from the others.
 */
final class Seats {

    private static final long FRESH_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int FOR_SHORT_WORK = 2;
    private final Semaphore free = new Semaphore(1, true); // else who asks again at once starves who waits
    private final int most;
    private final Duration worth;
    private final Duration patience;
    private int all = 1;
    private long added = System.nanoTime();
    private long counting = System.nanoTime(); // since when the time lost by waiting is added up
    private long lost;

    /**
     * @param worth how long waiting is cheaper than one more connection
     * @param patience how long anybody waits once the limit is reached
     */
    Seats(int most, Duration worth, Duration patience) {
        this.most = most;
        this.worth = worth;
        this.patience = patience;
    }

    /** Takes a seat; false if none became free in time. */
    boolean take() {
        try {
            return await(Duration.ZERO) || waitInTurn() || add() || await(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean waitInTurn() throws InterruptedException {
        long begun = System.nanoTime();
        boolean sat = await(worth);
        if (sat) { // who did not adds a seat of their own
            long now = System.nanoTime();
            lose(now - begun, now);
        }
        return sat;
    }

    /** Adds a free seat once enough was lost. */
    private synchronized void lose(long nanos, long now) {
        if (now - counting > SECOND_NANOS) {
            counting = now;
            lost = 0;
        }
        lost += nanos;
        if (lost > worth.toNanos() && all < Math.min(most, FOR_SHORT_WORK)) {
            add();
            free.release();
        }
    }

    /** In turn: even without time nobody overtakes who waits already. */
    private boolean await(Duration time) throws InterruptedException {
        return free.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private synchronized boolean add() {
        if (all == most) {
            return false;
        }
        all++;
        added = System.nanoTime();
        return true;
    }

    /** Leaves a seat; a minute after the last one was added, one that nobody else uses goes with it. */
    void leave() {
        if (!remove()) {
            free.release();
        }
    }

    private synchronized boolean remove() {
        boolean remove = all > 1 && free.availablePermits() == all - 1 && System.nanoTime() - added > FRESH_NANOS;
        if (remove) {
            all--;
            added = System.nanoTime();
        }
        return remove;
    }

    synchronized int all() {
        return all;
    }
}
