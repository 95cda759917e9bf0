package org.cabildo.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurroundingsTest {

    @TempDir
    private Path project;

    @Test
    void namesABusyPortAndHowToChooseAnother() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var busy = Integer.toString(other.getLocalPort());

            assertThatThrownBy(() -> open(Map.of("CABILDO_PORTAL_PORT", busy)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage(
                            "El puerto %s (portal ciudadano) está ocupado por otro programa: ciérralo, o elige otro"
                                    + " puerto con CABILDO_PORTAL_PORT=<número>.",
                            busy);
            assertThatThrownBy(() -> open(Map.of("CABILDO_DB_PORT", busy, "LANG", "en_GB.UTF-8")))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage(
                            "Port %s (PostgreSQL) is taken by another program: close it, or choose another port with"
                                    + " CABILDO_DB_PORT=<number>.",
                            busy);
        }
    }

    private void open(Map<String, String> environment) {
        var all = new HashMap<String, String>();
        var free = Ports.anyFree(Surroundings.Place.values().length).iterator();
        for (var place : Surroundings.Place.values()) {
            all.put(place.variable(), Integer.toString(free.next()));
        }
        all.putAll(environment);
        var surroundings = new Surroundings(all, project);
        try (var data = DataFolder.take(DataFolder.find(surroundings, message -> {}), surroundings.words());
                var house = new House(surroundings, data, line -> {})) {
            house.open();
        }
    }

    @Test
    void refusesWhatIsNoPortAndTheSamePortTwice() {
        assertThatThrownBy(() -> new Surroundings(Map.of("CABILDO_PORTAL_PORT", "ochenta"), project))
                .hasMessageContaining("CABILDO_PORTAL_PORT debe ser un número de puerto")
                .hasMessageContaining("«ochenta»");
        assertThatThrownBy(() -> new Surroundings(Map.of("CABILDO_PORTAL_PORT", "8081"), project))
                .hasMessageContaining("8081")
                .hasMessageContaining("CABILDO_OFFICE_PORT");
    }

    @Test
    void demandsAllOfAnExternalServiceOrNothing() {
        assertThatThrownBy(() -> new Surroundings(Map.of("CABILDO_DB_URL", "jdbc:postgresql://db/cabildo"), project))
                .hasMessage("Si defines CABILDO_DB_URL, define también CABILDO_DB_USER, CABILDO_DB_PASSWORD.");
        assertThatThrownBy(() -> new Surroundings(Map.of("CABILDO_OIDC_ISSUER", "https://id.example"), project))
                .hasMessageContaining("CABILDO_OIDC_CLIENT_ID, CABILDO_OIDC_CLIENT_SECRET");
        assertThatThrownBy(() -> new Surroundings(Map.of("CABILDO_SMTP_URL", "smtp://mail"), project))
                .hasMessage("Si defines CABILDO_SMTP_URL, define también CABILDO_MAIL_FROM.");
    }

    @Test
    void neverLoadsDemoContentIntoAnExternalDatabase() {
        var external = Map.of(
                "CABILDO_DB_URL", "jdbc:postgresql://db/cabildo",
                "CABILDO_DB_USER", "someone",
                "CABILDO_DB_PASSWORD", "secret",
                "CABILDO_DEMO", "true",
                "CABILDO_REDIS_URL", "redis://cache:6379");

        var surroundings = new Surroundings(external, project);
        var services = new Services(
                "jdbc:postgresql://db/cabildo",
                new Login("someone", "secret"),
                "redis://cache:6379",
                new Services.Mail("smtp://user:word@mail:25", "a@example.cl"),
                "http://localhost:8082",
                new Login("client", "secret"));
        var environment = new Environment(
                surroundings, new Secrets(project.resolve("s.properties")), services, project.resolve("files"));

        assertThat(environment.worker())
                .doesNotContainKey("CABILDO_DEMO")
                .containsEntry("CABILDO_DB_PASSWORD", "secret")
                .containsEntry("CABILDO_REDIS_URL", "redis://cache:6379")
                .containsEntry("CABILDO_SMTP_URL", "smtp://user:word@mail:25")
                .containsEntry("CABILDO_FILES", project.resolve("files").toString());
        assertThat(environment.office())
                .doesNotContainKeys(
                        "CABILDO_DB_PASSWORD", "CABILDO_PORTAL_KEY", "CABILDO_LEDGER_KEY", "CABILDO_SMTP_URL");
        assertThat(environment.portal())
                .doesNotContainKeys(
                        "CABILDO_DB_PASSWORD",
                        "CABILDO_OFFICE_KEY",
                        "CABILDO_LEDGER_KEY",
                        "CABILDO_OIDC_CLIENT_SECRET",
                        "CABILDO_SMTP_URL");
    }

    @Test
    void keepsDataWhereTheDatabaseUserMayEnter() {
        var notices = new ArrayList<String>();
        var chosen = project.resolve("elsewhere");

        assertThat(DataFolder.find(new Surroundings(Map.of("CABILDO_DATA", chosen.toString()), project), notices::add))
                .isEqualTo(chosen)
                .isDirectory();
        assertThat(notices).isEmpty();
    }

    @Test
    void lendsADataFolderToOneLauncherAtATime() {
        var words = Words.of(Map.of());
        try (var first = DataFolder.take(project, words)) {
            assertThat(first.toString()).isEqualTo(project.toString());
        }
        try (var again = DataFolder.take(project, words)) {
            assertThat(again.secrets().key("a")).isEqualTo(again.secrets().key("a"));
        }
    }
}
