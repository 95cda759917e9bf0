package org.cabildo.admin.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.admin.frame.Autosave;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.frame.Unsaved;
import org.cabildo.admin.frame.WholeField;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.CommitmentId;
import org.cabildo.commitment.CommitmentView;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.MilestoneDraft;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MilestoneListTest extends OfficeViewTest {

    private static final Period MARCH = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    @Autowired
    Promises promises;

    @Autowired
    PlanApproval approval;

    @Autowired
    Plans plans;

    @Autowired
    Commitments commitments;

    @Test
    void aMilestoneWaitsForAnotherAndNeverForItself() {
        var made = promises.drafted("Plan abierto");
        navigate(path("/planes/" + made.plan() + "/compromisos/" + made.commitment()), CommitmentEditor.class);

        waitFor("Cambiar el hito «Publicar 2027»", "1");
        assertThat(find(Paragraph.class)
                        .withText("Espera a: Publicar 2026")
                        .single()
                        .isVisible())
                .isTrue();
        waitFor("Cambiar el hito «Publicar 2026»", "2");
        var follows = find(CheckboxGroup.class, find(Sheet.class).single()).single();
        assertThat(follows.isInvalid()).isTrue();
        assertThat(follows.getErrorMessage()).contains("terminaría esperándose a sí mismo");
    }

    private void press(String label) {
        find(Button.class)
                .withCondition(one -> one.getAriaLabel().orElse("").equals(label))
                .single()
                .click();
    }

    private void waitFor(String button, String place) {
        press(button);
        @SuppressWarnings("unchecked") // the finder gives the raw type
        CheckboxGroup<String> follows =
                find(CheckboxGroup.class, find(Sheet.class).single()).single();
        follows.setValue(Set.of(place));
        find(Button.class, find(Sheet.class).single())
                .withText("Guardar")
                .single()
                .click();
    }

    @Test
    void whyAMilestoneIsLateIsTold() {
        var made = promises.published("Plan abierto");
        navigate(path("/planes/" + made.plan() + "/compromisos/" + made.commitment()), CommitmentEditor.class);

        find(Button.class)
                .withText("Explicar el retraso")
                .single() // the second milestone is not late
                .click();
        var reason = find(TextArea.class).withCaption("Motivo").single();
        reason.setValue("corto");
        find(Button.class, find(Sheet.class).single())
                .withText("Explicar el retraso")
                .single()
                .click();
        assertThat(reason.isInvalid()).isTrue();
        assertThat(reason.getErrorMessage()).contains("10 a 1.000", "escribió 5");
        reason.setValue("La licitación quedó desierta");
        find(Button.class, find(Sheet.class).single())
                .withText("Explicar el retraso")
                .single()
                .click();

        assertThat(find(Paragraph.class)
                        .withText("Motivo del retraso: La licitación quedó desierta")
                        .single()
                        .isVisible())
                .isTrue();
    }

    @Test
    void aNewMilestoneIsOfferedAgainInItsCommitmentAlone() {
        var plan = plan();
        var id = commitments.draft(plan, said("Plazas", "al principio"));
        var other = commitments.draft(plan, said("Parques", "al principio"));
        navigate(path("/planes/" + plan + "/compromisos/" + id), CommitmentEditor.class);
        find(Button.class).withText("Agregar hito").single().click();
        var sheet = find(Sheet.class).single();
        test(find(TextField.class, sheet).withCaption("Actividad").single()).setValue("Plantar árboles");
        sheet.close(); // nothing of the tab is left but what was kept

        navigate(path("/planes/" + plan + "/compromisos/" + other), CommitmentEditor.class);
        assertThat(find(Button.class).withText("Seguir escribiendo").all()).isEmpty();
        navigate(path("/planes/" + plan + "/compromisos/" + id), CommitmentEditor.class);
        find(Button.class).withText("Seguir escribiendo").single().click();

        assertThat(find(TextField.class, find(Sheet.class).single())
                        .withCaption("Actividad")
                        .single()
                        .getValue())
                .isEqualTo("Plantar árboles");
    }

    @Test
    void whatIsTypedInAMilestoneThatIsThereIsKeptAndOfferedAtThatOneAlone() {
        var made = withMilestones("Plantar", "Regar", "Podar");
        made.edit("Regar");
        test(made.activity()).setValue("Regar cada semana");
        assertThat(find(Autosave.class, made.sheet()).single().getText()).endsWith("). Falta guardar.");
        made.sheet().close(); // nothing of the tab is left but what was kept

        made.open();
        assertThat(made.offers())
                .singleElement()
                .satisfies(text -> assertThat(text).startsWith("Cambió este hito y no lo guardó ("));
        assertThat(made.activities()).containsExactly("Plantar", "Regar", "Podar");
        made.edit("Podar");
        assertThat(made.activity().getValue()).isEqualTo("Podar");
        made.sheet().close();
        find(Button.class).withText("Seguir escribiendo").single().click();
        assertThat(made.activity().getValue()).isEqualTo("Regar cada semana");
        find(Button.class, made.sheet()).withText("Guardar").single().click();

        assertThat(made.activities()).containsExactly("Plantar", "Regar cada semana", "Podar");
        assertThat(made.offers()).isEmpty();
        made.open();
        assertThat(made.offers()).isEmpty();
    }

    @Test
    void whatAnotherSavedInAMilestoneSinceIsToldWhereBothChangedItAndStaysElsewhere() {
        var made = withMilestones("Plantar");
        made.edit("Plantar");
        test(made.activity()).setValue("Plantar cien árboles");
        made.sheet().close();
        made.say("Plantar", new MilestoneDraft("Plantar arbustos", "Un vivero", "Ornato", MARCH, 1));

        made.open();
        find(Button.class).withText("Seguir escribiendo").single().click();

        assertThat(made.activity().getValue()).isEqualTo("Plantar cien árboles");
        assertThat(find(TextField.class, made.sheet())
                        .withCaption("Responsable")
                        .single()
                        .getValue())
                .isEqualTo("Ornato");
        assertThat(find(DescriptionList.Description.class, made.sheet()).all())
                .extracting(DescriptionList.Description::getText)
                .containsExactly("Plantar arbustos");
    }

    @Test
    void nobodyElseIsOfferedWhatWasTypedInAMilestone() {
        var made = withMilestones("Plantar");
        made.edit("Plantar");
        test(made.activity()).setValue("Solo mío");
        made.sheet().close();

        var tenant = TenantScope.tenant();
        for (var role : new Role[] {Role.ADMINISTRATOR, Role.EDITOR, Role.READER}) {
            var offered = fresh.officer(tenant, role).act(() -> {
                UI.getCurrent().navigate(path("/planes"));
                made.open();
                return made.offers();
            });
            assertThat(offered).isEmpty();
        }
        UI.getCurrent().navigate(path("/planes"));
        made.open();
        assertThat(made.offers()).hasSize(1);
    }

    @Test
    void aDiscardedChangeOfAMilestoneCanBeTakenBack() {
        var made = withMilestones("Plantar");
        made.edit("Plantar");
        test(made.activity()).setValue("Plantar cien árboles");

        find(Button.class, made.sheet())
                .withText("Descartar lo escrito")
                .single()
                .click();
        assertThat(made.offers()).isEmpty();
        find(Button.class).withText("Deshacer").single().click();

        assertThat(made.offers()).hasSize(1);
        assertThat(made.activities()).containsExactly("Plantar");
    }

    @Test
    void aDeletedMilestoneComesBackToItsPlace() {
        var made = withMilestones("Plantar", "Regar", "Podar", "Cosechar");

        made.delete("Regar");
        made.delete("Podar");
        assertThat(made.activities()).containsExactly("Plantar", "Cosechar");
        find(Button.class).withText("Deshacer").all().forEach(Button::click);

        assertThat(made.activities()).containsExactly("Plantar", "Regar", "Podar", "Cosechar");
    }

    /** A commitment with milestones, on screen. */
    private final class Made {

        private final PlanId plan = plan();
        private final CommitmentId id = commitments.draft(plan, said("Plazas", "al principio"));

        void open() {
            UI.getCurrent().navigate(path("/planes"));
            navigate(path("/planes/" + plan + "/compromisos/" + id), CommitmentEditor.class);
        }

        List<String> activities() {
            return commitments.require(id).milestones().stream()
                    .map(milestone -> milestone.said().activity())
                    .toList();
        }

        void edit(String activity) {
            press("Cambiar el hito «%s»".formatted(activity));
        }

        void delete(String activity) {
            press("Eliminar el hito «%s»".formatted(activity));
            confirm();
        }

        void say(String activity, MilestoneDraft draft) {
            var now = commitments.require(id);
            var milestone = now.milestones().stream()
                    .filter(one -> one.said().activity().equals(activity))
                    .findFirst()
                    .orElseThrow();
            commitments.changeMilestone(id, now.version(), milestone.id(), draft);
        }

        Sheet sheet() {
            return find(Sheet.class).single();
        }

        TextField activity() {
            return find(TextField.class, sheet()).withCaption("Actividad").single();
        }

        List<String> offers() {
            return find(Unsaved.class).all().stream()
                    .map(offer -> find(Paragraph.class, offer).single().getText())
                    .toList();
        }
    }

    private Made withMilestones(String... activities) {
        var made = new Made();
        for (var activity : activities) {
            commitments.addMilestone(made.id, new MilestoneDraft(activity, "Un vivero", "", MARCH, 1));
        }
        made.open();
        return made;
    }

    @Test
    void progressIsReportedFromTheTopOfTheCommitment() {
        var draft = promises.drafted("Plan que aún no se publica");
        var view = navigate(
                path("/planes/" + draft.plan() + "/compromisos/" + draft.commitment()), CommitmentEditor.class);
        assertThat(view.report.isVisible()).isFalse();
        var made = promises.drafted("Plan abierto");
        var last = Promises.TWO_YEARS.end();
        commitments.changeMilestone(
                made.commitment(),
                commitments.require(made.commitment()).version(),
                made.second(),
                new MilestoneDraft("Publicar 2027", "Documento publicado", "SECPLA", new Period(last, last), 1));
        promises.publish(made.plan());
        view = navigate(path("/planes/" + made.plan() + "/compromisos/" + made.commitment()), CommitmentEditor.class);
        assertThat(view.report.isVisible()).isTrue();

        view.report.click();
        var asks = find(Sheet.class).single();
        find(Button.class, asks).withText("Seguir").single().click();
        @SuppressWarnings("unchecked") // the finder knows a field, not what it holds
        RadioButtonGroup<CommitmentView.MilestoneLine> which =
                find(RadioButtonGroup.class, asks).single();
        assertThat(which.isInvalid()).as("which of two is asked").isTrue();
        which.setValue(which.getListDataView().getItem(0));
        find(Button.class, asks).withText("Seguir").single().click();
        fill(find(Sheet.class).single(), 100);
        view.report.click();

        var sheet = find(Sheet.class).single();
        assertThat(sheet.getHeaderTitle()).contains("Publicar 2027");
        assertThat(find(Paragraph.class, sheet).all())
                .extracting(Paragraph::getText)
                .anyMatch(text -> text.startsWith("Este hito empieza recién el "));
    }

    private void report(String activity, int reached) {
        press("Informar avance de «%s»".formatted(activity));
        fill(find(Sheet.class).single(), reached);
    }

    private void fill(Sheet sheet, int reached) {
        find(WholeField.class, sheet).single().setWhole(reached);
        find(TextField.class, sheet)
                .withCaption("Enlace a la evidencia")
                .single()
                .setValue("ejemplo.cl/acta.pdf");
        find(TextField.class, sheet).withCaption("Qué se ve allí").single().setValue("El acta de la sesión");
        find(Button.class, sheet).withText("Informar avance").single().click();
    }

    @Test
    void wrongEvidenceIsReplacedWhileProgressStays() {
        var made = promises.published("Plan abierto");
        navigate(path("/planes/" + made.plan() + "/compromisos/" + made.commitment()), CommitmentEditor.class);
        report("Publicar 2026", 40);
        press("Corregir lo informado de «Publicar 2026»");
        var sheet = find(Sheet.class).single();
        @SuppressWarnings("unchecked") // the finder knows a field, not what it holds
        RadioButtonGroup<ProgressSheets.Wrong> wrong =
                find(RadioButtonGroup.class, sheet).all().getFirst();
        assertThat(find(TextField.class, sheet)
                        .withCaption("Enlace a la evidencia")
                        .all())
                .isEmpty();

        wrong.setValue(ProgressSheets.Wrong.EVIDENCE);
        find(TextField.class, sheet)
                .withCaption("Enlace a la evidencia")
                .single()
                .setValue("https://ejemplo.cl/otra.pdf");
        find(TextField.class, sheet).withCaption("Qué se ve allí").single().setValue("El acta firmada");
        find(TextArea.class, sheet).single().setValue("El enlace llevaba a otra acta");
        find(Button.class, sheet).withText("Corregir").single().click();

        var told = commitments.require(made.commitment()).milestones().getFirst();
        assertThat(told.progress().value()).isEqualTo(40);
        assertThat(told.reports().getLast().evidenceUrl()).isEqualTo("https://ejemplo.cl/otra.pdf");
        assertThat(find(ListItem.class).all())
                .extracting(line -> line.getElement().getTextRecursively())
                .anyMatch(text -> text.startsWith("Evidencia corregida, con el avance en 40"));
    }

    @Test
    void theEvidenceOfAnEarlierReportIsCorrectedAndItsFieldsBeginWithWhatItSays() {
        var made = promises.published("Plan abierto");
        navigate(path("/planes/" + made.plan() + "/compromisos/" + made.commitment()), CommitmentEditor.class);
        report("Publicar 2026", 40);
        report("Publicar 2026", 60);
        press("Corregir lo informado de «Publicar 2026»");
        var sheet = find(Sheet.class).single();
        choose(sheet, "¿Qué estaba equivocado?", ProgressSheets.Wrong.EVIDENCE);
        RadioButtonGroup<CommitmentView.ReportLine> which = group(sheet, "¿La evidencia de qué informe?");
        var reports = which.getListDataView().getItems().toList();
        assertThat(reports)
                .extracting(report -> plain(which.getItemLabelGenerator().apply(report)))
                .satisfiesExactly(
                        label -> assertThat(label)
                                .matches("De 40 % a 60 % el \\d{2}-\\d{2}-\\d{4}: El acta de la sesión"),
                        label -> assertThat(label).startsWith("De 0 % a 40 % el "));
        var link = find(TextField.class, sheet)
                .withCaption("Enlace a la evidencia")
                .single();
        var shows = find(TextField.class, sheet).withCaption("Qué se ve allí").single();
        find(TextArea.class, sheet).single().setValue("El enlace llevaba a otra acta");
        find(Button.class, sheet).withText("Corregir").single().click();
        assertThat(which.isInvalid()).as("which of two is asked").isTrue();

        which.setValue(reports.getLast());
        assertThat(link.getValue()).isEqualTo("https://ejemplo.cl/acta.pdf");
        assertThat(shows.getValue()).isEqualTo("El acta de la sesión");
        find(Button.class, sheet).withText("Corregir").single().click();
        assertThat(shows.getErrorMessage()).startsWith("Es la misma evidencia");
        link.setValue("https://ejemplo.cl/otra.pdf");
        which.setValue(reports.getFirst());
        which.setValue(reports.getLast());
        assertThat(link.getValue()).as("what was typed stays").isEqualTo("https://ejemplo.cl/otra.pdf");
        find(Button.class, sheet).withText("Corregir").single().click();

        var told =
                commitments.require(made.commitment()).milestones().getFirst().reports();
        assertThat(told.getLast().mends()).isEqualTo(told.getFirst().id());
        assertThat(told.getLast().evidence()).isEqualTo("El acta de la sesión");
        var lines = lines();
        assertThat(lines)
                .filteredOn(text -> text.startsWith("0 % → 40 %") || text.startsWith("40 % → 60 %"))
                .satisfiesExactly(
                        text -> assertThat(text).endsWith("La evidencia de este informe se corrigió después."),
                        text -> assertThat(text).doesNotContain("se corrigió después"));
        assertThat(lines)
                .filteredOn(text -> text.startsWith("Evidencia corregida"))
                .singleElement()
                .asString()
                .contains("Corrige este informe: De 0 % a 40 %");
    }

    @Test
    void moreEvidenceIsAddedWhileProgressStaysAndOnceAllIsReached() {
        var made = promises.published("Plan abierto");
        navigate(path("/planes/" + made.plan() + "/compromisos/" + made.commitment()), CommitmentEditor.class);
        report("Publicar 2026", 40);
        press("Informar avance de «Publicar 2026»");
        var sheet = find(Sheet.class).single();
        assertThat(plain(find(WholeField.class, sheet).single().getHelperText()))
                .isEqualTo("Si solo agrega evidencia, deje 40 %.");
        fill(sheet, 39);
        assertThat(plain(find(WholeField.class, sheet).single().getErrorMessage()))
                .startsWith("El avance debe ser al menos 40 %.");
        fill(sheet, 40);
        assertThat(find(Notification.class).all())
                .anyMatch(note -> note.getElement().getTextRecursively().contains("El público ya ve la evidencia."));
        assertThat(lines()).anyMatch(text -> text.startsWith("Más evidencia, con el avance en 40 %"));
        report("Publicar 2026", 100);

        assertThat(labels()).doesNotContain("Informar avance de «Publicar 2026»");
        press("Agregar evidencia de «Publicar 2026»");
        var more = find(Sheet.class).single();
        assertThat(find(WholeField.class, more).all())
                .as("there is no more to reach")
                .isEmpty();
        find(TextField.class, more)
                .withCaption("Enlace a la evidencia")
                .single()
                .setValue("https://ejemplo.cl/foto.jpg");
        find(TextField.class, more).withCaption("Qué se ve allí").single().setValue("La foto");
        find(Button.class, more).withText("Agregar evidencia").single().click();

        assertThat(lines()).anyMatch(text -> text.startsWith("Más evidencia, con el avance en 100 %"));
        assertThat(commitments
                        .require(made.commitment())
                        .milestones()
                        .getFirst()
                        .reports())
                .hasSize(4);
    }

    private List<String> lines() {
        return find(ListItem.class).all().stream()
                .map(line -> plain(line.getElement().getTextRecursively()))
                .toList();
    }

    /** Without the spaces that keep a number and its sign together. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    @SuppressWarnings("unchecked") // the finder knows a field, not what it holds
    private <E> RadioButtonGroup<E> group(Sheet sheet, String label) {
        return find(RadioButtonGroup.class, sheet).all().stream()
                .filter(found -> found.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private <E> void choose(Sheet sheet, String label, E one) {
        RadioButtonGroup<E> group = group(sheet, label);
        group.setValue(one);
    }

    @Test
    void aCorrectionWithoutEvidenceIsFollowedByItsReason() {
        var made = promises.published("Plan abierto");
        navigate(path("/planes/" + made.plan() + "/compromisos/" + made.commitment()), CommitmentEditor.class);
        report("Publicar 2026", 40);
        press("Corregir lo informado de «Publicar 2026»");
        var sheet = find(Sheet.class).single();
        find(WholeField.class, sheet).single().setWhole(30);
        find(TextArea.class, sheet).single().setValue("Se contaron dos veces");
        find(Button.class, sheet).withText("Corregir").single().click();

        assertThat(find(ListItem.class).all())
                .extracting(line -> line.getElement().getTextRecursively().strip())
                .anyMatch(text -> text.startsWith("Corrección 40") && text.endsWith("): Se contaron dos veces"));
    }

    @Test
    void whatThePublicNeverReadIsRemovedAndWhatItDidIsWithdrawn() {
        var made = promises.published("Plan abierto");
        commitments.addMilestone(made.commitment(), Promises.milestone("Por error", Promises.TODAY));
        navigate(path("/planes/" + made.plan() + "/compromisos/" + made.commitment()), CommitmentEditor.class);

        assertThat(labels())
                .contains("Retirar el hito «Publicar 2026»", "Eliminar el hito «Por error»")
                .doesNotContain("Informar avance de «Por error»");
        press("Eliminar el hito «Por error»");
        confirm();

        assertThat(commitments.require(made.commitment()).milestones())
                .extracting(line -> line.said().activity())
                .doesNotContain("Por error");
    }

    @Test
    void aWithdrawalIsTakenBackUntilThePublicReadsIt() {
        var made = promises.published("Plan abierto");
        navigate(path("/planes/" + made.plan() + "/compromisos/" + made.commitment()), CommitmentEditor.class);
        press("Retirar el hito «Publicar 2026»");
        find(TextArea.class, find(Sheet.class).single()).single().setValue("Ya no hace falta");
        find(Button.class, find(Sheet.class).single())
                .withText("Retirar")
                .single()
                .click();
        assertThat(labels()).contains("Deshacer el retiro de «Publicar 2026»");
        assertThat(badges()).contains("Se retira con la próxima versión").doesNotContain("Retirado");

        press("Deshacer el retiro de «Publicar 2026»");

        assertThat(commitments
                        .require(made.commitment())
                        .milestones()
                        .getFirst()
                        .withdrawn())
                .isNull();
        commitments.withdrawMilestone(made.commitment(), made.first(), "Ya no hace falta");
        approval.publish(approval.propose(made.plan(), "Se retira un hito"), approval.hash(made.plan()));
        navigate(path("/planes/" + made.plan() + "/compromisos/" + made.commitment()), CommitmentEditor.class);
        assertThat(labels()).doesNotContain("Deshacer el retiro de «Publicar 2026»");
        assertThat(badges()).contains("Retirado").doesNotContain("Se retira con la próxima versión");
        assertThatThrownBy(() -> commitments.keepMilestone(made.commitment(), made.first()))
                .isInstanceOf(Refused.class);
    }

    private List<String> badges() {
        return find(Badge.class).all().stream().map(Badge::getText).toList();
    }

    private List<String> labels() {
        return find(Button.class).all().stream()
                .map(one -> one.getAriaLabel().orElse(""))
                .toList();
    }

    @Test
    void allThatAMilestoneLacksIsMarkedAtOnce() {
        var plan = plan();
        var id = commitments.draft(plan, said("Plazas", ""));
        navigate(path("/planes/" + plan + "/compromisos/" + id), CommitmentEditor.class);
        find(Button.class).withText("Agregar hito").single().click();
        var sheet = find(Sheet.class).single();
        var weight = find(WholeField.class, sheet).single();
        weight.setWhole(0);

        find(Button.class, sheet).withText("Guardar").single().click();

        assertThat(sheet.isOpened()).isTrue();
        assertThat(weight.getErrorMessage()).isEqualTo("El peso va de 1 a 100.");
        assertThat(find(TextField.class, sheet)
                        .withCaption("Actividad")
                        .single()
                        .isInvalid())
                .isTrue();
        assertThat(find(TextArea.class, sheet)
                        .withCaption("Entregable")
                        .single()
                        .isInvalid())
                .isTrue();
        assertThat(find(DatePicker.class, sheet).all()).allMatch(DatePicker::isInvalid);
        assertThat(find(TextField.class, sheet)
                        .withCaption("Responsable")
                        .single()
                        .isInvalid())
                .isFalse();
    }

    private PlanId plan() {
        return plans.draft(new PlanDraft("Plan de prueba", Framework.OWN, null, "", "", false));
    }

    private static CommitmentDraft said(String title, String problem) {
        return new CommitmentDraft(title, problem, "", "", "", null, List.of(), List.of(), null);
    }
}
