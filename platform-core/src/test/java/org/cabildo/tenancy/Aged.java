package org.cabildo.tenancy;

import java.sql.SQLException;
import java.util.List;

/** Makes a tenant's schema what an older release would have left, and compares schemas. */
final class Aged {

    private static final TenantChangelog CHANGELOG = new TenantChangelog();

    private Aged() {}

    /** Gives the tenant a schema of the first changesets only. */
    static void age(TenancySettings settings, TenantId tenant, int version) throws SQLException {
        var key = Overseer.keyOf(tenant);
        try (var connection = new ProvisioningSource(settings).open();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("drop schema " + key + " cascade");
            statement.execute("create schema " + key + " authorization " + key + "_owner");
            PlatformSchema.set(connection, "role", key + "_owner");
            PlatformSchema.set(connection, "search_path", key + ", ext");
            statement.execute(CHANGELOG.script(0, version));
            connection.commit();
        }
        Overseer.run("update platform.tenant set schema_version = ? where id = ?", version, tenant.value());
    }

    /** All that the catalog says of a schema, in words that do not name it. */
    static List<String> catalogOf(String key) {
        return Overseer.rows("""
                with said as (
                  select format('column %s.%s %s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                                a.attnotnull, a.attidentity, pg_get_expr(d.adbin, d.adrelid)) as line
                    from pg_attribute a join pg_class c on c.oid = a.attrelid
                    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                   where c.relnamespace = $key$::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
                  union all
                  select format('constraint %s.%s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                    from pg_constraint where connamespace = $key$::regnamespace
                  union all
                  select format('index %s', pg_get_indexdef(indexrelid)) from pg_index
                    join pg_class c on c.oid = indexrelid where c.relnamespace = $key$::regnamespace
                  union all
                  select format('rights %s %s', relname, a.right_given) from pg_class c
                   cross join lateral (select string_agg(format('%s:%s', g.grantee::regrole, g.privilege_type), ' '
                                              order by g.grantee::regrole::text, g.privilege_type) as right_given
                                         from aclexplode(c.relacl) g) a
                   where c.relnamespace = $key$::regnamespace and c.relkind in ('r', 'S')
                  union all
                  select format('changeset %s %s %s %s %s', orderexecuted, id, author, md5sum, exectype)
                    from $schema$.databasechangelog)
                select replace(line, $key$, 'KEY') from said order by 1
                """.replace("$key$", "'" + key + "'").replace("$schema$", key));
    }
}
