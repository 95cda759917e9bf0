package org.cabildo.benchmarking.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.cabildo.commitment.published.Status;
import org.cabildo.kernel.Sought;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The published commitments of all active tenants, as each told them: one statement, however many there are. */
@Service
public class ToldCommitments {

    /** The day {@code d} where a commitment {@code n} is, and what its milestones {@code m} come to on that day. */
    private static final String MILESTONES = """
            cross join lateral (select (cast(:now as timestamptz) at time zone n.time_zone)::date as today) d
             left join lateral (
                  select count(*)::int as standing, count(completed_on)::int as kept,
                         (count(*) filter (where completed_on is null and due < d.today))::int as late
                    from told_milestone s
                   where s.tenant_id = n.tenant_id and s.commitment_id = n.commitment_id) m on true
            """;

    /** Institutions {@code i} that are looked through: their words are made once for each, not for each commitment. */
    private static final String INSTITUTIONS = """
            with i as materialized (
              select id, time_zone, regexp_replace(unaccent(lower(name)), '[^[:alnum:]]+', ' ', 'g') as words
                from tenant where id in (:among))
            """;

    /** Whether a title {@code f} and its institution {@code i} say all that was looked for, the title one word at least. */
    private static final String SAYS = """
            exists (select from string_to_table(translate(:parts, '|', '/'), '/') w(form)
                     where strpos(f.words || ' ', form) > 0)
            and not exists (select from string_to_table(:parts, '|') w(part)
                             where not exists (select from string_to_table(part, '/') v(form)
                                                where strpos(f.words || ' ' || i.words || ' ', form) > 0))
            """;

    /** Titles {@code f} that begin so come first, then those with a word that does. */
    private static final String NEARNESS =
            " case strpos(f.words, ' ' || :phrase) when 1 then 0 when 0 then 2 else 1 end, f.title collate \"es-x-icu\"";

    private final Sql sql;

    ToldCommitments(Sql sql) {
        this.sql = sql;
    }

    /**
     * A published commitment.
     *
     * @param tenant that published it: a consortium, when it is shared
     * @param plan the plan's address on that tenant's portal
     * @param number within the plan
     * @param progress in percent
     * @param updated when it was last reported on, or published
     * @param lead the member that leads it; null: no consortium promised it, or nobody leads it alone
     */
    public record Told(
            TenantId tenant,
            UUID id,
            String plan,
            int number,
            String title,
            int progress,
            boolean withdrawn,
            Instant updated,
            @Nullable TenantId lead) {}

    /**
     * A published commitment with what is known of its time and its milestones.
     *
     * @param starts null: it was told before dates were
     * @param ends null: it was told before dates were
     * @param status on the tenant's day; null: it depends on dates that were not told
     * @param milestones how many stand
     * @param kept how many of them are complete
     * @param late how many of them are not and should be; none of what was withdrawn
     */
    public record Standing(
            Told told,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            @Nullable Status status,
            int milestones,
            int kept,
            int late) {}

    /**
     * All of them, by tenant, plan and number.
     *
     * @param now says which day it is where each tenant is
     */
    public List<Standing> all(Instant now) {
        return TenantScope.platform(() -> sql.of("""
                        select n.*, coalesce(m.standing, 0) as standing, coalesce(m.kept, 0) as kept, d.today,
                               case when n.withdrawn then 0 else coalesce(m.late, 0) end as late
                          from (select f.*, t.time_zone from told_commitment f join tenant t on t.id = f.tenant_id) n
                        """ + MILESTONES + """
                         order by n.tenant_id, n.plan_slug, n.number
                        """)
                .param("now", Timestamp.from(now))
                .query(ToldCommitments::standing)
                .list());
    }

    /**
     * What of them was looked for.
     *
     * @param nearest whose title begins with what was looked for first, then who has a word that does
     * @param all how many were found
     */
    public record Matches<T>(List<T> nearest, int all) {

        private static <T> Matches<T> none() {
            return new Matches<>(List.of(), 0);
        }
    }

    /**
     * What is looked for.
     *
     * @param parts of each word the forms of which one is enough, without accents and capitals; those that are to begin or
     *     to end a word with a space there; none finds nothing
     * @param phrase what was typed, alike: titles that begin so are the nearest
     * @param limit how many are wanted
     */
    public record Asked(List<List<String>> parts, String phrase, int limit) {}

    /**
     * Those that stand and have all parts in their title or in their institution's name, one at least in the title.
     *
     * @param among whose commitments are looked through
     * @param now says which day it is where each tenant is
     */
    public Matches<Standing> find(Asked asked, Collection<TenantId> among, Instant now) {
        if (asked.parts().isEmpty() || among.isEmpty()) {
            return Matches.none();
        }
        var counted = new AtomicInteger();
        var nearest =
                TenantScope.platform(() -> sql.of(INSTITUTIONS + """
                        select n.*, coalesce(m.standing, 0) as standing, coalesce(m.kept, 0) as kept, d.today,
                               coalesce(m.late, 0) as late
                          from (
                        select f.*, i.time_zone, count(*) over () as found, row_number() over (
                                 order by""" + NEARNESS + """
                                , f.tenant_id, f.plan_slug, f.number) as place
                          from told_commitment f join i on i.id = f.tenant_id
                         where not f.withdrawn and
                        """ + SAYS + """
                         order by place limit :limit) n
                        """ + MILESTONES + """
                         order by n.place
                        """)
                        .param("among", among.stream().map(TenantId::value).toList())
                        .param("parts", Sought.joined(asked.parts()))
                        .param("phrase", asked.phrase())
                        .param("limit", asked.limit())
                        .param("now", Timestamp.from(now))
                        .query((row, number) -> {
                            counted.set(row.getInt("found"));
                            return standing(row, number);
                        })
                        .list());
        return new Matches<>(nearest, counted.get());
    }

    /**
     * A published plan of which a commitment stands.
     *
     * @param tenant that published it
     * @param slug its address on that tenant's portal
     */
    public record Plan(TenantId tenant, String slug, String title) {}

    /**
     * Plans of which a commitment stands, and that have all parts in their title or in their institution's name, one at
     * least in the title. What was told before plans' titles were is not found until it is told or counted anew.
     *
     * @param among whose plans are looked through
     */
    public Matches<Plan> plans(Asked asked, Collection<TenantId> among) {
        if (asked.parts().isEmpty() || among.isEmpty()) {
            return Matches.none();
        }
        var counted = new AtomicInteger();
        var nearest = TenantScope.platform(() -> sql.of(
                        INSTITUTIONS + """
                        , f as materialized ( -- once for each plan, not for each of its commitments
                          select tenant_id, plan_slug, min(plan_title) as title, min(plan_words) as words
                            from told_commitment
                           where tenant_id in (select id from i) and not withdrawn and plan_title is not null
                           group by tenant_id, plan_slug)
                        select f.*, count(*) over () as found from f join i on i.id = f.tenant_id where
                        """ + SAYS + " order by" + NEARNESS + ", f.tenant_id, f.plan_slug limit :limit")
                .param("among", among.stream().map(TenantId::value).toList())
                .param("parts", Sought.joined(asked.parts()))
                .param("phrase", asked.phrase())
                .param("limit", asked.limit())
                .query((row, _) -> {
                    counted.set(row.getInt("found"));
                    return new Plan(
                            new TenantId(row.getObject("tenant_id", UUID.class)),
                            row.getString("plan_slug"),
                            row.getString("title"));
                })
                .list());
        return new Matches<>(nearest, counted.get());
    }

    /** Says whether anybody told anything since, or a recount mended it: equal states, equal commitments. */
    public String state() {
        return TenantScope.platform(
                () -> sql.of("select state from told_state").query(String.class).single());
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        var told = told(row);
        var starts = row.getObject("starts", LocalDate.class);
        var ends = row.getObject("ends", LocalDate.class);
        var today = row.getObject("today", LocalDate.class);
        return new Standing(
                told,
                starts,
                ends,
                starts == null || ends == null
                        ? null
                        : Status.on(today, starts, ends, told.progress(), told.withdrawn()),
                row.getInt("standing"),
                row.getInt("kept"),
                row.getInt("late"));
    }

    private static Told told(ResultSet row) throws SQLException {
        var lead = row.getObject("lead_id", UUID.class);
        return new Told(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getObject("commitment_id", UUID.class),
                row.getString("plan_slug"),
                row.getInt("number"),
                row.getString("title"),
                row.getInt("progress"),
                row.getBoolean("withdrawn"),
                row.getTimestamp("updated_at").toInstant(),
                lead == null ? null : new TenantId(lead));
    }
}
