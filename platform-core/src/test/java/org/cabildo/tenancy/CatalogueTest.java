package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Machine;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What PostgreSQL's own catalog says of every tenant there is: the fence as it stands, not as it was meant. */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueTest {

    /** Objects that are neither PostgreSQL's own nor of a session. */
    private static final String OURS = "nspname !~ '^pg_' and nspname <> 'information_schema'";

    private static final Set<String> BOOKKEEPING = Set.of("databasechangelog", "databasechangeloglock");
    private static final List<String> KINDS = List.of("_owner", "_office", "_portal");

    @Autowired
    FreshTenants fresh;

    private List<String> keys = List.of();

    @BeforeAll
    void someTenants() {
        var renca = fresh.municipality("renca");
        var santiago = fresh.municipality("santiago");
        fresh.consortium("cuenca", renca, santiago);
        keys = Overseer.rows("select key from platform.tenant order by key");
    }

    @Test
    void namesInTheCatalogTellNothing() {
        assertThat(keys).allMatch(key -> key.matches("t[a-z2-9]{14}"));
        assertThat(Overseer.rows("select nspname from pg_namespace where " + OURS
                        + " and nspname not in ('public', 'platform', 'ext') order by 1"))
                .isEqualTo(keys);
        assertThat(Overseer.rows("""
                select r.rolname from pg_shdescription d join pg_roles r on r.oid = d.objoid where r.rolname !~ '^pg_'
                """)).isEmpty();
        assertThat(Overseer.rows("select obj_description(oid) from pg_namespace where nspname ~ '^t[a-z2-9]{14}$'"
                        + " and obj_description(oid) is not null"))
                .isEmpty();
    }

    @Test
    void everyTenantHasItsThreeRolesAndNoOthersExist() {
        var expected = new TreeSet<String>();
        keys.forEach(key -> KINDS.forEach(kind -> expected.add(key + kind)));

        assertThat(
                        Overseer.rows(
                                "select rolname from pg_roles where rolname !~ '^pg_'"
                                        + " and rolname not in ('postgres', 'cabildo_provisioner', 'cabildo_office', 'cabildo_portal')"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void noRoleOfATenantOrOfAnApplicationHasAnyPower() {
        assertThat(Overseer.rows("""
                select rolname from pg_roles
                 where rolname !~ '^pg_' and rolname not in ('postgres', 'cabildo_provisioner')
                   and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)
                """)).isEmpty();
        assertThat(Overseer.one("""
                select rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls from pg_roles
                 where rolname = 'cabildo_provisioner'
                """)).isEqualTo("f|t|f|f|f");
    }

    @Test
    void ownersCannotSignInAndLoginsCan() {
        assertThat(Overseer.rows("select rolname from pg_roles where rolname like '%\\_owner' and rolcanlogin"))
                .isEmpty();
        assertThat(Overseer.rows("""
                select rolname from pg_roles where rolname ~ '_(office|portal)$' and not rolcanlogin
                """)).isEmpty();
    }

    @Test
    void everyPasswordIsKeptAsScramAndOwnersHaveNone() {
        assertThat(Overseer.rows("""
                select rolname from pg_authid where rolcanlogin and rolpassword not like 'SCRAM-SHA-256$%'
                """)).isEmpty();
        assertThat(Overseer.rows(
                        "select rolname from pg_authid where rolname ~ '_(office|portal)$' and rolpassword is null"))
                .isEmpty();
        assertThat(Overseer.rows(
                        "select rolname from pg_authid where rolname like '%\\_owner' and rolpassword is not null"))
                .isEmpty();
    }

    @Test
    void tenantsRolesAreMembersOfNothingAndOnlyTheProvisionerIsMemberOfThem() {
        assertThat(Overseer.rows("""
                select m.rolname, g.rolname from pg_auth_members a
                  join pg_roles m on m.oid = a.member join pg_roles g on g.oid = a.roleid
                 where m.rolname ~ '_(owner|office|portal)$' or (g.rolname !~ '^pg_' and m.rolname <> 'cabildo_provisioner')
                """)).isEmpty();
    }

    @Test
    void everyLoginCarriesItsPathAndItsLimits() {
        for (var key : keys) {
            assertThat(configOf(key + "_office"))
                    .containsExactlyInAnyOrder(
                            "search_path=" + key + ", ext",
                            "statement_timeout=15s",
                            "lock_timeout=3s",
                            "idle_in_transaction_session_timeout=30s");
            assertThat(configOf(key + "_portal"))
                    .containsExactlyInAnyOrder(
                            "search_path=" + key + ", ext",
                            "statement_timeout=5s",
                            "lock_timeout=3s",
                            "idle_in_transaction_session_timeout=30s");
        }
        assertThat(configOf("cabildo_portal")).contains("search_path=platform, ext", "statement_timeout=15s");
        assertThat(configOf("cabildo_office")).contains("search_path=platform, ext", "statement_timeout=15s");
    }

    @Test
    void rightsOnEveryTableFollowFromItsName() {
        var expected = new TreeSet<String>();
        for (var key : keys) {
            for (var table : tablesOf(key)) {
                officeMay(table).forEach(right -> expected.add(key + "|" + table + "|" + key + "_office|" + right));
                portalMay(table).forEach(right -> expected.add(key + "|" + table + "|" + key + "_portal|" + right));
            }
        }

        var actual = new TreeSet<>(Overseer.rows("""
                select n.nspname, c.relname, coalesce(g.rolname, 'PUBLIC'), a.privilege_type
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  cross join aclexplode(coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner))) a
                  left join pg_roles g on g.oid = a.grantee
                 where n.nspname ~ '^t[a-z2-9]{14}$' and c.relkind in ('r', 'p', 'S') and a.grantee <> c.relowner
                """));

        assertThat(actual).isEqualTo(expected);
    }

    private static List<String> tablesOf(String key) {
        return Overseer.rows("""
                select c.relname from pg_class c where c.relnamespace = ?::regnamespace and c.relkind in ('r', 'p')
                """, key);
    }

    private static List<String> officeMay(String table) {
        if (BOOKKEEPING.contains(table)) {
            return List.of();
        }
        return table.equals("ledger_entry")
                ? List.of("SELECT", "INSERT")
                : List.of("SELECT", "INSERT", "UPDATE", "DELETE");
    }

    private static List<String> portalMay(String table) {
        if (table.startsWith("published_")) {
            return List.of("SELECT");
        }
        if (table.startsWith("citizen_")) {
            return List.of("SELECT", "INSERT", "UPDATE");
        }
        return switch (table) {
            case "ledger_entry" -> List.of("SELECT");
            case "event_publication" -> List.of("INSERT");
            default -> List.of();
        };
    }

    @Test
    void noRightIsGivenOnSingleColumns() {
        assertThat(Overseer.rows("""
                select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
                  join pg_namespace n on n.oid = c.relnamespace where a.attacl is not null and n.""" + OURS)).isEmpty();
    }

    @Test
    void aTenantsSchemaIsOpenToItsTwoLoginsOnlyAndNobodyMayCreateThere() {
        for (var key : keys) {
            assertThat(schemaRights(key))
                    .containsExactlyInAnyOrder(
                            key + "_owner|USAGE", key + "_owner|CREATE", key + "_office|USAGE", key + "_portal|USAGE");
        }
        assertThat(schemaRights("platform"))
                .containsExactlyInAnyOrder(
                        "cabildo_provisioner|USAGE",
                        "cabildo_provisioner|CREATE",
                        "cabildo_office|USAGE",
                        "cabildo_portal|USAGE");
        assertThat(schemaRights("ext"))
                .containsExactlyInAnyOrder("cabildo_provisioner|USAGE", "cabildo_provisioner|CREATE", "PUBLIC|USAGE");
        assertThat(schemaRights("public")).noneMatch(right -> right.startsWith("PUBLIC|CREATE"));
    }

    private static List<String> schemaRights(String schema) {
        return Overseer.rows("""
                select coalesce(g.rolname, 'PUBLIC'), a.privilege_type
                  from pg_namespace n cross join aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
                  left join pg_roles g on g.oid = a.grantee where n.nspname = ?
                """, schema);
    }

    @Test
    void everythingInASchemaBelongsToItsOwner() {
        assertThat(Overseer.rows("""
                select n.nspname, r.rolname from pg_namespace n join pg_roles r on r.oid = n.nspowner
                 where n.nspname ~ '^t[a-z2-9]{14}$' and r.rolname <> n.nspname || '_owner'
                """)).isEmpty();
        assertThat(Overseer.rows("""
                select n.nspname, c.relname, r.rolname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  join pg_roles r on r.oid = c.relowner
                 where n.nspname ~ '^t[a-z2-9]{14}$' and r.rolname <> n.nspname || '_owner'
                """)).isEmpty();
    }

    @Test
    void noLoginHasARightOnAnythingOutsideItsOwnSchema() {
        // every right anybody was granted by name leaves a row here, whatever the kind of object
        assertThat(Overseer.rows("""
                select r.rolname, d.classid::regclass, d.objid, d.deptype from pg_shdepend d
                  join pg_roles r on r.oid = d.refobjid and d.refclassid = 'pg_authid'::regclass
                  left join pg_class c on d.classid = 'pg_class'::regclass and c.oid = d.objid
                  left join pg_namespace own on own.nspname = regexp_replace(r.rolname, '_(office|portal)$', '')
                 where r.rolname ~ '^t[a-z2-9]{14}_(office|portal)$'
                   and not (d.classid = 'pg_class'::regclass and c.relnamespace = own.oid)
                   and not (d.classid = 'pg_namespace'::regclass and d.objid = own.oid)
                   and not (d.classid = 'pg_auth_members'::regclass)
                """)).isEmpty();
        assertThat(Overseer.rows("select count(*) from pg_default_acl")).containsExactly("0");
        assertThat(Overseer.rows("select count(*) from pg_largeobject_metadata"))
                .containsExactly("0");
    }

    @Test
    void thePublicHasNoRightOnAnyTableOfOurs() {
        assertThat(Overseer.rows("""
                select n.nspname, c.relname, a.privilege_type from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  cross join aclexplode(c.relacl) a where a.grantee = 0 and n.""" + OURS)).isEmpty();
    }

    @Test
    void noLoginMayCreateNorUseTemporaryTablesInTheDatabase() {
        assertThat(Overseer.rows("""
                select r.rolname from pg_roles r
                 where r.rolname ~ '_(owner|office|portal)$'
                   and (has_database_privilege(r.rolname, current_database(), 'CREATE')
                        or has_database_privilege(r.rolname, current_database(), 'TEMP'))
                """)).isEmpty();
    }

    @Test
    void noLoginGetsIntoAnotherDatabase() {
        var login = Machine.postgres().provisioner();

        for (var database : List.of("postgres", "template1")) {
            var url = Machine.postgres().jdbcUrl().replace("/cabildo", "/" + database);
            assertThatThrownBy(() -> DriverManager.getConnection(url, login.user(), login.password())
                            .close())
                    .isInstanceOf(SQLException.class);
        }
        assertThat(Overseer.rows("""
                select r.rolname, d.datname from pg_roles r cross join pg_database d
                 where r.rolname ~ '_(owner|office|portal)$' and d.datname <> current_database() and d.datallowconn
                   and has_database_privilege(r.rolname, d.datname, 'CONNECT')
                """)).isEmpty();
    }

    @Test
    void thePlatformsOpenDirectoryIsAllThePortalReadsAndItWritesNothing() {
        var portal = Overseer.rows("""
                select c.relname, a.privilege_type from pg_class c cross join aclexplode(c.relacl) a
                  join pg_roles g on g.oid = a.grantee where g.rolname = 'cabildo_portal'
                """);

        assertThat(portal).isNotEmpty().allMatch(right -> right.endsWith("|SELECT"));
        assertThat(portal)
                .doesNotContain(
                        "person|SELECT",
                        "membership|SELECT",
                        "invitation|SELECT",
                        "mail|SELECT",
                        "host_claim|SELECT",
                        "office_session|SELECT",
                        "tenant_order|SELECT",
                        "event_publication|SELECT",
                        "databasechangelog|SELECT",
                        "figure_commitment|SELECT",
                        "figure_milestone|SELECT",
                        "figure_day|SELECT",
                        "peer_selection|SELECT");
        assertThat(portal).contains("commitment_count|SELECT", "told_commitment|SELECT", "told_state|SELECT");
    }

    @Test
    void theOfficeMakesNoTenantAndReadsNoBookkeeping() {
        var office = Overseer.rows("""
                select c.relname, a.privilege_type from pg_class c cross join aclexplode(c.relacl) a
                  join pg_roles g on g.oid = a.grantee
                 where g.rolname = 'cabildo_office'
                   and c.relname in ('tenant', 'tenant_login', 'databasechangelog', 'databasechangeloglock',
                                     'migration_guard')
                """);

        assertThat(office).containsExactlyInAnyOrder("tenant|SELECT", "tenant_login|SELECT");
    }

    @Test
    void aTenantsSchemaHoldsTablesIndexesAndIdentitiesOnly() {
        assertThat(inTenants("pg_class", "relnamespace", "relkind not in ('r', 'i', 'S', 'p', 'I')"))
                .isZero();
        assertThat(inTenants("pg_proc", "pronamespace", "true")).isZero();
        assertThat(inTenants("pg_operator", "oprnamespace", "true")).isZero();
        assertThat(Overseer.rows("""
                select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname ~ '^t[a-z2-9]{14}$' and c.relkind = 'S'
                   and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'i')
                """)).as("a sequence that is no identity").isEmpty();
    }

    private static int inTenants(String catalog, String namespace, String which) {
        return Overseer.count(
                "select count(*) from %s c join pg_namespace n on n.oid = c.%s where n.nspname ~ '^t[a-z2-9]{14}$' and %s"
                        .formatted(catalog, namespace, which));
    }

    @Test
    void noTriggerRulePolicyOrInheritanceIsInATenantsSchema() {
        assertThat(Overseer.rows("select tgname from pg_trigger where not tgisinternal"))
                .isEmpty();
        assertThat(Overseer.rows("""
                select i.inhrelid::regclass from pg_inherits i join pg_class c on c.oid = i.inhrelid
                  join pg_namespace n on n.oid = c.relnamespace where n.nspname ~ '^t[a-z2-9]{14}$'
                """)).isEmpty();
        assertThat(Overseer.rows("""
                select r.rulename from pg_rewrite r join pg_class c on c.oid = r.ev_class
                  join pg_namespace n on n.oid = c.relnamespace where n.nspname ~ '^t[a-z2-9]{14}$'
                """)).isEmpty();
        assertThat(Overseer.rows("select polname from pg_policy")).isEmpty();
    }

    @Test
    void noKeyLeavesItsSchema() {
        assertThat(Overseer.rows("""
                select c.conname, f.relnamespace::regnamespace, t.relnamespace::regnamespace from pg_constraint c
                  join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
                 where c.contype = 'f' and f.relnamespace <> t.relnamespace
                """)).isEmpty();
    }

    @Test
    void nothingInATenantsSchemaDependsOnAnotherSchemaOfOurs() {
        assertThat(Overseer.rows("""
                select distinct pg_describe_object(d.classid, d.objid, 0), pg_describe_object(d.refclassid, d.refobjid, 0)
                  from pg_depend d
                  join pg_class c on d.classid = 'pg_class'::regclass and c.oid = d.objid
                  join pg_namespace n on n.oid = c.relnamespace and n.nspname ~ '^t[a-z2-9]{14}$'
                  join pg_class o on d.refclassid = 'pg_class'::regclass and o.oid = d.refobjid
                 where o.relnamespace <> c.relnamespace and o.relnamespace <> 'pg_catalog'::regnamespace
                """)).isEmpty();
    }

    @Test
    void theChangelogOfTenantsKeepsToWhatSurvivesShardingAndTransactions() throws Exception {
        var forbidden = List.of(
                "create\\s+(or\\s+replace\\s+)?(trigger|rule|view|materialized|sequence|function|procedure|schema|role|extension|policy)",
                "\\binherits\\b",
                "\\b(small|big)?serial\\b",
                "\\bconcurrently\\b",
                "\\bvacuum\\b",
                "\\bplatform\\s*\\.",
                "\\bext\\s*\\.",
                "runintransaction\\s*:\\s*false",
                "\\b(grant|revoke)\\b",
                "\\bset\\s+(role|search_path|session)");
        var found = new ArrayList<String>();
        for (var line : TenantSchema.sql().toList()) {
            var code = line.startsWith("--changeset ") ? line : line.replaceAll("--.*", "");
            for (var pattern : forbidden) {
                if (code.toLowerCase(java.util.Locale.ROOT).matches(".*(" + pattern + ").*")) {
                    found.add(line);
                }
            }
        }

        assertThat(found).isEmpty();
    }

    private static List<String> configOf(String role) {
        return Overseer.rows("select unnest(rolconfig) from pg_roles where rolname = ?", role);
    }
}
