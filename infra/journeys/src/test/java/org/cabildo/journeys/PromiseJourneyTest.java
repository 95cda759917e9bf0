package org.cabildo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Journey B: a municipality promises, proves and corrects itself in public. */
@Journey("promise")
class PromiseJourneyTest {

    private static final String PLACE = "Municipalidad de Puerto Ejemplo";
    private static final String EDITOR = "Matías Cárcamo";
    private static final String APPROVER = "Ximena Araya";
    private static final String READINGS = "barrio;litros\nCerro Alto;120\nLa Caleta;80\n";
    private static final String ADMINISTRATOR = "Rosa Huenchullán";

    @Test
    void whatAnEditorReportsIsReadByTheNeighboursAtOnce(Cast cast) {
        var editor = cast.officer(EDITOR);
        editor.looks("mis-espacios");
        editor.enters(PLACE);
        editor.looks("inicio-del-municipio");
        drafts(editor);
        completes(editor);
        proposes(editor);

        var approver = cast.officer(APPROVER);
        approver.enters(PLACE);
        assertThat(approver.text("Esperan su aprobación (1)")).isVisible();
        approver.looks("espera-aprobacion");
        approver.follows("Plan del agua 2027");
        approver.looks("propuesta");
        approver.presses("Aprobar y publicar");
        approver.confirms("Aprobar y publicar");
        assertThat(approver.text("Publicada: el público ya la lee.")).isVisible();
        approver.looks("publicado");

        var citizen = cast.citizenWithoutScripts();
        citizen.opens(cast.house().portal("puerto-ejemplo"));
        citizen.follows("Plan del agua 2027");
        citizen.follows("Agua medida en cada barrio");
        citizen.looks("compromiso-publicado");

        reports(editor);
        assertThat(citizen.page().reload().text()).contains("Avanzó de 0\u00a0% a 40\u00a0%");
        assertThat(citizen.link("Acta de instalación").first())
                .hasAttribute("href", "https://ejemplo.invalid/acta.pdf");
        citizen.looks("avance-publicado");

        corrects(editor);
        assertThat(citizen.page().reload().text())
                .contains("Corregido de 40\u00a0% a 30\u00a0%", "Tres medidores no miden");
        citizen.looks("correccion-publicada");

        provesByFile(editor);
        assertThat(citizen.page().reload().text()).contains("Avanzó de 30\u00a0% a 60\u00a0%", "lecturas de mayo.csv");
        citizen.looks("archivo-publicado");
        assertThat(citizen.downloads("Lecturas de cada barrio")).isEqualTo(READINGS);

        amends(editor, approver);
        citizen.opens(cast.house().portal("puerto-ejemplo"));
        citizen.follows("Plan del agua 2027");
        citizen.follows("Agua medida en cada barrio");
        assertThat(citizen.page().getByText("Modificado en la versión 3")).isVisible();
        citizen.looks("compromiso-modificado");
        citizen.follows("Ver qué cambió en la versión 3");
        assertThat(citizen.heading("Qué cambió en la versión 3")).isVisible();
        assertThat(citizen.page().locator("ins")).hasText("día");
        assertThat(citizen.page().locator("del")).hasText("semana");
        citizen.looks("que-cambio");
        checks(citizen);
    }

    private static void amends(Officer editor, Officer approver) {
        editor.types("Qué se hará", "Instalar medidores y publicar cada día lo que miden.");
        editor.presses("Guardar");
        assertThat(editor.text("Todo guardado a las")).isVisible();
        editor.follows("Plan del agua 2027");
        editor.presses("Proponer versión");
        editor.answers("Proponer versión");
        assertThat(editor.text("Diga en 10 a 2.000 caracteres por qué se modifica el plan publicado"))
                .isVisible();
        editor.looks("modificacion-sin-motivo");
        editor.types("Motivo de la modificación", "Los vecinos pidieron saberlo cada día");
        editor.answers("Proponer versión");
        assertThat(editor.heading("Versión 2 espera aprobación")).isVisible();
        editor.looks("modificacion-propuesta");
        sendsBack(approver);
        editor.page().reload();
        assertThat(editor.heading("La versión 2 volvió con observaciones")).isVisible();
        assertThat(editor.text("Diga también en qué página se publica.")).isVisible();
        editor.looks("propuesta-devuelta");
        editor.presses("Proponer versión");
        assertThat(editor.field("Motivo de la modificación")).hasValue("Los vecinos pidieron saberlo cada día");
        editor.answers("Proponer versión");
        assertThat(editor.heading("Versión 3 espera aprobación")).isVisible();
        approver.page().reload();
        approver.presses("Aprobar y publicar");
        approver.confirms("Aprobar y publicar");
        assertThat(approver.text("Publicada: el público ya la lee.")).isVisible();
    }

    private static void sendsBack(Officer approver) {
        approver.page().reload();
        approver.presses("Devolver con observaciones");
        approver.answers("Devolver");
        assertThat(approver.text("Diga en 10 a 2.000 caracteres qué hay que corregir"))
                .isVisible();
        approver.types("Observaciones", "Diga también en qué página se publica.");
        approver.looks("devolver-con-observaciones");
        approver.answers("Devolver");
        assertThat(approver.text("Devuelta: quien edita ya ve sus observaciones."))
                .isVisible();
    }

    private static void checks(Visitor citizen) {
        citizen.follows("Bitácora: comprobar que nada fue alterado");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> citizen.page().reload().text().contains("Se modificó un plan publicado"));
        citizen.looks("bitacora");
        assertThat(citizen.downloads("JSON Lines: Bitácora"))
                .contains("\"act\":\"PLAN_AMENDED\"", "{\"format\":\"cabildo-ledger/1\"")
                .doesNotContain(EDITOR, APPROVER);
    }

    private static void provesByFile(Officer editor) {
        editor.presses("Informar avance de «Instalar los medidores»");
        editor.types("Avance", "60");
        editor.picks("En un archivo");
        editor.types("Qué se ve allí", "Lecturas de cada barrio");
        editor.looks("archivo-por-elegir");
        editor.uploads("lecturas.png", "image/png", "<html><script>alert(1)</script>".getBytes(UTF_8));
        assertThat(editor.text("Es una página web, diga lo que diga su nombre."))
                .isVisible();
        assertThat(editor.field("Avance")).hasValue("60");
        assertThat(editor.field("Qué se ve allí")).hasValue("Lecturas de cada barrio");
        editor.looks("archivo-que-engana");
        editor.uploads("lecturas de mayo.csv", "text/csv", READINGS.getBytes(UTF_8));
        assertThat(editor.button("Quitar lecturas de mayo.csv")).isVisible();
        assertThat(editor.text("Es una página web, diga lo que diga su nombre."))
                .isHidden();
        editor.looks("archivo-subido");
        editor.answers("Informar avance");
        assertThat(editor.text("El público ya ve el avance.")).isVisible();
        editor.looks("avance-con-archivo");
    }

    private static void drafts(Officer editor) {
        editor.goesTo("Planes");
        editor.looks("planes");
        editor.presses("Nuevo plan");
        editor.types("Título", "Pl");
        editor.answers("Guardar");
        assertThat(editor.text("El título de un plan lleva de 3 a 200 caracteres."))
                .isVisible();
        editor.types("Título", "Plan del agua 2027");
        editor.picksDay("Empieza", "01-01-2027");
        editor.picksDay("Termina", "31-12-2027");
        editor.types("Resumen", "Saber cuánta agua hay antes de que falte.");
        editor.looks("plan-nuevo");
        editor.answers("Guardar");
        assertThat(editor.heading("Plan del agua 2027")).isVisible();
        assertThat(editor.text("El plan necesita al menos un compromiso.")).isVisible();
        editor.looks("plan-sin-compromisos");

        editor.presses("Agregar compromiso");
        assertThat(editor.field("Empieza")).hasValue("01-01-2027");
        editor.types("Título", "Agua medida en cada barrio");
        editor.goesTo("Planes"); // at once: what was typed is not lost
        editor.follows("Plan del agua 2027");
        editor.follows("1. Agua medida en cada barrio");
        assertThat(editor.heading("1. Agua medida en cada barrio")).isVisible();
        editor.looks("compromiso-incompleto");
        editor.follows("Plan del agua 2027");
        for (var missing : new String[] {
            "diga a qué problema responde.",
            "diga qué se hará.",
            "diga quién responde.",
            "únalo a un valor del gobierno abierto y explique cómo le sirve.",
            "necesita al menos un hito."
        }) {
            assertThat(editor.text(missing)).isVisible();
        }
        editor.looks("lo-que-falta");
    }

    private static void completes(Officer editor) {
        editor.follows("1. Agua medida en cada barrio");
        editor.types("Problema", "Nadie sabe cuánta agua queda en el pozo de cada barrio.");
        editor.types("Qué se hará", "Instalar medidores y publicar cada semana lo que miden.");
        editor.types("Responsable", "Dirección de Obras Municipales");
        editor.picksDay("Empieza", "04-01-2027");
        editor.picksDay("Termina", "17-12-2027");
        editor.types("Acceso a la información", "Publica lo que hasta ahora nadie medía.");
        editor.presses("Guardar");
        assertThat(editor.text("Todo guardado a las")).isVisible();
        editor.looks("compromiso-completo");

        editor.presses("Agregar hito");
        editor.answers("Guardar");
        assertThat(editor.text("Complete este campo.")).isVisible();
        editor.types("Actividad", "Instalar los medidores");
        editor.types("Entregable", "Acta de instalación en cada barrio");
        editor.looks("hito-nuevo");
        editor.answers("Guardar");
        assertThat(editor.heading("1. Instalar los medidores")).isVisible();
        editor.looks("hito-agregado");
    }

    private static void proposes(Officer editor) {
        editor.follows("Plan del agua 2027");
        editor.presses("Proponer versión");
        editor.looks("proponer");
        editor.confirms("Proponer versión");
        assertThat(editor.heading("Versión 1 espera aprobación")).isVisible();
        assertThat(editor.button("Aprobar y publicar")).hasCount(0);
        editor.looks("propuesto");
    }

    private static void reports(Officer editor) {
        editor.page().reload();
        editor.follows("1. Agua medida en cada barrio");
        editor.presses("Informar avance de «Instalar los medidores»");
        editor.types("Avance", "40");
        editor.types("Enlace a la evidencia", "http://ejemplo.invalid/acta.pdf");
        editor.types("Qué se ve allí", "Acta de instalación");
        editor.answers("Informar avance");
        assertThat(editor.text("El enlace debe empezar con https://, pero fue «http://ejemplo.invalid/acta.pdf»."))
                .isVisible();
        assertThat(editor.field("Avance")).hasValue("40");
        assertThat(editor.field("Enlace a la evidencia")).hasValue("http://ejemplo.invalid/acta.pdf");
        assertThat(editor.field("Qué se ve allí")).hasValue("Acta de instalación");
        editor.looks("enlace-sin-https");
        editor.types("Enlace a la evidencia", "https://ejemplo.invalid/acta.pdf");
        editor.answers("Informar avance");
        assertThat(editor.text("El público ya ve el avance.")).isVisible();
    }

    private static void corrects(Officer editor) {
        editor.looks("avance-informado");
        editor.presses("Corregir lo informado de «Instalar los medidores»");
        editor.types("Avance", "30");
        editor.answers("Corregir");
        assertThat(editor.text("Complete este campo.")).isVisible();
        editor.types("Motivo", "Tres medidores no miden");
        editor.looks("correccion");
        editor.answers("Corregir");
        assertThat(editor.text("Corregido; el público lee el motivo.")).isVisible();
        editor.looks("corregido");
        editor.presses("Corregir lo informado de «Instalar los medidores»");
        editor.picks("La evidencia: el avance sigue igual");
        editor.types("Enlace a la evidencia", "https://ejemplo.invalid/acta firmada.pdf");
        editor.types("Qué se ve allí", "Acta firmada");
        editor.types("Motivo", "El enlace llevaba a un borrador");
        editor.looks("corrige-evidencia");
        editor.answers("Corregir");
        assertThat(editor.text("Evidencia corregida, con el avance en 30 %")).isVisible();
    }

    @Test
    void whatTwoOfficersWriteStandsAndWhatBothChangeIsChosen(Cast cast) {
        var first = cast.officerWithMouse(ADMINISTRATOR);
        var second = cast.officer(EDITOR);
        for (var officer : new Officer[] {first, second}) {
            officer.enters(PLACE);
            officer.goesTo("Planes");
            officer.follows("Plan de Gobierno Abierto 2026–2027");
            officer.follows("3. Sesiones del concejo");
            assertThat(officer.field("Quiénes participan")).hasValue("Concejo municipal, COSOC");
        }

        first.types("Quiénes participan", "Concejo municipal, COSOC y biblioteca");
        second.types("Problema", "Las actas llegan tarde, y lo votado no se encuentra.");
        first.presses("Guardar");
        assertThat(first.text("Todo guardado a las")).isVisible();
        second.presses("Guardar");
        assertThat(second.text("guardó también: Quiénes participan")).isVisible();
        assertThat(second.field("Quiénes participan")).hasValue("Concejo municipal, COSOC y biblioteca");
        second.looks("lo-de-ambos");

        first.types("Problema", "Nadie encuentra lo votado.");
        first.presses("Guardar");
        assertThat(first.heading("Esto se guardó en otra parte mientras usted escribía"))
                .isVisible();
        assertThat(first.page()
                        .getByRole(AriaRole.ALERT)
                        .filter(new Locator.FilterOptions()
                                .setHasText("Las actas llegan tarde, y lo votado no se encuentra.")))
                .isVisible();
        assertThat(first.field("Problema")).hasValue("Nadie encuentra lo votado.");
        first.looks("ambos-lo-mismo");
        first.presses("Tomar esto en «Problema»");
        assertThat(first.text("Todo guardado a las")).isVisible();
        assertThat(first.field("Problema")).hasValue("Las actas llegan tarde, y lo votado no se encuentra.");

        first.page().reload();
        assertThat(first.field("Problema")).hasValue("Las actas llegan tarde, y lo votado no se encuentra.");
        assertThat(first.field("Quiénes participan")).hasValue("Concejo municipal, COSOC y biblioteca");
    }
}
