package org.cabildo.benchmarking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Supplier;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps every tenant's figures by day. A day is kept anew as often as wanted and comes out the same; a day that is over
 * stays as it was. Some figures grow with the days alone, so a day is also kept when nothing happened.
 */
@Service
public class FigureDays {

    /** Days are counted where the capital is: one day for the whole country. */
    public static final ZoneId CAPITAL = ZoneId.of("America/Santiago");

    /**
     * The figures of every active tenant on the day {@code :today}: a consortium's commitments count for it as a whole,
     * and for each member those it leads.
     */
    static final String LINES = """
            with owned as (
              select f.tenant_id as counted_for, f.* from figure_commitment f
              union all
              select cm.member_id, f.* from figure_commitment f
                join consortium_member cm on cm.consortium_id = f.tenant_id and cm.member_id = f.lead_id
                 and cm.state in ('MEMBER', 'SUSPENDED')),
            promises as (
              select counted_for, count(*) as commitments, avg(progress) as progress, max(updated_at) as updated
                from owned where not withdrawn group by counted_for),
            steps as (
              select o.counted_for, count(*) filter (where m.due < :today) as due,
                     count(*) filter (where m.due < :today and m.completed_on <= m.due) as kept,
                     count(*) filter (where m.due < :today and m.completed_on is null) as late
                from owned o join figure_milestone m
                  on m.tenant_id = o.tenant_id and m.commitment_id = o.commitment_id
               where not o.withdrawn group by o.counted_for)
            select t.id, t.name, t.slug, t.kind, t.government_code, t.region_code, g.pndr_class,
                   case t.kind when 'MUNICIPALITY' then b.at_least end as band, t.synthetic,
                   coalesce(p.commitments, 0) as commitments, coalesce(s.due, 0) as due,
                   coalesce(s.kept, 0) as kept, coalesce(s.late, 0) as late, p.progress,
                   cast(:today as date) - (p.updated at time zone t.time_zone)::date as silent
              from tenant t
              left join government g on g.code = t.government_code
              left join population_band b on b.name = g.population_band
              left join promises p on p.counted_for = t.id
              left join steps s on s.counted_for = t.id
             where t.life = 'ACTIVE'
            """;

    private final Sql sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FigureDays(Sql sql, TransactionTemplate transaction, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A kept figure that was not what it should be. */
    public record Difference(
            String slug,
            Indicator indicator,
            @Nullable Double kept,
            @Nullable Double counted) {}

    /** Keeps today's figures of all tenants. @return those that were kept otherwise before */
    public List<Difference> keepToday() {
        return keep(LocalDate.now(clock.withZone(CAPITAL)));
    }

    /** Keeps the figures of all tenants on this day. @return those that were kept otherwise before */
    public List<Difference> keep(LocalDate day) {
        return TenantScope.platform(() -> within(() -> keep(day, null)));
    }

    /** Keeps today's figures of one tenant, and of whoever shares its plan. Within the platform's transaction. */
    void keepTodayOf(TenantId tenant) {
        keep(LocalDate.now(clock.withZone(CAPITAL)), tenant);
    }

    private List<Difference> within(Supplier<List<Difference>> work) {
        var found = transaction.execute(_ -> work.get());
        return found == null ? List.of() : found;
    }

    private List<Difference> keep(LocalDate day, @Nullable TenantId only) {
        waitForOthers();
        var lines = sql.of("select * from (" + LINES + """
                        ) line
                         where cast(:only as uuid) is null or id = cast(:only as uuid)
                            or id in (select member_id from consortium_member where consortium_id = cast(:only as uuid))
                         order by id
                        """)
                .param("today", day)
                .param("only", only == null ? null : only.toString())
                .query(Comparison::line)
                .list();
        var ids = new StringJoiner(",");
        var names = new StringJoiner(",");
        var values = new StringJoiner(",");
        for (var line : lines) {
            for (var indicator : Indicator.values()) {
                var value = indicator.of(line);
                ids.add(line.tenant().toString());
                names.add(indicator.name());
                values.add(value == null ? "" : value.toString());
            }
        }
        return sql.of("""
                        with counted as (
                          select * from unnest(cast(string_to_array(:ids, ',') as uuid[]), string_to_array(:names, ','),
                                               cast(string_to_array(:values, ',', '') as float8[])) as c(tenant_id, indicator, value)),
                        was as (
                          select c.tenant_id, c.indicator, d.value as kept, c.value as counted, d.tenant_id is not null as known
                            from counted c left join figure_day d
                              on d.tenant_id = c.tenant_id and d.indicator = c.indicator and d.day = :day),
                        done as (
                          insert into figure_day (tenant_id, indicator, day, value)
                          select tenant_id, indicator, :day, counted from was
                           where (not known and counted is not null) or (known and kept is distinct from counted)
                              on conflict (tenant_id, indicator, day) do update set value = excluded.value
                          returning 1)
                        select t.slug, w.indicator, w.kept, w.counted from was w join tenant t on t.id = w.tenant_id
                         where w.known and w.kept is distinct from w.counted order by t.slug, w.indicator
                        """)
                .param("ids", ids.toString())
                .param("names", names.toString())
                .param("values", values.toString())
                .param("day", day)
                .query(FigureDays::difference)
                .list();
    }

    /** One after another until the transaction ends: a figure counted earlier never takes the place of a later one. */
    private void waitForOthers() {
        sql.of("select 1 from (select pg_advisory_xact_lock(hashtext('figure_day'))) as mine")
                .query(Integer.class)
                .single();
    }

    private static Difference difference(ResultSet row, int number) throws SQLException {
        return new Difference(
                row.getString("slug"),
                Indicator.valueOf(row.getString("indicator")),
                row.getObject("kept", Double.class),
                row.getObject("counted", Double.class));
    }
}
