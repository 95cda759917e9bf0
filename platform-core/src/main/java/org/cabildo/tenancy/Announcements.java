package org.cabildo.tenancy;

import java.sql.Timestamp;
import java.time.Clock;
import org.cabildo.kernel.Ids;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Keeps every announcement in the transaction of the act that made it; the worker delivers it afterwards. */
@Component
class Announcements {

    private final Sql sql;
    private final JsonMapper json;
    private final Clock clock;
    private final Wakeups wakeups;

    Announcements(Sql sql, JsonMapper json, Clock clock, Wakeups wakeups) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.wakeups = wakeups;
    }

    @EventListener
    void keep(Announcement announcement) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An announcement belongs into the transaction of its act");
        }
        if (!TenantScope.tenant().equals(announcement.tenant())) {
            throw new IllegalStateException("An announcement speaks for another tenant than the one in scope");
        }
        sql.of("insert into event_publication (id, kind, body, occurred_at) values (?, ?, ?, ?)")
                .param(Ids.next())
                .param(announcement.getClass().getSimpleName())
                .param(json.writeValueAsString(announcement))
                .param(Timestamp.from(clock.instant()))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wakeups.hint(announcement.tenant());
            }
        });
    }
}
