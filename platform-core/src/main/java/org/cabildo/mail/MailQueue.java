package org.cabildo.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cabildo.kernel.Ids;
import org.cabildo.tenancy.Seals;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.Wakeups;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Letters that wait for the worker: written in the transaction of the act that wants them sent, whole and sealed, and
 * unsealed nowhere but there. Once a letter is sent, refused or dropped its text is gone. Used in the platform's scope.
 */
@Component
public class MailQueue {

    private final Sql sql;
    private final Seals seals;
    private final JsonMapper json;
    private final Clock clock;
    private final Wakeups wakeups;

    MailQueue(Sql sql, Seals seals, JsonMapper json, Clock clock, Wakeups wakeups) {
        this.sql = sql;
        this.seals = seals;
        this.json = json;
        this.clock = clock;
        this.wakeups = wakeups;
    }

    /**
     * Keeps a letter in the current platform transaction.
     *
     * @param sender the tenant whose act it is
     */
    public MailId post(TenantId sender, Letter letter) {
        hintAfterwards();
        return post(sql, sender, letter);
    }

    private void hintAfterwards() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A letter belongs into the transaction of its act");
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wakeups.hintMail();
            }
        });
    }

    /**
     * Keeps a letter in the current platform transaction unless it was kept before.
     *
     * @param why what it is written for: of several letters for the same reason the first is kept
     */
    public void postOnce(TenantId sender, UUID why, Letter letter) {
        hintAfterwards();
        keep(sql, new MailId(why), sender, letter);
    }

    /** Keeps a letter while a tenant is made, on the connection of that act; the worker finds it by itself. */
    public MailId post(Sql making, TenantId sender, Letter letter) {
        var id = new MailId(Ids.next());
        keep(making, id, sender, letter);
        return id;
    }

    private void keep(Sql connected, MailId id, TenantId sender, Letter letter) {
        connected
                .of("""
                        insert into mail (id, tenant_id, sealed, written_at, next_at) values (?, ?, ?, ?, ?)
                        on conflict (id) do nothing
                        """)
                .param(id.value())
                .param(sender.value())
                .param(seals.seal(id.toString(), json.writeValueAsString(letter)))
                .param(now())
                .param(now())
                .update();
    }

    /** Lets a letter that still waits not be sent any more. One that is being carried may arrive all the same. */
    public void drop(MailId id) {
        sql.of("update mail set state = 'DROPPED', sealed = null, ended_at = ? where id = ? and state = 'WAITING'")
                .param(now())
                .param(id.value())
                .update();
    }

    /** What became of these letters. */
    public Map<MailId, Fate> fates(Collection<MailId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return sql
                .of("select id, state, written_at, ended_at, attempts, failure from mail where id in (:ids)")
                .param("ids", ids.stream().map(MailId::value).toList())
                .query(Fate::of)
                .list()
                .stream()
                .collect(Collectors.toMap(Fate::id, Function.identity()));
    }

    /**
     * How the queue stands, over all tenants.
     *
     * @param waiting letters not yet sent
     * @param oldest when the oldest of them was written; null when none waits
     * @param refused letters that were refused for good since the moment asked for
     */
    public record Standing(int waiting, @Nullable Instant oldest, int refused) {}

    /** Counts what waits, and what was refused since a moment. */
    public Standing standing(Instant since) {
        return sql.of("""
                        select count(*) filter (where state = 'WAITING')::int as waiting,
                               min(written_at) filter (where state = 'WAITING') as oldest,
                               count(*) filter (where state = 'REFUSED' and ended_at > ?)::int as refused
                          from mail
                        """)
                .param(Timestamp.from(since))
                .query(MailQueue::standing)
                .single();
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        var oldest = row.getTimestamp("oldest");
        return new Standing(row.getInt("waiting"), oldest == null ? null : oldest.toInstant(), row.getInt("refused"));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
