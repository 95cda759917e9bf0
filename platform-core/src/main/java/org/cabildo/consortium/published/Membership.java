package org.cabildo.consortium.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Which tenants share a plan. Read in the platform's scope, before or after a tenant's transaction. */
@Service
public class Membership {

    private final Sql sql;

    Membership(Sql sql) {
        this.sql = sql;
    }

    /**
     * A tenant that belongs, or the consortium it belongs to.
     *
     * @param source where the fact is written
     */
    public record Member(
            TenantId id,
            String name,
            String slug,
            LocalDate joined,
            @Nullable String source) {}

    /** The members of a consortium, by name; empty for any other tenant. */
    public List<Member> membersOf(TenantId consortium) {
        return TenantScope.platform(() ->
                sql.of("""
                        select t.id, t.name, t.slug, m.joined_on, m.source
                          from consortium_member m join tenant t on t.id = m.member_id
                         where m.consortium_id = ? order by t.name collate "es-x-icu"
                        """).param(consortium.value()).query(Membership::member).list());
    }

    /** The consortia a tenant belongs to, by name. */
    public List<Member> consortiaOf(TenantId member) {
        return TenantScope.platform(() ->
                sql.of("""
                        select t.id, t.name, t.slug, m.joined_on, m.source
                          from consortium_member m join tenant t on t.id = m.consortium_id
                         where m.member_id = ? and t.life = 'ACTIVE' order by t.name collate "es-x-icu"
                        """).param(member.value()).query(Membership::member).list());
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                new TenantId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("slug"),
                row.getObject("joined_on", LocalDate.class),
                row.getString("source"));
    }
}
