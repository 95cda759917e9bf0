package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.cabildo.testing.Machine;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class DoorTest {

    private static final Office.Place RENCA = Office.municipality("renca");

    @Autowired
    Reader reader;

    @Test
    void aTenantAnswersUnderItsHostHoweverItIsWritten() {
        var expected = reader.get(RENCA.host(), "/").body();

        assertThat(expected).contains("<h1 lang=\"es-CL\">renca</h1>");
        for (var host : new String[] {
            RENCA.host() + ":8080", RENCA.host() + ".", RENCA.host().toUpperCase(Locale.ROOT), RENCA.host() + ".:443"
        }) {
            assertThat(reader.get(host, "/").body()).as(host).isEqualTo(expected);
        }
    }

    @Test
    void aTenantAnswersUnderItsPathAndItsLinksStayThere() {
        var page = reader.get("localhost", "/t/" + RENCA.slug());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("href=\"/t/" + RENCA.slug() + "/datos\"");
        assertThat(reader.get("localhost", "/t/" + RENCA.slug() + "/datos").status())
                .isEqualTo(200);
    }

    @Test
    void aHostOfItsOwnLeadsToItsTenant() {
        Office.municipalityAt("abierto.ejemplo.cl", "ejemplo-con-host");

        assertThat(reader.get("abierto.ejemplo.cl", "/").body()).contains("Municipalidad de ejemplo-con-host");
        assertThat(reader.get("localhost", "/?q=ejemplo-con-host").body())
                .contains("href=\"http://abierto.ejemplo.cl/\"");
    }

    @Test
    void aSlashTooManyLeadsToThePageOnTheSamePortal() {
        var prefix = "/t/" + RENCA.slug();
        for (var asked : new String[][] {
            {RENCA.host(), "/datos/", "/datos"},
            {RENCA.host(), "/datos/?lang=en&q=a%2Fb", "/datos?lang=en&q=a%2Fb"},
            {RENCA.host(), "/planes/plan-abierto/compromisos/1/", "/planes/plan-abierto/compromisos/1"},
            {"localhost", prefix + "/bitacora/?lang=en", prefix + "/bitacora?lang=en"},
            {"localhost", "/mapa/13/", "/mapa/13"},
        }) {
            var page = reader.get(
                    asked[0], asked[1], "X-Forwarded-Host", "ajeno.example", "Forwarded", "host=ajeno.example");
            assertThat(page.status()).as(asked[1]).isEqualTo(308);
            assertThat(page.header("Location")).as(asked[1]).isEqualTo(asked[2]);
        }
        assertThat(reader.get("localhost", prefix + "/").status()).isEqualTo(200);
        for (var path : List.of("/no/existe/", "/planes/uno/dos/", "/error/", "/a//")) {
            assertThat(reader.get("localhost", path))
                    .as(path)
                    .satisfies(page -> assertThat(page.header("Location")).isEmpty())
                    .extracting(Reader.Page::body)
                    .isEqualTo(reader.get("localhost", "/no/existe").body());
        }
        for (var path : List.of(
                "//ajeno.example/",
                "//ajeno.example/datos/",
                "/\\ajeno.example/",
                "/datos//",
                "/%2Fajeno.example/datos/",
                "///datos/")) {
            assertThat(reader.raw(
                            "GET " + path + " HTTP/1.1\r\nHost: " + RENCA.host() + "\r\nConnection: close\r\n\r\n"))
                    .as(path)
                    .doesNotContainIgnoringCase("Location:");
        }
        assertThat(reader.get("nadie.localhost", "/datos/").status()).isEqualTo(404);
    }

    @Test
    void theIconIsWhereBrowsersLookForIt() {
        for (var host : List.of("localhost", RENCA.host())) {
            assertThat(reader.get(host, "/favicon.ico")).as(host).satisfies(icon -> {
                assertThat(icon.status()).isEqualTo(200);
                assertThat(icon.header("Content-Type")).isEqualTo("image/svg+xml");
            });
        }
    }

    @Test
    void theBareHostIsTheNations() {
        assertThat(reader.get("localhost", "/").text()).contains("Directorio nacional");
    }

    @Test
    void whatNobodyHasIsAnsweredAlikeToTheByte() throws SQLException {
        var suspended = Office.municipality("suspendida");
        alter("update platform.tenant set life = 'SUSPENDED' where slug = ?", suspended.slug());
        var unknown = reader.get("localhost", "/no/existe");

        assertThat(unknown.status()).isEqualTo(404);
        for (var asked : new String[][] {
            {"nadie.localhost", "/"},
            {"nadie.localhost", "/datos"},
            {"otro.example", "/"},
            {"localhost", "/t/nadie/"},
            {"localhost", "/t/Renca/"},
            {"localhost", "/datos"},
            {"localhost", "/planes/uno"},
            {"localhost", "/error"},
            {"localhost", "/assets/x/portal.css"},
            {"localhost", "/a//b"},
            {"localhost", "/a;b=c"},
            {"a." + RENCA.host(), "/"},
            {suspended.host(), "/"},
            {"localhost", "/t/" + suspended.slug() + "/"},
            {"xn--d1acufc.localhost", "/"},
            {"127.0.0.1", "/"},
            {"[::1]", "/"},
        }) {
            var page = reader.get(asked[0], asked[1]);
            assertThat(page.status()).as(String.join(" ", asked)).isEqualTo(404);
            assertThat(page.body()).as(String.join(" ", asked)).isEqualTo(unknown.body());
            assertThat(page.lasting()).as(String.join(" ", asked)).isEqualTo(unknown.lasting());
        }
    }

    @Test
    void whatATenantHasNotLeavesTheReaderThereAndTellsNothingOfWhatWasAsked() {
        RENCA.publishes("Plan abierto");
        RENCA.acts(() -> Office.the(Promises.class).drafted("Plan secreto"));

        for (var at : new String[][] {{RENCA.host(), ""}, {"localhost", "/t/" + RENCA.slug()}}) {
            var unknown = reader.get(at[0], at[1] + "/no/existe");
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.header("Cache-Control")).isEqualTo("no-store");
            assertThat(unknown.text())
                    .contains("Aquí no hay nada", "Ir al inicio de renca", "Ir al directorio nacional");
            assertThat(unknown.body()).doesNotContain("existe\"", "canonical", "ecreto");
            assertThat(unknown.all("a"))
                    .extracting(link -> link.getAttribute("href"))
                    .contains(at[1] + "/", at[1] + "/datos", "http://localhost/", "?lang=en");
            for (var path : new String[] {
                "/planes/uno",
                "/planes/plan-secreto",
                "/planes/plan-secreto/compromisos/1",
                "/planes/plan-abierto/compromisos/2",
                "/planes/uno/v/dos",
                "/planes/uno/compromisos/99999999999999",
                "/consorcios/x/planes/y",
                "/archivos/x",
                "/t/" + RENCA.slug() + "/",
                "/mapa"
            }) {
                var page = reader.get(at[0], at[1] + path);
                assertThat(page.status()).as(path).isEqualTo(404);
                assertThat(page.body()).as(path).isEqualTo(unknown.body());
                assertThat(page.lasting()).as(path).isEqualTo(unknown.lasting());
            }
        }
        var english = reader.get(RENCA.host(), "/no/existe?lang=en");
        assertThat(english.text()).contains("Go to the home page of renca");
        assertThat(english.all("a"))
                .extracting(link -> link.getAttribute("href"))
                .contains("?");
    }

    @Test
    void whatTheNationHasNotLeadsToWhatItHasInEitherLanguage() {
        for (var host : new String[] {"localhost", "nadie.localhost"}) {
            var unknown = reader.get(host, "/no/existe");
            assertThat(unknown.all("a"))
                    .as(host)
                    .extracting(link -> link.getAttribute("href"))
                    .contains(
                            "http://localhost/datos-del-pais",
                            "http://localhost/bitacora",
                            "http://localhost/acerca",
                            "?lang=en");
            var english = reader.get(host, "/no/existe?lang=en");
            assertThat(english.status()).isEqualTo(404);
            assertThat(english.text()).as(host).contains("Page not found", "Open data");
            assertThat(english.all("a"))
                    .as(host)
                    .extracting(link -> link.getAttribute("href"))
                    .contains("http://localhost/acerca?lang=en", "?");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost\rX: y",
                "localhost\u0000",
                "localhost/../x",
                "a b",
                "localhost:abc",
                "",
                ".",
                "..localhost",
                "'; drop table tenant; --",
                "user@localhost",
                "-renca.localhost",
                "%6cocalhost"
            })
    void aBrokenHostGetsNothing(String host) {
        var answer = reader.raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .matches("(?s)HTTP/1.1 (400|404) .*")
                .doesNotContain("Directorio nacional de", "Exception", "Tomcat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%2e%2e/x", "/../x", "/%00", "/%2f", "/\\x", "/x|y", "/" + "a/%c0%ae"})
    void aBrokenPathGetsNothing(String path) {
        var answer = reader.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*").doesNotContain("Exception", "Tomcat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%zz", "/planes/%zz?lang=es"})
    void anAddressThatCannotBeReadLeadsNowhere(String path) {
        var answer = reader.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 404 ")
                .contains("Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff")
                .endsWith(reader.get("localhost", "/no/existe").body());
    }

    @Test
    void whoClaimsToBeAProxyIsNotBelieved() {
        var page = reader.get("localhost", "/", "X-Forwarded-Host", RENCA.host(), "Forwarded", "host=" + RENCA.host());

        assertThat(page.text()).contains("Directorio nacional").doesNotContain("<h1 lang=\"es-CL\">renca</h1>");
    }

    @Test
    void aTenantThatWaitsForItsMigrationSaysSoUntilItIsMigrated() throws SQLException {
        var late = Office.municipality("atrasada");
        alter("update platform.tenant set schema_version = schema_version - 1 where slug = ?", late.slug());

        var page = reader.get(late.host(), "/");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isEqualTo("30");
        assertThat(page.text()).contains("se está actualizando").doesNotContain("atrasada");
    }

    @Test
    void everyAnswerIsArmoured() {
        for (var page : new Reader.Page[] {
            reader.get(RENCA.host(), "/"),
            reader.get("nadie.localhost", "/"),
            reader.get("localhost", "/a//b"),
            reader.send("POST", RENCA.host(), "/"),
            reader.get("localhost", "/health")
        }) {
            assertThat(page.header("Content-Security-Policy"))
                    .isEqualTo("default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self';"
                            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
            assertThat(page.header("Permissions-Policy")).contains("geolocation=()");
            assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(page.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(page.headers()).doesNotContainKeys("Set-Cookie", "Server", "X-Powered-By");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"})
    void pagesAreOnlyRead(String method) {
        var page = reader.send(method, RENCA.host(), "/");

        assertThat(page.status()).isEqualTo(405);
        assertThat(page.header("Allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void headSaysWhatGetWouldWithoutSayingIt() {
        var whole = reader.get(RENCA.host(), "/");
        var head = reader.send("HEAD", RENCA.host(), "/");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(whole.header("ETag"));
    }

    @Test
    void brokenQueriesAreIgnored() {
        assertThat(reader.raw("GET /?q=%zz&lang=%&&=&lang=en HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .contains("<html lang=\"en\">");
    }

    private static void alter(String sql, String slug) throws SQLException {
        try (var connection = Machine.postgres().connect(Machine.postgres().superuser());
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, slug);
            statement.executeUpdate();
        }
    }
}
