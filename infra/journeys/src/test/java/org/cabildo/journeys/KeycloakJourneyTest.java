package org.cabildo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Officers sign in at a Keycloak; what they may do is decided by our roles, not by its. */
@Journey("keycloak")
class KeycloakJourneyTest {

    private static final String PLACE = "Municipalidad de Puerto Ejemplo";
    private static final String INVITED = "invitada@ejemplo.invalid";

    @Test
    void whoIsInvitedSignsInAtKeycloakAndSeesWhatTheirRoleAllows(Cast cast) {
        var ports = RunningHouse.freePorts(2);
        var office = "http://localhost:" + ports.getFirst();
        try (var keycloak = Keycloak.start(cast.house().folder(), ports.getLast(), office);
                var server = office(cast.house(), keycloak, ports.getFirst())) {
            var token = invite(cast);
            keycloak.await();
            server.await(URI.create(office + "/health"), Duration.ofMinutes(2));

            accepts(cast.citizen(), office + "/invitacion/" + token);
            staysOutside(cast.citizen(), office);
        }
    }

    private static Server office(RunningHouse house, Keycloak keycloak, int port) {
        var environment = new HashMap<>(house.environmentOfAnotherOffice());
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("CABILDO_OIDC_ISSUER", keycloak.issuer());
        environment.put("CABILDO_OIDC_CLIENT_ID", "cabildo-back-office");
        environment.put("CABILDO_OIDC_CLIENT_SECRET", Keycloak.CLIENT_SECRET);
        return Server.start(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        house.folder()
                                .resolve("tenant-admin/target/tenant-admin-0.1.0-SNAPSHOT-exec.jar")
                                .toString()),
                environment,
                Path.of("target", "houses", "office-with-keycloak.log"));
    }

    private static String invite(Cast cast) {
        var administrator = cast.officerWithMouse("Rosa Huenchullán");
        administrator.enters(PLACE);
        administrator.goesTo("Personas");
        administrator.presses("Invitar");
        administrator.types("Correo", INVITED);
        administrator.answers("Enviar invitación");
        assertThat(administrator.row(INVITED, "Invitación enviada")).isVisible();
        var mailbox = cast.citizen();
        return Letters.to(mailbox, cast.house(), INVITED).replaceFirst(".*/invitacion/", "");
    }

    private static void accepts(Visitor invited, String link) {
        invited.opens(link);
        invited.follows("Iniciar sesión y aceptar");
        signsIn(invited.page(), INVITED);
        invited.presses("Aceptar la invitación");

        assertThat(invited.heading(PLACE)).isVisible();
        invited.hands().press(invited.page().locator("vaadin-drawer-toggle"));
        var menu = invited.page().getByRole(AriaRole.NAVIGATION);
        assertThat(menu.getByText("Planes")).isVisible();
        assertThat(menu.getByText("Personas")).hasCount(0);
        Quiet.await(invited.page());
        invited.page().reload(); // closes the drawer
        assertThat(invited.heading(PLACE)).isVisible();
        invited.looks("entra-con-keycloak");
        invited.opens(invited.page().url().replaceFirst("(/t/[^/?#]+).*", "$1/personas"));
        assertThat(invited.page().getByText("Esto requiere el rol de administración"))
                .isVisible();
    }

    /** The provider has not verified the address, so it vouches for nothing. */
    private static void staysOutside(Visitor stranger, String office) {
        stranger.opens(office);
        signsIn(stranger.page(), "sin-verificar@ejemplo.invalid");

        assertThat(stranger.heading("Su correo no está verificado")).isVisible();
        stranger.looks("sin-correo-verificado");
    }

    private static void signsIn(Page page, String email) {
        page.locator("#username").fill(email);
        page.locator("#password").fill("cabildo");
        page.locator("#kc-login").click();
    }
}
