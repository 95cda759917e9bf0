package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks for half tenants: roles, schemas, credentials or people's places without the whole, or the whole without them. */
final class Halves {

    private Halves() {}

    static void assertNone() {
        assertThat(Overseer.rows("""
                with half as (
                  select 'role' as what, regexp_replace(rolname, '_(owner|office|portal)$', '') as key, count(*) as has, 3 as needs
                    from pg_roles where rolname ~ '^t[a-z2-9]{14}_' group by 2
                  union all
                  select 'schema', nspname, count(*), 1 from pg_namespace where nspname ~ '^t[a-z2-9]{14}$' group by 2
                  union all
                  select 'credential', t.key, count(*), 2 from platform.tenant_login l
                    join platform.tenant t on t.id = l.tenant_id group by 2
                  union all
                  select 'tenant', key, count(*), 1 from platform.tenant group by 2)
                select what, key, has, needs from half where has <> needs
                union all
                select 'parts', key, count(*), 4 from half group by key having count(*) <> 4
                """)).as("half tenants").isEmpty();
        assertThat(Overseer.rows("""
                select o.tenant_id, o.state from platform.tenant_order o
                 where o.kind = 'ONBOARD' and (o.state = 'DONE') <> exists (select from platform.tenant t where t.id = o.tenant_id)
                """))
                .as("orders that do not agree with the directory")
                .isEmpty();
    }
}
