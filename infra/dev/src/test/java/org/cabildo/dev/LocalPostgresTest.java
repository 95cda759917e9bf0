package org.cabildo.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    private static final String WRONG_PASSWORD = "28P01";

    @TempDir
    static Path folder;

    private static LocalPostgres kept;

    @BeforeAll
    static void start() {
        kept = LocalPostgres.kept(folder.resolve("postgres"), Ports.anyFree());
    }

    @AfterAll
    static void stop() {
        kept.close();
    }

    @Test
    void demandsARightPasswordOfEverybody() {
        assertThatThrownBy(() -> kept.connect(new Login(kept.provisioner().user(), "wrong")))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(WRONG_PASSWORD));
        assertThatThrownBy(() -> kept.connect(new Login(kept.superuser().user(), "")))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> kept.connect(new Login(kept.superuser().user(), "wrong")))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void trustsNoConnectionOfAnyKind() throws Exception {
        assertThat(answers(kept.superuser(), "select distinct auth_method from pg_hba_file_rules"))
                .containsExactly("scram-sha-256");
        assertThat(answers(kept.superuser(), """
                select rolname from pg_authid
                 where rolcanlogin and coalesce(rolpassword, '') not like 'SCRAM-SHA-256$%'
                """)).isEmpty();
    }

    @Test
    void keepsWhatWasCommitted() throws Exception {
        assertThat(answers(kept.superuser(), """
                select name || '=' || setting from pg_settings
                 where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'max_connections',
                                'recovery_init_sync_method', 'listen_addresses', 'unix_socket_directories')
                 order by name
                """))
                .containsExactly(
                        "fsync=on",
                        "full_page_writes=on",
                        "listen_addresses=127.0.0.1",
                        "max_connections=900",
                        "recovery_init_sync_method=syncfs",
                        "synchronous_commit=on",
                        "unix_socket_directories=");
    }

    @Test
    void letsTheProvisionerCreateRolesButNotRule() throws Exception {
        assertThat(answers(kept.provisioner(), """
                select concat_ws(' ', rolcreaterole, rolsuper, rolcreatedb, rolbypassrls, rolreplication)
                  from pg_roles where rolname = current_user
                """)).containsExactly("t f f f f");
        assertThat(answers(kept.provisioner(), "show createrole_self_grant")).containsExactly("set, inherit");
        assertThat(answers(kept.provisioner(), """
                select pg_get_userbyid(datdba) || ' ' || pg_encoding_to_char(encoding) || ' ' || datlocale
                  from pg_database where datname = 'cabildo'
                """)).containsExactly("cabildo_provisioner UTF8 C.UTF-8");
    }

    @Test
    void givesEverybodyNothingButTheRightToConnect() throws Exception {
        assertThat(answers(kept.superuser(), """
                select datname || ' ' || privilege_type
                  from pg_database, aclexplode(datacl) where grantee = 0 and datallowconn order by 1
                """)).containsExactly("cabildo CONNECT");
    }

    @Test
    void sortsAsSpanishDoes() throws Exception {
        assertThat(answers(kept.provisioner(), """
                select word from unnest(array['Zapallar', 'Ñuñoa', 'Nogales', 'Ñiquén', 'Olmué']) as word
                 order by word collate "es-x-icu"
                """)).containsExactly("Nogales", "Ñiquén", "Ñuñoa", "Olmué", "Zapallar");
    }

    @Test
    void keepsDataOverARestart(@TempDir Path own) throws Exception {
        var port = Ports.anyFree();
        try (var first = LocalPostgres.kept(own.resolve("postgres"), port)) {
            execute(first, "create table kept (word text)");
            execute(first, "insert into kept values ('sigue')");
            first.restart();
            assertThat(answers(first, first.provisioner(), "select word from kept"))
                    .containsExactly("sigue");
            first.crash();
        }

        try (var second = LocalPostgres.kept(own.resolve("postgres"), port)) {
            assertThat(answers(second, second.provisioner(), "select word from kept"))
                    .containsExactly("sigue");
        }
    }

    @Test
    void takesOverAServerThatOutlivedItsLauncher() throws Exception {
        var before = answers(kept.superuser(), "select pg_postmaster_start_time()");

        var again = LocalPostgres.kept(folder.resolve("postgres"), kept.port());

        assertThat(answers(again, again.superuser(), "select pg_postmaster_start_time()"))
                .isEqualTo(before);
        assertThat(LocalPostgres.survives(folder.resolve("postgres"), kept.port()))
                .isTrue();
    }

    @Test
    void namesAPortThatAnotherProgramHolds(@TempDir Path own) {
        assertThatThrownBy(() -> LocalPostgres.kept(own.resolve("postgres"), kept.port()))
                .isInstanceOf(CannotStart.class)
                .hasMessage("Port %d is taken by another program.", kept.port());
    }

    @Test
    void leavesNothingOfAThrowawayServer() throws Exception {
        Path data;
        try (var quick = LocalPostgres.throwaway()) {
            data = Path.of(
                    answers(quick, quick.superuser(), "show data_directory").getFirst());
            assertThat(answers(quick, quick.superuser(), "show fsync")).containsExactly("off");
            quick.stop();
            assertThatThrownBy(() -> quick.connect(quick.provisioner())).isInstanceOf(SQLException.class);
            quick.start();
            assertThat(answers(quick, quick.provisioner(), "select 1")).containsExactly("1");
        }
        assertThat(Files.exists(data.getParent())).isFalse();
    }

    private static List<String> answers(Login login, String question) throws SQLException {
        return answers(kept, login, question);
    }

    private static List<String> answers(LocalPostgres server, Login login, String question) throws SQLException {
        try (var connection = server.connect(login);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            var answers = new ArrayList<String>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }

    private static void execute(LocalPostgres server, String sql) throws SQLException {
        try (var connection = server.connect(server.provisioner());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
