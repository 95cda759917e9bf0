package org.cabildo.admin.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.commitment.Commitments;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.cabildo.plan.Foundations;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.plan.published.ApprovalAct;
import org.cabildo.plan.published.Endorsement;
import org.cabildo.plan.published.Foundation;
import org.cabildo.plan.published.MonitoringBody;
import org.cabildo.plan.published.VisionPart;
import org.cabildo.planfile.PlanFiles;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PlanFileViewTest extends OfficeViewTest {

    private static final String TITLES = "numero;titulo;inicio;termino;hito;hito_entregable;hito_inicio;hito_termino\n";

    @Autowired
    PlanFiles files;

    @Autowired
    Commitments commitments;

    @Autowired
    Plans plans;

    @Autowired
    Foundations foundations;

    @Autowired
    Promises promises;

    @Test
    void whatAFileWouldAddIsShownAndAddedOnce() {
        var plan = promises.drafted("Plan 2026").plan();
        var view = navigate(path("/planes/" + plan + "/planilla"), PlanFileView.class);

        view.show(files.read(plan, table("1;Abrir las plazas;;;Plantar;Un árbol;01-03-2026;31-03-2026\n")));

        assertThat(status())
                .isEqualTo("Se agregaría un compromiso al final del plan, con un hito."
                        + " El público los lee cuando se apruebe la próxima versión.");
        assertThat(titles(plan)).containsExactly("Abrir el presupuesto");
        find(Button.class).withText("Agregar el compromiso").single().click();
        assertThat(titles(plan)).containsExactly("Abrir el presupuesto", "Abrir las plazas");
        assertThat(find(PlanView.class).all()).hasSize(1);
    }

    @Test
    void whatAFileSaysOfThePlanItselfIsShownAndWhatThePlanSaysAlreadyStays() {
        var other = plans.draft(new PlanDraft(
                "Plan vecino",
                Framework.OGP_LOCAL,
                new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31)),
                "Lo otro",
                "El foro",
                false));
        foundations.change(
                other,
                0,
                new Foundation(
                        Map.of(VisionPart.GOALS, "Metas"),
                        new ApprovalAct(ApprovalAct.ActKind.DECREE, "12", LocalDate.of(2026, 3, 1), null),
                        new MonitoringBody("Universidad", MonitoringBody.BodyKind.UNIVERSITY, "", ""),
                        List.of(new Endorsement("Junta de vecinos", Endorsement.Sector.CITIZENS, null, null))));
        var plan = plans.draft(new PlanDraft("Plan", Framework.OWN, null, "Lo nuestro", "", false));
        var view = navigate(path("/planes/" + plan + "/planilla"), PlanFileView.class);

        view.show(files.read(plan, files.workbook(other, false, "Ayuda", List.of())));
        assertThat(find(Paragraph.class, view.result).all())
                .extracting(Paragraph::getText)
                .contains(
                        "Se completa en el plan: Plazo, Fuente, Metas de mediano plazo, Acto que lo aprueba, Ente de monitoreo.",
                        "Se agregan como respaldo: Junta de vecinos.",
                        "El plan ya dice otra cosa, y así queda: Título, Marco, Resumen.");
        find(Button.class).withText("Completar el plan").single().click();
        assertThat(plans.require(plan).said().source()).isEqualTo("El foro");

        var again = navigate(path("/planes/" + plan + "/planilla"), PlanFileView.class);
        again.show(files.read(plan, files.workbook(other, false, "Ayuda", List.of())));
        assertThat(find(Button.class).withText("Completar el plan").all()).isEmpty();
    }

    @Test
    void eachProblemIsShownWithItsCellAndNothingCanBeAdded() {
        var plan = promises.drafted("Plan 2026").plan();
        var view = navigate(path("/planes/" + plan + "/planilla"), PlanFileView.class);

        view.show(files.read(plan, table("1;Ab;;;;;;\n2;Abrir el Presupuesto;;;Plantar;;01-03-2026;pronto\n")));

        assertThat(status()).isEqualTo("No se agregó nada: hay 4 problemas. Corrija el archivo y súbalo de nuevo.");
        Grid<?> grid = find(Grid.class).single();
        assertThat(test(grid).getCellText(0, 0)).isEqualTo("B2");
        assertThat(test(grid).getCellText(1, 0)).isEqualTo("B3");
        assertThat(find(Button.class).all()).extracting(Button::getText).noneMatch(text -> text.startsWith("Agregar"));
        assertThat(titles(plan)).containsExactly("Abrir el presupuesto");
    }

    @Test
    void anotherFileIsSaidToLackItsHeadingsFirst() {
        var plan = promises.drafted("Plan 2026").plan();
        var view = navigate(path("/planes/" + plan + "/planilla"), PlanFileView.class);

        view.refuse(catchThrowableOfType(
                Refused.class,
                () -> files.read(plan, "acta;fecha\nsesión;12-03-2026\n".getBytes(StandardCharsets.UTF_8))));

        assertThat(view.refusal.getElement().getTextRecursively())
                .startsWith("Falta la fila de encabezados, o la columna «acta» no es de la plantilla.");
        assertThat(find(Anchor.class, view.refusal).single().getText()).isEqualTo("Descargar la plantilla (.xlsx)");
        assertThat(find(Details.class, view.refusal).single().isOpened()).isFalse();
    }

    @Test
    void whatBecameWrongMeanwhileIsToldAndStaysOnScreen() {
        var plan = promises.drafted("Plan 2026").plan();
        var view = navigate(path("/planes/" + plan + "/planilla"), PlanFileView.class);
        view.show(files.read(plan, table("1;Abrir las plazas;;;;;;\n")));
        commitments.draft(plan, Promises.commitment("Abrir las plazas", Promises.TWO_YEARS));

        find(Button.class).withText("Agregar el compromiso").single().click();

        assertThat(titles(plan)).containsExactly("Abrir el presupuesto", "Abrir las plazas");
        assertThat(find(PlanFileView.class).all()).hasSize(1);
        assertThat(find(Button.class).withText("Agregar el compromiso").single().isEnabled())
                .isTrue();
    }

    private List<String> titles(PlanId plan) {
        return commitments.of(plan).stream().map(one -> one.said().title()).toList();
    }

    private String status() {
        return find(Paragraph.class).withAttribute("role", "status").single().getText();
    }

    private static byte[] table(String rows) {
        return (TITLES + rows).getBytes(StandardCharsets.UTF_8);
    }
}
