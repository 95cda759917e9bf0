package org.cabildo.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells operators that a trail was rewritten: in the log each time it is found, and in the platform until it is whole. */
@Component
class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private final Sql sql;
    private final Clock clock;

    Alarms(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void raise(TenantId tenant, long entry) {
        LOG.error(
                "The ledger of tenant {} was rewritten at entry {}; see docs/operations.md, «A ledger was rewritten»",
                tenant,
                entry);
        var now = Timestamp.from(clock.instant());
        TenantScope.runPlatform(() -> sql.of("""
                        insert into ledger_check (tenant_id, next_look, broken_at, broken_entry)
                        values (:tenant, :now, :now, :entry)
                        on conflict (tenant_id) do update
                           set broken_at = coalesce(ledger_check.broken_at, excluded.broken_at),
                               broken_entry = excluded.broken_entry, began_at = null, count = 0, hash = null
                        """)
                .param("tenant", tenant.value())
                .param("now", now)
                .param("entry", entry)
                .update());
    }
}
