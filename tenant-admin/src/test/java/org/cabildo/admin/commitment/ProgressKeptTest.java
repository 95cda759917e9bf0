package org.cabildo.admin.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cabildo.testing.Papers.pdf;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.internal.StateNode;
import java.util.List;
import java.util.Map;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.admin.commitment.ProgressSheets.Wrong;
import org.cabildo.admin.commitment.ProofFields.ProofPlace;
import org.cabildo.admin.file.FileField;
import org.cabildo.admin.frame.Autosave;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.frame.Unsaved;
import org.cabildo.admin.frame.WholeField;
import org.cabildo.begun.Beginning;
import org.cabildo.begun.Begun;
import org.cabildo.begun.BegunWork;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.commitment.CommitmentView.MilestoneLine;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.Evidence;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Percent;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is typed of progress and not told yet outlives its tab, and is its writer's alone. */
class ProgressKeptTest extends OfficeViewTest {

    private static final String REPORT = "Informar avance de «Publicar 2026»";
    private static final String CORRECT = "Corregir lo informado de «Publicar 2026»";

    @Autowired
    Promises promises;

    @Autowired
    Commitments commitments;

    @Autowired
    CommitmentTracking tracking;

    @Autowired
    BegunWork work;

    private Promises.Made made = new Promises.Made(null, null, null, null);

    @BeforeEach
    void aPublishedCommitment() {
        made = promises.published("Plan 2026");
        open();
    }

    @Test
    void aReportThatWasBegunIsOfferedAtItsMilestoneAndGoneOnceItIsTold() {
        begin();

        open();
        assertThat(offers())
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .startsWith("Empezó a informar un avance de este hito y no lo publicó (")
                        .endsWith("Solo usted lo ve."));
        goOn();

        assertThat(reached().whole()).isEqualTo(40);
        assertThat(shows().getValue()).isEqualTo("Acta de instalación");
        assertThat(find(FileField.class, sheet()).single().getValue())
                .satisfies(file -> assertThat(file.name()).isEqualTo("Acta.pdf"));
        find(Button.class, sheet()).withText("Informar avance").single().click();

        assertThat(commitments
                        .require(made.commitment())
                        .milestones()
                        .getFirst()
                        .progress())
                .isEqualTo(new Percent(40));
        open();
        assertThat(offers()).isEmpty();
    }

    @Test
    void thePlanOffersItTooAndLeadsToItsForm() {
        begin();

        UI.getCurrent().navigate(path("/planes/" + made.plan()));
        assertThat(offersElsewhere())
                .anyMatch(
                        text -> text.contains("Empezó a informar un avance del hito «Publicar 2026» y no lo publicó"));
        goOn();

        assertThat(sheet().getHeaderTitle()).isEqualTo(REPORT);
        assertThat(shows().getValue()).isEqualTo("Acta de instalación");
    }

    @Test
    void nobodyElseIsOfferedIt() {
        begin();

        for (var role : new Role[] {Role.ADMINISTRATOR, Role.EDITOR, Role.READER}) {
            var offered = fresh.officer(TenantScope.tenant(), role).act(() -> {
                open();
                return offers();
            });
            assertThat(offered).isEmpty();
        }
        open();
        assertThat(offers()).hasSize(1);
    }

    @Test
    void progressThatSomebodyReportedMeanwhileIsToldBesideOnesOwn() {
        begin();
        tracking.reportProgress(made.commitment(), milestone().id(), new Percent(25), Promises.MINUTES, Promises.TODAY);

        open();
        goOn();

        assertThat(reached().whole()).isEqualTo(40);
        assertThat(sheet().getElement().getTextRecursively())
                .contains("Desde entonces se guardó otra cosa en lo que usted cambió. Así está ahora:Avance25\u00a0%");
    }

    @Test
    void aFileThatIsGoneIsToldAndTheRestIsThere() {
        work.keep(
                Beginning.progress(milestone().id().value()),
                Map.of("reached", "40", "place", "FILE", "file", "0".repeat(64), "shows", "El acta"),
                Map.of("reached", "0", "place", "LINK", "file", "", "shows", ""));

        open();
        goOn();

        var file = find(FileField.class, sheet()).single();
        assertThat(file.getErrorMessage())
                .isEqualTo("El archivo que había puesto ya no está: sin publicar se guarda un día. Póngalo de nuevo.");
        assertThat(shows().getValue()).isEqualTo("El acta");
        assertThat(reached().whole()).isEqualTo(40);
    }

    @Test
    void aCorrectionIsKeptApartFromAReport() {
        tracking.reportProgress(made.commitment(), milestone().id(), new Percent(60), Promises.MINUTES, Promises.TODAY);
        open();
        press(CORRECT);
        choose("¿Qué estaba equivocado?", Wrong.EVIDENCE);
        type(find(TextArea.class, sheet()).single(), "El enlace llevaba a otra acta");
        lose();
        open();
        press(REPORT);
        assertThat(shows().getValue()).isEmpty();
        sheet().close();

        goOn();

        assertThat(sheet().getHeaderTitle()).isEqualTo(CORRECT);
        assertThat(find(TextArea.class, sheet()).single().getValue()).isEqualTo("El enlace llevaba a otra acta");
        assertThat(shows().isVisible()).isTrue();
        find(Button.class, sheet()).withText("Descartar lo escrito").single().click();
        assertThat(offers()).isEmpty();
    }

    @Test
    void whatIsOnlyChosenIsNothingTyped() {
        tracking.reportProgress(made.commitment(), milestone().id(), new Percent(40), Promises.MINUTES, Promises.TODAY);
        tracking.reportProgress(made.commitment(), milestone().id(), new Percent(60), Promises.MINUTES, Promises.TODAY);
        open();
        press(CORRECT);

        choose("¿Qué estaba equivocado?", Wrong.EVIDENCE);
        choose("¿La evidencia de qué informe?", milestone().reports().getFirst());
        find(Autosave.class, sheet()).single().keep();

        assertThat(work.find(Beginning.correction(milestone().id().value()))).isEmpty();
        assertThat(find(Autosave.class, sheet()).single().getText()).isEmpty();
        find(Button.class, sheet()).withText("Cerrar").single().click();
        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        assertThat(offers()).isEmpty();
    }

    @Test
    void aChoiceThatIsMissingAsksForAChoice() {
        tracking.reportProgress(made.commitment(), milestone().id(), new Percent(40), Promises.MINUTES, Promises.TODAY);
        tracking.reportProgress(made.commitment(), milestone().id(), new Percent(60), Promises.MINUTES, Promises.TODAY);
        open();
        press(CORRECT);
        choose("¿Qué estaba equivocado?", Wrong.EVIDENCE);
        type(find(TextArea.class, sheet()).single(), "Faltaba una firma");

        find(Button.class, sheet()).withText("Corregir").single().click();

        var which = group("¿La evidencia de qué informe?");
        assertThat(which.getErrorMessage()).isEqualTo("Elija una opción.");
        assertThat(shows().isInvalid()).isTrue();
        assertThat(lastFocused())
                .as("the first that is wrong")
                .isEqualTo(which.getElement().getNode());
    }

    @Test
    void progressThatIsNoneIsToldWithAllThatIsMissing() {
        tracking.reportProgress(made.commitment(), milestone().id(), new Percent(40), Promises.MINUTES, Promises.TODAY);
        open();
        press(REPORT);
        test(reached()).setValue(20.0);
        find(Button.class, sheet()).withText("Informar avance").single().click();
        assertThat(reached().getErrorMessage()).startsWith("El avance debe ser al menos 40\u00a0%.");
        assertThat(shows().isInvalid()).isTrue();
        sheet().close();

        press(CORRECT);
        test(reached()).setValue(55.0);
        find(Button.class, sheet()).withText("Corregir").single().click();
        assertThat(reached().getErrorMessage()).startsWith("Una corrección baja el avance a menos de 40\u00a0%");
        assertThat(find(TextArea.class, sheet()).single().isInvalid()).isTrue();
    }

    private static StateNode lastFocused() {
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .filter(call -> call.getInvocation().getExpression().contains("focus"))
                .map(PendingJavaScriptInvocation::getOwner)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    @Test
    void evidenceThatWasBegunIsOfferedAsWhatItIs() {
        tracking.reportProgress(made.commitment(), milestone().id(), Percent.ALL, Promises.MINUTES, Promises.TODAY);
        open();
        press("Agregar evidencia de «Publicar 2026»");
        type(shows(), "Acta firmada");
        lose();

        open();
        assertThat(offers())
                .singleElement()
                .satisfies(text ->
                        assertThat(text).startsWith("Empezó a agregar evidencia de este hito y no la publicó ("));
        UI.getCurrent().navigate(path("/planes/" + made.plan()));
        assertThat(offersElsewhere())
                .anyMatch(text -> text.contains("Empezó a agregar evidencia del hito «Publicar 2026» y no la publicó"));
    }

    @Test
    void whichReportIsCorrectedIsKeptToo() {
        tracking.reportProgress(made.commitment(), milestone().id(), new Percent(40), Promises.MINUTES, Promises.TODAY);
        tracking.reportProgress(
                made.commitment(),
                milestone().id(),
                new Percent(60),
                Evidence.at("https://ejemplo.cl/final.pdf", "Informe final"),
                Promises.TODAY);
        open();
        press(CORRECT);
        choose("¿Qué estaba equivocado?", Wrong.EVIDENCE);
        choose("¿La evidencia de qué informe?", milestone().reports().getFirst());
        assertThat(shows().getValue()).isEqualTo("Acta de la sesión");
        type(shows(), "Acta firmada");
        lose();

        open();
        goOn();

        assertThat(shows().getValue()).isEqualTo("Acta firmada");
        assertThat(find(TextField.class, sheet())
                        .withCaption("Enlace a la evidencia")
                        .single()
                        .getValue())
                .isEqualTo("https://ejemplo.cl/acta.pdf");
        type(find(TextArea.class, sheet()).single(), "No decía qué acta");
        find(Button.class, sheet()).withText("Corregir").single().click();

        assertThat(milestone().reports().getLast().mends())
                .isEqualTo(milestone().reports().getFirst().id());
    }

    @Test
    void whatAnotherWindowCorrectedIsOfferedAfterTheRefusalAndNothingTypedGoes() {
        tracking.reportProgress(made.commitment(), milestone().id(), new Percent(60), Promises.MINUTES, Promises.TODAY);
        open();
        press(CORRECT);
        choose("¿Qué estaba equivocado?", Wrong.EVIDENCE);
        type(shows(), "Acta con firmas");
        type(find(TextArea.class, sheet()).single(), "Faltaban las firmas");
        assertThat(find(Autosave.class, sheet()).single().getText()).endsWith("). Falta «Corregir».");
        tracking.correctEvidence(
                made.commitment(),
                milestone().id(),
                new Percent(60),
                milestone().reports().getFirst().id(),
                Evidence.at("https://ejemplo.cl/otra.pdf", "El acta de otra ventana"),
                "El enlace era otro");
        work.forget(Beginning.correction(milestone().id().value())); // as the window that corrected it does

        find(Button.class, sheet()).withText("Corregir").single().click();

        assertThat(sheet().isOpened()).isTrue();
        assertThat(work.find(Beginning.correction(milestone().id().value())))
                .map(Begun::said)
                .hasValueSatisfying(said -> assertThat(said).containsEntry("shows", "Acta con firmas"));
        find(Button.class, sheet()).withText("Corregir").single().click();
        assertThat(milestone().reports()).hasSize(3).last().satisfies(report -> {
            assertThat(report.evidence()).isEqualTo("Acta con firmas");
            assertThat(report.mends()).isEqualTo(milestone().reports().get(1).id());
        });
    }

    @Test
    void whoeverJudgedByAnotherProgressIsToldBeforeThePublicIs() {
        tracking.reportProgress(made.commitment(), milestone().id(), new Percent(60), Promises.MINUTES, Promises.TODAY);
        open();
        press(CORRECT);
        test(reached()).setValue(20.0);
        type(find(TextArea.class, sheet()).single(), "Se contaron dos veces");
        tracking.correctProgress(
                made.commitment(), milestone().id(), new Percent(40), "Faltaba un acta", Promises.TODAY);

        find(Button.class, sheet()).withText("Corregir").single().click();

        assertThat(reached().getErrorMessage()).contains("ahora está en 40\u00a0%");
        assertThat(sheet().getElement().getTextRecursively())
                .contains("Hoy está en 40")
                .doesNotContain("en 60");
        assertThat(reached().whole()).isEqualTo(20);
        assertThat(milestone().progress()).isEqualTo(new Percent(40));
        find(Button.class, sheet()).withText("Corregir").single().click();
        assertThat(milestone().progress()).isEqualTo(new Percent(20));
    }

    @Test
    void whoeverReportsWhatWasReportedMeanwhileIsToldWhereItIsNow() {
        press(REPORT);
        test(reached()).setValue(40.0);
        find(TextField.class, sheet())
                .withCaption("Enlace a la evidencia")
                .single()
                .setValue("https://ejemplo.cl/otra.pdf");
        type(shows(), "Otra acta");
        tracking.reportProgress(made.commitment(), milestone().id(), new Percent(50), Promises.MINUTES, Promises.TODAY);

        find(Button.class, sheet()).withText("Informar avance").single().click();

        assertThat(reached().getErrorMessage()).contains("ahora está en 50\u00a0%");
        assertThat(reached().getHelperText()).contains("50");
        assertThat(milestone().reports()).hasSize(1);
    }

    /** A report with a file, of which nothing is left but what was kept. */
    private void begin() {
        press(REPORT);
        test(reached()).setValue(40.0);
        choose("Dónde está la evidencia", ProofPlace.FILE);
        test(find(Upload.class, sheet()).single()).upload("Acta.pdf", "application/pdf", pdf("una prueba"));
        type(shows(), "Acta de instalación");
        lose();
    }

    private void lose() {
        sheet().close();
        UI.getCurrent().navigate(path("/planes"));
    }

    private void open() {
        UI.getCurrent().navigate(path("/planes"));
        navigate(path("/planes/" + made.plan() + "/compromisos/" + made.commitment()), CommitmentEditor.class);
    }

    private void press(String label) {
        find(Button.class).withAttribute("aria-label", label).single().click();
    }

    private void goOn() {
        find(Button.class).withText("Seguir escribiendo").single().click();
    }

    private void type(TextField field, String text) {
        test(field).setValue(text);
    }

    private void type(TextArea field, String text) {
        test(field).setValue(text);
    }

    private <E> void choose(String label, E one) {
        this.<E>group(label).setValue(one);
    }

    @SuppressWarnings("unchecked") // the finder knows a field, not what it holds
    private <E> RadioButtonGroup<E> group(String label) {
        return find(RadioButtonGroup.class, sheet()).all().stream()
                .filter(found -> found.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private Sheet sheet() {
        return find(Sheet.class).single();
    }

    private WholeField reached() {
        return find(WholeField.class, sheet()).single();
    }

    private TextField shows() {
        return find(TextField.class, sheet()).withCaption("Qué se ve allí").single();
    }

    private MilestoneLine milestone() {
        return commitments.require(made.commitment()).milestones().getFirst();
    }

    private List<String> offers() {
        return find(Unsaved.class).all().stream()
                .map(offer -> find(Paragraph.class, offer).single().getText())
                .toList();
    }

    private List<String> offersElsewhere() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }
}
