package org.cabildo.admin.pillar;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cabildo.admin.As;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.admin.frame.Autosave;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.identity.Role;
import org.cabildo.pillar.PillarDraft;
import org.cabildo.pillar.Pillars;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PillarsViewTest extends OfficeViewTest {

    @Autowired
    Pillars pillars;

    @Test
    void publishesOnceSomebodyConfirms() {
        var view = navigate(path("/pilares"), PillarsView.class);
        assertThat(view.publish.isEnabled()).isTrue();

        view.publish.click();
        confirm();

        assertThat(pillars.hasUnpublishedChanges()).isFalse();
        assertThat(view.publish.isEnabled()).isFalse();
    }

    @Test
    void aRefusalIsShownAtItsFieldAndKeepsWhatWasTyped() {
        var view = navigate(path("/pilares"), PillarsView.class);

        view.add.click();
        var name = find(TextField.class).withCaption("Nombre").single();
        var values = values();
        find(Button.class).withText("Guardar").single().click();
        assertThat(name.isInvalid() && values.isInvalid())
                .as("all that is needed at once")
                .isTrue();

        name.setValue("ab");
        values.setValue(Set.of("ATI"));
        find(Button.class).withText("Guardar").single().click();

        assertThat(name.isInvalid()).isTrue();
        assertThat(name.getErrorMessage()).contains("de 3 a 120 caracteres");
        assertThat(name.getValue()).isEqualTo("ab");
    }

    @Test
    void whatIsTypedIsKeptWithoutAButtonUntilThePersonThinksBetterOfIt() {
        navigate(path("/pilares"), PillarsView.class);
        var before = pillars.all().getFirst().said();
        button("Cambiar " + before.name()).click();

        test(find(TextArea.class).withCaption("Definición").single()).setValue("Se escribe y ya está guardado");

        assertThat(pillars.all().getFirst().said().definition()).isEqualTo("Se escribe y ya está guardado");
        assertThat(find(Autosave.class).single().getText()).startsWith("Todo guardado a las ");
        find(Button.class).withText("Deshacer y cerrar").single().click();
        assertThat(pillars.all().getFirst().said()).isEqualTo(before);

        find(Button.class).withText("Deshacer").single().click();
        assertThat(pillars.all().getFirst().said().definition()).isEqualTo("Se escribe y ya está guardado");
    }

    @Test
    void whatIsKeptIsNotGivenBackUnaskedWhereSomethingElseWouldBeLost() {
        navigate(path("/pilares"), PillarsView.class);
        var before = pillars.all().getFirst().said();
        button("Cambiar " + before.name()).click();
        test(find(TextArea.class).withCaption("Definición").single()).setValue("Se escribe y ya está guardado");
        test(find(TextField.class).withCaption("Nombre").single()).setValue("x".repeat(121));
        assertThat(find(Autosave.class).single().getText())
                .startsWith("Aún sin guardar: «Nombre»: Se aceptan hasta 120 caracteres y aquí hay 121.");

        find(Button.class).withText("Deshacer y cerrar").single().click();

        assertThat(pillars.all().getFirst().said().definition()).isEqualTo("Se escribe y ya está guardado");
        confirm();
        assertThat(pillars.all().getFirst().said()).isEqualTo(before);
    }

    @Test
    void whatARuleRefusesStaysUnsavedAndSaysSo() {
        navigate(path("/pilares"), PillarsView.class);
        var before = pillars.all().getFirst().said();
        button("Cambiar " + before.name()).click();

        test(find(TextField.class).withCaption("Nombre").single()).setValue("ab");

        assertThat(pillars.all().getFirst().said()).isEqualTo(before);
        assertThat(find(Autosave.class).single().getText()).startsWith("Aún sin guardar: ");
        find(Button.class).withText("Cancelar").single().click(); // nothing was kept, and something is lost
        assertThat(find(Sheet.class).single().isOpened()).isTrue();
        confirm();
        assertThat(find(Sheet.class).all()).isEmpty();
    }

    @Test
    void aNewPillarIsOfferedAgainAsFarAsItWasTyped() {
        navigate(path("/pilares"), PillarsView.class).add.click();
        test(find(TextField.class).withCaption("Nombre").single()).setValue("Agua");
        test(find(TextArea.class).withCaption("Definición").single()).setValue("De todos");
        values().setValue(Set.of("PA", "CP"));
        test(find(TextArea.class)
                        .withCaption("Deberes de las organizaciones sociales")
                        .single())
                .setValue("Una\nOtra");

        find(Sheet.class).single().close(); // nothing of the tab is left but what was kept
        UI.getCurrent().navigate(path(""));
        navigate(path("/pilares"), PillarsView.class);
        find(Button.class).withText("Seguir escribiendo").single().click();

        assertThat(find(TextField.class).withCaption("Nombre").single().getValue())
                .isEqualTo("Agua");
        assertThat(values().getValue()).isEqualTo(Set.of("PA", "CP"));
        find(Button.class).withText("Guardar").single().click();
        assertThat(pillars.all().getLast().said())
                .isEqualTo(new PillarDraft("Agua", "De todos", List.of(), List.of("Una", "Otra"), List.of("CP", "PA")));
        assertThat(find(Button.class).withText("Seguir escribiendo").all()).isEmpty();
    }

    @SuppressWarnings("unchecked") // found by its class, which tells not what it holds
    private CheckboxGroup<String> values() {
        return find(CheckboxGroup.class).single();
    }

    private Button button(String label) {
        return find(Button.class).all().stream()
                .filter(one -> one.getAriaLabel().equals(Optional.of(label)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @As(Role.READER)
    void aReaderLooksAndChangesNothing() {
        var view = navigate(path("/pilares"), PillarsView.class);

        assertThat(view.add.isVisible()).isFalse();
        assertThat(view.publish.isVisible()).isFalse();
        assertThat(view.list.getChildren().findAny()).isPresent();
    }
}
