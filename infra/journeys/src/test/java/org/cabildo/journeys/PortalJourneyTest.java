package org.cabildo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a reader finds on the portals, with no script and no cookie. */
@Journey("portal")
class PortalJourneyTest {

    @Test
    void aCitizenFollowsAPromiseFromTheDirectoryToItsEvidence(Cast cast) {
        var citizen = cast.citizenWithoutScripts();
        var page = citizen.page();

        citizen.opens(cast.house().portal());
        assertThat(page.locator("html")).hasAttribute("lang", "es-CL");
        assertThat(citizen.heading("Gobierno abierto, comuna por comuna")).isVisible();
        assertThat(page.locator(".fictional li a").first()).hasText("Gobierno Regional de Ejemplo");
        assertThat(page.locator(".fictional li a").last()).hasText(Pattern.compile("^Consorcio de "));
        citizen.looks("directorio");

        page.getByLabel("Busque su comuna o región").fill("puerto ejemplo");
        citizen.button("Buscar").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Un portal encontrado.");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("SINTÉTICO");
        citizen.looks("busqueda");

        citizen.link("Municipalidad de Puerto Ejemplo").click();
        assertThat(page).hasURL(cast.house().portal("puerto-ejemplo") + "/");
        assertThat(synthetic(page)).containsText("SINTÉTICO");
        citizen.looks("inicio");

        citizen.link("Plan de Gobierno Abierto 2026–2027").click();
        assertThat(citizen.heading("Plan de Gobierno Abierto 2026–2027")).isVisible();
        assertThat(synthetic(page)).isVisible();
        citizen.looks("plan");

        citizen.link("Plazas que se deciden juntos").click();
        assertThat(citizen.heading("Plazas que se deciden juntos")).isVisible();
        assertThat(page.getByText("Se contaron dos veces los aportes de una asamblea"))
                .isVisible();
        assertThat(citizen.link("Asistencia de las tres asambleas"))
                .hasAttribute("href", Pattern.compile(".*/archivos/[0-9a-f]{64}$"));
        citizen.looks("compromiso");

        citizen.link("Datos abiertos").click();
        assertThat(citizen.heading("Datos abiertos")).isVisible();
        citizen.looks("datos");

        assertThat(citizen.cookies()).isEmpty();
    }

    @Test
    void openDataSayThatTheyAreInvented(Cast cast) {
        var citizen = cast.citizenWithoutScripts();
        citizen.opens(cast.house().portal("puerto-ejemplo") + "/datos");

        var csv = citizen.downloads("CSV: Compromisos vigentes");
        var json = citizen.opens(cast.house().portal("puerto-ejemplo")
                        + citizen.link("JSON: Compromisos vigentes").getAttribute("href"))
                .text();

        assertThat(csv.lines().skip(1).filter(line -> !line.isBlank()))
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(line -> line.startsWith("SINTÉTICO,"))
                .anyMatch(line -> line.contains("Plazas que se deciden juntos"));
        assertThat(json).contains("Plazas que se deciden juntos").containsPattern("\"sintetico\"\\s*:\\s*true");
    }

    @Test
    void aReaderOfEnglishStaysInEnglish(Cast cast) {
        var citizen = cast.citizenWithoutScripts();
        var page = citizen.page();
        citizen.opens(cast.house().portal("puerto-ejemplo"));

        citizen.link("English").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        citizen.looks("home-in-english");

        citizen.link("Plan de Gobierno Abierto 2026–2027").click();
        assertThat(citizen.heading("Commitments")).isVisible();
        citizen.looks("plan-in-english");

        citizen.link("Plazas que se deciden juntos").click();
        assertThat(citizen.heading("Milestones")).isVisible();
        citizen.looks("commitment-in-english");

        citizen.link("National directory").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        citizen.looks("directory-in-english");
    }

    @Test
    void aSharedPlanIsReadOnItsOwnPortalAndOnItsMembers(Cast cast) {
        var citizen = cast.citizenWithoutScripts();
        citizen.opens(cast.house().portal("consorcio-ejemplo"));
        assertThat(citizen.heading("Integrantes")).isVisible();
        citizen.looks("consorcio");

        for (var member : new String[] {"puerto-ejemplo", "gore-ejemplo"}) {
            citizen.opens(cast.house().portal(member));
            citizen.link("Plan compartido 2026–2027").click();
            assertThat(citizen.page()).hasURL(Pattern.compile("^" + cast.house().portal(member) + "/.*"));
            assertThat(citizen.link("Consorcio de Ejemplo").first()).isVisible();
        }
        citizen.looks("plan-compartido");
    }

    @Test
    void aConsortiumInPreparationShowsWhatWasAskedAndProposed(Cast cast) {
        var citizen = cast.citizenWithoutScripts();
        citizen.opens(cast.house().portal() + "/t/santiago-renca");
        assertThat(synthetic(citizen.page())).hasCount(0);
        citizen.looks("consorcio-real");

        citizen.link("Plan de acción del consorcio").click();
        assertThat(citizen.page()).hasURL(Pattern.compile(".*/t/santiago-renca/.*"));
        assertThat(citizen.heading("Preguntas")).isVisible();
        assertThat(citizen.heading("Propuestas")).isVisible();
        citizen.looks("preparacion");
    }

    @Test
    void whateverDoesNotExistIsAnsweredAlike(Cast cast) {
        var citizen = cast.citizenWithoutScripts();
        var house = cast.house();
        var unknownPage = citizen.opens(house.portal("renca") + "/planes/no-existe");
        var first = unknownPage.text();
        assertThat(unknownPage.status()).isEqualTo(404);
        citizen.looks("nada");

        for (var address : new String[] {
            house.portal("no-existe"),
            house.portal("vitacura") + "/datos",
            house.portal() + "/t/no-existe",
            house.portal() + "/t/renca/planes/no-existe",
            house.portal() + "/no-existe"
        }) {
            var answer = citizen.opens(address);
            assertThat(answer.status()).as(address).isEqualTo(404);
            assertThat(answer.text()).as(address).isEqualTo(first);
        }
        assertThat(citizen.cookies()).isEmpty();
    }

    private static Locator synthetic(Page page) {
        return page.getByRole(AriaRole.NOTE)
                .filter(new Locator.FilterOptions().setHasText("Contenido ficticio de demostración"));
    }
}
