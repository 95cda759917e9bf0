package org.cabildo.benchmarking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.cabildo.identity.Officer;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Compares tenants by their published figures. A shared plan's commitments count once for each member of the
 * consortium. Municipalities compare with municipalities and regional governments with each other; consortia are in no
 * group. Fictional tenants are a group of their own. A group of fewer than five has no median: it would tell on single
 * tenants.
 */
@Service
public class Comparison {

    /** From how many tenants on a median is shown. */
    public static final int SMALLEST_GROUP = 5;

    private final Sql sql;

    Comparison(Sql sql) {
        this.sql = sql;
    }

    /**
     * The figures of one tenant on a day.
     *
     * @param region code; 99 is fictional
     * @param classification PNDR class; null for regional governments and consortia
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
            @Nullable String region,
            @Nullable String classification,
            boolean synthetic,
            int commitments,
            int due,
            int kept,
            int late,
            @Nullable Double progress,
            @Nullable Integer silent) {}

    /**
     * A group of tenants that compare.
     *
     * @param by REGION or PNDR
     * @param kind of the tenants in it
     * @param key code of the region or PNDR class
     * @param n tenants in it that have commitments
     * @param medianProgress in percent; null below five tenants
     * @param medianLate milestones; null below five tenants
     * @param medianSilent days; null below five tenants
     */
    public record Group(
            String by,
            String kind,
            String key,
            boolean synthetic,
            int n,
            @Nullable Double medianProgress,
            @Nullable Double medianLate,
            @Nullable Double medianSilent) {}

    /**
     * The figures of every tenant, by name.
     *
     * @param today the day lateness is judged on
     */
    public List<Line> lines(LocalDate today) {
        Officer.current().requireNationalCoordinator();
        return TenantScope.platform(
                () -> sql.of("""
                        with owned as (
                          select f.tenant_id as counted_for, f.* from figure_commitment f
                          union all
                          select cm.member_id, f.* from figure_commitment f
                            join consortium_member cm on cm.consortium_id = f.tenant_id),
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
                        select t.id, t.name, t.slug, t.kind, t.region_code, g.pndr_class, t.synthetic,
                               coalesce(p.commitments, 0) as commitments, coalesce(s.due, 0) as due,
                               coalesce(s.kept, 0) as kept, coalesce(s.late, 0) as late, p.progress,
                               cast(:today as date) - (p.updated at time zone t.time_zone)::date as silent
                          from tenant t
                          left join government g on g.code = t.government_code
                          left join promises p on p.counted_for = t.id
                          left join steps s on s.counted_for = t.id
                         where t.life = 'ACTIVE' order by t.name collate "es-x-icu"
                        """).param("today", today).query(Comparison::line).list());
    }

    /** The groups those lines form, regions first. */
    public static List<Group> groups(List<Line> lines) {
        var groups = new ArrayList<Group>();
        groups.addAll(groups("REGION", lines, Line::region));
        groups.addAll(groups("PNDR", lines, Line::classification));
        return List.copyOf(groups);
    }

    private static List<Group> groups(String by, List<Line> lines, Function<Line, @Nullable String> key) {
        record Key(String kind, boolean synthetic, String key) {}
        var members = new TreeMap<Key, List<Line>>(
                Comparator.comparing(Key::synthetic).thenComparing(Key::kind).thenComparing(Key::key));
        for (var line : lines) {
            var value = key.apply(line);
            if (value != null && !line.kind().equals("CONSORTIUM")) {
                members.computeIfAbsent(new Key(line.kind(), line.synthetic(), value), k -> new ArrayList<>())
                        .add(line);
            }
        }
        return members.entrySet().stream()
                .map(entry -> {
                    var counted = entry.getValue().stream()
                            .filter(line -> line.commitments() > 0)
                            .toList();
                    return new Group(
                            by,
                            entry.getKey().kind(),
                            entry.getKey().key(),
                            entry.getKey().synthetic(),
                            counted.size(),
                            median(counted, Line::progress),
                            median(counted, line -> (double) line.late()),
                            median(counted, line -> line.silent() == null ? null : (double) line.silent()));
                })
                .toList();
    }

    /** The middle value, or the mean of the two in the middle; null below five. */
    static @Nullable Double median(List<Line> lines, Function<Line, @Nullable Double> figure) {
        var values = lines.stream()
                .map(figure)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .sorted()
                .toList();
        int n = values.size();
        if (n < SMALLEST_GROUP) {
            return null;
        }
        return n % 2 == 1 ? values.get(n / 2) : (values.get(n / 2 - 1) + values.get(n / 2)) / 2;
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var progress = row.getBigDecimal("progress");
        return new Line(
                new TenantId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("slug"),
                row.getString("kind"),
                row.getString("region_code"),
                row.getString("pndr_class"),
                row.getBoolean("synthetic"),
                row.getInt("commitments"),
                row.getInt("due"),
                row.getInt("kept"),
                row.getInt("late"),
                progress == null ? null : progress.doubleValue(),
                row.getObject("silent", Integer.class));
    }
}
