package org.cabildo.admin.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.DayField;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.Relevance;
import org.cabildo.commitment.published.Detail;
import org.cabildo.commitment.published.Details;
import org.cabildo.kernel.Period;
import org.cabildo.pillar.Pillars;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CommitmentSavingTest extends OfficeViewTest {

    private static final Period MARCH = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    @Autowired
    Commitments commitments;

    @Autowired
    Pillars pillars;

    @Autowired
    Promises promises;

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
        find(Button.class).withText("Guardar").single().click();
        assertThat(find(Notification.class).all())
                .extracting(note -> test(note).getText())
                .contains("Ya estaba todo guardado.");
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
        assertThat(find(DescriptionList.Description.class).all().getFirst().getText())
                .isEqualTo("lo de la otra persona");
    }

    @Test
    void whatTwoPeopleWriteInDifferentFieldsStandsFromBoth() {
        var plan = plan();
        var id = commitments.draft(plan, said("Plazas", "al principio"));
        var view = navigate(path("/planes/" + plan + "/compromisos/" + id), CommitmentEditor.class);
        commitments.change(
                id,
                commitments.require(id).version(),
                new CommitmentDraft(
                        "Plazas para todos",
                        "al principio",
                        "",
                        "COSOC",
                        "DIDECO",
                        MARCH,
                        List.of(new Relevance("CP", "Deciden los vecinos")),
                        List.of(pillars.all().getFirst().id().value()),
                        null,
                        new Details(Map.of(Detail.BUDGET, "Fondo propio"))));

        test(form(view).problem).setValue("Nadie pregunta a los vecinos");

        assertThat(find(Button.class).withText("Guardar lo mío").all()).isEmpty();
        assertThat(commitments.require(id).said()).satisfies(both -> {
            assertThat(both.title()).isEqualTo("Plazas para todos");
            assertThat(both.problem()).isEqualTo("Nadie pregunta a los vecinos");
            assertThat(both.actors()).isEqualTo("COSOC");
            assertThat(both.period()).isEqualTo(MARCH);
            assertThat(both.relevance()).containsExactly(new Relevance("CP", "Deciden los vecinos"));
            assertThat(both.pillars()).hasSize(1);
            assertThat(both.details().of(Detail.BUDGET)).isEqualTo("Fondo propio");
        });
        assertThat(form(view).actors.getValue()).isEqualTo("COSOC");
        assertThat(form(view).isChanged()).isFalse();
        assertThat(find(Notification.class).all())
                .extracting(note -> test(note).getText())
                .anyMatch(text -> text.contains("guardó también: Título, Quiénes participan, "));
    }

    @Test
    void ofWhatBothChangedEachPartIsChosen() {
        var plan = plan();
        var id = commitments.draft(plan, said("Plazas", "al principio"));
        var view = navigate(path("/planes/" + plan + "/compromisos/" + id), CommitmentEditor.class);
        commitments.change(
                id,
                commitments.require(id).version(),
                new CommitmentDraft("Plazas", "lo suyo", "", "COSOC", "DIDECO", null, List.of(), List.of(), null));
        form(view).actors.setValue("Escuelas");
        test(form(view).problem).setValue("lo mío");
        assertThat(form(view).responsible.getValue()).as("only they changed it").isEqualTo("DIDECO");

        take("Quiénes participan");
        assertThat(form(view).actors.getValue()).isEqualTo("COSOC");
        assertThat(commitments.require(id).said().problem())
                .as("still to be chosen")
                .isEqualTo("lo suyo");
        view.save.click();
        assertThat(commitments.require(id).said().problem()).as("not before").isEqualTo("lo suyo");
        find(Button.class).withText("Guardar lo mío").single().click();

        assertThat(commitments.require(id).said().problem()).isEqualTo("lo mío");
        assertThat(commitments.require(id).said().actors()).isEqualTo("COSOC");
    }

    @Test
    void whoTakesAllThatWasSavedHasNothingLeftToDo() {
        var plan = plan();
        var id = commitments.draft(plan, said("Plazas", "al principio"));
        var view = navigate(path("/planes/" + plan + "/compromisos/" + id), CommitmentEditor.class);
        commitments.change(id, commitments.require(id).version(), said("Plazas", "lo suyo"));
        test(form(view).problem).setValue("lo mío");

        take("Problema");

        assertThat(form(view).problem.getValue()).isEqualTo("lo suyo");
        assertThat(find(Button.class).withText("Guardar lo mío").all()).isEmpty();
        assertThat(Objects.requireNonNull(view.autosave).getText()).startsWith("Todo guardado a las ");
    }

    private void take(String field) {
        find(Button.class)
                .withCondition(one -> one.getAriaLabel().orElse("").equals("Tomar esto en «%s»".formatted(field)))
                .single()
                .click();
    }

    @Test
    void aTextThatIsTooLongStaysWholeAndIsTold() {
        var plan = plan();
        var id = commitments.draft(plan, said("Plazas", ""));
        var view = navigate(path("/planes/" + plan + "/compromisos/" + id), CommitmentEditor.class);
        var pasted = "p".repeat(251);

        test(form(view).title).setValue(pasted);

        assertThat(form(view).title.getValue()).isEqualTo(pasted);
        assertThat(form(view).title.getErrorMessage())
                .isEqualTo("Se aceptan hasta 250 caracteres y aquí hay 251. Acórtelo: nada se corta solo.");
        assertThat(Objects.requireNonNull(view.autosave).getText())
                .startsWith("Aún sin guardar: «Título»: Se aceptan hasta 250");
        test(form(view).title).setValue("p".repeat(250));
        assertThat(form(view).title.isInvalid()).isFalse();
        assertThat(commitments.require(id).said().title()).hasSize(250);
    }

    @Test
    void whatWasSavedAndIsNotPublicIsToldWheneverOneComesBack() {
        var made = promises.published("Plan abierto");
        var page = path("/planes/" + made.plan() + "/compromisos/" + made.commitment());
        assertThat(navigate(page, CommitmentEditor.class).nextStep.isToPropose())
                .isFalse();
        assertThat(find(Badge.class).all()).extracting(Badge::getText).doesNotContain("Con cambios sin publicar");
        test(form(navigate(page, CommitmentEditor.class)).description).setValue("Se hará de otro modo");

        UI.getCurrent().navigate(path("/planes"));
        var again = navigate(page, CommitmentEditor.class);

        assertThat(find(Badge.class).all()).extracting(Badge::getText).contains("Con cambios sin publicar");
        assertThat(again.nextStep.isToPropose()).isTrue();
        assertThat(again.nextStep.getElement().getTextRecursively()).contains("El público aún lee lo anterior");
    }

    @Test
    void daysOutsideOfThePlanAndMilestonesOutsideOfTheCommitmentAreToldWhereTheyStand() {
        var made = promises.drafted("Plan abierto");
        var view =
                navigate(path("/planes/" + made.plan() + "/compromisos/" + made.commitment()), CommitmentEditor.class);
        var years = Promises.TWO_YEARS;

        types(form(view).start, years.start().minusDays(1));
        assertThat(form(view).start.getErrorMessage())
                .isEqualTo("Debe quedar dentro del plan: del 01-01-2026 al 31-12-2027.");
        view.save.click();
        assertThat(form(view).start.isInvalid()).as("after the button too").isTrue();

        types(form(view).start, years.start());
        types(form(view).end, LocalDate.of(2026, 12, 31));
        assertThat(view.nextStep.isToPropose()).isFalse();
        assertThat(view.nextStep.getElement().getTextRecursively())
                .contains("El hito «Publicar 2027» queda fuera de las fechas");
        assertThat(find(Badge.class).all()).extracting(Badge::getText).contains("Fuera de las fechas del compromiso");
    }

    @Test
    void aMilestoneIsOfferedNoLongerThanCanBeFollowed() {
        var made = promises.drafted("Plan abierto");
        navigate(path("/planes/" + made.plan() + "/compromisos/" + made.commitment()), CommitmentEditor.class);

        find(Button.class).withText("Agregar hito").single().click();

        assertThat(find(DayField.class, find(Sheet.class).single()).all())
                .extracting(DayField::getValue)
                .containsExactly(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
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
