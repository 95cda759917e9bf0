package org.cabildo.benchmarking;

import java.sql.Timestamp;
import java.util.UUID;
import org.cabildo.commitment.CommitmentFigures;
import org.cabildo.tenancy.Receiver;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the last figures each tenant told, and today's by day. An older or repeated telling changes nothing. */
@Component
class FigureKeeping implements Receiver<CommitmentFigures> {

    private final Sql sql;
    private final ToldFigures figures;
    private final FigureDays days;
    private final TransactionTemplate transaction;

    FigureKeeping(Sql sql, ToldFigures figures, FigureDays days, TransactionTemplate transaction) {
        this.sql = sql;
        this.figures = figures;
        this.days = days;
        this.transaction = transaction;
    }

    @Override
    public Class<CommitmentFigures> of() {
        return CommitmentFigures.class;
    }

    @Override
    public void receive(UUID event, CommitmentFigures told) {
        TenantScope.runPlatform(() -> transaction.executeWithoutResult(status -> {
            int newer = sql.of("""
                            insert into figure_received (tenant_id, event_id, occurred_at) values (:tenant, :event, :at)
                            on conflict (tenant_id) do update set event_id = excluded.event_id, occurred_at = excluded.occurred_at
                             where figure_received.occurred_at <= excluded.occurred_at
                            """)
                    .param("tenant", told.tenant().value())
                    .param("event", event)
                    .param("at", Timestamp.from(told.at()))
                    .update();
            if (newer > 0) {
                figures.replace(told);
                days.keepTodayOf(told.tenant());
            }
        }));
    }
}
