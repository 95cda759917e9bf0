package org.cabildo.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * One pool for all logins: a few connections each under one ceiling, so a connection serves one tenant for life.
 *
 * <p>Short work that meets at one login shares a connection in turn ({@link Seats}). At the ceiling the connection that
 * rested longest makes room for one of another login. One that rested for over a second is asked for a sign of life
 * first; a dead one empties its login's share, so a restarted PostgreSQL is found again without a restart here.
 */
final class KeyedPool implements AutoCloseable {

    private static final Duration WORTH_WAITING = Duration.ofMillis(50); // a few times what opening one costs
    private static final long LOOK_AGAIN_MILLIS = 20;
    private static final int OPENED_AT_ONCE = 8;
    private final PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
    private final TenancySettings.Pool ceilings;
    private final ConcurrentMap<Login, Share> shares = new ConcurrentHashMap<>();
    private final Semaphore ceiling;
    private final Semaphore opening = new Semaphore(OPENED_AT_ONCE, true); // else who asks again at once overtakes all
    private final AtomicInteger active = new AtomicInteger();
    private final LongAdder everOpened = new LongAdder();
    private final LongAdder everRefused = new LongAdder();
    private final Thread housekeeping;
    private volatile boolean closed;

    /** @param settings of PostgreSQL that every session begins with, as its command line takes them; empty: none */
    KeyedPool(String url, String applicationName, String settings, TenancySettings.Pool ceilings) {
        this.ceilings = ceilings;
        this.ceiling = new Semaphore(ceilings.total());
        source.setUrl(url);
        source.setApplicationName(applicationName);
        source.setOptions(settings);
        source.setConnectTimeout(5);
        source.setSocketTimeout(60);
        source.setTcpKeepAlive(true);
        source.setPrepareThreshold(1); // a tenant's connection is seldom asked the same thing five times in a row
        this.housekeeping = Thread.ofVirtual().name("pool").start(this::keepHouse);
    }

    /** The lines of one login: as many as it has seats, the last used on top. */
    private final class Share {

        private final Seats seats = new Seats(ceilings.perLogin(), WORTH_WAITING, ceilings.patience());
        private final Deque<Line> resting = new ConcurrentLinkedDeque<>();
        private volatile boolean retired;

        Connection lend(Login login) throws SQLException {
            for (var line = resting.pollFirst(); line != null; line = resting.pollFirst()) {
                if (!line.livedFor(ceilings.life()) && line.answers()) {
                    return handle(line);
                }
                discard(line);
                if (line.isLost()) {
                    clear();
                }
            }
            return handle(open(login));
        }

        private Connection handle(Line line) throws SQLException {
            try {
                return line.handle();
            } finally {
                if (line.isLost()) {
                    discard(line);
                }
            }
        }

        private Line open(Login login) throws SQLException {
            makeRoom();
            boolean opened = false;
            try {
                waitToOpen();
                try {
                    var line = new Line(source.getPooledConnection(login.name(), login.password()), this::takeBack);
                    opened = true;
                    everOpened.increment();
                    return line;
                } finally {
                    opening.release();
                }
            } finally {
                if (!opened) {
                    ceiling.release();
                }
            }
        }

        /** While others wait below the ceiling, a line that comes back makes room for them. */
        private void takeBack(Line line) {
            active.decrementAndGet();
            if (closed || retired || line.isLost() || ceiling.hasQueuedThreads()) {
                discard(line);
            } else {
                rest(line);
            }
            seats.leave();
        }

        /** Nobody looks into a retired share any more, so none may come to rest there unseen. */
        private void rest(Line line) {
            resting.addFirst(line);
            if (retired && resting.remove(line)) {
                discard(line);
            }
        }

        void retire() {
            retired = true;
            clear();
        }

        private void clear() {
            for (var line = resting.pollFirst(); line != null; line = resting.pollFirst()) {
                discard(line);
            }
        }

        private void sendHome() {
            for (var line = resting.peekLast();
                    line != null && line.restedFor(ceilings.idle()) && resting.remove(line);
                    line = resting.peekLast()) {
                discard(line);
            }
        }
    }

    Connection borrow(Login login) throws SQLException {
        var share = shares.computeIfAbsent(login, _ -> new Share());
        if (!share.seats.take()) {
            throw refused();
        }
        active.incrementAndGet();
        boolean lent = false;
        try {
            var connection = share.lend(login);
            lent = true;
            return connection;
        } finally {
            if (!lent) {
                active.decrementAndGet();
                share.seats.leave();
            }
        }
    }

    /** Closes what rests with a login whose password is no longer taken; what is lent closes when it comes back. */
    void retire(Login login) {
        var share = shares.remove(login);
        if (share != null) {
            share.retire();
        }
    }

    /** Takes a place under the ceiling, from the line that rested longest if need be. */
    private void makeRoom() throws SQLException {
        long end = System.nanoTime() + ceilings.patience().toNanos();
        try {
            while (!ceiling.tryAcquire()) {
                var longest = longestRested();
                if (longest != null) {
                    discard(longest);
                } else if (ceiling.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                } else if (System.nanoTime() > end) {
                    throw refused();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused();
        }
    }

    /** Few are opened at once; while PostgreSQL does not answer each takes long, and nobody waits for ever. */
    private void waitToOpen() throws SQLException {
        try {
            if (!opening.tryAcquire(ceilings.patience().toNanos(), TimeUnit.NANOSECONDS)) {
                throw refused();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused();
        }
    }

    /** Taken out of its share already; null: none rests. */
    private @Nullable Line longestRested() {
        return shares.values().stream()
                .map(share -> share.resting)
                .filter(resting -> resting.peekLast() != null)
                .min(Comparator.comparingLong(KeyedPool::lastUsed))
                .map(Deque::pollLast)
                .orElse(null);
    }

    private static long lastUsed(Deque<Line> resting) {
        var line = resting.peekLast();
        return line == null ? Long.MAX_VALUE : line.lastUsed();
    }

    private SQLException refused() {
        everRefused.increment();
        return new SQLTransientConnectionException("No connection is free for this work", "53300");
    }

    private void discard(Line line) {
        line.hangUp();
        ceiling.release();
    }

    private void keepHouse() {
        while (!closed) {
            LockSupport.parkNanos(ceilings.idle().dividedBy(4).toNanos());
            shares.values().forEach(Share::sendHome);
        }
    }

    int open() {
        return ceilings.total() - ceiling.availablePermits();
    }

    int active() {
        return active.get();
    }

    int ceiling() {
        return ceilings.total();
    }

    /** How many connections were ever opened. */
    long everOpened() {
        return everOpened.sum();
    }

    /** How often work was refused because no connection became free in time. */
    long everRefused() {
        return everRefused.sum();
    }

    /** Closes what rests; what is lent closes when it comes back. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(housekeeping);
        shares.values().forEach(Share::clear);
    }
}
