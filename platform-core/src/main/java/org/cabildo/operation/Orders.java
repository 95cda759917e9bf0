package org.cabildo.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.identity.Officer;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.onboarding.Onboarding;
import org.cabildo.tenancy.FailureCause;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.TenantOrders;
import org.cabildo.tenancy.TenantScope;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;

/**
 * All orders of onboarding and migration, for national coordinators. For everybody else every method throws
 * {@link Unknown}.
 */
@Service
public class Orders {

    private static final String FOUND = """
             from tenant_order o left join person p on p.email = lower(o.requested_by)
             where (cast(:kind as text) is null or o.kind = :kind)
               and (cast(:state as text) is null or o.state = :state)
               and (cast(:batch as text) is null or o.batch_id = cast(:batch as uuid))
               and (:text = '' or not exists (
                     select from string_to_table(unaccent(lower(:text)), ' ') w(word)
                      where strpos(unaccent(lower(concat_ws(' ', o.name, o.slug, o.government_code, o.requested_by, p.name))),
                                   w.word) = 0))
            """;

    private static final String SORTED = """
             order by case when :by = 'REQUESTED' and :up then o.requested_at end,
                      case when :by = 'NAME' and :up then o.name end collate "es-x-icu",
                      case when :by = 'NAME' and not :up then o.name end collate "es-x-icu" desc,
                      case when :by = 'KIND' and :up then o.kind end,
                      case when :by = 'KIND' and not :up then o.kind end desc,
                      case when :by = 'STATE' and :up then o.state end,
                      case when :by = 'STATE' and not :up then o.state end desc,
                      case when :by = 'ATTEMPTS' and :up then o.attempts end,
                      case when :by = 'ATTEMPTS' and not :up then o.attempts end desc,
                      case when :by = 'REQUESTER' and :up then coalesce(p.name, o.requested_by) end collate "es-x-icu",
                      case when :by = 'REQUESTER' and not :up then coalesce(p.name, o.requested_by) end collate "es-x-icu" desc,
                      case when :by = 'DURATION' and :up then o.ended_at - o.requested_at end,
                      case when :by = 'DURATION' and not :up then o.ended_at - o.requested_at end desc nulls last,
                      o.requested_at desc, o.id desc
            offset :offset limit :limit
            """;

    private final Sql sql;
    private final TenantOrders orders;
    private final Onboarding onboarding;

    Orders(Sql sql, TenantOrders orders, Onboarding onboarding) {
        this.sql = sql;
        this.orders = orders;
        this.onboarding = onboarding;
    }

    /**
     * What became of orders that were to be tried again.
     *
     * @param again how many wait once more
     * @param refused what a rule said no to, one for each order that does not
     */
    public record Retried(int again, List<Refused> refused) {}

    /** The part of the orders that is wanted. */
    public List<Order> page(OrderSearch search, OrderSlice slice) {
        Officer.current().requireNationalCoordinator();
        return TenantScope.platform(
                () -> bound(sql.of("select o.*, coalesce(p.name, o.requested_by) as asked_by" + FOUND + SORTED), search)
                        .param("by", slice.by().name())
                        .param("up", slice.ascending())
                        .param("offset", slice.offset())
                        .param("limit", slice.limit())
                        .query(Orders::order)
                        .list());
    }

    /** How many orders the search finds. */
    public int count(OrderSearch search) {
        Officer.current().requireNationalCoordinator();
        return TenantScope.platform(() -> bound(sql.of("select count(*)::int" + FOUND), search)
                .query(Integer.class)
                .single());
    }

    /** How many of those the search finds are in each state; the state it asks for is left aside. */
    public Map<Order.Outcome, Integer> tally(OrderSearch search) {
        Officer.current().requireNationalCoordinator();
        var tally = new EnumMap<Order.Outcome, Integer>(Order.Outcome.class);
        for (var state : Order.Outcome.values()) {
            tally.put(state, 0);
        }
        var any = new OrderSearch(search.text(), search.kind(), null, search.batch());
        TenantScope.runPlatform(() -> bound(sql.of("select o.state, count(*)::int" + FOUND + " group by o.state"), any)
                .query((row, _) -> tally.put(Order.Outcome.valueOf(row.getString(1)), row.getInt(2)))
                .list());
        return tally;
    }

    /** What was ordered together and is not over, the newest first. */
    public List<Running> running() {
        Officer.current().requireNationalCoordinator();
        return TenantScope.platform(() -> sql.of("""
                        select batch_id, kind, min(coalesce(p.name, requested_by)) as asked_by, min(requested_at) as requested_at,
                               count(*)::int as total, count(*) filter (where state = 'DONE')::int as done,
                               count(*) filter (where state = 'FAILED')::int as failed
                          from tenant_order left join person p on p.email = lower(requested_by)
                         where batch_id in (select batch_id from tenant_order where state = 'WAITING')
                         group by batch_id, kind order by 4 desc, batch_id
                        """).query(Orders::batch).list());
    }

    /** How many tenants are behind this release and not yet ordered to be migrated. */
    public int behind() {
        Officer.current().requireNationalCoordinator();
        return orders.behind();
    }

    /**
     * Orders the migration of every tenant that is behind this release.
     *
     * @return how many were ordered
     */
    public int migrateAll() {
        return orders.placeMigrations(
                Officer.current().requireNationalCoordinator().name());
    }

    /**
     * Lets a failed order wait again.
     *
     * @throws Unknown if there is no such order
     * @throws Refused if it did not fail, or if what it asks for was taken or ordered meanwhile
     */
    public void retry(UUID order) {
        Officer.current().requireNationalCoordinator();
        var kind = TenantScope.platform(() -> sql.of("select kind from tenant_order where id = ?")
                        .param(order)
                        .query(String.class)
                        .optional())
                .orElseThrow(() -> new Unknown("order", order));
        switch (Order.Kind.valueOf(kind)) {
            case ONBOARD -> onboarding.retry(order);
            case MIGRATE -> orders.retryMigration(order);
        }
    }

    /** Lets each of these wait again that can. Each is an act of its own: one refusal keeps no other back. */
    public Retried retryAll(Collection<UUID> wanted) {
        Officer.current().requireNationalCoordinator();
        int again = 0;
        var refused = new ArrayList<Refused>();
        for (var order : wanted) {
            try {
                retry(order);
                again++;
            } catch (Refused no) {
                refused.add(no);
            }
        }
        return new Retried(again, List.copyOf(refused));
    }

    private static StatementSpec bound(StatementSpec statement, OrderSearch search) {
        return statement
                .param("kind", search.kind() == null ? null : search.kind().name())
                .param("state", search.state() == null ? null : search.state().name())
                .param("batch", search.batch() == null ? null : search.batch().toString())
                .param("text", search.text());
    }

    private static Order order(ResultSet row, int number) throws SQLException {
        return new Order(
                row.getObject("id", UUID.class),
                row.getObject("batch_id", UUID.class),
                Order.Kind.valueOf(row.getString("kind")),
                TenantKind.valueOf(row.getString("tenant_kind")),
                row.getString("name"),
                row.getString("slug"),
                Order.Outcome.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("asked_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                moment(row, "ended_at"),
                Optional.ofNullable(row.getString("cause")).map(FailureCause::valueOf),
                Optional.ofNullable(row.getString("reason")),
                row.getBoolean("synthetic"));
    }

    private static Running batch(ResultSet row, int number) throws SQLException {
        return new Running(
                row.getObject("batch_id", UUID.class),
                Order.Kind.valueOf(row.getString("kind")),
                row.getString("asked_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("failed"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
