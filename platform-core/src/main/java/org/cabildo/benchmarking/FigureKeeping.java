package org.cabildo.benchmarking;

import java.sql.Timestamp;
import java.util.UUID;
import org.cabildo.commitment.CommitmentFigures;
import org.cabildo.tenancy.Receiver;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the last figures each tenant told. An older or repeated telling changes nothing. */
@Component
class FigureKeeping implements Receiver<CommitmentFigures> {

    private final Sql sql;
    private final TransactionTemplate transaction;

    FigureKeeping(Sql sql, TransactionTemplate transaction) {
        this.sql = sql;
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
                replace(told);
            }
        }));
    }

    private void replace(CommitmentFigures told) {
        sql.of("delete from figure_commitment where tenant_id = ?")
                .param(told.tenant().value())
                .update();
        for (var figure : told.commitments()) {
            sql.of("insert into figure_commitment (tenant_id, commitment_id, progress, withdrawn, updated_at)"
                            + " values (?, ?, ?, ?, ?)")
                    .param(told.tenant().value())
                    .param(figure.commitment())
                    .param(figure.progress())
                    .param(figure.withdrawn())
                    .param(Timestamp.from(figure.updatedAt()))
                    .update();
            for (var milestone : figure.milestones()) {
                sql.of("insert into figure_milestone (tenant_id, commitment_id, milestone_id, due, completed_on)"
                                + " values (?, ?, ?, ?, ?)")
                        .param(told.tenant().value())
                        .param(figure.commitment())
                        .param(milestone.milestone())
                        .param(milestone.due())
                        .param(milestone.completedOn())
                        .update();
            }
        }
    }
}
