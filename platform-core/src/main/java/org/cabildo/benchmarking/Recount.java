package org.cabildo.benchmarking;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.cabildo.commitment.CommitmentFigures;
import org.cabildo.commitment.CommitmentFigures.Figure;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds what is kept against what the tenants count anew from their published rows, and mends what differs. A tenant's
 * rows are never read here: whoever calls counts in that tenant's own scope.
 */
@Service
public class Recount {

    private static final int TRIES = 5;
    private final Sql sql;
    private final ToldFigures figures;
    private final FigureDays days;
    private final TransactionTemplate transaction;

    Recount(Sql sql, ToldFigures figures, FigureDays days, TransactionTemplate transaction) {
        this.sql = sql;
        this.figures = figures;
        this.days = days;
        this.transaction = transaction;
    }

    /** What came out for one tenant. */
    public enum Outcome {
        /** What is kept is what was counted. */
        SAME,
        /** It differed, and is right now. */
        MENDED,
        /** The tenant told news each time it was counted: the news are as right as a count. */
        OVERTAKEN
    }

    /**
     * Holds the tenant's figures against a new count. What differs is counted twice before it is mended: the first time
     * it may be an act whose news were not yet delivered.
     *
     * @param count delivers the tenant's news and counts its published rows, in its scope
     */
    public Outcome of(TenantId tenant, Supplier<CommitmentFigures> count) {
        List<Figure> suspected = List.of();
        for (int i = 0; i < TRIES; i++) {
            var before = TenantScope.platform(() -> lastEvent(tenant));
            var counted = count.get();
            boolean again = i > 0 && ToldFigures.inOrder(counted.commitments()).equals(suspected);
            var outcome = TenantScope.platform(() -> transaction.execute(_ -> settle(before, counted, again)));
            if (outcome != null && outcome != Outcome.OVERTAKEN) {
                return outcome;
            }
            suspected = ToldFigures.inOrder(counted.commitments());
        }
        return Outcome.OVERTAKEN;
    }

    /** Only what was counted since the last news counts; an act on its way brings its own figures after these. */
    private Outcome settle(Optional<UUID> before, CommitmentFigures counted, boolean again) {
        var last = sql.of("select event_id from figure_received where tenant_id = ? for update")
                .param(counted.tenant().value())
                .query(UUID.class)
                .optional();
        if (!last.equals(before)) {
            return Outcome.OVERTAKEN;
        }
        if (figures.of(counted.tenant()).equals(ToldFigures.inOrder(counted.commitments()))) {
            return Outcome.SAME;
        }
        if (!again) {
            return Outcome.OVERTAKEN;
        }
        figures.replace(counted);
        sql.of("update figure_received set mended_at = now() where tenant_id = ?")
                .param(counted.tenant().value())
                .update();
        days.keepTodayOf(counted.tenant());
        return Outcome.MENDED;
    }

    private Optional<UUID> lastEvent(TenantId tenant) {
        return sql.of("select event_id from figure_received where tenant_id = ?")
                .param(tenant.value())
                .query(UUID.class)
                .optional();
    }
}
