package org.cabildo.onboarding;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.calendar.GovernmentSearch;
import org.cabildo.calendar.Governments;
import org.cabildo.tenancy.FailureCause;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads the national list: every government with its tenant and its latest order, a page at a time. */
@Component
class NationalList {

    /** Which tenants are out of step with this release is said by tenancy and bound as a list of ids. */
    private static final String LISTED = """
            with listed as (
              select g.*, t.id as tenant_id, coalesce(t.slug, o.slug) as address, o.id as order_id, o.batch_id,
                     case when o.state = 'FAILED' then o.cause end as cause,
                     case when o.state = 'FAILED' then o.reason end as reason,
                     case when t.life = 'SUSPENDED' then 'SUSPENDED'
                          when cast(t.id as text) = any (string_to_array(:outOfStep, ',')) then 'OUT_OF_STEP'
                          when t.id is not null then 'ACTIVE'
                          when o.state in ('WAITING', 'FAILED') then o.state
                          else 'NOT_ONBOARDED' end as state,
                     (t.id is not null or o.id is not null) as ordered,
                     exists (select from membership m join person p on p.id = m.person_id
                              where m.tenant_id = t.id and m.role = 'ADMINISTRATOR' and p.signed_in_at is not null) as entered,
                     exists (select from figure_commitment f where f.tenant_id = t.id and not f.withdrawn) as published
                from government g
                left join tenant t on t.government_code = g.code
                left join (select distinct on (government_code) government_code, id, batch_id, slug, state, cause, reason
                             from tenant_order
                            where kind = 'ONBOARD' and government_code is not null
                            order by government_code, requested_at desc, id desc) o on o.government_code = g.code
               where g.synthetic = :fictional
                 and (cast(:region as text) is null or g.region_code = :region)
                 and (cast(:kind as text) is null or g.kind = :kind)
                 and (cast(:pndr as text) is null or g.pndr_class = :pndr)
                 and (:text = '' or not exists (
                       select from string_to_table(unaccent(lower(:text)), ' ') w(word)
                        where strpos(unaccent(lower(concat_ws(' ', g.code, g.name, g.short_name, g.slug, t.slug,
                                                              g.region_name))), w.word) = 0)))
            """;

    private static final String WANTED = """
             where (cast(:state as text) is null or l.state = :state)
               and case coalesce(cast(:stage as text), 'LISTED')
                     when 'ORDERED' then l.ordered
                     when 'ONBOARDED' then l.tenant_id is not null
                     when 'ENTERED' then l.entered
                     when 'PUBLISHED' then l.published
                     else true end
            """;

    private static final String PAGE = """
            select l.*, i.email as invited, i.accepted
              from listed l
              left join (select distinct on (tenant_id) tenant_id, email, invited_by is null as first,
                                bool_or(state = 'USED') over (partition by tenant_id, email) as accepted
                           from invitation order by tenant_id, made_at) i on i.tenant_id = l.tenant_id and i.first
            """ + WANTED + """
             order by case when :order = 'CODE' and :up then l.code end,
                      case when :order = 'CODE' and not :up then l.code end desc,
                      case when :order = 'NAME' and :up then l.short_name end collate "es-x-icu",
                      case when :order = 'NAME' and not :up then l.short_name end collate "es-x-icu" desc,
                      case when :order = 'REGION' and not :up then l.north_south end desc,
                      case when :order = 'KIND' and :up then l.kind end,
                      case when :order = 'KIND' and not :up then l.kind end desc,
                      case when :order = 'POPULATION' and :up then l.population end,
                      case when :order = 'POPULATION' and not :up then l.population end desc,
                      case when :order = 'PNDR' and :up then l.pndr_class end,
                      case when :order = 'PNDR' and not :up then l.pndr_class end desc nulls last,
                      case when :order = 'STATE' and :up then l.state end,
                      case when :order = 'STATE' and not :up then l.state end desc,
                      l.north_south, l.kind desc, l.short_name collate "es-x-icu", l.code
            offset :offset limit :limit
            """;

    private final Sql sql;
    private final Governments governments;
    private final Tenants tenants;

    NationalList(Sql sql, Governments governments, Tenants tenants) {
        this.sql = sql;
        this.governments = governments;
        this.tenants = tenants;
    }

    List<Standing> page(StandingSearch search, StandingSlice slice) {
        var outOfStep = outOfStep();
        return TenantScope.platform(() -> bound(sql.of(LISTED + PAGE), search, outOfStep)
                .param("order", slice.order().name())
                .param("up", slice.ascending())
                .param("offset", slice.offset())
                .param("limit", slice.limit())
                .query(this::standing)
                .list());
    }

    int count(StandingSearch search) {
        var outOfStep = outOfStep();
        return TenantScope.platform(
                () -> bound(sql.of(LISTED + "select count(*)::int from listed l" + WANTED), search, outOfStep)
                        .query(Integer.class)
                        .single());
    }

    /** How many are in each state, whatever state the search asks for. */
    Map<Standing.State, Integer> tally(StandingSearch search) {
        var outOfStep = outOfStep();
        var tally = new EnumMap<Standing.State, Integer>(Standing.State.class);
        for (var state : Standing.State.values()) {
            tally.put(state, 0);
        }
        TenantScope.runPlatform(() -> bound(
                        sql.of(LISTED + "select l.state, count(*)::int from listed l" + WANTED + " group by l.state"),
                        new StandingSearch(search.government(), null, search.stage()),
                        outOfStep)
                .query((row, _) -> tally.put(Standing.State.valueOf(row.getString(1)), row.getInt(2)))
                .list());
        return tally;
    }

    /** How far they have come, by region. */
    Funnel funnel(boolean fictional) {
        var everyone = new StandingSearch(new GovernmentSearch("", null, null, null, fictional), null);
        return new Funnel(TenantScope.platform(() -> bound(
                        sql.of(LISTED + """
                        select l.region_code, l.region_name, count(*)::int as listed,
                               count(*) filter (where l.ordered)::int as ordered, count(l.tenant_id)::int as onboarded,
                               count(*) filter (where l.entered)::int as entered,
                               count(*) filter (where l.published)::int as published
                          from listed l
                        """ + WANTED
                                + " group by l.region_code, l.region_name, l.north_south order by l.north_south"),
                        everyone,
                        "")
                .query(NationalList::line)
                .list()));
    }

    private static Funnel.Line line(ResultSet row, int number) throws SQLException {
        return new Funnel.Line(
                row.getString("region_code"),
                row.getString("region_name"),
                Map.of(
                        Stage.LISTED, row.getInt("listed"),
                        Stage.ORDERED, row.getInt("ordered"),
                        Stage.ONBOARDED, row.getInt("onboarded"),
                        Stage.ENTERED, row.getInt("entered"),
                        Stage.PUBLISHED, row.getInt("published")));
    }

    private String outOfStep() {
        return tenants.all().stream()
                .filter(tenant -> !tenant.isInStep())
                .map(tenant -> tenant.id().toString())
                .collect(joining(","));
    }

    private static StatementSpec bound(StatementSpec statement, StandingSearch search, String outOfStep) {
        var wanted = search.government();
        return statement
                .param("outOfStep", outOfStep)
                .param("fictional", wanted.fictional())
                .param("region", wanted.regionCode())
                .param("kind", wanted.kind() == null ? null : wanted.kind().name())
                .param("pndr", wanted.pndr() == null ? null : wanted.pndr().name())
                .param("text", wanted.text())
                .param("state", search.state() == null ? null : search.state().name())
                .param("stage", search.stage() == null ? null : search.stage().name());
    }

    private static Optional<Standing.Invited> invited(ResultSet row) throws SQLException {
        boolean accepted = row.getBoolean("accepted");
        return Optional.ofNullable(row.getString("invited")).map(email -> new Standing.Invited(email, accepted));
    }

    private Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(
                governments.require(row.getString("code")),
                Standing.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("tenant_id", UUID.class)).map(TenantId::new),
                Optional.ofNullable(row.getString("address")),
                Optional.ofNullable(row.getObject("order_id", UUID.class)),
                Optional.ofNullable(row.getObject("batch_id", UUID.class)),
                Optional.ofNullable(row.getString("cause")).map(FailureCause::valueOf),
                Optional.ofNullable(row.getString("reason")),
                invited(row));
    }
}
