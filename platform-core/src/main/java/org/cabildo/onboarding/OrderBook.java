package org.cabildo.onboarding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.FailureCause;
import org.cabildo.tenancy.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and reopens what was ordered. Every method works in the platform's scope and the caller's transaction. */
@Component
class OrderBook {

    /**
     * What a tenant or an order has.
     *
     * @param code null for a consortium
     * @param host null when it has none of its own
     * @param state TENANT, or the order's
     */
    private record Held(
            @Nullable String code, String slug, @Nullable String host, String state) {}

    private final Sql sql;

    OrderBook(Sql sql) {
        this.sql = sql;
    }

    /** What tenants and waiting orders have. */
    Taken taken() {
        var onboarded = new HashSet<String>();
        var waiting = new HashSet<String>();
        var slugs = new HashSet<String>();
        var hosts = new HashSet<String>();
        for (var held : sql.of("""
                        select t.government_code, t.slug, h.host, 'TENANT' as state
                          from tenant t left join tenant_host h on h.tenant_id = t.id and h.lapsed_at is null
                        union all
                        select government_code, slug, host, state from tenant_order
                         where state = 'WAITING' and kind = 'ONBOARD'
                        """).query(OrderBook::held).list()) {
            slugs.add(held.slug());
            Optional.ofNullable(held.host()).ifPresent(hosts::add);
            Optional.ofNullable(held.code()).ifPresent(held.state().equals("TENANT") ? onboarded::add : waiting::add);
        }
        return new Taken(onboarded, waiting, slugs, hosts);
    }

    /** @throws Unknown if there is no such batch */
    Progress progress(UUID batch) {
        var lines = sql.of("""
                        select id, government_code, name, slug, state, cause, reason, administrator, requested_at, ended_at,
                               array(select t.name from tenant t
                                      where o.members <> '' and cast(t.id as text) = any (string_to_array(o.members, ','))
                                      order by t.name collate "es-x-icu") as asked
                          from tenant_order o where batch_id = :batch and kind = 'ONBOARD'
                         order by case state when 'FAILED' then 1 when 'WAITING' then 2 else 3 end,
                                  name collate "es-x-icu", id
                        """).param("batch", batch).query(OrderBook::line).list();
        if (lines.isEmpty()) {
            throw new Unknown("batch", batch);
        }
        return new Progress(lines);
    }

    /**
     * Lets a failed order wait again.
     *
     * @throws Unknown if there is no such order
     * @throws Refused if it did not fail, or if its code, address or host was taken meanwhile
     */
    void reopen(UUID order) {
        var failed = sql.of("""
                        select government_code, slug, host, state from tenant_order
                         where id = :order and kind = 'ONBOARD' for update
                        """)
                .param("order", order)
                .query(OrderBook::held)
                .optional()
                .orElseThrow(() -> new Unknown("order", order));
        if (!failed.state().equals("FAILED")) {
            throw new Refused("onboarding.retry.state", "Only an order that failed can be tried again.");
        }
        if (isTaken(failed, taken())) {
            throw new Refused(
                    "onboarding.retry.taken",
                    "The code, the address «%s» or the host is taken by now: order it anew with another one."
                            .formatted(failed.slug()),
                    failed.slug());
        }
        sql.of("""
                update tenant_order set state = 'WAITING', attempts = 0, interruptions = 0, reason = null, cause = null,
                                        ended_at = null
                 where id = :order
                """).param("order", order).update();
    }

    private static boolean isTaken(Held wanted, Taken taken) {
        var code = wanted.code();
        var host = wanted.host();
        return taken.slugs().contains(wanted.slug())
                || (host != null && taken.hosts().contains(host))
                || (code != null
                        && (taken.onboarded().contains(code) || taken.waiting().contains(code)));
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        return new Held(
                row.getString("government_code"), row.getString("slug"), row.getString("host"), row.getString("state"));
    }

    private static OrderLine line(ResultSet row, int number) throws SQLException {
        return new OrderLine(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("government_code")),
                row.getString("name"),
                row.getString("slug"),
                OrderLine.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("cause")).map(FailureCause::valueOf),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getString("administrator")),
                List.of((String[]) row.getArray("asked").getArray()),
                instant(row, "requested_at").orElseThrow(),
                instant(row, "ended_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
