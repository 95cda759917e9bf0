package org.cabildo.admin.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextField;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.commitment.Commitments;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BulkSheetTest extends OfficeViewTest {

    @Autowired
    Promises promises;

    @Autowired
    Commitments commitments;

    @Test
    void severalAreSeenBeforeTheyAreChangedAndUndoneAfterwards() {
        var made = promises.drafted("Plan abierto");
        commitments.draft(made.plan(), Promises.commitment("Abrir las actas", Promises.TWO_YEARS));
        navigate(path("/planes/" + made.plan()), PlanView.class);

        find(Button.class).withText("Cambiar varios").single().click();
        var sheet = find(Sheet.class).single();
        assertThat(find(H3.class, sheet).withText("Nada cambia todavía").all()).hasSize(1);
        answerSheet("Aplicar");
        assertThat(sheet.isOpened()).isTrue(); // none is chosen, and nothing said
        assertThat(find(TextField.class, sheet).withCaption("Qué dirá").single().getErrorMessage())
                .isEqualTo("Complete este campo.");
        find(Button.class, sheet).withText("Marcar todos").single().click();
        test(find(TextField.class, sheet).withCaption("Qué dirá").single()).setValue("DIDECO");

        assertThat(find(H3.class, sheet).withText("Cambian 2").all()).hasSize(1);
        assertThat(find(ListItem.class, sheet).all())
                .extracting(item -> item.getElement().getTextRecursively())
                .containsExactly("1. Abrir el presupuesto: SECPLA → DIDECO", "2. Abrir las actas: SECPLA → DIDECO");
        answerSheet("Aplicar");
        assertThat(commitments.of(made.plan()))
                .allMatch(one -> one.said().responsible().equals("DIDECO"));

        find(Button.class).withText("Deshacer").single().click();
        assertThat(commitments.of(made.plan()))
                .allMatch(one -> one.said().responsible().equals("SECPLA"));
    }

    @Test
    void oneAloneIsChangedInItsPage() {
        var made = promises.drafted("Plan abierto");
        var view = navigate(path("/planes/" + made.plan()), PlanView.class);

        assertThat(view.bulk.isVisible()).isFalse();
    }
}
