package org.cabildo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cabildo.identity.OfficeSessions;
import org.cabildo.identity.Officer;
import org.cabildo.identity.People;
import org.cabildo.identity.Role;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.cabildo.testing.FreshTenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Requests that an attacker makes, or makes somebody's browser send: other names, other sessions, forms of other sites. */
@Office
class ForgedRequestTest {

    @Autowired
    FreshTenants fresh;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    OfficeSessions sessions;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping plain;

    private final Visitor desk = new Visitor();
    private TenantId tenant;
    private String ana;

    @BeforeEach
    void somebodyWorksSomewhere() {
        tenant = fresh.municipality("asalto");
        ana = "ana@" + tenant + ".invalid";
        as(() -> people.give(ana, "Ana", Set.of(Role.EDITOR)));
    }

    // other names

    @ParameterizedTest
    @ValueSource(
            strings = {
                "malo.example",
                "localhost.malo.example",
                "127.0.0.1",
                "[::1]",
                "xn--lcalhost-n4a",
                "localhost:80@malo.example",
                "localhost, malo.example",
                "",
                "malo.example\r\nX-Forwarded-Host: localhost"
            })
    void underAnotherNameThereIsNoOffice(String host) {
        for (var path :
                new String[] {"/", "/t/" + slug(), "/oauth2/authorization/cabildo", "/office.css", "/sin-acceso"}) {
            var answer = raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

            assertThat(answer)
                    .as(path)
                    .matches("(?s)HTTP/1.1 (400|404) .*")
                    .doesNotContain("malo.example", "Location:", "Exception", "Tomcat");
        }
    }

    @Test
    void itsOwnNameMayBeWrittenAsPeopleWriteIt() {
        for (var host : new String[] {"localhost", "LOCALHOST", "localhost.", "localhost:" + Office.SignIn.PORT}) {
            assertThat(raw("GET /sin-acceso HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .as(host)
                    .startsWith("HTTP/1.1 403");
        }
        assertThat(raw("GET /health HTTP/1.1\r\nHost: 10.0.0.7\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void whoNamesTwoHostsOrAnotherInTheRequestLineIsRefused() {
        for (var request : List.of(
                "GET / HTTP/1.1\r\nHost: localhost\r\nHost: malo.example",
                "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost",
                "GET http://malo.example/ HTTP/1.1\r\nHost: localhost",
                "GET http://malo.example/ HTTP/1.1\r\nHost: malo.example",
                "GET / HTTP/1.1")) {
            assertThat(raw(request + "\r\nConnection: close\r\n\r\n"))
                    .as(request)
                    .matches("(?s)HTTP/1.1 (400|404) .*")
                    .doesNotContain("Location:");
        }
    }

    static Stream<String> claims() {
        return Stream.of(
                "X-Forwarded-Host: malo.example",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Port: 31337",
                "X-Forwarded-Prefix: /malo.example",
                "Forwarded: host=malo.example;proto=https",
                "X-Original-URL: /malo.example",
                "X-Rewrite-URL: /malo.example",
                "X-Host: malo.example");
    }

    @Test
    void whoClaimsToBeAProxyIsNotBelieved() {
        for (var claim : claims().toList()) {
            var said = claim.split(": ", 2);
            var visitor = new Visitor();

            var first = visitor.get("/t/" + slug(), said);
            var onward = visitor.get("/oauth2/authorization/cabildo", said);

            assertThat(first.headers().firstValue("Location")).as(claim).hasValueSatisfying(ForgedRequestTest::isOurs);
            assertThat(onward.headers().firstValue("Location").orElse(""))
                    .as(claim)
                    .contains("redirect_uri=" + Office.SignIn.ADDRESS + "/login/oauth2/code/cabildo");
        }
    }

    private static void isOurs(String location) {
        assertThat(URI.create(Office.SignIn.ADDRESS).resolve(location))
                .isEqualTo(URI.create(Office.SignIn.ADDRESS + "/oauth2/authorization/cabildo"));
    }

    // other sessions

    @Test
    void aSessionThatSomebodyPreparedIsNotTheOneThatIsSignedIn() {
        desk.get("/t/" + slug());
        var prepared = desk.session();

        desk.signIn(ana, "/t/" + slug());

        assertThat(desk.session()).isNotEqualTo(prepared);
        assertThat(desk.get("/t/" + slug()).statusCode()).isEqualTo(200);
        assertThat(Visitor.withSession(prepared).get("/t/" + slug()).statusCode())
                .isEqualTo(302);
    }

    @Test
    void aSessionThatSomebodyMadeUpIsNoSession() {
        var visitor = Visitor.withSession("ABCDEF0123456789ABCDEF0123456789");

        visitor.signIn(ana, "/t/" + slug());

        assertThat(visitor.get("/t/" + slug()).statusCode()).isEqualTo(200);
        assertThat(Visitor.withSession("ABCDEF0123456789ABCDEF0123456789")
                        .get("/t/" + slug())
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void noAddressCarriesASession() {
        desk.signIn(ana, "/t/" + slug());
        var session = desk.session();

        for (var name : new String[] {"jsessionid", "CABILDO_OFFICE", "cabildo_office"}) {
            assertThat(new Visitor()
                            .get("/t/" + slug() + ";" + name + "=" + session)
                            .statusCode())
                    .as(name)
                    .isNotEqualTo(200);
            assertThat(new Visitor()
                            .get("/t/" + slug() + "?" + name + "=" + session)
                            .statusCode())
                    .as(name)
                    .isEqualTo(302);
        }
        assertThat(new Visitor()
                        .get("/t/" + slug())
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .doesNotContain(";");
    }

    @Test
    void scriptsAndOtherSitesDoNotGetTheCookie() {
        var cookie = new Visitor()
                .get("/t/" + slug())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();

        assertThat(cookie).contains("HttpOnly", "SameSite=Lax").doesNotContain("Domain=");
    }

    // forms of other sites

    @Test
    void nothingPlainIsChangedWithoutATokenOfOurs() {
        desk.signIn(ana, "/t/" + slug());
        var changing = Stream.concat(
                        Stream.of("/logout"),
                        plain.getHandlerMethods().keySet().stream()
                                .filter(route ->
                                        !reads(route.getMethodsCondition().getMethods()))
                                .flatMap(route -> route.getPatternValues().stream())
                                .map(route -> route.replaceAll("\\{\\w+}", "x")))
                .toList();

        assertThat(changing).contains("/logout", "/invitacion/x/aceptar");
        for (var path : changing) {
            for (var fields : new String[] {"", "_csrf=", "_csrf=x", "otherAddress=true"}) {
                assertThat(desk.post(path, fields).statusCode())
                        .as(path + " " + fields)
                        .isEqualTo(403);
            }
        }
        assertThat(desk.get("/t/" + slug()).statusCode()).as("still signed in").isEqualTo(200);
    }

    /** An address that names no method is the container's error page, which changes nothing. */
    private static boolean reads(Set<RequestMethod> methods) {
        return Set.of(RequestMethod.GET, RequestMethod.HEAD).containsAll(methods);
    }

    @Test
    void nobodyIsSignedOutByAPictureOnAnotherSite() {
        desk.signIn(ana, "/t/" + slug());

        desk.get("/logout");

        assertThat(desk.get("/t/" + slug()).statusCode()).isEqualTo(200);
    }

    @Test
    void aTabTakesNothingWithoutItsKey() {
        desk.signIn(ana, "/t/" + slug());
        var tab = desk.open("t/" + slug());

        for (var key : new String[] {"", "x", "00000000-0000-0000-0000-000000000000"}) {
            var forged = desk.navigate(new Visitor.OpenTab(tab.ui(), key), "t/" + slug() + "/planes", 0);
            assertThat(forged).as(key).doesNotContain("Planes");
        }
        assertThat(desk.navigate(tab, "t/" + slug() + "/planes", 0)).contains("Planes");
    }

    @Test
    void anUploadThatNoPageOfferedIsNotTaken() {
        desk.signIn(ana, "/t/" + slug());
        var tab = desk.open("t/" + slug());
        desk.navigate(tab, "t/" + slug() + "/planes", 0);

        for (var path : List.of(
                "/VAADIN/dynamic/resource/" + tab.ui() + "/00000000-0000-0000-0000-000000000000/upload",
                "/VAADIN/dynamic/resource/" + (tab.ui() + 7) + "/00000000-0000-0000-0000-000000000000/upload",
                "/VAADIN/dynamic/resource/x/y/upload",
                "/t/" + slug() + "/archivos/" + "0".repeat(64))) {
            assertThat(desk.post(path, "contenido").statusCode()).as(path).isBetween(400, 405);
        }
    }

    @Test
    void anotherSessionsTabIsNotMine() {
        desk.signIn(ana, "/t/" + slug());
        var tab = desk.open("t/" + slug());
        var stranger = new Visitor();
        stranger.signIn("otra@" + tenant + ".invalid", "/");

        assertThat(stranger.navigate(tab, "t/" + slug() + "/planes", 0)).doesNotContain("Planes", slug());
        assertThat(new Visitor().navigate(tab, "t/" + slug() + "/planes", 0)).doesNotContain("Planes", slug());
    }

    // leaving

    @Test
    void whoSignsOutEverywhereIsOutEverywhereAtTheNextRequest() {
        var others = List.of(new Visitor(), new Visitor(), new Visitor());
        others.forEach(visitor -> visitor.signIn(ana, "/t/" + slug()));
        var tabs = others.stream().map(visitor -> visitor.open("t/" + slug())).toList();
        var before = ana().act(sessions::mine);
        desk.signIn(ana, "/t/" + slug());
        var mine = ana().act(sessions::mine).stream()
                .filter(line -> before.stream().noneMatch(other -> other.id().equals(line.id())))
                .findFirst()
                .orElseThrow();

        int ended = ana().act(() -> sessions.endOthers(mine.id()));

        assertThat(ended).isEqualTo(3);
        for (int i = 0; i < others.size(); i++) {
            assertThat(others.get(i).navigate(tabs.get(i), "t/" + slug() + "/planes", 0))
                    .contains("appError", "Esta sesión terminó")
                    .doesNotContain("Planes");
            assertThat(others.get(i).get("/t/" + slug()).statusCode()).isEqualTo(302);
        }
        assertThat(desk.get("/t/" + slug()).statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionThatWasSignedOutIsWorthNothing() {
        desk.signIn(ana, "/t/" + slug());
        var session = desk.session();
        var tab = desk.open("t/" + slug());
        var page = desk.get("/t/" + slug());
        assertThat(page.statusCode()).isEqualTo(200);

        people.byEmail(ana).orElseThrow().act(() -> {
            sessions.end(sessions.mine().getFirst().id());
            return true;
        });

        var thief = Visitor.withSession(session);
        assertThat(thief.navigate(tab, "t/" + slug() + "/planes", 0)).doesNotContain("Planes");
        assertThat(thief.get("/t/" + slug()).statusCode()).isNotEqualTo(200);
        assertThat(thief.get("/").statusCode()).isNotEqualTo(200);
    }

    private Officer ana() {
        return people.byEmail(ana).orElseThrow();
    }

    private String slug() {
        return tenants.require(tenant).slug();
    }

    private void as(Runnable work) {
        TenantScope.run(
                tenant,
                () -> fresh.officer(tenant, Role.ADMINISTRATOR).act(() -> {
                    work.run();
                    return true;
                }));
    }

    private static String raw(String request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), Office.SignIn.PORT)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
