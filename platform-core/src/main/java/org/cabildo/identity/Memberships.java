package org.cabildo.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.kernel.Refused;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.springframework.stereotype.Component;

/** Who has which roles in a tenant, row by row. Used in a platform transaction. */
@Component
class Memberships {

    private final Sql sql;

    Memberships(Sql sql) {
        this.sql = sql;
    }

    /** Makes whoever else changes people or invitations of this tenant wait until the transaction ends. */
    void lock(TenantId tenant) {
        sql.of("select 1 from membership where tenant_id = ? for update")
                .param(tenant.value())
                .query(Integer.class)
                .list();
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

    /** Takes back what was given in advance to an address whose owner never came. */
    void takeBack(String email, TenantId tenant) {
        lock(tenant);
        sql.of("""
                delete from membership m using person p
                 where m.person_id = p.id and m.tenant_id = ? and p.email = ? and p.subject is null
                """).param(tenant.value()).param(email).update();
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
