package org.cabildo.admin.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.admin.frame.DayField;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.Commitments;
import org.cabildo.kernel.Period;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CommitmentSavingTest extends OfficeViewTest {

    private static final Period MARCH = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    @Autowired
    Commitments commitments;

    @Autowired
    Plans plans;

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

    /** As the keyboard enters it: a day that the calendar does not offer too. */
    private static void types(DayField field, LocalDate day) {
        field.setValue(day);
        ComponentUtil.fireEvent(field, new ComponentValueChangeEvent<DatePicker, LocalDate>(field, field, null, true));
    }

    @Test
    void aDayAloneKeepsNothingElseFromBeingSavedAndIsNotLostItself() {
        var plan = plan();
        var id = commitments.draft(plan, said("Plazas", ""));
        var view = navigate(path("/planes/" + plan + "/compromisos/" + id), CommitmentEditor.class);

        test(form(view).start).setValue(MARCH.start());
        assertThat(Objects.requireNonNull(view.autosave).getText())
                .contains("salvo una cosa: las fechas se guardan cuando estén las dos");
        assertThat(form(view).end.isInvalid()).isFalse();
        test(form(view).problem).setValue("Nadie pregunta");
        assertThat(commitments.require(id).said().problem()).isEqualTo("Nadie pregunta");
        assertThat(commitments.require(id).said().period()).isNull();
        assertThat(form(view).isChanged()).as("asked about before it is left").isTrue();

        types(form(view).end, MARCH.start().minusDays(1));
        assertThat(view.autosave.getText()).contains("el último día es anterior al primero");
        test(form(view).end).setValue(MARCH.end());
        assertThat(view.autosave.getText()).startsWith("Todo guardado a las ");
        assertThat(commitments.require(id).said().period()).isEqualTo(MARCH);

        form(view).end.setValue(null);
        test(form(view).problem).setValue("Nadie pregunta a nadie");
        assertThat(commitments.require(id).said().period())
                .as("as it was saved last")
                .isEqualTo(MARCH);
    }

    @Test
    void aNewCommitmentIsOfferedWhatIsLeftOfThePlan() {
        var years = new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2090, 12, 31));
        var plan = plans.draft(new PlanDraft("Plan de prueba", Framework.OWN, years, "", "", false));

        var view = navigate(path("/planes/" + plan + "/compromisos/nuevo"), CommitmentEditor.class);

        assertThat(form(view).start.getValue()).isAfter(LocalDate.of(2026, 1, 1));
        assertThat(form(view).end.getValue()).isEqualTo(years.end());
        assertThat(form(view).isChanged()).as("offered, not typed").isFalse();
        assertThat(commitments.of(plan)).isEmpty();
    }

    @Test
    void aMilestoneBeginsWithTheOfficeThatWasTypedLast() {
        var plan = plan();
        var id = commitments.draft(plan, said("Plazas", ""));
        var view = navigate(path("/planes/" + plan + "/compromisos/" + id), CommitmentEditor.class);

        test(form(view).responsible).setValue("DIDECO");
        find(Button.class).withText("Agregar hito").single().click();

        assertThat(find(TextField.class, find(Sheet.class).single())
                        .withCaption("Responsable")
                        .single()
                        .getValue())
                .isEqualTo("DIDECO");
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
