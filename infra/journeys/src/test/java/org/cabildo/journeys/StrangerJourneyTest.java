package org.cabildo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Somebody who has never seen the office, in a municipality that has promised nothing yet. */
@Journey("stranger")
class StrangerJourneyTest {

    private static final Logger LOG = LoggerFactory.getLogger(StrangerJourneyTest.class);
    private static final String PLACE = "Municipalidad de Maipú";
    private static final String ADDRESS = "administracion@maipu.invalid";

    @Test
    void whoIsInvitedTodayPublishesACommitmentInTenMinutes(Cast cast) {
        var link = Letters.to(cast.citizen(), cast.house(), ADDRESS);
        var pace = new Pace();
        var stranger = cast.newcomer(pace);
        stranger.opens(link);
        stranger.follows("Iniciar sesión y aceptar");
        stranger.page().locator("#email").fill(ADDRESS); // at the identity provider, which is not ours
        stranger.page().locator("#password").fill("cabildo");
        stranger.page().locator("form.card button").click();
        assertThat(stranger.heading(PLACE)).isVisible();

        var officer = new Officer(stranger, cast.house());
        begins(officer);
        promises(officer);
        divides(officer, "Reunir las compras de los últimos doce meses", "Planilla con doce meses de compras");
        divides(officer, "Publicar la planilla cada mes", "Página de compras en el sitio municipal");
        publishes(officer);

        var citizen = cast.citizenWithoutScripts();
        citizen.opens(cast.house().portal("maipu"));
        citizen.follows("Plan de Gobierno Abierto 2027");
        citizen.follows("Compras públicas a la vista");
        assertThat(citizen.heading("Compras públicas a la vista")).isVisible();
        LOG.info("A stranger's way: {}", pace);
        assertThat(pace.minutes()).as(pace.toString()).isLessThanOrEqualTo(10);
    }

    private static void begins(Officer officer) {
        officer.looks("inicio");
        officer.follows("Empezar por un plan");
        officer.types("Título", "Plan de Gobierno Abierto 2027");
        officer.picksDay("Empieza", "01-01-2027");
        officer.picksDay("Termina", "31-12-2027");
        officer.types("Resumen", "Que cada vecino sepa en qué se gasta.");
        officer.answers("Guardar");
        assertThat(officer.heading("Plan de Gobierno Abierto 2027")).isVisible();
    }

    private static void promises(Officer officer) {
        officer.presses("Agregar compromiso");
        officer.types("Título", "Compras públicas a la vista");
        officer.types("Problema", "Los vecinos no saben qué compra la municipalidad, a quién ni a qué precio.");
        officer.types(
                "Qué se hará",
                "Publicar cada mes todas las compras en una planilla reutilizable, explicada en lenguaje claro.");
        officer.types("Responsable", "Dirección de Administración y Finanzas");
        officer.types("Acceso a la información", "Publica lo que hasta ahora había que pedir por escrito.");
        officer.presses("Guardar");
        assertThat(officer.text("Todo guardado a las")).isVisible();
    }

    private static void divides(Officer officer, String activity, String deliverable) {
        officer.presses("Agregar hito");
        officer.types("Actividad", activity);
        officer.types("Entregable", deliverable);
        officer.answers("Guardar");
        assertThat(officer.text("%s» quedó guardado".formatted(activity))).isVisible();
    }

    private static void publishes(Officer officer) {
        officer.looks("listo");
        officer.follows("Proponer versión");
        officer.confirms("Proponer versión");
        assertThat(officer.heading("Versión 1 espera aprobación")).isVisible();
        assertThat(officer.page()
                        .getByText("Propuesta enviada.", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible(); // and not that the only person here may approve it
        officer.presses("Aprobar y publicar");
        officer.confirms("Aprobar y publicar");
        assertThat(officer.text("Publicada: el público ya la lee.")).isVisible();
    }
}
