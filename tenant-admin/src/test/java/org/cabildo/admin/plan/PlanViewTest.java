package org.cabildo.admin.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.admin.frame.Autosave;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.MilestoneDraft;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Period;
import org.cabildo.plan.Foundations;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.PlanRemarks;
import org.cabildo.plan.PlanStage;
import org.cabildo.plan.PlanStep;
import org.cabildo.plan.PlanSteps;
import org.cabildo.plan.Plans;
import org.cabildo.plan.published.VisionPart;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PlanViewTest extends OfficeViewTest {

    @Autowired
    Plans plans;

    @Autowired
    Commitments commitments;

    @Autowired
    Foundations foundations;

    @Autowired
    PlanApproval approval;

    @Autowired
    PlanRemarks remarks;

    @Autowired
    PlanSteps steps;

    @Autowired
    Promises promises;

    @Test
    void whatIsTypedIsKeptWithoutAButton() {
        var plan = change();

        test(summary()).setValue("Lo primero");
        test(summary()).setValue("Lo primero, y algo más");

        assertThat(plans.require(plan).said().summary()).isEqualTo("Lo primero, y algo más");
        assertThat(find(Autosave.class).single().getText()).startsWith("Todo guardado a las ");
        find(Button.class).withText("Guardar").single().click();
        assertThat(find(Sheet.class).all()).noneMatch(Sheet::isOpened);
    }

    @Test
    void whatThePublicReadsAtOnceWaitsForTheButton() {
        var plan = change();

        test(find(Checkbox.class).single()).click();

        assertThat(plans.require(plan).said().inPreparation()).isFalse();
        assertThat(find(Autosave.class).single().getText()).contains("El público lo lee de inmediato");
        find(Button.class).withText("Guardar").single().click();
        assertThat(plans.require(plan).said().inPreparation()).isTrue();
    }

    @Test
    void anothersSavingIsToldAndNotWrittenOver() {
        var plan = change();
        var seen = plans.require(plan);
        plans.change(plan, seen.version(), said("lo de la otra persona"));

        test(summary()).setValue("lo mío");

        assertThat(plans.require(plan).said().summary()).isEqualTo("lo de la otra persona");
        assertThat(find(Autosave.class).single().getText()).startsWith("Aún sin guardar: ");
        assertThat(summary().getValue()).isEqualTo("lo mío");
        assertThat(find(DescriptionList.Description.class).all().getFirst().getText())
                .isEqualTo("lo de la otra persona");
        find(Button.class).withText("Guardar lo mío").single().click();
        assertThat(plans.require(plan).said().summary()).isEqualTo("lo mío");
        assertThat(find(Sheet.class).all()).noneMatch(Sheet::isOpened);
    }

    @Test
    void whatAnotherSavesAfterItWasToldIsToldAgain() {
        var plan = change();
        plans.change(plan, plans.require(plan).version(), said("lo primero de la otra persona"));
        test(summary()).setValue("lo mío");
        plans.change(plan, plans.require(plan).version(), said("lo segundo de la otra persona"));

        find(Button.class).withText("Guardar lo mío").single().click();

        assertThat(plans.require(plan).said().summary()).isEqualTo("lo segundo de la otra persona");
        assertThat(find(DescriptionList.Description.class).all().getFirst().getText())
                .isEqualTo("lo segundo de la otra persona");
        find(Button.class)
                .withText("Descartar lo mío y ver lo guardado")
                .single()
                .click();
        assertThat(find(Sheet.class).all()).noneMatch(Sheet::isOpened);
        assertThat(plans.require(plan).said().summary()).isEqualTo("lo segundo de la otra persona");
    }

    @Test
    void whoApprovesSendsBackWithRemarksThatStayInViewUntilItIsProposedAgain() {
        var made = promises.drafted("Plan abierto");
        approval.propose(made.plan());
        var view = navigate(path("/planes/" + made.plan()), PlanView.class);
        assertThat(view.propose.isVisible()).isFalse();

        find(Button.class).withText("Devolver con observaciones").single().click();
        find(Button.class).withText("Devolver").single().click();
        var field = find(TextArea.class).single();
        assertThat(field.getErrorMessage())
                .isEqualTo("Diga en 10 a 2.000 caracteres qué hay que corregir; escribió 0.");
        test(field).setValue("Falta el indicador del hito 2");
        find(Button.class).withText("Devolver").single().click();

        assertThat(heads()).contains("La versión 1 volvió con observaciones");
        assertThat(texts()).contains("Falta el indicador del hito 2");
        assertThat(view.propose.isVisible()).isTrue();
        approval.propose(made.plan());
        navigate(path("/planes"), PlansView.class);
        navigate(path("/planes/" + made.plan()), PlanView.class);
        assertThat(heads()).contains("Versión 2 espera aprobación").noneMatch(title -> title.contains("volvió"));
        assertThat(find(ChangesPanel.class).all())
                .extracting(ChangesPanel::getSummaryText)
                .containsExactly("Qué cambió desde la versión 1, que se devolvió (0)", "Lo que leerá el público");
        assertThat(texts()).contains("Nada: dice lo mismo que cuando se devolvió.");
    }

    @Test
    void whoeverHasThePageOpenIsToldWhatWasDecidedMeanwhile() {
        var made = promises.drafted("Plan abierto");
        var version = approval.propose(made.plan());
        navigate(path("/planes/" + made.plan()), PlanView.class);
        looksAgain();
        assertThat(texts()).noneMatch(text -> text.startsWith("Mientras"));
        remarks.sendBack(version, "Falta el indicador del hito 2");

        looksAgain();

        assertThat(texts())
                .contains("Mientras usted miraba esta página la versión 1 se devolvió con observaciones.")
                .doesNotContain("Falta el indicador del hito 2");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
        find(Button.class).withText("Ver cómo quedó").single().click();
        assertThat(texts()).contains("Falta el indicador del hito 2").noneMatch(text -> text.startsWith("Mientras"));
    }

    private static void looksAgain() {
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(20_000);
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    }

    @Test
    void whoeverComesToProposeIsAskedAtOnceIfThereIsSomethingToPropose() {
        var made = promises.drafted("Plan abierto");
        comesToPropose(made.plan());

        assertThat(question()).isEqualTo("¿Proponer el plan tal como está ahora?");
        confirm();

        assertThat(approval.waiting(made.plan())).isPresent();
        navigate(path("/planes"), PlansView.class);
        comesToPropose(made.plan());
        assertThat(notes()).contains("No hay nada que proponer: el borrador dice lo mismo que la última versión.");
    }

    private void comesToPropose(PlanId plan) {
        UI.getCurrent().navigate(path("/planes/" + plan), QueryParameters.of("proponer", "si"));
    }

    private List<String> notes() {
        return find(Notification.class).all().stream()
                .map(note -> test(note).getText())
                .toList();
    }

    @Test
    void whoProposedIsToldThatAnotherBetterApproves() {
        var made = promises.drafted("Plan abierto");
        approval.propose(made.plan());

        navigate(path("/planes/" + made.plan()), PlanView.class);

        assertThat(texts()).anyMatch(text -> text.startsWith("Usted la propuso."));
        assertThat(find(Button.class)
                        .withText("Aprobar y publicar")
                        .single()
                        .getThemeNames()
                        .contains("primary"))
                .isFalse();
    }

    @Test
    void aCommitmentWithChangesThatThePublicDoesNotReadSaysSo() {
        var made = promises.published("Plan abierto");
        navigate(path("/planes/" + made.plan()), PlanView.class);
        assertThat(cards()).doesNotContain("Con cambios sin publicar");

        var seen = commitments.require(made.commitment());
        commitments.change(
                made.commitment(), seen.version(), Promises.commitment("Abrir el presupuesto ya", Promises.TWO_YEARS));
        navigate(path("/planes"), PlansView.class);
        navigate(path("/planes/" + made.plan()), PlanView.class);

        assertThat(cards()).contains("Con cambios sin publicar");
        assertThat(find(Badge.class).withText("Con cambios sin publicar").all())
                .as("at the plan's head and at the commitment")
                .hasSize(2);
    }

    @Test
    void onlyTheVersionThatThePublicReadsIsPublished() {
        var made = promises.published("Plan abierto");
        var seen = commitments.require(made.commitment());
        commitments.change(
                made.commitment(), seen.version(), Promises.commitment("Abrir el presupuesto ya", Promises.TWO_YEARS));
        var version = approval.propose(made.plan(), "Se puede antes de lo previsto");
        approval.publish(version, approval.hash(made.plan()));

        navigate(path("/planes/" + made.plan()), PlanView.class);

        assertThat(find(Badge.class, find(VersionsPanel.class).single()).all())
                .extracting(Badge::getText)
                .containsExactly("Publicada", "Reemplazada");
    }

    private String cards() {
        return find(CommitmentCards.class).single().getElement().getTextRecursively();
    }

    @Test
    void whatIsMissingLeadsToWhereItIsWritten() {
        var plan = plans.draft(new PlanDraft("Plan de prueba", Framework.OWN, null, "", "", false));
        var id = commitments.draft(
                plan, new CommitmentDraft("Plazas", "", "", "", "", null, List.of(), List.of(), null));

        navigate(path("/planes/" + plan), PlanView.class);

        assertThat(find(Anchor.class, find(ChecklistPanel.class).single()).all())
                .extracting(Anchor::getHref)
                .contains(
                        path("/planes/" + plan + "/compromisos/" + id + "?parte=PROBLEM"),
                        path("/planes/" + plan + "?cambiar=si"));
    }

    @Test
    void whoeverWantsToProposeWhatLacksSomethingIsToldAndAskedNothing() {
        var plan = plans.draft(new PlanDraft("Plan de prueba", Framework.OWN, null, "", "", false));
        var view = navigate(path("/planes/" + plan), PlanView.class);

        view.propose.click();

        assertThat(find(ConfirmDialog.class).all()).isEmpty();
        assertThat(find(Sheet.class).all()).isEmpty();
        assertThat(find(Notification.class).all()).hasSize(1);
        assertThat(find(Anchor.class, find(ChecklistPanel.class).single()).all())
                .extracting(Anchor::getHref)
                .as("a plan without commitments leads to the first one")
                .contains(path("/planes/" + plan + "/compromisos/nuevo"));
    }

    @Test
    void whoProposedAndWhoApprovedStaysWritten() {
        var made = promises.published("Plan de una persona");
        navigate(path("/planes/" + made.plan()), PlanView.class);
        assertThat(find(VersionsPanel.class).single().getElement().getTextRecursively())
                .contains("La propuso y la aprobó la misma persona: ");

        promises.alter(made.plan());
        approval.propose(made.plan(), "Se ajustó lo que se prometió");
        navigate(path("/planes/" + made.plan()), PlanView.class);
        assertThat(find(VersionsPanel.class).single().getElement().getTextRecursively())
                .contains("La propuso ");
    }

    @Test
    void whoDraftsTakesAProposalBack() {
        var made = promises.drafted("Plan abierto");
        approval.propose(made.plan());
        navigate(path("/planes/" + made.plan()), PlanView.class);

        find(Button.class).withText("Retirar la propuesta").single().click();
        assertThat(question()).isEqualTo("¿Retirar la propuesta de la versión 1?");
        confirm();

        assertThat(approval.waiting(made.plan())).isEmpty();
        assertThat(texts()).anyMatch(text -> text.startsWith("La retiró "));
    }

    @Test
    void whoeverTakesBackWhatWasPublishedMeanwhileIsToldSoAndSeesIt() {
        var made = promises.drafted("Plan abierto");
        var version = approval.propose(made.plan());
        navigate(path("/planes/" + made.plan()), PlanView.class);
        approval.publish(version, approval.hash(made.plan()));

        find(Button.class).withText("Retirar la propuesta").single().click();
        confirm();

        assertThat(find(Notification.class).single().getElement().getTextRecursively())
                .contains("nada de lo que pidió se hizo", "se aprobó y se publicó la versión 1");
        assertThat(find(Button.class).withText("Retirar la propuesta").all()).isEmpty();
        assertThat(heads()).contains("De un vistazo");
    }

    @Test
    void remarksOnWhatWasPublishedMeanwhileStayInTheirSheet() {
        var made = promises.drafted("Plan abierto");
        var version = approval.propose(made.plan());
        navigate(path("/planes/" + made.plan()), PlanView.class);
        find(Button.class).withText("Devolver con observaciones").single().click();
        test(find(TextArea.class).single()).setValue("Falta el indicador del hito 2");
        approval.publish(version, approval.hash(made.plan()));

        find(Button.class).withText("Devolver").single().click();

        assertThat(find(Notification.class).single().getElement().getTextRecursively())
                .contains("se aprobó y se publicó la versión 1");
        assertThat(find(TextArea.class).single().getValue()).isEqualTo("Falta el indicador del hito 2");
    }

    @Test
    void whatIsPublishedIsSeenOnThePortalFromTheNoteThatSaysSo() {
        var made = promises.drafted("Plan abierto");
        approval.propose(made.plan());
        navigate(path("/planes/" + made.plan()), PlanView.class);

        find(Button.class).withText("Aprobar y publicar").single().click();
        confirm();

        assertThat(find(Anchor.class)
                        .withText("Ver el portal")
                        .withCondition(link -> link.getParent()
                                .flatMap(Component::getParent)
                                .filter(Notification.class::isInstance)
                                .isPresent())
                        .single()
                        .getHref())
                .endsWith("/planes/plan-abierto");
    }

    private List<String> heads() {
        return find(H2.class).all().stream().map(H2::getText).toList();
    }

    private List<String> texts() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    @Test
    void deletingADraftSaysExactlyWhatGoes() {
        var plan = plans.draft(said(""));
        var one = commitments.draft(plan, titled("Plazas abiertas"));
        commitments.draft(plan, titled("Parques abiertos"));
        var march = new Period(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 31));
        commitments.addMilestone(one, new MilestoneDraft("Plantar árboles", "Un árbol", "", march, 1));
        var view = navigate(path("/planes/" + plan), PlanView.class);

        view.delete.click();

        assertThat(question()).isEqualTo("¿Eliminar el borrador «Plan de prueba»?");
        assertThat(consequence()).startsWith("Con él se eliminan 2 compromisos y 1 hito.");
        assertThat(plans.all()).isNotEmpty();
        confirm();
        assertThat(plans.all()).isEmpty();
    }

    @Test
    void anAbandonedPlanAsksNobodyToMendOrToProposeItAndSaysWhoCanTakeItUpAgain() {
        var made = promises.drafted("Plan que se dejó");
        remarks.sendBack(approval.propose(made.plan()), "Falta el indicador del hito 2");
        abandon(made.plan());

        var view = navigate(path("/planes/" + made.plan()), PlanView.class);
        assertThat(view.propose.isVisible()).isFalse();
        assertThat(find(H2.class).all())
                .extracting(H2::getText)
                .contains("El plan está «Abandonado»")
                .doesNotContain("La versión 1 volvió con observaciones");
        assertThat(sentences()).contains("Usted puede sacarlo de ahí con «Retomar», en «Recorrido del plan».");

        UI.getCurrent().navigate(path("/planes"), QueryParameters.empty());
        fresh.officer(TenantScope.tenant(), Role.EDITOR).act(() -> {
            navigate(path("/planes/" + made.plan()), PlanView.class);
            assertThat(sentences()).anyMatch(text -> text.startsWith("De ahí lo saca «Retomar»"));
            return true;
        });
    }

    @Test
    void aVersionThatWaitedWhenItsPlanWasAbandonedIsNotOfferedForApproval() {
        var made = promises.drafted("Plan que se dejó");
        approval.propose(made.plan());
        abandon(made.plan());

        navigate(path("/planes/" + made.plan()), PlanView.class);

        assertThat(find(ProposalPanel.class).all()).isEmpty();
        assertThat(find(Badge.class).all()).extracting(Badge::getText).doesNotContain("Versión 1 por aprobar");
    }

    private void abandon(PlanId plan) {
        steps.take(
                plan,
                new PlanSteps.Taking(
                        PlanStep.ABANDON, PlanStage.PREPARATION, Promises.TODAY, "El concejo lo rechazó", null),
                Promises.TODAY);
    }

    private List<String> sentences() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    @Test
    void deletingAnEmptyDraftSpeaksOfNothingThatGoes() {
        var plan = plans.draft(said(""));

        navigate(path("/planes/" + plan), PlanView.class).delete.click();

        assertThat(consequence()).isEqualTo("No se puede deshacer.");
    }

    @Test
    void aStepIsTakenWhereThePlanIs() {
        var plan = plans.draft(said(""));
        navigate(path("/planes/" + plan), PlanView.class);

        find(Button.class).withText("Abandonar").single().click();
        find(Button.class).withText("Registrar").single().click();
        assertThat(find(TextArea.class).single().getErrorMessage()).startsWith("Diga el motivo en 10 a 2.000");
        assertThat(plans.require(plan).stage()).isEqualTo(PlanStage.PREPARATION);

        test(find(TextArea.class).single()).setValue("El concejo lo rechazó");
        find(Button.class).withText("Registrar").single().click();
        assertThat(plans.require(plan).stage()).isEqualTo(PlanStage.ABANDONED);
        assertThat(find(Button.class).withText("Retomar").all()).hasSize(1);
    }

    @Test
    void whatIsMissingIsToldWithWhoSaysSo() {
        var plan = plans.draft(new PlanDraft("Plan local", Framework.OGP_LOCAL, null, "", "", false));
        navigate(path("/planes/" + plan), PlanView.class);

        assertThat(find(Anchor.class)
                        .withText("Manual de OGP Local: ente de monitoreo")
                        .single()
                        .getHref())
                .startsWith("https://www.opengovpartnership.org/");
        assertThat(find(H3.class).all())
                .extracting(H3::getText)
                .contains("Obligatorio antes de proponer una versión", "Obligatorio antes de entregar a OGP")
                .anyMatch(title -> title.matches("Advertencias: conviene revisarlas \\(\\d\\)"));
    }

    @Test
    void whatAPlanStandsOnIsAskedForWhereItIsMissed() {
        var plan = plans.draft(new PlanDraft("Plan local", Framework.OGP_LOCAL, null, "", "", false));
        navigate(path("/planes/" + plan), PlanView.class);

        find(Button.class, find(ChecklistPanel.class).single())
                .withText("Indique el ente de monitoreo.")
                .single()
                .click();

        assertThat(find(Sheet.class).single().getHeaderTitle()).isEqualTo("Ente de monitoreo");
    }

    @Test
    void aPlanOfOnesOwnCitesNobodyElsesManual() {
        var plan = plans.draft(new PlanDraft("Plan propio", Framework.OWN, null, "", "", false));
        commitments.draft(plan, titled("Plazas"));
        navigate(path("/planes/" + plan), PlanView.class);

        assertThat(find(ChecklistPanel.class).single().getElement().getTextRecursively())
                .contains("SEGPRES", "Carta Iberoamericana")
                .doesNotContain("OGP");
    }

    @Test
    void anOgpCodeIsAskedForOnceThePublicReadsThePlan() {
        var made = promises.drafted("Plan abierto");
        navigate(path("/planes/" + made.plan()), PlanView.class);
        assertThat(find(Button.class).withText("Indicar el código OGP").all()).isEmpty();

        promises.publish(made.plan());
        navigate(path("/planes"), PlansView.class);
        navigate(path("/planes/" + made.plan()), PlanView.class);

        assertThat(find(Button.class).withText("Indicar el código OGP").all()).hasSize(1);
    }

    @Test
    void whatPuttingAPlanIntoForceDoesIsToldBesideTheStep() {
        var plan = plans.draft(new PlanDraft("Plan propio", Framework.OWN, Promises.TWO_YEARS, "Resumen", "", false));
        var commitment = commitments.draft(plan, Promises.commitment("Abrir las compras", Promises.TWO_YEARS));
        commitments.addMilestone(commitment, new MilestoneDraft("Publicar", "Una planilla", "", Promises.TWO_YEARS, 1));
        promises.publish(plan);

        navigate(path("/planes/" + plan), PlanView.class);

        assertThat(find(Button.class).withText("Poner en vigencia").all()).hasSize(1);
        assertThat(texts()).anyMatch(text -> text.contains("el público lo lee como «Vigente»"));
    }

    @Test
    void aMilestoneThatWasBegunIsOfferedToWhoeverComesBackToItsPlan() {
        var made = promises.drafted("Plan abierto");
        var commitment = path("/planes/" + made.plan() + "/compromisos/" + made.commitment());
        UI.getCurrent().navigate(commitment);
        find(Button.class).withText("Agregar hito").single().click();
        test(activity()).setValue("Plantar árboles");
        find(Sheet.class).single().close(); // nothing of the tab is left but what was kept

        navigate(path("/planes/" + made.plan()), PlanView.class);
        assertThat(texts())
                .anyMatch(text -> text.startsWith(
                        "Compromiso «Abrir el presupuesto». Empezó a escribir un hito y no lo guardó: «Plantar"));
        find(Button.class).withText("Seguir escribiendo").single().click();

        assertThat(activity().getValue()).isEqualTo("Plantar árboles");
    }

    @Test
    void aChangedMilestoneThatWasNotSavedIsOfferedToWhoeverComesBackToItsPlan() {
        var made = promises.drafted("Plan abierto");
        var commitment = path("/planes/" + made.plan() + "/compromisos/" + made.commitment());
        UI.getCurrent()
                .navigate(
                        commitment,
                        QueryParameters.of("hito", made.first().value().toString()));
        test(activity()).setValue("Publicar 2026 entero");
        find(Sheet.class).single().close();

        navigate(path("/planes/" + made.plan()), PlanView.class);
        assertThat(texts())
                .anyMatch(text -> text.startsWith(
                        "Compromiso «Abrir el presupuesto». Cambió el hito «Publicar 2026 entero» y no lo guardó"));
        find(Button.class).withText("Seguir escribiendo").single().click();
        assertThat(activity().getValue()).isEqualTo("Publicar 2026 entero");
        find(Button.class)
                .withText("Descartar lo escrito")
                .withCondition(Button::isVisible)
                .all()
                .getLast()
                .click();

        navigate(path("/planes/" + made.plan()), PlanView.class);
        assertThat(texts()).noneMatch(text -> text.startsWith("Cambió el hito"));
    }

    private TextField activity() {
        return find(TextField.class, find(Sheet.class).single())
                .withCaption("Actividad")
                .single();
    }

    @Test
    void aVisionIsKeptWithoutAButtonAndALongerOneIsRefusedAtItsField() {
        var plan = plans.draft(said(""));
        navigate(path("/planes/" + plan), PlanView.class);
        find(Button.class).withText("Escribir la visión").single().click();
        var first = find(TextArea.class).all().getFirst();

        test(first).setValue("Puertas abiertas");
        assertThat(foundations.of(plan).said().vision()).containsEntry(VisionPart.LONG_TERM, "Puertas abiertas");

        test(first).setValue("x".repeat(10_001));
        find(Button.class).withText("Guardar").single().click();
        assertThat(first.getErrorMessage())
                .isEqualTo("Se aceptan hasta 10.000 caracteres y aquí hay 10.001. Acórtelo: nada se corta solo.");
        assertThat(first.getValue()).hasSize(10_001);
        assertThat(foundations.of(plan).said().vision()).containsEntry(VisionPart.LONG_TERM, "Puertas abiertas");
    }

    @Test
    void showsAPublishedPlanAtAGlanceAndNoDraft() {
        var draft = promises.drafted("Plan en borrador");
        navigate(path("/planes/" + draft.plan()), PlanView.class);
        assertThat(find(GlancePanel.class).all()).isEmpty();

        var made = promises.published("Plan abierto");
        navigate(path("/planes/" + made.plan()), PlanView.class);

        var panel = find(GlancePanel.class).single();
        assertThat(find(H3.class, panel).all())
                .extracting(H3::getText)
                .containsExactly("Hitos retrasados (1)", "Por responsable");
        assertThat(find(Anchor.class, panel).all())
                .extracting(Anchor::getHref)
                .satisfiesExactly(
                        portal -> assertThat(portal).endsWith("/planes/plan-abierto"),
                        late -> assertThat(late)
                                .isEqualTo(path("/planes/" + made.plan() + "/compromisos/" + made.commitment())));
        assertThat(find(Paragraph.class, panel).all())
                .extracting(Paragraph::getText)
                .contains("Versión 1, la que lee el público", "Avance 0 % de un compromiso")
                .contains("Sin motivo todavía: explíquelo en el compromiso.")
                .anyMatch(text -> text.endsWith(" · venció el 30-06-2026 · 0 %"));
        assertThat(find(Badge.class).all())
                .extracting(Badge::getText)
                .doesNotContain("Borrador: el público todavía no lo lee");
    }

    @Test
    void whatThePublicDoesNotReadYetIsMarkedInAPlanItReads() {
        var made = promises.published("Plan abierto");
        commitments.draft(made.plan(), titled("Nuevo"));

        navigate(path("/planes/" + made.plan()), PlanView.class);

        assertThat(find(Badge.class).all())
                .extracting(Badge::getText)
                .containsOnlyOnce("Borrador: el público todavía no lo lee");
    }

    @Test
    void whoeverLooksAtAProposalIsToldThatItsDraftChanged() {
        var made = promises.drafted("Plan abierto");
        approval.propose(made.plan());
        navigate(path("/planes/" + made.plan()), PlanView.class);
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat(find(PlanWatch.class).single().getElement().getTextRecursively())
                .isEmpty();

        commitments.draft(made.plan(), titled("Uno más"));
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));

        assertThat(find(PlanWatch.class).single().getElement().getTextRecursively())
                .contains("Alguien cambió el borrador después de que se propuso la versión 1");
    }

    @Test
    void whoApprovesSeesWhatTheVersionChanges() {
        var made = promises.published("Plan abierto");
        commitments.change(
                made.commitment(),
                commitments.require(made.commitment()).version(),
                Promises.commitment("Abrir las compras", Promises.TWO_YEARS));
        approval.propose(made.plan(), "Se agregan las compras");

        navigate(path("/planes/" + made.plan()), PlanView.class);

        assertThat(find(ChangesPanel.class).single().getSummaryText()).isEqualTo("Qué cambia esta versión (1)");
        assertThat(find(ChangesPanel.class).single().getElement().getOuterHTML())
                .contains("Antes", "<del>", "Ahora", "<ins>compras</ins>");
    }

    private static CommitmentDraft titled(String title) {
        return new CommitmentDraft(title, "", "", "", "", null, List.of(), List.of(), null);
    }

    private PlanId change() {
        var plan = plans.draft(said(""));
        var view = navigate(path("/planes/" + plan), PlanView.class);
        view.change.click();
        return plan;
    }

    private TextArea summary() {
        return find(TextArea.class).single();
    }

    private static PlanDraft said(String summary) {
        return new PlanDraft("Plan de prueba", Framework.OWN, null, summary, "", false);
    }
}
