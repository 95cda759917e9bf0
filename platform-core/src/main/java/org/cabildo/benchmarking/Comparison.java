package org.cabildo.benchmarking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.benchmarking.Spread.Quartiles;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Compares tenants by their published figures. A shared plan's commitments count once for each member of the
 * consortium. Coordinators and the officers of a tenant read the same: what anybody can read on the portals.
 */
@Service
public class Comparison {

    private final Sql sql;

    Comparison(Sql sql) {
        this.sql = sql;
    }

    /**
     * The figures of one tenant on a day.
     *
     * @param government its official code (CUT); null for a consortium
     * @param region code; 99 is fictional
     * @param classification PNDR class; null for regional governments and consortia
     * @param band the least inhabitants of its band of population; null for regional governments and consortia
     * @param commitments published ones that stand, shared ones included
     * @param due milestones whose day has passed
     * @param kept milestones complete on or before their day, whose day has passed
     * @param late milestones whose day has passed and that are not complete
     * @param progress mean of the commitments' progress, in percent; null without commitments
     * @param silent days since the last report or publication; null without any
     */
    public record Line(
            TenantId tenant,
            String name,
            String slug,
            String kind,
            @Nullable String government,
            @Nullable String region,
            @Nullable String classification,
            @Nullable Integer band,
            boolean synthetic,
            int commitments,
            int due,
            int kept,
            int late,
            @Nullable Double progress,
            @Nullable Integer silent) {}

    /**
     * A published commitment behind a tenant's figures.
     *
     * @param slug of the tenant that published it: a consortium's, when it is shared
     * @param plan address of the plan on that portal; null if it was told before addresses were
     * @param title as published; empty if it was told before titles were
     * @param progress in percent
     */
    public record Behind(
            String slug,
            @Nullable String plan,
            int number,
            String title,
            int progress,
            int due,
            int kept,
            int late,
            LocalDate updated) {}

    /**
     * A day in the past of a group.
     *
     * @param spread of the group on that day
     * @param own the figure of whoever compares; null if there was none
     */
    public record Day(
            LocalDate day, Spread spread, @Nullable Double own) {}

    /**
     * The figures of every tenant, by name.
     *
     * @param today the day lateness is judged on
     * @throws org.cabildo.kernel.Unknown for whoever neither coordinates nor works in the tenant in scope
     */
    public List<Line> lines(LocalDate today) {
        requireReader();
        return TenantScope.platform(() -> sql.of("select * from (" + FigureDays.LINES + """
                        ) line order by name collate "es-x-icu", slug
                        """)
                .param("today", today)
                .query(Comparison::line)
                .list());
    }

    /**
     * The published commitments that a tenant's figures are counted from, the latest first.
     *
     * @param today the day lateness is judged on
     */
    public List<Behind> behind(TenantId tenant, LocalDate today) {
        requireReader();
        return TenantScope.platform(() -> sql.of("""
                        select t.slug, f.plan_slug, coalesce(f.number, 0) as number, coalesce(f.title, '') as title,
                               f.progress, count(m.*) filter (where m.due < :today) as due,
                               count(m.*) filter (where m.due < :today and m.completed_on <= m.due) as kept,
                               count(m.*) filter (where m.due < :today and m.completed_on is null) as late,
                               (f.updated_at at time zone t.time_zone)::date as updated
                          from figure_commitment f
                          join tenant t on t.id = f.tenant_id
                          left join figure_milestone m
                            on m.tenant_id = f.tenant_id and m.commitment_id = f.commitment_id
                         where not f.withdrawn
                           and (f.tenant_id = :tenant
                                or (f.lead_id = :tenant and f.tenant_id in (
                                  select consortium_id from consortium_member
                                   where member_id = :tenant and state in ('MEMBER', 'SUSPENDED'))))
                         group by t.slug, t.time_zone, f.plan_slug, f.number, f.title, f.progress, f.updated_at, f.commitment_id
                         order by f.updated_at desc, f.commitment_id
                        """)
                .param("today", today)
                .param("tenant", tenant.value())
                .query(Comparison::behind)
                .list());
    }

    /**
     * How a figure of a group went, day by day, as it was kept then.
     *
     * @param own whose figure is shown beside the group's; null for nobody's
     * @param from the first day
     */
    public List<Day> trend(Indicator indicator, Collection<Line> group, @Nullable Line own, LocalDate from) {
        requireReader();
        return TenantScope.platform(() -> sql.of("""
                        with peer as (select id::uuid as id from string_to_table(nullif(:peers, ''), ',') as one(id)),
                        known as (
                          select f.day, f.value, p.id is not null as counts, f.tenant_id
                            from figure_day f left join peer p on p.id = f.tenant_id
                           where f.indicator = :indicator and f.day >= :from and f.value is not null
                             and (p.id is not null or f.tenant_id = cast(:own as uuid)))
                        select day, count(*) filter (where counts) as n,
                               percentile_cont(0.25) within group (order by value) filter (where counts) as lower,
                               percentile_cont(0.5) within group (order by value) filter (where counts) as median,
                               percentile_cont(0.75) within group (order by value) filter (where counts) as upper,
                               max(value) filter (where tenant_id = cast(:own as uuid)) as own
                          from known group by day order by day
                        """)
                .param(
                        "peers",
                        group.stream().map(line -> line.tenant().toString()).collect(Collectors.joining(",")))
                .param("indicator", indicator.name())
                .param("from", from)
                .param("own", own == null ? null : own.tenant().toString())
                .query(Comparison::day)
                .list());
    }

    static void requireReader() {
        var officer = Officer.current();
        if (officer.place() == null) {
            officer.requireNationalCoordinator();
        } else {
            Officer.require(Role.READER);
        }
    }

    static Line line(ResultSet row, int number) throws SQLException {
        var progress = row.getBigDecimal("progress");
        return new Line(
                new TenantId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("slug"),
                row.getString("kind"),
                row.getString("government_code"),
                row.getString("region_code"),
                row.getString("pndr_class"),
                row.getObject("band", Integer.class),
                row.getBoolean("synthetic"),
                row.getInt("commitments"),
                row.getInt("due"),
                row.getInt("kept"),
                row.getInt("late"),
                progress == null ? null : progress.doubleValue(),
                row.getObject("silent", Integer.class));
    }

    private static Behind behind(ResultSet row, int number) throws SQLException {
        return new Behind(
                row.getString("slug"),
                row.getString("plan_slug"),
                row.getInt("number"),
                row.getString("title"),
                row.getInt("progress"),
                row.getInt("due"),
                row.getInt("kept"),
                row.getInt("late"),
                row.getObject("updated", LocalDate.class));
    }

    private static Day day(ResultSet row, int number) throws SQLException {
        int n = row.getInt("n");
        var quartiles = n < Spread.SMALLEST_GROUP
                ? null
                : new Quartiles(row.getDouble("lower"), row.getDouble("median"), row.getDouble("upper"));
        return new Day(
                row.getObject("day", LocalDate.class), new Spread(n, quartiles), row.getObject("own", Double.class));
    }
}
