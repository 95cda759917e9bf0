package org.cabildo.admin.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.frame.Suggestions;
import org.cabildo.admin.plan.PlanWatch;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.published.Detail;
import org.cabildo.kernel.Period;
import org.cabildo.pillar.Pillars;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.PlanRemarks;
import org.cabildo.plan.Plans;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CommitmentEditorTest extends OfficeViewTest {

    private static final Period MARCH = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    @Autowired
    Promises promises;

    @Autowired
    PlanApproval approval;

    @Autowired
    PlanRemarks remarks;

    @Autowired
    Plans plans;

    @Autowired
    Commitments commitments;

    @Autowired
    Pillars pillars;

    @Test
    void draftsACommitmentFromAnEmptyForm() {
        var plan = plan();
        var view = navigate(path("/planes/" + plan + "/compromisos/nuevo"), CommitmentEditor.class);

        form(view).title.setValue("Presupuesto barrio por barrio");
        assertThat(view.save.getElement().getAttribute("aria-keyshortcuts")).isEqualTo("Control+S");
        view.save.click();

        assertThat(commitments.of(plan))
                .singleElement()
                .satisfies(one -> assertThat(one.said().title()).isEqualTo("Presupuesto barrio por barrio"));
    }

    @Test
    void whateverElseIsSaidIsFoldedAwayCountedAndKept() {
        var made = promises.drafted("Plan abierto");
        var view =
                navigate(path("/planes/" + made.plan() + "/compromisos/" + made.commitment()), CommitmentEditor.class);
        var details = form(view).details;
        assertThat(details.isOpened()).isFalse();
        assertThat(details.getSummaryText()).isEqualTo("Más sobre el compromiso, opcional (0 de 28)");
        details.setOpened(true);

        test(find(TextArea.class, details).withCaption("Resultados esperados").single())
                .setValue("Un tablero por barrio");
        test(find(TextField.class, details).withCaption("Contacto interno").single())
                .setValue("Anexo 4021");
        assertThat(details.getSummaryText()).isEqualTo("Más sobre el compromiso, opcional (2 de 28)");
        view.save.click();

        assertThat(commitments.require(made.commitment()).said().details().said())
                .isEqualTo(Map.of(
                        Detail.RESULTS, "Un tablero por barrio",
                        Detail.INTERNAL_CONTACT, "Anexo 4021"));
    }

    @Test
    void aCommitmentSaysWhatItLacks() {
        var plan = plan();
        var id = commitments.draft(plan, said("Plazas", ""));
        navigate(path("/planes/" + plan + "/compromisos/" + id), CommitmentEditor.class);

        var lacking = find(ReadyPanel.class).single();
        assertThat(lacking.getElement().getTextRecursively()).contains("Todavía no se puede proponer");
        assertThat(find(Button.class, lacking).all())
                .extracting(Button::getText)
                .containsSubsequence("por qué es gobierno abierto", "un hito", "quiénes participan", "el presupuesto");

        find(Button.class, lacking).withText("un hito").single().click();

        assertThat(find(Sheet.class).single().getHeaderTitle()).isEqualTo("Agregar hito");
    }

    @Test
    void onlyThePlansOfOgpSpeakOfItsTemplate() {
        var own = commitments.draft(plan(), said("Plazas", ""));
        var plan = commitments.require(own).plan();
        var page = navigate(path("/planes/" + plan + "/compromisos/" + own), CommitmentEditor.class);
        assertThat(form(page).getElement().getTextRecursively())
                .contains("Explique al menos uno de estos valores")
                .doesNotContain("(OGP)", "valores de OGP", "plantilla de la Alianza");

        var made = promises.drafted("Plan abierto");
        UI.getCurrent().navigate(path("/planes"));
        var other =
                navigate(path("/planes/" + made.plan() + "/compromisos/" + made.commitment()), CommitmentEditor.class);
        assertThat(form(other).getElement().getTextRecursively()).contains("(OGP)", "plantilla de la Alianza");
    }

    @Test
    void theAddressOfAPartLeadsToIt() {
        var plan = plan();
        var id = commitments.draft(plan, said("Plazas", ""));
        var here = "t/renca/planes/" + plan + "/compromisos/";

        UI.getCurrent().navigate(here + id, QueryParameters.of("parte", "MILESTONE"));
        assertThat(find(Sheet.class).single().getHeaderTitle()).isEqualTo("Agregar hito");
        find(Sheet.class).single().close();

        UI.getCurrent().navigate(here + id, QueryParameters.of("parte", "NADA"));
        assertThat(find(Sheet.class).all())
                .as("what nobody knows leads nowhere")
                .isEmpty();
    }

    @Test
    void oneButtonLeadsFromPartToPartUntilTheCommitmentCanBeProposed() {
        var plan = plan();
        var id = commitments.draft(plan, said("Plazas", ""));
        var editor = navigate(path("/planes/" + plan + "/compromisos/" + id), CommitmentEditor.class);
        assertThat(editor.nextStep.getElement().getTextRecursively()).contains("Faltan 6 partes para proponerlo");

        editor.nextStep.next.click();
        form(editor).problem.setValue("Nadie sabe en qué se gasta");
        editor.save.click();

        assertThat(editor.nextStep.next.getText()).isEqualTo("Siguiente: qué se hará");
        form(editor).description.setValue("Publicar cada gasto");
        form(editor).responsible.setValue("Secpla");
        form(editor).start.setValue(MARCH.start());
        form(editor).end.setValue(MARCH.end());
        form(editor).values.get("ATI").setValue("Publica lo que no se sabía");
        editor.save.click();
        assertThat(editor.nextStep.getElement().getTextRecursively()).contains("Falta 1 parte", "Siguiente: un hito");

        editor.nextStep.next.click();
        var sheet = find(Sheet.class).single();
        find(TextField.class, sheet).withCaption("Actividad").single().setValue("Plantar");
        find(TextArea.class, sheet).withCaption("Entregable").single().setValue("Un vivero");
        find(Button.class, sheet).withText("Guardar").single().click();
        assertThat(editor.nextStep.propose.isVisible()).isTrue();
        assertThat(editor.nextStep.propose.getHref())
                .as("the plan has no days yet")
                .endsWith("/planes/" + plan + "?cambiar=si");
    }

    @Test
    void whoTypesIsToldThatThePlanWasSentBackAndGoesOnTyping() {
        var made = promises.drafted("Plan abierto");
        var version = approval.propose(made.plan());
        var editor =
                navigate(path("/planes/" + made.plan() + "/compromisos/" + made.commitment()), CommitmentEditor.class);
        remarks.sendBack(version, "Falta el indicador del hito 2");
        form(editor).problem.setValue("Lo que se está escribiendo");

        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));

        assertThat(find(PlanWatch.class).single().getElement().getTextRecursively())
                .contains("la versión 1 se devolvió con observaciones", "Falta el indicador del hito 2");
        assertThat(form(editor).problem.getValue()).isEqualTo("Lo que se está escribiendo");
    }

    @Test
    void whoSavedTheCommitmentThemselvesChangesItsMilestonesWithoutARace() {
        var made = promises.drafted("Plan abierto");
        var editor =
                navigate(path("/planes/" + made.plan() + "/compromisos/" + made.commitment()), CommitmentEditor.class);
        test(Objects.requireNonNull(editor.form).description).setValue("Se hará de otro modo");
        find(Button.class).withText("Guardar").single().click();

        press("Cambiar el hito «Publicar 2026»");
        var sheet = find(Sheet.class).single();
        test(find(TextField.class, sheet).withCaption("Actividad").single()).setValue("Publicar cada mes");
        find(Button.class, sheet).withText("Guardar").single().click();

        assertThat(commitments.require(made.commitment()).milestones())
                .extracting(line -> line.said().activity())
                .contains("Publicar cada mes");
    }

    private void press(String label) {
        find(Button.class)
                .withCondition(one -> one.getAriaLabel().orElse("").equals(label))
                .single()
                .click();
    }

    @Test
    void anothersMilestonesAreSeenOnceOnesOwnTextWasSaved() {
        var made = promises.drafted("Plan abierto");
        var editor =
                navigate(path("/planes/" + made.plan() + "/compromisos/" + made.commitment()), CommitmentEditor.class);
        commitments.addMilestone(made.commitment(), Promises.milestone("El de otra persona", Promises.TODAY));

        test(Objects.requireNonNull(editor.form).description).setValue("Se hará de otro modo");

        assertThat(find(H3.class).all()).extracting(H3::getText).anyMatch(text -> text.contains("El de otra persona"));
    }

    @Test
    void whatWasSentBackIsToldWhereItIsMended() {
        var made = promises.drafted("Plan abierto");
        remarks.sendBack(approval.propose(made.plan()), "Falta el indicador del hito 2");

        navigate(path("/planes/" + made.plan() + "/compromisos/" + made.commitment()), CommitmentEditor.class);

        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .contains("Falta el indicador del hito 2");
    }

    @Test
    void aDraftSaysWhatComesNextAndAMilestoneIsAnsweredForByWhoAnswersForTheWhole() {
        var made = promises.drafted("Plan abierto");
        navigate(path("/planes/" + made.plan() + "/compromisos/" + made.commitment()), CommitmentEditor.class);

        assertThat(find(Anchor.class, find(ReadyPanel.class).single())
                        .withText("Proponer versión")
                        .single()
                        .getHref())
                .isEqualTo(path("/planes/" + made.plan() + "?proponer=si"));
        find(Button.class).withText("Agregar hito").single().click();
        assertThat(find(TextField.class, find(Sheet.class).single())
                        .withCaption("Responsable")
                        .single()
                        .getValue())
                .isEqualTo("SECPLA");
        find(Sheet.class).single().close();

        promises.publish(made.plan());
        navigate(path("/planes/" + made.plan() + "/compromisos/" + made.commitment()), CommitmentEditor.class);
        assertThat(find(ReadyPanel.class).single().getElement().getTextRecursively())
                .contains("Lo que usted cambie aquí lo lee cuando se aprueba otra versión del plan.");
    }

    @Test
    void deletingOneSaysExactlyWhatGoes() {
        var plan = plan();
        var id = commitments.draft(plan, said("Plazas", "al principio"));
        var view = navigate(path("/planes/" + plan + "/compromisos/" + id), CommitmentEditor.class);

        view.delete.click();

        assertThat(question()).isEqualTo("¿Eliminar el compromiso «Plazas»?");
        assertThat(consequence()).contains("No tiene hitos.");
        confirm();
        assertThat(commitments.of(plan)).isEmpty();
    }

    @Test
    void aTitleTooShortIsRefusedAtItsFieldAndTheRestStays() {
        var view = navigate(path("/planes/" + plan() + "/compromisos/nuevo"), CommitmentEditor.class);

        form(view).title.setValue("x");
        form(view).problem.setValue("Nadie sabe cuánto se gasta");
        view.save.click();

        assertThat(form(view).title.isInvalid()).isTrue();
        assertThat(form(view).problem.getValue()).isEqualTo("Nadie sabe cuánto se gasta");
    }

    @Test
    void theSecondOfTwoOfficersIsToldWhatTheFirstSavedAndLosesNothingTyped() {
        var plan = plan();
        var id = commitments.draft(plan, said("Plazas", "al principio"));
        var view = navigate(path("/planes/" + plan + "/compromisos/" + id), CommitmentEditor.class);
        form(view).problem.setValue("lo que escribe la segunda persona");

        var seen = commitments.require(id);
        commitments.change(id, seen.version(), said("Plazas", "lo que guardó la primera"));
        view.save.click();

        assertThat(form(view).problem.getValue()).isEqualTo("lo que escribe la segunda persona");
        assertThat(commitments.require(id).said().problem()).isEqualTo("lo que guardó la primera");
        assertThat(find(DescriptionList.Description.class).all().getFirst().getText())
                .isEqualTo("lo que guardó la primera");

        find(Button.class).withText("Guardar lo mío").single().click();

        assertThat(commitments.require(id).said().problem()).isEqualTo("lo que escribe la segunda persona");
    }

    @Test
    void whatTheFirstOfTwoOfficersSavedInOtherFieldsStandsBesideTheSeconds() {
        var plan = plan();
        var id = commitments.draft(plan, said("Plazas", ""));
        var view = navigate(path("/planes/" + plan + "/compromisos/" + id), CommitmentEditor.class);
        form(view).responsible.setValue("DIDECO");
        form(view).actors.setValue("COSOC");
        var pillar = pillars.all().getFirst();
        var lead = new CommitmentDraft.Lead(TenantScope.tenant().value(), "Quien lidera");

        commitments.change(
                id,
                commitments.require(id).version(),
                new CommitmentDraft(
                        "Plazas",
                        "",
                        "",
                        "",
                        "DIDECO",
                        null,
                        List.of(),
                        List.of(pillar.id().value()),
                        lead));
        view.save.click();

        assertThat(commitments.require(id).said()).satisfies(both -> {
            assertThat(both.lead()).isEqualTo(lead);
            assertThat(both.pillars()).containsExactly(pillar.id().value());
            assertThat(both.actors()).isEqualTo("COSOC");
            assertThat(both.responsible()).isEqualTo("DIDECO");
        });
    }

    @Test
    void whoAnswersIsOfferedAsItWasWrittenBefore() {
        var plan = plan();
        commitments.draft(plan, new CommitmentDraft("Plazas", "", "", "", "DIDECO", null, List.of(), List.of(), null));

        navigate(path("/planes/" + plan + "/compromisos/nuevo"), CommitmentEditor.class);

        var offered = find(Suggestions.class).single().getElement();
        assertThat(offered.getChildren().map(option -> option.getAttribute("value")))
                .containsExactly("DIDECO");
    }

    private PlanId plan() {
        return plans.draft(new PlanDraft("Plan de prueba", Framework.OWN, null, "", "", false));
    }

    private static CommitmentDraft said(String title, String problem) {
        return new CommitmentDraft(title, problem, "", "", "", null, List.of(), List.of(), null);
    }

    private static CommitmentForm form(CommitmentEditor view) {
        return Objects.requireNonNull(view.form);
    }
}
