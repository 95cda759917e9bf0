package org.cabildo.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Delivers what a tenant announced: claims rows, tells the receivers, marks them done. A claim lapses after a minute,
 * so what a killed worker had in hand is told again.
 */
@Service
public class EventDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(EventDelivery.class);
    private static final Duration CLAIM = Duration.ofMinutes(1);
    private static final int BATCH = 50;
    private final Sql sql;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final List<Receiver<?>> receivers;
    private final LongAdder everDelivered = new LongAdder();
    private final LongAdder everFailed = new LongAdder();

    private record Claimed(UUID id, String kind, String body, Instant occurredAt) {}

    EventDelivery(Sql sql, JsonMapper json, Clock clock, TransactionTemplate transaction, List<Receiver<?>> receivers) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.transaction = transaction;
        this.receivers = receivers;
    }

    /**
     * Delivers all that waits in a tenant.
     *
     * @return how many announcements were delivered
     */
    public int deliver(TenantId tenant) {
        int delivered = 0;
        for (var batch = claim(tenant); !batch.isEmpty(); batch = claim(tenant)) {
            for (var claimed : batch) {
                delivered += tell(tenant, claimed) ? 1 : 0;
            }
        }
        return delivered;
    }

    /** How many announcements were received since the start. */
    public long everDelivered() {
        return everDelivered.sum();
    }

    /** How often a receiver failed since the start. */
    public long everFailed() {
        return everFailed.sum();
    }

    private List<Claimed> claim(TenantId tenant) {
        var now = clock.instant();
        var claimed = TenantScope.in(
                tenant,
                () -> transaction.execute(status -> sql.of("""
                        update event_publication set claimed_until = ?, attempts = attempts + 1
                         where id in (select id from event_publication
                                       where completed_at is null and (claimed_until is null or claimed_until < ?)
                                         and attempts < 20
                                       order by occurred_at limit ? for update skip locked)
                        returning id, kind, body, occurred_at
                        """)
                        .param(Timestamp.from(now.plus(CLAIM)))
                        .param(Timestamp.from(now))
                        .param(BATCH)
                        .query(EventDelivery::claimed)
                        .list()));
        return claimed.stream() // an update answers in any order
                .sorted(Comparator.comparing(Claimed::occurredAt).thenComparing(Claimed::id))
                .toList();
    }

    private boolean tell(TenantId tenant, Claimed claimed) {
        try {
            for (var receiver : receivers) {
                if (receiver.of().getSimpleName().equals(claimed.kind())) {
                    tell(receiver, claimed);
                }
            }
            close(tenant, claimed.id());
            everDelivered.increment();
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Announcement {} of kind {} was not received", claimed.id(), claimed.kind(), e);
            everFailed.increment();
            fail(tenant, claimed.id(), String.valueOf(e.getMessage()));
            return false;
        }
    }

    private <A extends Announcement> void tell(Receiver<A> receiver, Claimed claimed) {
        receiver.receive(claimed.id(), json.readValue(claimed.body(), receiver.of()));
    }

    private void close(TenantId tenant, UUID id) {
        TenantScope.run(
                tenant,
                () -> sql.of("update event_publication set completed_at = ? where id = ?")
                        .param(Timestamp.from(clock.instant()))
                        .param(id)
                        .update());
    }

    private void fail(TenantId tenant, UUID id, String reason) {
        TenantScope.run(
                tenant,
                () -> sql.of("update event_publication set failure = ? where id = ?")
                        .param(reason)
                        .param(id)
                        .update());
    }

    private static Claimed claimed(ResultSet row, int number) throws SQLException {
        return new Claimed(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("body"),
                row.getTimestamp("occurred_at").toInstant());
    }
}
