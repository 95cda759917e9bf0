package org.cabildo.copying;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;

/**
 * The commitments that a plan's officers may copy: the library of the national plans, and what the institutions told of
 * what they published. Nothing withdrawn, nothing of a suspended institution; what is invented is offered among itself.
 * Read in the platform's scope, so never within a tenant's transaction.
 */
@Service
public class Offers {

    /** Whose the library's commitments are. */
    static final String NATION = "Gobierno de Chile";

    private static final String OFFERED = """
            with offered as (
              select 'NATIONAL_LIBRARY' as source, c.code as key, c.title, cast(:nation as text) as institution,
                     c.plan || ', ' || c.period as plan, c.code, null as region_code, null as region, null as kind,
                     concat_ws(' ', c.code, c.title, c.plan, c.period, a.english, a.spanish) as words
                from national_commitment c join policy_area a on a.english = c.theme
              union all
              select case when t.id = :own then 'OWN' else 'OTHERS' end, f.commitment_id::text, f.title, t.name, '',
                     f.number::text, t.region_code, r.name, t.kind, concat_ws(' ', f.title, t.name, f.plan_slug, r.name)
                from told_commitment f join tenant t on t.id = f.tenant_id
                left join region r on r.code = t.region_code
               where not f.withdrawn and t.synthetic = :invented and not (t.id = :own and f.plan_slug = :plan))
            """;

    private static final String WANTED = """
             from offered o
             where (cast(:from as text) is null or o.source = :from)
               and (cast(:region as text) is null or o.region_code = :region)
               and (cast(:kind as text) is null or o.kind = :kind)
               and not exists (
                     select from string_to_table(unaccent(lower(:text)), ' ') w(word)
                      where strpos(unaccent(lower(o.words)), w.word) = 0)
            """;

    private final Plans plans;
    private final Tenants tenants;
    private final Sql sql;

    Offers(Plans plans, Tenants tenants, Sql sql) {
        this.plans = plans;
        this.tenants = tenants;
        this.sql = sql;
    }

    /**
     * What to look for. Null means any, as an empty field on screen does.
     *
     * @param text words of the title, the institution, its region, the plan, the code or the theme, in any order;
     *     accents and case do not matter
     * @param region code of the institution's region
     * @param kind of the institution
     */
    public record Search(
            String text,
            @Nullable From from,
            @Nullable String region,
            @Nullable TenantKind kind) {

        /** All of them. */
        public static final Search ALL = new Search("", null, null, null);

        public Search {
            text = text.strip();
        }
    }

    /** By what they are sorted; what is equal in it, by title. */
    public enum Order {
        /** One's own first, then of institutions of the same region, then of others, at last the national library. */
        NEAREST,
        TITLE,
        INSTITUTION
    }

    /**
     * The part of the list that is wanted.
     *
     * @param offset rows left out before
     * @param limit rows at most
     */
    public record Slice(Order order, boolean ascending, int offset, int limit) {}

    /**
     * What the search finds for a plan; the plan's own commitments are not offered to it.
     *
     * @throws org.cabildo.kernel.Unknown if there is no such plan
     */
    public List<Offer> search(PlanId plan, Search search, Slice slice) {
        var to = receiver(plan);
        return TenantScope.platform(() -> bound(sql.of(OFFERED + "select o.*" + WANTED + """
                 order by case when :order = 'NEAREST' then
                            case o.source when 'OWN' then 0 when 'NATIONAL_LIBRARY' then 3 else
                              case when o.region_code = (select region_code from tenant where id = :own) then 1 else 2 end
                            end end,
                          case when :order = 'INSTITUTION' and :up then o.institution end collate "es-x-icu",
                          case when :order = 'INSTITUTION' and not :up then o.institution end collate "es-x-icu" desc,
                          case when :order = 'TITLE' and not :up then o.title end collate "es-x-icu" desc,
                          o.title collate "es-x-icu", o.key
                offset :offset limit :limit
                """), search, to)
                .param("order", slice.order().name())
                .param("up", slice.ascending())
                .param("offset", slice.offset())
                .param("limit", slice.limit())
                .query(Offers::offer)
                .list());
    }

    /**
     * How many the search finds for a plan.
     *
     * @throws org.cabildo.kernel.Unknown if there is no such plan
     */
    public int count(PlanId plan, Search search) {
        var to = receiver(plan);
        return TenantScope.platform(() -> bound(sql.of(OFFERED + "select count(*)::int" + WANTED), search, to)
                .query(Integer.class)
                .single());
    }

    /** The commitment of the library with this code. */
    Optional<Offer> inLibrary(String code) {
        return TenantScope.platform(() -> sql.of("""
                        select 'NATIONAL_LIBRARY' as source, c.code as key, c.title, cast(:nation as text) as institution,
                               c.plan || ', ' || c.period as plan, c.code, null as region, null as kind
                          from national_commitment c where c.code = :code
                        """)
                .param("nation", NATION)
                .param("code", code)
                .query(Offers::offer)
                .optional());
    }

    /**
     * Where a published commitment is.
     *
     * @param plan address of its plan
     * @param offered whether its institution still offers it: it is active, and it has not withdrawn it
     */
    record Place(TenantId tenant, UUID id, String plan, int number, boolean offered) {}

    /** Where this published commitment is, if it is of the receiver's world. */
    Optional<Place> place(UUID id, Tenant receiver) {
        return TenantScope.platform(() -> sql.of("""
                        select f.*, t.life = 'ACTIVE' and not f.withdrawn as offered
                          from figure_commitment f join tenant t on t.id = f.tenant_id
                         where f.commitment_id = :id and t.synthetic = :invented and f.plan_slug is not null
                        """)
                .param("id", id)
                .param("invented", receiver.synthetic())
                .query(Offers::place)
                .optional());
    }

    private record Receiver(Tenant tenant, String plan) {}

    private Receiver receiver(PlanId plan) {
        Officer.require(Role.READER);
        return new Receiver(
                tenants.require(TenantScope.tenant()), plans.require(plan).slug());
    }

    private static StatementSpec bound(StatementSpec statement, Search search, Receiver to) {
        return statement
                .param("nation", NATION)
                .param("own", to.tenant().id().value())
                .param("invented", to.tenant().synthetic())
                .param("plan", to.plan())
                .param("from", search.from() == null ? null : search.from().name())
                .param("region", search.region())
                .param("kind", search.kind() == null ? null : search.kind().name())
                .param("text", search.text());
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        var kind = row.getString("kind");
        return new Offer(
                From.valueOf(row.getString("source")),
                row.getString("key"),
                row.getString("title"),
                row.getString("institution"),
                row.getString("plan"),
                row.getString("code"),
                row.getString("region"),
                kind == null ? null : TenantKind.valueOf(kind));
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        return new Place(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getObject("commitment_id", UUID.class),
                row.getString("plan_slug"),
                row.getInt("number"),
                row.getBoolean("offered"));
    }
}
