package org.cabildo.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.cabildo.ledger.Trail.SignedHead;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Looks at every tenant's trail once a day: goes on from where the last look ended, and once a week from the first entry;
 * holds it against every head the platform has, and signs what no head covers yet. One look takes a bounded number of
 * entries; a longer trail is gone through in several.
 */
@Service
public class LedgerChecks {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerChecks.class);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final int CHUNK = 1_000;
    private static final int AT_ONCE = 20_000;
    private final Trail trail;
    private final HeadSigning signing;
    private final Alarms alarms;
    private final Tenants tenants;
    private final Sql sql;
    private final Clock clock;

    LedgerChecks(Trail trail, HeadSigning signing, Alarms alarms, Tenants tenants, Sql sql, Clock clock) {
        this.trail = trail;
        this.signing = signing;
        this.alarms = alarms;
        this.tenants = tenants;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * How the trails stand.
     *
     * @param broken how many are known to be rewritten
     * @param overdue how many were not looked at when they should have been
     */
    public record Standing(int broken, int overdue) {}

    /**
     * Where a look begins.
     *
     * @param beganAt when the walk began at the first entry
     * @param hash null: of the trail's beginning
     */
    private record Mark(
            TenantId tenant,
            Instant beganAt,
            long count,
            @Nullable String hash,
            boolean broken) {}

    /** Counts them. Call in the platform's scope. */
    public Standing standing() {
        return sql.of("""
                        select count(*) filter (where c.broken_at is not null)::int as broken,
                               count(*) filter (where c.next_look < :late)::int as overdue
                          from ledger_check c join tenant t on t.id = c.tenant_id and t.life = 'ACTIVE'
                        """)
                .param("late", Timestamp.from(clock.instant().minus(A_DAY)))
                .query((row, _) -> new Standing(row.getInt("broken"), row.getInt("overdue")))
                .single();
    }

    /**
     * Looks at one trail that is due. Two workers never look at the same one; a look that was cut off is made anew.
     *
     * @return whether one was due
     */
    public boolean lookAtOne() {
        var due = TenantScope.platform(this::claim);
        due.ifPresent(this::look);
        return due.isPresent();
    }

    /** A tenant is due for the first time a day after it was made. */
    private Optional<Mark> claim() {
        var now = clock.instant();
        var due =
                sql.of("""
                        select t.id from tenant t left join ledger_check c on c.tenant_id = t.id
                         where t.life = 'ACTIVE' and coalesce(c.next_look, t.onboarded_at + interval '1 day') <= :now
                         order by c.next_look nulls first limit 1
                        """).param("now", Timestamp.from(now)).query(UUID.class).optional();
        return due.flatMap(tenant -> sql.of("""
                        insert into ledger_check (tenant_id, next_look) values (:tenant, :later)
                        on conflict (tenant_id) do update set next_look = excluded.next_look
                          where ledger_check.next_look <= :now
                        returning *
                        """)
                .param("tenant", tenant)
                .param("now", Timestamp.from(now))
                .param("later", Timestamp.from(now.plus(AN_HOUR)))
                .query((row, _) -> mark(row, now))
                .optional());
    }

    private void look(Mark from) {
        var tenant = from.tenant();
        try {
            if (!tenants.require(tenant).isInStep()) {
                return; // it is looked at once it was migrated
            }
            var heads = TenantScope.platform(() -> heads(from));
            var forged = forged(heads);
            if (forged.isPresent()) {
                alarms.raise(tenant, forged.getAsLong());
                return;
            }
            var hashes = new HashMap<Long, String>();
            heads.forEach(
                    signed -> hashes.put(signed.head().count(), signed.head().hash()));
            var start = from.hash() == null ? Entry.beginning(tenant) : from.hash();
            var walk = new Walk(tenant, from.count(), start, hashes);
            var broken = TenantScope.in(tenant, () -> walk(walk, from));
            if (broken.isPresent()) {
                alarms.raise(tenant, broken.getAsLong());
                return;
            }
            boolean atTheEnd = walk.count() < from.count() + AT_ONCE;
            TenantScope.runPlatform(() -> keep(from, walk, atTheEnd));
            if (atTheEnd) {
                signing.signWhatIsNew(tenant);
            }
        } catch (RuntimeException e) {
            LOG.warn("The ledger of tenant {} could not be looked at; it is tried again in an hour", tenant, e);
        }
    }

    private OptionalLong walk(Walk walk, Mark from) {
        if (from.hash() != null
                && trail.stored(from.count(), 1).stream()
                        .noneMatch(last -> last.entry().number() == from.count()
                                && last.entry().hash().equals(from.hash()))) {
            return OptionalLong.of(from.count());
        }
        while (walk.count() < from.count() + AT_ONCE) {
            var rows = trail.stored(walk.count() + 1, CHUNK);
            var broken = walk.along(rows);
            if (broken.isPresent()) {
                return broken;
            }
            if (rows.size() < CHUNK) {
                return walk.cutOff();
            }
        }
        return OptionalLong.empty();
    }

    /** The heads of the entries that this look goes along. */
    private List<SignedHead> heads(Mark from) {
        return sql.of("""
                        select h.*, k.public_key from ledger_head h join ledger_key k on k.id = h.key_id
                         where h.tenant_id = :tenant and h.count > :from and h.count <= :to order by h.count
                        """)
                .param("tenant", from.tenant().value())
                .param("from", from.count())
                .param("to", from.count() + AT_ONCE)
                .query((row, _) -> Trail.signed(from.tenant(), row))
                .list();
    }

    /** Whoever can write in the platform has no key: a head that nobody signed gives them away. */
    private static OptionalLong forged(List<SignedHead> heads) {
        return heads.stream()
                .filter(signed -> !signed.head().isSignedBy(SigningKey.publicKey(signed.publicKey())))
                .mapToLong(signed -> signed.head().count())
                .findFirst();
    }

    private void keep(Mark from, Walk walk, boolean atTheEnd) {
        var now = clock.instant();
        boolean wholeAgain = from.broken() && atTheEnd;
        sql.of("""
                        update ledger_check
                           set count = :count, hash = :hash, began_at = :began, next_look = :next,
                               looked_at = case when :end then :now else looked_at end,
                               broken_at = case when :whole then null else broken_at end,
                               broken_entry = case when :whole then null else broken_entry end
                         where tenant_id = :tenant
                        """)
                .param("count", walk.count())
                .param("hash", walk.count() == 0 ? null : walk.hash())
                .param("began", Timestamp.from(from.beganAt()))
                .param("next", Timestamp.from(atTheEnd ? now.plus(A_DAY) : now))
                .param("end", atTheEnd)
                .param("now", Timestamp.from(now))
                .param("whole", wholeAgain)
                .param("tenant", from.tenant().value())
                .update();
        if (wholeAgain) {
            LOG.warn("The ledger of tenant {} is whole again up to entry {}", from.tenant(), walk.count());
        }
    }

    private static Mark mark(ResultSet row, Instant now) throws SQLException {
        var tenant = new TenantId(row.getObject("tenant_id", UUID.class));
        var began = row.getTimestamp("began_at");
        boolean broken = row.getTimestamp("broken_at") != null;
        return began == null || began.toInstant().plus(A_WEEK).isBefore(now)
                ? new Mark(tenant, now, 0, null, broken)
                : new Mark(tenant, began.toInstant(), row.getLong("count"), row.getString("hash"), broken);
    }
}
