package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.tenancy.TenantScope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whoever takes the portal over writes nothing: its login for a tenant changes no row of any table, the ledger's
 * included. It may only add announcements, which nobody takes for another's.
 */
@PortalTest
class WriteAttemptTest {

    @Autowired
    DataSource connections;

    @Test
    void thePortalsLoginChangesNoRowOfATenant() {
        var renca = Office.municipality("renca");
        renca.publishes("Plan abierto");
        var jdbc = new JdbcTemplate(connections);

        TenantScope.run(renca.id(), () -> {
            var tables = tables(jdbc);
            tables.remove("event_publication");
            assertThat(tables)
                    .containsKeys("ledger_entry", "ledger_turn", "published_progress", "published_commitment");
            assertThat(jdbc.queryForObject("select count(*) from ledger_entry", Integer.class))
                    .isPositive();
            tables.forEach((table, column) -> {
                for (var attempt : List.of(
                        "insert into " + table + " default values",
                        "update " + table + " set " + column + " = null",
                        "delete from " + table,
                        "truncate " + table)) {
                    assertThat(catchThrowable(() -> jdbc.execute(attempt)))
                            .as(attempt)
                            .hasStackTraceContaining("permission denied");
                }
            });
        });
    }

    /** All tables of the tenant's schema, each with one of its columns, whether the portal may read them or not. */
    private static Map<String, String> tables(JdbcTemplate jdbc) {
        var tables = new HashMap<String, String>();
        jdbc.query("""
                select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum = 1
                 where c.relkind = 'r'
                   and c.relnamespace = (select oid from pg_namespace where nspname = current_schema())
                """, row -> {
            tables.put(row.getString("relname"), row.getString("attname"));
        });
        return tables;
    }
}
