package org.cabildo.consortium;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.cabildo.consortium.published.MemberRight;
import org.cabildo.consortium.published.MemberState;
import org.cabildo.identity.Officer;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Texts;
import org.cabildo.kernel.Unknown;
import org.cabildo.ledger.Act;
import org.cabildo.ledger.Facts;
import org.cabildo.ledger.OwedActs;
import org.cabildo.ledger.Subject;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Who stands how to which consortium, row by row in the platform. Each step is owed to the trails of both. */
@Component
class MemberBook {

    /** Shorter reasons say nothing. */
    static final int SHORTEST_REASON = 10;

    /** Longer reasons belong into a document. */
    static final int LONGEST_REASON = 1_000;

    private final Sql sql;
    private final OwedActs trails;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MemberBook(Sql sql, OwedActs trails, TransactionTemplate transaction, Clock clock) {
        this.sql = sql;
        this.trails = trails;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Which two tenants a step is about. */
    record Pair(TenantId consortium, TenantId member) {}

    /** Does all of it in the platform, or nothing. */
    <T> T within(Supplier<T> work) {
        return TenantScope.platform(() -> transaction.execute(_ -> work.get()));
    }

    /** All that ever stood to a consortium in some way, by name. */
    List<MemberLine> ofConsortium(TenantId consortium) {
        return TenantScope.platform(() ->
                sql.of("""
                        select t.id, t.name, t.slug, m.* from consortium_member m join tenant t on t.id = m.member_id
                         where m.consortium_id = ? order by t.name collate "es-x-icu"
                        """).param(consortium.value()).query(MemberBook::line).list());
    }

    /** All consortia that a tenant ever stood to in some way, by name. */
    List<MemberLine> ofMember(TenantId member) {
        return TenantScope.platform(
                () -> sql.of("""
                        select t.id, t.name, t.slug, m.* from consortium_member m join tenant t on t.id = m.consortium_id
                         where m.member_id = ? and t.life = 'ACTIVE' order by t.name collate "es-x-icu"
                        """).param(member.value()).query(MemberBook::line).list());
    }

    /**
     * Holds the row of these two until the transaction ends.
     *
     * @throws Unknown if the one never stood to the other
     */
    MemberState hold(Pair pair) {
        return sql.of("""
                        select m.state from consortium_member m join tenant t on t.id = m.consortium_id and t.life = 'ACTIVE'
                         where m.consortium_id = ? and m.member_id = ? for update of m
                        """)
                .param(pair.consortium().value())
                .param(pair.member().value())
                .query((row, _) -> MemberState.valueOf(row.getString("state")))
                .optional()
                .orElseThrow(() -> new Unknown("consortium", pair.consortium()));
    }

    /**
     * Takes a step. Within the platform's transaction.
     *
     * @param facts of it, for the trails
     * @throws Refused if it leads nowhere from where the two stand, or lacks its reason
     */
    void take(MemberStep step, Pair pair, String reason, Facts facts) {
        var state = hold(pair);
        if (!step.isPossibleFrom(state)) {
            throw new Refused(
                    "consortium.step." + state.name().toLowerCase(Locale.ROOT),
                    "That is no longer possible: the member is %s now. Look at it again.".formatted(state));
        }
        var why = Texts.between(step.isReasoned() ? SHORTEST_REASON : 0, LONGEST_REASON, "consortium.reason", reason);
        var to = step.to();
        if (to == null) {
            sql.of("delete from consortium_member where consortium_id = ? and member_id = ?")
                    .param(pair.consortium().value())
                    .param(pair.member().value())
                    .update();
        } else {
            sql.of("""
                    update consortium_member set state = :state, reason = :reason, changed_by = :by, changed_at = :at
                     where consortium_id = :consortium and member_id = :member
                    """)
                    .param("state", to.name())
                    .param("reason", why)
                    .param("by", Officer.current().name())
                    .param("at", Timestamp.from(clock.instant()))
                    .param("consortium", pair.consortium().value())
                    .param("member", pair.member().value())
                    .update();
        }
        var told = why.isEmpty() ? facts : facts.hashed("reason", why);
        if (step.isOfMember()) {
            trails.add(pair.consortium(), step.act(), tenant(pair.member()), told);
            trails.add(pair.member(), step.act(), tenant(pair.consortium()), told);
        } else {
            owe(step.act(), pair, told);
        }
    }

    /** Asks a tenant that never stood to the consortium in any way. @return whether that is so */
    boolean add(Pair pair, MemberRight right) {
        int added = sql.of("""
                insert into consortium_member (consortium_id, member_id, grants, state, changed_by, changed_at)
                values (:consortium, :member, :grants, 'INVITED', :by, :at)
                on conflict (consortium_id, member_id) do nothing
                """)
                .param("consortium", pair.consortium().value())
                .param("member", pair.member().value())
                .param("grants", right.grants())
                .param("by", Officer.current().name())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        if (added == 1) {
            owe(Act.CONSORTIUM_INVITED, pair, new Facts());
        }
        return added == 1;
    }

    /** Says since when all who belong do, and where that is written: what the coordination says takes the place of theirs. */
    void date(TenantId consortium, LocalDate day, String source) {
        var facts = new Facts().with("joined", day.toString()).hashed("source", source);
        var dated = sql.of("""
                        update consortium_member set joined_on = ?, source = ?
                         where consortium_id = ? and state in ('MEMBER', 'SUSPENDED') returning member_id
                        """)
                .param(day)
                .param(source)
                .param(consortium.value())
                .query(UUID.class)
                .list();
        if (dated.isEmpty()) {
            throw new Unknown("consortium", consortium);
        }
        dated.forEach(member -> owe(Act.CONSORTIUM_DATED, new Pair(consortium, new TenantId(member)), facts));
    }

    /** Says since when a tenant belongs and where that is written. */
    void join(Pair pair, LocalDate day, String source, @Nullable String link) {
        sql.of("""
                update consortium_member set joined_on = :day, source = :source, link = :link
                 where consortium_id = :consortium and member_id = :member
                """)
                .param("day", day)
                .param("source", source)
                .param("link", link)
                .param("consortium", pair.consortium().value())
                .param("member", pair.member().value())
                .update();
    }

    /** Changes what a member may do. */
    void grant(Pair pair, MemberRight right) {
        sql.of("update consortium_member set grants = ? where consortium_id = ? and member_id = ?")
                .param(right.grants())
                .param(pair.consortium().value())
                .param(pair.member().value())
                .update();
        owe(Act.CONSORTIUM_RIGHT_CHANGED, pair, new Facts().with("right", right.name()));
    }

    /** Keeps for the trails of both, nobody acting, that the one was asked to join the other while that was made. */
    void asked(Sql making, Pair pair) {
        var act = Act.CONSORTIUM_INVITED;
        trails.add(making, pair.consortium(), act, tenant(pair.member()));
        trails.add(making, pair.member(), act, tenant(pair.consortium()));
    }

    /** Keeps an act of the coordination for the trails of both: each names the other. */
    private void owe(Act act, Pair pair, Facts facts) {
        trails.addForNobody(pair.consortium(), act, tenant(pair.member()), facts);
        trails.addForNobody(pair.member(), act, tenant(pair.consortium()), facts);
    }

    private static Subject tenant(TenantId id) {
        return new Subject("tenant", id.value());
    }

    private static MemberLine line(ResultSet row, int number) throws SQLException {
        return new MemberLine(
                new TenantId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("slug"),
                MemberState.valueOf(row.getString("state")),
                MemberRight.of(row.getString("grants")),
                row.getObject("joined_on", LocalDate.class),
                row.getString("source"),
                row.getString("link"),
                row.getString("reason"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }
}
