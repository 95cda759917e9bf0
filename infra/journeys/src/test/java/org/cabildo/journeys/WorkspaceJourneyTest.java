package org.cabildo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A plan is drafted from what others promised, talked about, and changed in several places at once. */
@Journey("workspace")
class WorkspaceJourneyTest {

    private static final String DRAFTS = "Constanza Ulloa";
    private static final String APPROVES = "Rodrigo Tapia";
    private static final String OF_THE_LIBRARY = "Chileatiende";
    private static final String OF_ANOTHER = "Presupuesto barrio por barrio";

    @Test
    void aPlanIsDraftedTogetherFromWhatOthersPromised(Cast cast) {
        var editor = cast.officer(DRAFTS);
        editor.opens("/t/gore-ejemplo/planes");
        editor.presses("Nuevo plan");
        editor.types("Título", "Plan a varias manos");
        editor.picksDay("Empieza", "01-01-2027");
        editor.picksDay("Termina", "31-12-2028");
        editor.answers("Guardar");
        assertThat(editor.heading("Plan a varias manos")).isVisible();

        copies(editor);
        talks(editor, cast);
        changesSeveral(editor);
    }

    private static void copies(Officer editor) {
        editor.presses("Copiar un compromiso");
        assertThat(editor.heading("Copiar un compromiso a «Plan a varias manos»"))
                .isVisible();
        editor.looks("copiar");
        editor.types("Buscar", "esto no lo prometió nadie");
        assertThat(editor.text("Ningún compromiso")).isVisible();
        editor.looks("copiar-sin-resultados");
        editor.types("Buscar", OF_THE_LIBRARY);
        assertThat(editor.text("Un compromiso")).isVisible();
        editor.follows(OF_THE_LIBRARY);
        assertThat(editor.heading("Qué se copiaría")).isVisible();
        editor.looks("copia-de-la-biblioteca");
        editor.presses("Copiar a este plan");
        assertThat(editor.heading("1. " + OF_THE_LIBRARY)).isVisible();
        editor.follows("Plan a varias manos");

        editor.presses("Copiar un compromiso");
        editor.types("Buscar", OF_ANOTHER);
        assertThat(editor.text("Un compromiso")).isVisible();
        editor.follows(OF_ANOTHER);
        assertThat(editor.heading("De dónde viene")).isVisible();
        editor.looks("copia-de-otra-institucion");
        editor.presses("Copiar a este plan");
        assertThat(editor.heading("2. " + OF_ANOTHER)).isVisible();
        editor.looks("copiado");
    }

    private static void talks(Officer editor, Cast cast) {
        editor.presses("Comentar");
        editor.types("Escribir un comentario", "¿Le parecen bien estos plazos?");
        editor.hands()
                .add(
                        editor.field("Avisar a"),
                        APPROVES,
                        editor.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(APPROVES)));
        editor.looks("comentario");
        editor.presses("Comentar");
        assertThat(editor.text("Comentario enviado.")).isVisible();
        assertThat(editor.text("Avisó a: " + APPROVES)).isVisible();
        editor.looks("comentado");

        var approver = cast.officer(APPROVES);
        approver.opens("/t/gore-ejemplo");
        assertThat(approver.heading("Le avisan en una conversación interna (1)"))
                .isVisible();
        approver.looks("le-avisan");
        approver.follows(OF_ANOTHER);
        assertThat(approver.text("Le avisa a usted")).isVisible();
        approver.types("Escribir un comentario", "Uno más largo: hay elecciones.");
        approver.presses("Comentar");
        assertThat(approver.text("Comentario enviado.")).isVisible();
        approver.looks("respondido");

        editor.page().reload();
        assertThat(editor.text("Uno más largo: hay elecciones.")).isVisible();
        editor.hands()
                .press(act(editor, "Marcar como resuelto: comentario de " + APPROVES)
                        .first());
        assertThat(editor.text("Resueltos (1)")).isVisible();
        editor.looks("resuelto");
    }

    private static Locator act(Officer officer, String begins) {
        return officer.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^" + Officer.quoted(begins))));
    }

    private static void changesSeveral(Officer editor) {
        editor.follows("Plan a varias manos");
        editor.presses("Cambiar varios");
        assertThat(editor.text("Nada cambia todavía")).isVisible();
        editor.looks("cambiar-varios");
        editor.presses("Marcar todos");
        editor.types("Qué dirá", "Unidad de Participación");
        assertThat(editor.text("Cambian 2")).isVisible();
        editor.looks("cambian-dos");
        editor.answers("Aplicar");
        assertThat(editor.text("Se cambiaron 2 compromisos.")).isVisible();
        editor.follows("1. " + OF_THE_LIBRARY);
        assertThat(editor.field("Responsable")).hasValue("Unidad de Participación");
    }
}
