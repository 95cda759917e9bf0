package org.cabildo.tenancy;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.cabildo.kernel.Ids;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/** Shows every few seconds that this process lives, and at its end that it went of its own will. */
final class Heart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Heart.class);
    private final HeartbeatSettings settings;
    private final KeyedPool pool;
    private final Heartbeats heartbeats;
    private final Wakeups redis;
    private final ObjectProvider<VitalSigns> work;
    private final Clock clock;
    private final UUID instance = Ids.next();
    private final Instant startedAt;
    private volatile @Nullable Thread beating;
    private long refused;
    private @Nullable Instant refusedAt;
    private boolean told;

    Heart(
            HeartbeatSettings settings,
            KeyedPool pool,
            Heartbeats heartbeats,
            Wakeups redis,
            ObjectProvider<VitalSigns> work,
            Clock clock) {
        this.settings = settings;
        this.pool = pool;
        this.heartbeats = heartbeats;
        this.redis = redis;
        this.work = work;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    @Override
    public boolean isAutoStartup() {
        return settings.every().isPositive();
    }

    @Override
    public boolean isRunning() {
        return beating != null;
    }

    @Override
    public void start() {
        var thread = Thread.ofPlatform().name("heart").daemon().unstarted(this::goOn);
        beating = thread; // before it starts: it beats for as long as it is the one named here
        thread.start();
    }

    @Override
    public void stop() {
        var thread = beating;
        beating = null;
        if (thread != null) {
            LockSupport.unpark(thread);
            join(thread);
            quietly(() -> heartbeats.forget(settings.kind(), instance));
        }
    }

    private void join(Thread thread) {
        try {
            thread.join(settings.every());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void goOn() {
        while (Thread.currentThread().equals(beating)) {
            quietly(this::beat);
            LockSupport.parkNanos(settings.every().toNanos());
        }
    }

    void beat() {
        heartbeats.keep(now());
    }

    /** While nothing can be written down, silence is the sign: the log says so once. */
    private void quietly(Runnable act) {
        try {
            act.run();
            told = false;
        } catch (RuntimeException e) {
            if (!told) {
                LOG.info("The sign of life could not be written down: {}", e.getMessage());
            }
            told = true;
        }
    }

    Heartbeat now() {
        long ever = pool.everRefused();
        if (ever > refused) {
            refused = ever;
            refusedAt = clock.instant();
        }
        var signs = work.getIfAvailable();
        return new Heartbeat(
                instance,
                settings.kind(),
                settings.version(),
                startedAt,
                clock.instant(),
                new Heartbeat.Pool(pool.open(), pool.ceiling(), ever, refusedAt),
                redis.isHeard(),
                signs == null ? null : signs.now());
    }
}
