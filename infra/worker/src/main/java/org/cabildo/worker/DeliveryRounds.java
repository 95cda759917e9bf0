package org.cabildo.worker;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.cabildo.kernel.LogMark;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.EventDelivery;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.WaitingAnnouncements;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Delivers what tenants announced: at once when a hint names the tenant, and in slow sweeps what a lost hint left. A
 * tenant is in one pair of hands at a time, so its facts are told in the order they happened.
 */
@Component
class DeliveryRounds {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRounds.class);
    private final EventDelivery delivery;
    private final WaitingAnnouncements waiting;
    private final WorkerSettings settings;
    private final Outage database;
    private final Hours hours;
    private final Hours.Bell news;
    private final Hours.Bell sweep;
    private final Set<TenantId> queue = new LinkedHashSet<>();
    private final Set<TenantId> inHand = new HashSet<>();
    private final Clock clock;
    private volatile @Nullable Swept swept;

    /** What the last sweep found, and when. */
    record Swept(WaitingAnnouncements.Backlog found, Instant at) {}

    DeliveryRounds(
            EventDelivery delivery,
            WaitingAnnouncements waiting,
            WorkerSettings settings,
            Outage database,
            Hours hours,
            Clock clock) {
        this.clock = clock;
        this.delivery = delivery;
        this.waiting = waiting;
        this.settings = settings;
        this.database = database;
        this.hours = hours;
        this.news = hours.new Bell();
        this.sweep = hours.new Bell();
    }

    /** Something happened in this tenant. */
    void hint(TenantId tenant) {
        enqueue(tenant);
        news.ring();
    }

    /** Hints may have been lost: look everywhere now. */
    void lookEverywhere() {
        sweep.ring();
    }

    /** Delivers to one tenant after another until the shift ends; one in hand is finished first. */
    void deliver() {
        while (hours.goOn()) {
            long heard = news.rings();
            take().ifPresentOrElse(this::deliver, () -> news.rest(heard, settings.sweepRound()));
        }
    }

    /** Looks into every tenant, round after round, until the shift ends. */
    void sweep() {
        sweep.goRound(settings.sweepRound(), database, () -> {
            var found = waiting.look();
            found.tenants().forEach(this::hint);
            swept = new Swept(found, clock.instant());
        });
    }

    private void deliver(TenantId tenant) {
        try (var _ = LogMark.tenant(tenant.toString())) {
            delivery.deliver(tenant);
            database.over();
        } catch (Unknown e) {
            LOG.info("A hint named a tenant that does not exist");
        } catch (RuntimeException e) {
            database.noticed(e);
        } finally {
            putBack(tenant);
            news.ring();
        }
    }

    /** What the last sweep found; null before the first one ended. */
    @Nullable
    Swept swept() {
        return swept;
    }

    /** How many tenants wait to be delivered to. */
    synchronized int queued() {
        return queue.size();
    }

    private synchronized void enqueue(TenantId tenant) {
        queue.add(tenant);
    }

    private synchronized Optional<TenantId> take() {
        var next = queue.stream().filter(tenant -> !inHand.contains(tenant)).findFirst();
        next.ifPresent(tenant -> {
            queue.remove(tenant);
            inHand.add(tenant);
        });
        return next;
    }

    private synchronized void putBack(TenantId tenant) {
        inHand.remove(tenant);
    }
}
