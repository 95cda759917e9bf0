package org.cabildo.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.kernel.Refused;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who has which roles in a tenant, row by row. Used in a platform transaction. */
@Component
class Memberships {

    private final Sql sql;
    private final ApplicationEventPublisher events;

    Memberships(Sql sql, ApplicationEventPublisher events) {
        this.sql = sql;
        this.events = events;
    }

    /** Makes whoever else changes people or invitations of this tenant wait until the transaction ends. */
    void lock(TenantId tenant) {
        sql.of("select 1 from membership where tenant_id = ? for update")
                .param(tenant.value())
                .query(Integer.class)
                .list();
    }

    /** The roles a person has in a tenant; none if they do not work there. */
    Set<Role> of(PersonId person, TenantId tenant) {
        var roles = EnumSet.noneOf(Role.class);
        roles.addAll(sql.of("select role from membership where person_id = ? and tenant_id = ?")
                .param(person.value())
                .param(tenant.value())
                .query((row, _) -> Role.valueOf(row.getString("role")))
                .list());
        return roles;
    }

    /** Tells whoever must agree what became of a person's roles; nothing if nobody did anything. */
    void tell(RightsChanged.Change change, PersonId person, TenantId tenant, Set<Role> before) {
        var after = of(person, tenant);
        if (after.equals(before) && change != RightsChanged.Change.ACCEPTED) {
            return;
        }
        var name = sql.of("select name from person where id = ?")
                .param(person.value())
                .query(String.class)
                .single();
        events.publishEvent(new RightsChanged(tenant, change, person, name, before, after));
    }

    /** Adds these roles to those a person has. */
    void add(PersonId person, TenantId tenant, Set<Role> roles, String by) {
        for (var role : roles) {
            sql.of("""
                    insert into membership (person_id, tenant_id, role, added_by) values (?, ?, ?, ?)
                    on conflict (person_id, tenant_id, role) do nothing
                    """)
                    .param(person.value())
                    .param(tenant.value())
                    .param(role.name())
                    .param(by)
                    .update();
        }
    }

    /** Takes all roles away. @return how many there were */
    int clear(PersonId person, TenantId tenant) {
        lock(tenant);
        return sql.of("delete from membership where person_id = ? and tenant_id = ?")
                .param(person.value())
                .param(tenant.value())
                .update();
    }

    /** Gives these roles instead of those that were given in advance to an address whose owner never came. */
    void giveInstead(String email, TenantId tenant, Set<Role> roles, String by) {
        for (var each : reserved(email, tenant)) {
            var before = of(each, tenant);
            clear(each, tenant);
            add(each, tenant, roles, by);
            tell(RightsChanged.Change.CHANGED, each, tenant, before);
        }
    }

    /** Who has this address and works there, without ever having come. */
    private List<PersonId> reserved(String email, TenantId tenant) {
        return sql.of("""
                        select p.id from person p
                         where p.email = ? and p.subject is null
                           and exists (select from membership m where m.person_id = p.id and m.tenant_id = ?)
                        """)
                .param(email)
                .param(tenant.value())
                .query((row, _) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Takes back what was given in advance to an address whose owner never came. */
    void takeBack(String email, TenantId tenant) {
        lock(tenant);
        for (var each : reserved(email, tenant)) {
            var before = of(each, tenant);
            clear(each, tenant);
            tell(RightsChanged.Change.REMOVED, each, tenant, before);
        }
    }

    /** Whether somebody with this address works there and has signed in. */
    boolean has(String email, TenantId tenant) {
        return sql.of("""
                        select exists (select from membership m join person p on p.id = m.person_id
                                        where m.tenant_id = ? and p.email = ? and p.subject is not null)
                        """)
                .param(tenant.value())
                .param(email)
                .query(Boolean.class)
                .single();
    }

    void refuseWithoutAdministrator(TenantId tenant) {
        var administrators = sql.of("select count(*) from membership where tenant_id = ? and role = 'ADMINISTRATOR'")
                .param(tenant.value())
                .query(Integer.class)
                .single();
        if (administrators == 0) {
            throw new Refused("identity.administrator.last", "This is the last administrator: name another one first.");
        }
    }

    static String joined(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    static Set<Role> split(String joined) {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(joined.split(",")).map(Role::valueOf).forEach(roles::add);
        return roles;
    }
}
