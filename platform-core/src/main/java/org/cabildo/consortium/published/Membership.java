package org.cabildo.consortium.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
     * A tenant that belongs, or the consortium it belongs to; a suspended one belongs too.
     *
     * @param joined the day it joined
     * @param source where that is written: the founding document
     * @param link https address of that document
     */
    public record Member(
            TenantId id,
            String name,
            String slug,
            MemberState state,
            MemberRight right,
            LocalDate joined,
            @Nullable String source,
            @Nullable String link) {

        /** Whether it is asked to approve. */
        public boolean decides() {
            return state == MemberState.MEMBER && right == MemberRight.DECIDES;
        }
    }

    /**
     * A tenant that belonged once.
     *
     * @param on the day it left, in the capital's time zone
     * @param reason as it said it
     */
    public record Left(String name, String slug, LocalDate on, String reason) {}

    /** The members of a consortium, by name; empty for any other tenant. */
    public List<Member> membersOf(TenantId consortium) {
        return TenantScope.platform(() ->
                sql.of("""
                        select t.id, t.name, t.slug, m.state, m.grants, m.joined_on, m.source, m.link
                          from consortium_member m join tenant t on t.id = m.member_id
                         where m.consortium_id = ? and m.state in ('MEMBER', 'SUSPENDED')
                         order by t.name collate "es-x-icu"
                        """).param(consortium.value()).query(Membership::member).list());
    }

    /** The consortia a tenant belongs to, by name. */
    public List<Member> consortiaOf(TenantId member) {
        return TenantScope.platform(() ->
                sql.of("""
                        select t.id, t.name, t.slug, m.state, m.grants, m.joined_on, m.source, m.link
                          from consortium_member m join tenant t on t.id = m.consortium_id
                         where m.member_id = ? and m.state in ('MEMBER', 'SUSPENDED') and t.life = 'ACTIVE'
                         order by t.name collate "es-x-icu"
                        """).param(member.value()).query(Membership::member).list());
    }

    /** The consortia that somebody belongs to, or belonged to once: what they promised stays in sight. */
    public Set<TenantId> joined() {
        return TenantScope.platform(() -> sql.of("""
                        select distinct consortium_id from consortium_member
                         where state in ('MEMBER', 'SUSPENDED', 'LEFT')
                        """)
                .query((row, _) -> new TenantId(row.getObject("consortium_id", UUID.class)))
                .set());
    }

    /** Who belonged to a consortium once, the last to leave first. */
    public List<Left> leftOf(TenantId consortium) {
        return TenantScope.platform(() -> sql.of("""
                        select t.name, t.slug, (m.changed_at at time zone 'America/Santiago')::date as left_on, m.reason
                          from consortium_member m join tenant t on t.id = m.member_id
                         where m.consortium_id = ? and m.state = 'LEFT' order by m.changed_at desc, t.name
                        """)
                .param(consortium.value())
                .query((row, _) -> new Left(
                        row.getString("name"),
                        row.getString("slug"),
                        row.getObject("left_on", LocalDate.class),
                        row.getString("reason")))
                .list());
    }

    /** Who shares plans with a tenant, or did once: what the public reads of who belongs where, seen from either side. */
    public Set<TenantId> partnersOf(TenantId tenant) {
        return TenantScope.platform(() -> sql.of("""
                        select case when consortium_id = :tenant then member_id else consortium_id end as partner
                          from consortium_member
                         where :tenant in (consortium_id, member_id) and state in ('MEMBER', 'SUSPENDED', 'LEFT')
                        """)
                .param("tenant", tenant.value())
                .query((row, _) -> new TenantId(row.getObject("partner", UUID.class)))
                .set());
    }

    /** By which rule a consortium's members approve its plans: unanimity unless they agreed otherwise. */
    public DecisionRule ruleOf(TenantId consortium) {
        return TenantScope.platform(() -> sql.of("select rule from consortium_rule where consortium_id = ?")
                .param(consortium.value())
                .query((row, _) -> DecisionRule.valueOf(row.getString("rule")))
                .optional()
                .orElse(DecisionRule.UNANIMITY));
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                new TenantId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("slug"),
                MemberState.valueOf(row.getString("state")),
                MemberRight.of(row.getString("grants")),
                row.getObject("joined_on", LocalDate.class),
                row.getString("source"),
                row.getString("link"));
    }
}
