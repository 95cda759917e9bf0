package org.cabildo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What a reader finds on the portals, with no script and no cookie. */
@Journey("portal")
class PortalJourneyTest {

    private static final String SIGNS = """
            () => [...document.querySelectorAll('.trail li')].map(
              entry => ['::before', '::after'].map(side => getComputedStyle(entry, side).content).join(' '))
            """;

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

        citizen.hands().type(page.getByLabel("Busque su comuna, su región, un plan o un compromiso"), "puerto ejemplo");
        citizen.presses("Buscar");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("De demostración hay ");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("SINTÉTICO");
        citizen.looks("busqueda");

        citizen.follows("Municipalidad de Puerto Ejemplo");
        assertThat(page).hasURL(cast.house().portal("puerto-ejemplo") + "/");
        assertThat(synthetic(page)).containsText("SINTÉTICO");
        citizen.looks("inicio");

        citizen.follows("Plan de Gobierno Abierto 2026–2027");
        assertThat(citizen.heading("Plan de Gobierno Abierto 2026–2027")).isVisible();
        assertThat(synthetic(page)).isVisible();
        citizen.looks("plan");

        citizen.follows("Plazas que se deciden juntos");
        assertThat(citizen.heading("Plazas que se deciden juntos")).isVisible();
        assertThat(page.locator("#historia").getByText("Se contaron dos veces los aportes de una asamblea"))
                .isVisible();
        assertThat(citizen.link("Asistencia de las tres asambleas").first())
                .hasAttribute("href", Pattern.compile(".*/archivos/[0-9a-f]{64}$"));
        citizen.looks("compromiso");

        citizen.follows("Datos abiertos");
        assertThat(citizen.heading("Datos abiertos")).isVisible();
        citizen.looks("datos");

        assertThat(citizen.cookies()).isEmpty();
    }

    @Test
    void openDataSayThatTheyAreInvented(Cast cast) {
        var citizen = cast.citizenWithoutScripts();
        citizen.opens(cast.house().portal("puerto-ejemplo") + "/datos");

        var csv = citizen.downloads("CSV: Compromisos actuales");
        var json = citizen.opens(cast.house().portal("puerto-ejemplo")
                        + citizen.link("JSON: Compromisos actuales").getAttribute("href"))
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

        citizen.follows("English");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        citizen.looks("home-in-english");

        citizen.follows("Plan de Gobierno Abierto 2026–2027");
        assertThat(citizen.heading("Commitments")).isVisible();
        citizen.looks("plan-in-english");

        citizen.follows("Plazas que se deciden juntos");
        assertThat(citizen.heading("Milestones")).isVisible();
        citizen.looks("commitment-in-english");

        citizen.follows("National directory");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        citizen.looks("directory-in-english");
    }

    @Test
    void aSharedPlanIsReadOnItsOwnPortalAndOnItsMembers(Cast cast) {
        var citizen = cast.citizenWithoutScripts();
        citizen.opens(cast.house().portal("consorcio-ejemplo"));
        assertThat(citizen.heading("Miembros")).isVisible();
        citizen.looks("consorcio");

        for (var member : new String[] {"puerto-ejemplo", "gore-ejemplo"}) {
            citizen.opens(cast.house().portal(member));
            citizen.follows("Plan compartido 2026–2027");
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

        citizen.follows("Plan de acción del consorcio");
        assertThat(citizen.page()).hasURL(Pattern.compile(".*/t/santiago-renca/.*"));
        assertThat(citizen.heading("Preguntas")).isVisible();
        assertThat(citizen.heading("Propuestas")).isVisible();
        citizen.looks("preparacion");
    }

    @Test
    void noEntryOfTheWayBackBeginsWithASignAndAListTakesTheRoomThereIs(Cast cast) {
        var citizen = cast.citizenWithoutScripts();
        var page = citizen.page();
        citizen.opens(cast.house().portal("puerto-ejemplo"));
        citizen.follows("Plan de Gobierno Abierto 2026–2027");
        citizen.follows("Plazas que se deciden juntos");

        page.setViewportSize(1280, 740);
        assertThat(page.evaluate(SIGNS).toString()).isEqualTo("[none \"\u00a0›\", none \"\u00a0›\", none none]");
        page.setViewportSize(Album.NARROW, 740);
        assertThat(page.evaluate(SIGNS).toString())
                .as("where one is goes unsaid here")
                .isEqualTo("[none \"\u00a0›\", none none, none none]");

        citizen.follows("Datos abiertos");
        var list = page.locator(".hero > .entries");
        for (int width : new int[] {Album.NARROW, 1280}) {
            page.setViewportSize(width, 740);
            assertThat(list.locator("li").first().boundingBox().width)
                    .isEqualTo(list.boundingBox().width)
                    .isGreaterThan(width * 0.8);
        }
    }

    @Test
    void aCitizenComesFromTheMapToTheirMunicipality(Cast cast) {
        var citizen = cast.citizenWithoutScripts();
        var page = citizen.page();
        citizen.opens(cast.house().portal());

        citizen.link("Ver el mapa nacional").click();
        assertThat(citizen.heading("Mapa nacional")).isVisible();
        citizen.looks("mapa");

        var region = page.locator(".map a[href$='/mapa/13']");
        region.focus();
        region.press("Enter");
        assertThat(citizen.heading("Región Metropolitana de Santiago")).isVisible();
        citizen.looks("mapa-de-una-region");

        page.locator("table")
                .getByText("Renca", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page).hasURL(cast.house().portal("renca") + "/");

        citizen.opens(cast.house().portal() + "/mapa/05?lang=en");
        citizen.looks("map-of-a-region-in-english");
        citizen.opens(cast.house().portal() + "/mapa/12");
        citizen.looks("mapa-de-magallanes");
    }

    @Test
    void aPortalIsSeenInTheColoursAndWithTheArmsThatItsAdministratorGaveIt(Cast cast) throws IOException {
        var administrator = cast.officer("Patricia Ñancupil");
        administrator.enters("Municipalidad de Villa Modelo");
        administrator.goesTo("Portal");
        administrator.types("Color principal", "#7a1f5c");
        administrator.types("Segundo color", "#1d663a");
        administrator.uploadsSlowly("escudo.png", "image/png", arms(), () -> {
            administrator.types("Qué muestra el escudo", "Escudo de Villa Modelo");
        });
        assertThat(administrator.text("PNG · ")).isVisible();
        assertThat(administrator.field("Qué muestra el escudo")).isFocused();
        administrator.field("Qué muestra el escudo").press("Tab");
        administrator.presses("Guardar");
        assertThat(administrator.text("Hay cambios sin publicar")).isVisible();
        administrator.looks("apariencia");
        administrator.presses("Publicar");
        administrator.confirms("Publicar");

        var citizen = cast.citizenWithoutScripts();
        citizen.opens(cast.house().portal("villa-modelo"));
        assertThat(citizen.page().getByAltText("Escudo de Villa Modelo")).isVisible();
        citizen.looks("vestido-inicio");
        citizen.link("Plan Villa Abierta 2026–2027").click();
        citizen.looks("vestido-plan");
        citizen.page().locator(".promises a").first().click();
        citizen.looks("vestido-compromiso");
        citizen.link("Datos abiertos").click();
        citizen.looks("vestido-datos");
    }

    /** A shield with a tree on it. */
    private static byte[] arms() throws IOException {
        var picture = new BufferedImage(480, 600, BufferedImage.TYPE_INT_ARGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        var shield = new Path2D.Double();
        shield.moveTo(20, 20);
        shield.lineTo(460, 20);
        shield.curveTo(460, 380, 420, 500, 240, 580);
        shield.curveTo(60, 500, 20, 380, 20, 20);
        pen.setColor(new Color(0xf3d27a));
        pen.fill(shield);
        pen.setColor(new Color(0x1d663a));
        pen.fillOval(120, 110, 240, 240);
        pen.setColor(new Color(0x6b3f1d));
        pen.fillRect(220, 320, 40, 150);
        pen.setColor(new Color(0x7a1f5c));
        pen.setStroke(new BasicStroke(18));
        pen.draw(shield);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void whateverDoesNotExistIsAnsweredAlike(Cast cast) {
        var citizen = cast.citizenWithoutScripts();
        var house = cast.house();
        alike(citizen, List.of(house.portal("renca") + "/planes/no-existe", house.portal("renca") + "/no-existe"));
        citizen.looks("nada-en-renca");
        alike(
                citizen,
                List.of(house.portal() + "/t/renca/planes/no-existe", house.portal() + "/t/renca/datos/no-existe"));
        alike(
                citizen,
                List.of(
                        house.portal("no-existe"),
                        house.portal("vitacura") + "/datos",
                        house.portal() + "/t/no-existe",
                        house.portal() + "/no-existe"));
        citizen.looks("nada");
        assertThat(citizen.cookies()).isEmpty();
    }

    private static void alike(Visitor citizen, List<String> addresses) {
        var texts = new HashSet<String>();
        for (var address : addresses) {
            var answer = citizen.opens(address);
            assertThat(answer.status()).as(address).isEqualTo(404);
            texts.add(answer.text());
        }
        assertThat(texts).hasSize(1);
    }

    private static Locator synthetic(Page page) {
        return page.getByRole(AriaRole.REGION)
                .filter(new Locator.FilterOptions().setHasText("Contenido ficticio de demostración"));
    }
}
