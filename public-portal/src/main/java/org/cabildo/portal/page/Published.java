package org.cabildo.portal.page;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.cabildo.appearance.published.PublishedAppearance;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Component;

/**
 * The number of what a tenant has published, and with it how its portal looks: one statement, read for all who ask
 * within a quarter of a second. So a page is at most that much older than what it shows, whoever else is away.
 */
@Component
class Published {

    /** How long a number that was read is taken for the number now. */
    static final Duration TRUSTED = Duration.ofMillis(250);

    private final PublishedAppearance state;
    private final Coalesced<TenantId, Known> readings = new Coalesced<>();
    private final ConcurrentMap<TenantId, Known> known = new ConcurrentHashMap<>();

    /** @param since when the reading began, in nanoseconds of this process */
    private record Known(long version, Look look, long since) {

        boolean isTrusted() {
            return System.nanoTime() - since < TRUSTED.toNanos();
        }
    }

    Published(PublishedAppearance state) {
        this.state = state;
    }

    long versionOf(TenantId tenant) {
        var last = known.get(tenant);
        return last != null && last.isTrusted() ? last.version() : ask(tenant).version();
    }

    /** How the portal looked when its number was last read. */
    Look lookOf(TenantId tenant) {
        var last = known.get(tenant);
        return (last == null ? ask(tenant) : last).look();
    }

    /** How the portal looks now, however short ago that was read. */
    Look readNow(TenantId tenant) {
        return ask(tenant).look();
    }

    private Known ask(TenantId tenant) {
        return readings.ask(tenant, () -> read(tenant));
    }

    private Known read(TenantId tenant) {
        long since = System.nanoTime();
        var now = TenantScope.in(tenant, state::state);
        var last = known.get(tenant);
        var look = last != null && last.version() == now.version()
                ? last.look()
                : now.appearance().map(Look::new).orElse(Look.PLAIN);
        var read = new Known(now.version(), look, since);
        known.put(tenant, read);
        return read;
    }
}
