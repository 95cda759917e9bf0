package org.cabildo.admin.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Objects;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.Commitments;
import org.cabildo.pillar.Pillars;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.tenancy.TenantScope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CommitmentEditorTest extends OfficeViewTest {

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
        assertThat(find(DescriptionList.Description.class).single().getText()).isEqualTo("lo que guardó la primera");

        find(Button.class).withText("Guardar lo mío").single().click();

        assertThat(commitments.require(id).said().problem()).isEqualTo("lo que escribe la segunda persona");
    }

    @Test
    void theSecondOfTwoOfficersIsToldOfPillarsAndLeadToo() {
        var plan = plan();
        var id = commitments.draft(plan, said("Plazas", ""));
        var view = navigate(path("/planes/" + plan + "/compromisos/" + id), CommitmentEditor.class);
        form(view).responsible.setValue("DIDECO");
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

        assertThat(find(DescriptionList.Description.class).all())
                .extracting(DescriptionList.Description::getText)
                .containsExactly("Quien lidera", pillar.said().name());
    }

    @Test
    void whatIsTypedIsKeptWithoutAButtonAndTheFormSaysSo() {
        var plan = plan();
        var view = navigate(path("/planes/" + plan + "/compromisos/nuevo"), CommitmentEditor.class);
        var before = form(view);

        test(form(view).title).setValue("Plazas que se deciden juntos");
        test(form(view).problem).setValue("Nadie pregunta a los vecinos");

        assertThat(commitments.of(plan)).singleElement().satisfies(one -> {
            assertThat(one.said().title()).isEqualTo("Plazas que se deciden juntos");
            assertThat(one.said().problem()).isEqualTo("Nadie pregunta a los vecinos");
        });
        assertThat(Objects.requireNonNull(view.autosave).getText()).startsWith("Todo guardado a las ");
        assertThat(form(view)).isSameAs(before);
    }

    @Test
    void whatCannotBeKeptYetStaysInTheFormAndTheReasonIsSaid() {
        var plan = plan();
        var view = navigate(path("/planes/" + plan + "/compromisos/nuevo"), CommitmentEditor.class);

        test(form(view).problem).setValue("Primero el problema, después el título");

        assertThat(commitments.of(plan)).isEmpty();
        assertThat(Objects.requireNonNull(view.autosave).getText()).startsWith("Aún sin guardar: ");
        assertThat(form(view).problem.getValue()).isEqualTo("Primero el problema, después el título");
    }

    @Test
    void anothersSavingIsToldWhileTyping() {
        var plan = plan();
        var id = commitments.draft(plan, said("Plazas", ""));
        var view = navigate(path("/planes/" + plan + "/compromisos/" + id), CommitmentEditor.class);
        var seen = commitments.require(id);
        commitments.change(id, seen.version(), said("Plazas", "lo de la otra persona"));

        test(form(view).problem).setValue("lo mío");
        var mine = find(Button.class).withText("Guardar lo mío").single();
        test(form(view).actors).setValue("y algo más");
        assertThat(find(Button.class).withText("Guardar lo mío").single()).isSameAs(mine);

        assertThat(commitments.require(id).said().problem()).isEqualTo("lo de la otra persona");
        assertThat(form(view).problem.getValue()).isEqualTo("lo mío");
        assertThat(find(DescriptionList.Description.class).single().getText()).isEqualTo("lo de la otra persona");
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
