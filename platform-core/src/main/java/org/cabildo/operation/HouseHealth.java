package org.cabildo.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cabildo.identity.Officer;
import org.cabildo.kernel.Unknown;
import org.cabildo.ledger.LedgerChecks;
import org.cabildo.mail.MailQueue;
import org.cabildo.tenancy.Heartbeat;
import org.cabildo.tenancy.Heartbeats;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Wakeups;
import org.springframework.stereotype.Service;

/**
 * How the house is: its processes, what they wait for, and what to do about it. Counts only, nothing of any tenant. For
 * national coordinators; for everybody else it throws {@link Unknown}.
 */
@Service
public class HouseHealth {

    private static final Duration A_DAY = Duration.ofDays(1);
    private final Heartbeats heartbeats;
    private final Wakeups redis;
    private final MailQueue mail;
    private final LedgerChecks ledgers;
    private final Sql sql;
    private final Clock clock;

    private record Queue(int waiting, Optional<Instant> oldest, int failed) {}

    private record Connections(int used, int most) {}

    HouseHealth(Heartbeats heartbeats, Wakeups redis, MailQueue mail, LedgerChecks ledgers, Sql sql, Clock clock) {
        this.heartbeats = heartbeats;
        this.redis = redis;
        this.mail = mail;
        this.ledgers = ledgers;
        this.sql = sql;
        this.clock = clock;
    }

    /** Looks at everything now. */
    public HealthReport look() {
        Officer.current().requireNationalCoordinator();
        var now = clock.instant();
        var processes = heartbeats.all();
        boolean heard = redis.isHeard();
        var facts = TenantScope.platform(() -> {
            var connections = connections();
            var orders = orders();
            return new HealthFacts(
                    now,
                    processes,
                    heard,
                    connections.used(),
                    connections.most(),
                    orders.waiting(),
                    orders.oldest(),
                    orders.failed(),
                    mail.standing(now.minus(A_DAY)),
                    ledgers.standing());
        });
        return new HealthReport(now, new Diagnosis(facts).findings(), processes);
    }

    /** Whether a process gave a sign of life lately. */
    public static boolean isAlive(Heartbeat process, Instant at) {
        return Diagnosis.isAlive(process, at);
    }

    private Connections connections() {
        return sql.of("""
                        select coalesce(sum(numbackends), 0)::int as used,
                               current_setting('max_connections')::int as most from pg_stat_database
                        """)
                .query((row, _) -> new Connections(row.getInt("used"), row.getInt("most")))
                .single();
    }

    /** A failure counts until the same tenant's next order went well. */
    private Queue orders() {
        return sql.of("""
                        select count(*) filter (where o.state = 'WAITING')::int as waiting,
                               min(o.requested_at) filter (where o.state = 'WAITING') as oldest,
                               count(*) filter (where o.state = 'FAILED' and o.ended_at > now() - interval '1 day'
                                 and not exists (select from tenant_order d
                                                  where d.state = 'DONE' and d.kind = o.kind and d.ended_at > o.ended_at
                                                    and (d.tenant_id = o.tenant_id
                                                         or d.government_code = o.government_code)))::int as failed
                          from tenant_order o
                         where o.state = 'WAITING' or (o.state = 'FAILED' and o.ended_at > now() - interval '1 day')
                        """).query(HouseHealth::ordersOf).single();
    }

    private static Queue ordersOf(ResultSet row, int number) throws SQLException {
        return new Queue(
                row.getInt("waiting"),
                Optional.ofNullable(row.getTimestamp("oldest")).map(Timestamp::toInstant),
                row.getInt("failed"));
    }
}
