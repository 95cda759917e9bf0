package org.cabildo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Journey D: two governments share a plan, which is public once both approved the same version. */
@Journey("share")
class ShareJourneyTest {

    private static final String CONSORTIUM = "Consorcio de la Costa";
    private static final String PLAN = "Plan de la Costa 2027";

    @Test
    void aSharedPlanIsPublicOnceEveryMemberApprovedIt(Cast cast) {
        forms(cast.officer("Camila Nacional"));
        joins(cast.officer("Rosa Huenchullán"), "Municipalidad de Puerto Ejemplo", true);
        joins(cast.officer("Patricia Ñancupil"), "Municipalidad de Villa Modelo", false);

        var editor = cast.officer("Matías Cárcamo"); // of Puerto Ejemplo
        editor.looks("mis-espacios");
        editor.enters(CONSORTIUM);
        assertThat(editor.text("Edición, en nombre de la Municipalidad de Puerto Ejemplo"))
                .isVisible();
        editor.looks("inicio-del-consorcio");
        drafts(editor);

        var reader = cast.officer("Ignacio Paillán");
        opensPlan(reader);
        assertThat(reader.text("Puede aprobarla quien tenga el rol de aprobación."))
                .isVisible();
        assertThat(reader.page().getByText("Aprobar en nombre de")).hasCount(0);
        assertThat(reader.button("Proponer versión")).hasCount(0);
        reader.looks("quien-lee-no-aprueba");

        approves(cast.officer("Ximena Araya"), "Municipalidad de Puerto Ejemplo", "Aprobada. Faltan otros miembros.");
        var citizen = cast.citizenWithoutScripts();
        citizen.opens(cast.house().portal("consorcio-de-la-costa"));
        assertThat(citizen.link(PLAN)).hasCount(0);
        citizen.looks("todavia-nada-publico");

        approves(
                cast.officer("Héctor Valdebenito"),
                "Municipalidad de Villa Modelo",
                "Publicada: el público ya la lee.");
        for (var portal : new String[] {"consorcio-de-la-costa", "puerto-ejemplo", "villa-modelo"}) {
            citizen.opens(cast.house().portal(portal));
            assertThat(citizen.link(PLAN)).isVisible();
            citizen.looks("publico-en-" + portal);
        }
        citizen.follows(PLAN);
        assertThat(citizen.page().getByRole(AriaRole.MAIN)).containsText("Municipalidad de Puerto Ejemplo");
        assertThat(citizen.page().getByRole(AriaRole.MAIN)).containsText("Municipalidad de Villa Modelo");
        citizen.looks("plan-publicado");
    }

    private static void forms(Officer coordinator) {
        coordinator.goesTo("Consorcios");
        coordinator.looks("consorcios");
        coordinator.presses("Formar consorcio");
        coordinator.types("Nombre", CONSORTIUM);
        assertThat(coordinator.field("Dirección")).hasValue("consorcio-de-la-costa");
        picks(coordinator, "Puerto Ejemplo");
        coordinator.answers("Formar consorcio");
        assertThat(coordinator.text("Un consorcio tiene dos o más miembros.")).isVisible();
        picks(coordinator, "Villa Modelo");
        coordinator.looks("formar-consorcio");
        coordinator.answers("Formar consorcio");
        coordinator.looks("que-significa-formarlo");
        coordinator.confirms("Formar consorcio");
        assertThat(coordinator.heading("Consorcio formado"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        coordinator.looks("consorcio-formado");
    }

    /** An administrator answers for their institution. */
    private static void joins(Officer administrator, String place, boolean looked) {
        administrator.enters(place);
        assertThat(administrator.text("Invitaciones (1)")).isVisible();
        if (looked) {
            administrator.looks("invitacion-en-el-inicio");
        }
        administrator.follows(CONSORTIUM);
        administrator.presses("Incorporarse al " + CONSORTIUM);
        administrator.picksDay("Fecha del documento fundacional", "02-11-2026");
        administrator.types("Documento fundacional", "Convenio de la Costa, cláusula 1");
        administrator.types("Dirección del documento", "ftp://ejemplo.invalid");
        administrator.answers("Incorporarse");
        assertThat(administrator.text("La dirección de un documento empieza con https://"))
                .isVisible();
        administrator.types("Dirección del documento", "https://ejemplo.invalid/convenio.pdf");
        if (looked) {
            administrator.looks("incorporarse");
        }
        administrator.answers("Incorporarse");
        assertThat(administrator.text("Su institución es miembro del " + CONSORTIUM))
                .isVisible();
        if (looked) {
            administrator.looks("miembro");
        }
    }

    private static void picks(Officer coordinator, String member) {
        coordinator
                .hands()
                .add(
                        coordinator.field("Miembros"),
                        member,
                        coordinator
                                .page()
                                .getByRole(
                                        AriaRole.OPTION,
                                        new Page.GetByRoleOptions()
                                                .setName(Officer.beginsWith("Municipalidad de " + member))));
    }

    private static void drafts(Officer editor) {
        editor.goesTo("Planes");
        editor.presses("Nuevo plan");
        editor.types("Título", PLAN);
        editor.chooses("Marco", "Consorcio");
        editor.picksDay("Empieza", "01-01-2027");
        editor.picksDay("Termina", "31-12-2027");
        editor.answers("Guardar");

        editor.presses("Agregar compromiso");
        editor.types("Título", "Playas con la misma bandera");
        editor.types("Problema", "Cada comuna avisa de otra manera si se puede bañar.");
        editor.types("Qué se hará", "Medir juntas el agua y avisar con la misma señal.");
        editor.types("Responsable", "Direcciones de Turismo");
        editor.chooses("Lidera", "Municipalidad de Villa Modelo");
        editor.picksDay("Empieza", "04-01-2027");
        editor.picksDay("Termina", "17-12-2027");
        editor.types("Participación ciudadana", "Quienes se bañan avisan de lo que ven.");
        editor.looks("compromiso-compartido");
        editor.presses("Guardar");
        assertThat(editor.heading("1. Playas con la misma bandera")).isVisible();

        editor.presses("Agregar hito");
        editor.types("Actividad", "Acordar la señal");
        editor.types("Entregable", "Acuerdo de ambas comunas");
        editor.answers("Guardar");
        assertThat(editor.heading("1. Acordar la señal")).isVisible();
        editor.follows(PLAN);
        editor.presses("Proponer versión");
        editor.confirms("Proponer versión");
        assertThat(editor.heading("Versión 1 espera aprobación")).isVisible();
        assertThat(editor.page().getByText("Pendiente")).hasCount(2);
        editor.looks("espera-a-ambos");
    }

    private static void opensPlan(Officer officer) {
        officer.enters(CONSORTIUM);
        officer.goesTo("Planes");
        officer.follows(PLAN);
        assertThat(officer.heading("Versión 1 espera aprobación")).isVisible();
    }

    private static void approves(Officer approver, String behalf, String then) {
        opensPlan(approver);
        approver.presses("Aprobar en nombre de la " + behalf);
        approver.looks("aprobar");
        approver.confirms("Aprobar");
        assertThat(approver.text(then)).isVisible();
        approver.looks("aprobado");
    }
}
