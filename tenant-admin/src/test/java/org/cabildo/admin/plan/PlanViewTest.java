package org.cabildo.admin.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.List;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.admin.frame.Autosave;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.MilestoneDraft;
import org.cabildo.kernel.Period;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PlanViewTest extends OfficeViewTest {

    @Autowired
    Plans plans;

    @Autowired
    Commitments commitments;

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
        assertThat(find(DescriptionList.Description.class).single().getText()).isEqualTo("lo de la otra persona");
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
        assertThat(find(DescriptionList.Description.class).single().getText())
                .isEqualTo("lo segundo de la otra persona");
        find(Button.class)
                .withText("Descartar lo mío y ver lo guardado")
                .single()
                .click();
        assertThat(find(Sheet.class).all()).noneMatch(Sheet::isOpened);
        assertThat(plans.require(plan).said().summary()).isEqualTo("lo segundo de la otra persona");
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
