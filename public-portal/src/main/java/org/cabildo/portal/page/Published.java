package org.cabildo.portal.page;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.cabildo.tenancy.PublishedState;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Component;

/**
 * The number of what a tenant has published: one row, read for all who ask within a quarter of a second. So a page is at
 * most that much older than what it shows, whoever else is away.
 */
@Component
class Published {

    /** How long a number that was read is taken for the number now. */
    static final Duration TRUSTED = Duration.ofMillis(250);

    private final PublishedState state;
    private final Coalesced<TenantId, Long> readings = new Coalesced<>();
    private final ConcurrentMap<TenantId, Known> known = new ConcurrentHashMap<>();

    /** @param since when the reading began, in nanoseconds of this process */
    private record Known(long version, long since) {

        boolean isTrusted() {
            return System.nanoTime() - since < TRUSTED.toNanos();
        }
    }

    Published(PublishedState state) {
        this.state = state;
    }

    long versionOf(TenantId tenant) {
        var last = known.get(tenant);
        if (last != null && last.isTrusted()) {
            return last.version();
        }
        return readings.ask(tenant, () -> read(tenant));
    }

    private long read(TenantId tenant) {
        long since = System.nanoTime();
        long version = TenantScope.in(tenant, state::version);
        known.put(tenant, new Known(version, since));
        return version;
    }
}
