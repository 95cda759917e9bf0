package org.cabildo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Journey A: a national coordinator brings governments aboard, and their portals answer. */
@Journey("onboard")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class) // once all are aboard, none is left to choose
class OnboardJourneyTest {

    private static final String COORDINATOR = "Camila Nacional";

    @Test
    @Order(1)
    void theCoordinatorFindsAGovernmentAndBringsItAboard(Cast cast) {
        var coordinator = cast.officer(COORDINATOR);
        coordinator.looks("mis-espacios");
        coordinator.goesTo("Gobiernos");
        coordinator.looks("lista-nacional");

        coordinator.types("Buscar", "nunoa");
        assertThat(row(coordinator, "Ñuñoa")).isVisible();
        assertThat(row(coordinator, "Renca")).hasCount(0);
        coordinator.looks("busqueda-sin-tildes");

        coordinator.types("Buscar", "");
        coordinator.chooses("Región", "Biobío");
        coordinator.chooses("Ruralidad", "Rural");
        assertThat(row(coordinator, "Alto Biobío")).isVisible();
        assertThat(row(coordinator, "Coronel")).hasCount(0);
        coordinator.looks("filtros");

        coordinator.opens("/nacional");
        coordinator.types("Buscar", "nunoa");
        assertThat(coordinator.text("Sin incorporar: 1")).isVisible();
        coordinator.ticks(coordinator.page().getByRole(AriaRole.MAIN).getByRole(AriaRole.CHECKBOX), true);
        coordinator.presses("Incorporar 1");
        coordinator.types("Correo de la primera persona administradora", "alcaldia");
        coordinator.answers("Revisar");
        assertThat(coordinator.text("Un correo se ve como nombre@municipio.cl, pero fue «alcaldia»."))
                .isVisible();
        coordinator.looks("correo-mal-escrito");
        coordinator.types("Correo de la primera persona administradora", "administracion@nunoa.invalid");
        coordinator.answers("Revisar");
        assertThat(coordinator.heading("Revisión")).isVisible();
        coordinator.looks("revision-de-una");
        coordinator.presses("Incorporar 1");
        ends(coordinator, 1, Duration.ofSeconds(60));
        coordinator.looks("una-incorporada");

        var citizen = cast.citizenWithoutScripts();
        assertThat(citizen.opens(cast.house().portal("nunoa")).status()).isEqualTo(200);
        assertThat(citizen.heading("Municipalidad de Ñuñoa")).isVisible();
        citizen.looks("portal-nuevo");
        assertThat(citizen.opens(cast.house().portal() + "/t/nunoa").status()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void aListWithProblemsIsJudgedLineByLineBeforeAnythingIsDone(Cast cast) {
        var coordinator = cast.officer(COORDINATOR);
        coordinator.goesTo("Incorporar por lista");
        coordinator.looks("incorporar-por-lista");

        coordinator.page().getByLabel("O pegue la lista").fill("13128\talcaldia@renca.invalid\n13102 x@y.invalid");
        coordinator.button("Revisar").click(); // at once
        assertThat(coordinator.text("2 líneas: 0 sin problemas, 2 con problemas."))
                .isVisible();
        says(coordinator, "Renca", "La Municipalidad de Renca ya tiene su espacio en Cabildo.");
        says(coordinator, "13102 x@y.invalid", "separadas por punto y coma, coma o tabulación");
        coordinator.presses("Volver a la lista");
        coordinator.types("O pegue la lista", "");
        uploads(coordinator, """
                codigo;correo_administrador;slug
                13128;alcaldia@renca.invalid;
                99999;alguien@ejemplo.invalid;
                08102;alcaldia@coronel.invalid;
                08102;otra@coronel.invalid;
                12202;antartica@ejemplo.invalid;
                9201;alcaldia@angol.invalid;
                05101;=HYPERLINK("https://ejemplo.invalid");
                05109;alcaldia@vina.invalid;admin
                05802;alcaldia@limache.invalid;limache
                """);
        assertThat(coordinator.heading("Revisión")).isVisible();
        assertThat(coordinator.text("9 líneas: 3 sin problemas, 6 con problemas."))
                .isVisible();
        says(coordinator, "Renca", "ya tiene su espacio en Cabildo");
        says(coordinator, "99999", "Ningún gobierno tiene el código «99999».");
        says(coordinator, "Coronel", "El código 08102 ya está en la línea 4.");
        says(coordinator, "12202", "no tiene municipalidad propia; la administra");
        says(coordinator, "12202", "Cabo de Hornos, código 12201.");
        coordinator.looks("revision-con-problemas");
        coordinator.ticks(coordinator.page().getByLabel("Mostrar solo las líneas con problemas"), true);
        says(coordinator, "05101", "parece una fórmula");
        says(coordinator, "05109", "La dirección «admin» está reservada; elija otra.");
        assertThat(row(coordinator, "Angol")).hasCount(0);
        coordinator.looks("solo-los-problemas");
        coordinator.ticks(coordinator.page().getByLabel("Mostrar solo las líneas con problemas"), false);
        says(coordinator, "Angol", "Se repuso el cero perdido: 9201 → 09201.");
        assertThat(coordinator.button("Incorporar 3")).isDisabled();
        var citizen = cast.citizenWithoutScripts();
        assertThat(citizen.opens(cast.house().portal("coronel")).status()).isEqualTo(404);

        coordinator.ticks(coordinator.page().getByLabel("Dejar fuera las 6 líneas con problemas"), true);
        coordinator.looks("dejar-fuera");
        coordinator.presses("Incorporar 3");
        ends(coordinator, 3, Duration.ofSeconds(60));
        coordinator.looks("tres-incorporadas");

        for (var slug : new String[] {"coronel", "angol", "limache"}) {
            assertThat(citizen.opens(cast.house().portal(slug)).status())
                    .as(slug)
                    .isEqualTo(200);
            assertThat(citizen.opens(cast.house().portal() + "/t/" + slug).status())
                    .as(slug)
                    .isEqualTo(200);
        }
    }

    @Test
    @Order(3)
    void everyGovernmentOfTheCountryIsBroughtAboardThoughTheWorkerIsKilled(Cast cast) throws SQLException {
        var coordinator = cast.officer(COORDINATOR);
        coordinator.goesTo("Gobiernos");
        coordinator.presses("Marcar todos los que faltan");
        var onboard = coordinator
                .page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Incorporar \\d+$")));
        assertThat(onboard).isEnabled();
        var count = Integer.parseInt(onboard.innerText().replaceAll("\\D", ""));
        coordinator.looks("todos-marcados");
        coordinator.hands().press(onboard);
        coordinator.types("Correo de la primera persona administradora", "administracion@ejemplo.invalid");
        coordinator.looks("quien-administra");
        coordinator.answers("Revisar");
        assertThat(coordinator.button("Incorporar " + count)).isEnabled();
        coordinator.looks("revision-de-todos");

        coordinator.presses("Incorporar " + count);
        assertThat(coordinator.heading("Incorporación en curso")).isVisible();
        assertThat(coordinator
                        .page()
                        .getByText(Pattern.compile("^([4-9]|\\d{2,}) de %d incorporados".formatted(count)))
                        .first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        cast.house().killWorker(); // the launcher starts it again, and it goes on with what it had begun
        coordinator.looks("avance");
        ends(coordinator, count, Duration.ofMinutes(5));
        assertThat(halves(cast.house())).isZero();
        coordinator.looks("todos-incorporados");

        coordinator.goesTo("Gobiernos");
        assertThat(coordinator.text("361 gobiernos")).isVisible();
        assertThat(coordinator.text("Activo: 361")).isVisible();
        assertThat(coordinator.button("Marcar todos los que faltan")).isDisabled();
        coordinator.looks("lista-completa");
        assertThat(printed(coordinator)).isEqualTo(361);
        var citizen = cast.citizenWithoutScripts();
        citizen.opens(cast.house().portal());
        assertThat(citizen.link("Municipalidad de Cabo de Hornos")).isVisible();
        citizen.looks("directorio-completo");
    }

    /** How many lines of the list are on paper once somebody asks for it with the browser's own key. */
    private static int printed(Officer officer) {
        var page = officer.page();
        page.evaluate("""
                () => window.print = () => {
                  window.dispatchEvent(new Event('beforeprint'));
                  window.onPaper = document.querySelectorAll('.printed > tbody > tr').length;
                  window.dispatchEvent(new Event('afterprint'));
                }""");
        page.keyboard().press("Control+p");
        return (Integer) page.waitForFunction("window.onPaper").jsonValue();
    }

    /** A line of the list; its cells belong to it by slots, so it is found by the name that they give it. */
    private static Locator row(Officer officer, String name) {
        return officer.page()
                .getByRole(
                        AriaRole.ROW,
                        new Page.GetByRoleOptions().setName(Pattern.compile("(^|\\s)" + name + "(\\s|$)")));
    }

    /** A line of the preview says what was found, whether its government has a name or only a code. */
    private static void says(Officer officer, String line, String finding) {
        assertThat(officer.page()
                        .getByRole(
                                AriaRole.ROW,
                                new Page.GetByRoleOptions()
                                        .setName(Pattern.compile(line + "\\b.*" + Officer.quoted(finding)))))
                .isVisible();
    }

    private static void uploads(Officer officer, String list) {
        FileChooser chooser = officer.page().waitForFileChooser(() -> officer.presses("Elegir archivo…"));
        chooser.setFiles(new FilePayload("lista.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
    }

    /** The worker has made them all. */
    static void ends(Officer officer, int count, Duration patience) {
        assertThat(officer.text("%d de %d %s, 0 con fallas."
                        .formatted(count, count, count == 1 ? "incorporado" : "incorporados")))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout((double) patience.toMillis()));
    }

    /** Schemas without a tenant and tenants without a schema. */
    private static long halves(RunningHouse house) throws SQLException {
        var postgres = house.postgres();
        try (var connection = postgres.connect(postgres.superuser());
                var statement = connection.createStatement();
                var answer = statement.executeQuery("""
                        select count(*)
                          from (select nspname from pg_namespace
                                 where nspname !~ '^pg_'
                                   and nspname not in ('information_schema', 'public', 'platform', 'ext')) as s
                          full join platform.tenant t on t.key = s.nspname
                         where t.key is null or s.nspname is null
                        """)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
