package org.cabildo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every screen of the back office in English and in the dark, and a whole act done without a mouse. */
@Journey("office")
class OfficeLookJourneyTest {

    private static final String TITLES = "numero;titulo;inicio;termino;hito;hito_entregable;hito_inicio;hito_termino\n";
    private static final String WRONG = TITLES
            + "1;Abrir las aguas;01-01-2027;31-12-2027;Medir;Lecturas;01-01-2027;31-02-2027\n"
            + "2;Abrir los caminos;31-12-2027;01-01-2027;=HOY();Un mapa;01-01-2027;30-06-2027\n";
    private static final String RIGHT = TITLES
            + "1;Abrir las aguas;01-01-2027;31-12-2027;Medir;Lecturas;01-01-2027;28-02-2027\n"
            + "2;Abrir los caminos;01-01-2027;31-12-2027;Trazar;Un mapa;01-01-2027;30-06-2027\n";

    @Test
    void everyScreenOfTheCoordinatorIsReadInEnglishAndInTheDark(Cast cast) {
        var coordinator = cast.officerWithMouse("Camila Nacional");
        inEnglishAndDark(coordinator);
        coordinator.looks("spaces");
        for (var screen : new String[][] {
            {"/nacional", "Governments", "governments"},
            {"/nacional/incorporar", "Onboard a list", "onboard"},
            {"/nacional/ordenes", "Orders", "orders"},
            {"/nacional/salud", "Health", "health"},
            {"/nacional/avisos", "Notices", "notices"},
            {"/nacional/consorcios", "Consortia", "consortia"},
            {"/nacional/comparacion", "Comparison", "comparison"},
            {"/perfil", "My profile", "profile"}
        }) {
            coordinator.opens(screen[0]);
            assertThat(coordinator.heading(screen[1])).isVisible();
            coordinator.looks(screen[2]);
        }
        inSpanishAgain(coordinator);
    }

    @Test
    void everyScreenOfATenantIsReadInEnglishAndInTheDark(Cast cast) {
        var administrator = cast.officerWithMouse("Patricia Ñancupil");
        inEnglishAndDark(administrator);
        administrator.enters("Municipalidad de Villa Modelo");
        administrator.looks("tenant-home");
        for (var section :
                new String[] {"Pillars", "Portal", "Figures", "Notices", "Consortia", "People", "Domain", "Plans"}) {
            administrator.goesTo(section);
            administrator.looks(section.toLowerCase(Locale.ROOT));
        }
        administrator.follows("Plan Villa Abierta 2026–2027");
        assertThat(administrator.heading("Commitments")).isVisible();
        administrator.looks("plan");
        administrator.follows("1. Presupuesto barrio por barrio");
        assertThat(administrator.heading("Milestones")).isVisible();
        administrator.looks("commitment");
        inSpanishAgain(administrator);
    }

    @Test
    void aPlanThatWasBegunIsOfferedWhereItsWriterComesBack(Cast cast) {
        var administrator = cast.officer("Patricia Ñancupil");
        administrator.opens("/t/villa-modelo/planes");
        administrator.presses("Nuevo plan");
        administrator.types("Título", "Plan de agua");
        administrator.types("Resumen", "Lo que todavía no tiene fechas.");
        assertThat(administrator.text("Lo escrito se conserva")).isVisible();
        administrator.looks("plan-nuevo");

        administrator.page().reload();
        assertThat(administrator.text("Empezó a escribir un plan y no lo guardó: «Plan de agua»"))
                .isVisible();
        administrator.looks("plan-empezado");
        administrator.presses("Seguir escribiendo");
        assertThat(administrator.field("Título")).hasValue("Plan de agua");
        assertThat(administrator.field("Resumen")).hasValue("Lo que todavía no tiene fechas.");
        administrator.looks("plan-sigue");

        administrator.answers("Descartar lo escrito");
        assertThat(administrator.page().getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(administrator.button("Seguir escribiendo")).hasCount(0);
    }

    @Test
    void whoHasOnlyKeysGoesOnWhereTheyWereAndLosesNoNameOrComment(Cast cast) {
        var administrator = cast.officer("Patricia Ñancupil");
        var page = administrator.page();
        administrator.opens("/t/villa-modelo/planes");
        administrator.presses("Nuevo plan");
        administrator.types("Título", "Plan que se deshace");
        assertThat(administrator.text("Lo escrito se conserva")).isVisible();
        var close = administrator.button("Cerrar").boundingBox();
        assertThat(administrator.button("Guardar").boundingBox().y)
                .as("the two that close it stay beside each other")
                .isCloseTo(close.y, within(1.0));
        administrator.answers("Cerrar");
        administrator.presses("Descartar lo escrito"); // and its button with it
        assertThat(administrator.button("Deshacer")).isFocused();
        page.keyboard().press("Tab");
        assertThat(administrator.heading("Planes")).isFocused();

        administrator.follows("Plan Villa Abierta 2026–2027");
        administrator.follows("1. Presupuesto barrio por barrio");
        administrator.types("Avisar a", "Héctor");
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(1);
        page.keyboard().press("Enter");
        assertThat(page.locator(".comment-form vaadin-multi-select-combo-box-chip"))
                .not()
                .hasCount(0);
        administrator.types("Escribir un comentario", "Lo vemos el lunes");
        page.goBack(); // at once
        administrator.follows("1. Presupuesto barrio por barrio");
        assertThat(administrator.field("Escribir un comentario")).hasValue("Lo vemos el lunes");
    }

    @Test
    void whatOneIsInAConsortiumLeavesRoomForTheMenu(Cast cast) {
        var administrator = cast.officer("Constanza Ulloa");
        administrator.opens("/t/consorcio-ejemplo");
        var page = administrator.page();
        var badge = page.locator(".where > .badge").boundingBox();
        var menu = page.locator(".tools").boundingBox();

        assertThat(badge.x + badge.width).isLessThanOrEqualTo(menu.x);
    }

    @Test
    void forWhomOneActsIsReadWholeOnAPhone(Cast cast) {
        var administrator = cast.officer("Constanza Ulloa");
        administrator.page().setViewportSize(360, 740);
        administrator.opens("/t/consorcio-ejemplo");
        var as = administrator.page().locator(".where-as");

        assertThat(as).containsText("en nombre del Gobierno Regional de Ejemplo");
        assertThat((Boolean) as.evaluate("as => getComputedStyle(as).whiteSpace === 'normal'"
                        + " && as.getBoundingClientRect().right <= innerWidth"))
                .isTrue();
    }

    @Test
    void nobodyIsToldThatItIsSavingWhileTheOfficeIsAwayOrTheSessionOver(Cast cast) {
        var editor = cast.officer("Constanza Ulloa");
        editor.opens("/t/gore-ejemplo/planes");
        editor.presses("Nuevo plan");
        var page = editor.page();
        var saving = editor.text("Guardando…");
        var unsaved = editor.text("Aún sin guardar");

        page.route("**/*v-r=uidl*", Route::abort);
        editor.types("Título", "Plan sin red");
        assertThat(unsaved).isVisible();
        assertThat(saving).isHidden();
        page.unroute("**/*v-r=uidl*");
        assertThat(editor.text("Lo escrito se conserva")).isVisible();
        assertThat(unsaved).isHidden();

        page.context().clearCookies();
        editor.types("Título", "Plan sin sesión");
        assertThat(editor.text("La sesión terminó").first()).isVisible();
        assertThat(unsaved).isVisible();
        assertThat(saving).isHidden();
    }

    @Test
    void whoStaysOrGoesBackLosesNothingAndCanGoOn(Cast cast) {
        var editor = cast.officerWithMouse("Constanza Ulloa");
        editor.opens("/t/gore-ejemplo/planes");
        editor.presses("Nuevo plan");
        editor.types("Título", "Plan de ida y vuelta");
        editor.picksDay("Empieza", "01-01-2027");
        editor.picksDay("Termina", "31-12-2027");
        editor.answers("Guardar");
        editor.presses("Agregar compromiso");
        editor.types("Título", "Caminos abiertos");
        editor.types("Empieza", "31-1");
        var start = editor.page().getByRole(AriaRole.NAVIGATION).getByText("Inicio");
        start.click();
        editor.confirms("Seguir aquí");
        editor.picksDay("Empieza", "31-01-2027");
        assertThat(editor.text("Todo guardado a las")).isVisible();
        editor.goesTo("Planes");

        editor.follows("Plan de ida y vuelta");
        editor.follows("1. Caminos abiertos");
        editor.field("Problema").click();
        editor.page().keyboard().type("Nadie sabe cuáles están cortados");
        editor.page().goBack(); // at once
        editor.follows("1. Caminos abiertos");
        assertThat(editor.field("Problema")).hasValue("Nadie sabe cuáles están cortados");

        editor.presses("Agregar hito");
        editor.types("Actividad", "A medias");
        editor.page().goBack();
        assertThat(editor.heading("Plan de ida y vuelta")).isVisible();
        assertThat(editor.page().getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(editor.text("Empezó a escribir un hito y no lo guardó: «A medias»"))
                .isVisible();
        editor.presses("Descartar lo escrito");

        editor.presses("Cambiar");
        editor.types("Termina", "31-1");
        editor.presses("Guardar");
        assertThat(editor.text("Escriba el día así: 31-12-2027.").first()).isVisible();
        assertThat(editor.button("Guardar")).isEnabled(); // answered: a day typed before that would be saved by it
        editor.picksDay("Termina", "31-12-2028");
        editor.answers("Guardar");
        assertThat(editor.text("01-01-2027 al 31-12-2028").first()).isVisible();

        editor.presses("Eliminar");
        assertThat(editor.text("¿Eliminar el borrador «Plan de ida y vuelta»?")).isVisible();
        editor.page().goBack();
        assertThat(editor.text("¿Eliminar el borrador «Plan de ida y vuelta»?")).hasCount(0);
        editor.goesTo("Planes");
        assertThat(editor.text("Plan de ida y vuelta").first()).isVisible();
    }

    @Test
    void aPageLoadedBeforeItKnowsWhatWasMadeOnItIsThatOne(Cast cast) {
        var editor = cast.officer("Constanza Ulloa");
        beginsACommitment(editor, "Plan que se recarga");
        var answered = new CountDownLatch(1);
        editor.page().route("**/*v-r=uidl*", request -> {
            if (request.request().postData().contains("Riberas abiertas")) {
                request.fetch(); // the office has it, and its answer never comes
                answered.countDown();
            } else {
                request.resume();
            }
        });
        editor.types("Título", "Riberas abiertas");
        editor.page().waitForCondition(() -> answered.getCount() == 0);
        assertThat(editor.page()).hasURL(Pattern.compile("/compromisos/nuevo$"));
        editor.page().unroute("**/*v-r=uidl*");
        editor.page().reload();
        assertThat(editor.heading("1. Riberas abiertas")).isVisible();
        assertThat(editor.field("Título")).hasValue("Riberas abiertas");

        editor.goesTo("Planes");
        editor.follows("Plan que se recarga");
        editor.presses("Agregar compromiso");
        assertThat(editor.heading("Nuevo compromiso")).isVisible();
        editor.page().reload();
        assertThat(editor.heading("Nuevo compromiso")).isVisible();
    }

    @Test
    void theBrowserAsksBeforeItThrowsAwayWhatIsNotSavedYet(Cast cast) {
        var editor = cast.officerWithMouse("Constanza Ulloa");
        beginsACommitment(editor, "Plan de la pregunta");
        assertThat(editor.heading("Nuevo compromiso")).isVisible();
        var stands = editor.field("Problema").boundingBox().y;
        editor.types("Título", "Caminos con nombre");
        assertThat(editor.text("Todo guardado a las")).isVisible();
        assertThat(editor.heading("1. Caminos con nombre")).isVisible();
        assertThat(editor.field("Problema").boundingBox().y)
                .as("what the first saving puts above does not push the fields away")
                .isCloseTo(stands, within(1.0));
        var page = editor.page();
        var asked = new ArrayList<String>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        var held = new ArrayList<Route>();
        page.route("**/?v-r=uidl*", held::add);

        editor.field("Problema").click();
        page.keyboard().type("Nadie sabe cómo se llaman");
        page.evaluate("() => { setTimeout(() => location.reload()); }");
        page.waitForCondition(() -> !asked.isEmpty() && !held.isEmpty());

        assertThat(asked).containsExactly("beforeunload");
        assertThat(editor.field("Problema")).hasValue("Nadie sabe cómo se llaman");
        page.unroute("**/?v-r=uidl*");
        held.forEach(Route::resume);
        assertThat(page.locator(".autosave.pending")).hasCount(0);
        assertThat(editor.text("Todo guardado a las")).isVisible();
        page.reload();
        assertThat(editor.field("Problema")).hasValue("Nadie sabe cómo se llaman");
        assertThat(asked).as("what is saved is left without a question").hasSize(1);
    }

    /** In a new plan of this title. */
    private static void beginsACommitment(Officer editor, String title) {
        editor.opens("/t/gore-ejemplo/planes");
        editor.presses("Nuevo plan");
        editor.types("Título", title);
        editor.answers("Guardar");
        editor.presses("Agregar compromiso");
    }

    @Test
    void aPlanIsBroughtFromASpreadsheetOnceEveryCellIsRight(Cast cast) {
        var administrator = cast.officer("Constanza Ulloa");
        administrator.opens("/t/gore-ejemplo/planes");
        administrator.presses("Nuevo plan");
        administrator.types("Título", "Plan de una planilla");
        administrator.answers("Guardar");
        assertThat(administrator.heading("Plan de una planilla")).isVisible();
        administrator.follows("Planilla");
        assertThat(administrator.heading("Traer de una planilla")).isVisible();
        administrator.looks("planilla");

        administrator.uploads("foto.csv", "text/csv", new byte[] {1, 2, 3, 4, 5});
        assertThat(administrator.text("Esto no es un libro que se pueda leer")).isVisible();
        administrator.uploads("plan.csv", "text/csv", WRONG.getBytes(UTF_8));
        assertThat(administrator.heading("Qué corregir")).isVisible();
        administrator.looks("planilla-con-problemas");

        administrator.uploads("plan.csv", "text/csv", RIGHT.getBytes(UTF_8));
        assertThat(administrator.text("Se agregarían 2 compromisos al final del plan, con 2 hitos."))
                .isVisible();
        administrator.looks("planilla-lista");
        administrator.presses("Agregar los 2 compromisos");
        assertThat(administrator.card("2. Abrir los caminos")).isVisible();
        assertThat(administrator.text("Se agregaron 2 compromisos con 2 hitos."))
                .isVisible();
        administrator.looks("planilla-agregada");

        administrator.follows("Planilla");
        for (var name : List.of("Libro (.xlsx)", "Tabla (.csv)", "plantilla (.xlsx)")) {
            var file = administrator
                    .page()
                    .waitForDownload(() -> administrator
                            .page()
                            .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                            .click());
            assertThat(file.path()).isNotEmptyFile();
        }
    }

    @Test
    void theComparisonIsTakenAlongAsAFile(Cast cast) throws IOException {
        var coordinator = cast.officerWithMouse("Camila Nacional");
        coordinator.opens("/nacional/comparacion?mundo=ficticio");

        var file = coordinator
                .page()
                .waitForDownload(() -> coordinator
                        .page()
                        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Descargar CSV"))
                        .click());

        assertThat(file.suggestedFilename()).endsWith(".csv");
        assertThat(Files.readString(file.path()))
                .contains("nombre;direccion;tipo")
                .contains(";puerto-ejemplo;Municipalidad;99;URBANA;SINTETICO;")
                .doesNotContain("consorcio-ejemplo");
    }

    @Test
    void aPillarIsAddedWithTheKeyboardAlone(Cast cast) {
        var administrator = cast.officer("Constanza Ulloa");
        administrator.enters("Gobierno Regional de Ejemplo");
        administrator.goesTo("Pilares");

        administrator.presses("Agregar pilar");
        assertThat(administrator.field("Nombre")).isFocused();
        administrator.types("Nombre", "Escuchar primero");
        administrator.types("Definición", "Nada se decide antes de oír a quienes viven allí.");
        administrator.ticks(administrator.page().getByLabel("Acceso a la información"), true);
        administrator.looks("con-teclado");
        administrator.answers("Guardar");

        assertThat(administrator.page().getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(administrator.page().getByRole(AriaRole.MAIN)).containsText("Escuchar primero");
        administrator.looks("agregado-con-teclado");
    }

    /** What is chosen is kept, and others sign in as the same person. */
    private static void inSpanishAgain(Officer officer) {
        officer.presses("ES: cambiar a español");
        assertThat(officer.button("EN: switch to English")).isVisible();
    }

    private static void inEnglishAndDark(Officer officer) {
        officer.presses("EN: switch to English");
        assertThat(officer.button("ES: cambiar a español")).isVisible();
        officer.presses("Switch between light and dark");
        officer.page().waitForFunction("() => getComputedStyle(document.documentElement).colorScheme === 'dark'");
    }
}
