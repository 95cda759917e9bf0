package org.cabildo.admin.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.admin.frame.Autosave;
import org.cabildo.admin.frame.DayField;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.frame.Unsaved;
import org.cabildo.begun.Beginning;
import org.cabildo.begun.BegunWork;
import org.cabildo.identity.Role;
import org.cabildo.plan.Fact;
import org.cabildo.plan.Framework;
import org.cabildo.tenancy.TenantScope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PlansViewTest extends OfficeViewTest {

    @Autowired
    BegunWork work;

    @Test
    void aNewPlanIsKeptWhileItIsTypedAndOfferedToWhoeverComesBack() {
        var view = open();
        assertThat(find(Unsaved.class, view).all()).isEmpty();
        view.begin.click();

        test(title()).setValue("ab");
        test(find(DatePicker.class).withCaption("Empieza").single()).setValue(LocalDate.of(2027, 3, 1));
        test(find(TextArea.class).single()).setValue("Primera línea");
        assertThat(find(Autosave.class).single().getText())
                .startsWith("Lo escrito se conserva (")
                .endsWith("). Falta guardar.");

        comeBackLater();
        open();
        assertThat(find(Paragraph.class, find(Unsaved.class).single()).single().getText())
                .startsWith("Empezó a escribir un plan y no lo guardó: «ab», ");
        goOn().click();

        assertThat(title().getValue()).isEqualTo("ab");
        assertThat(find(DatePicker.class).withCaption("Empieza").single().getValue())
                .isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(find(TextArea.class).single().getValue()).isEqualTo("Primera línea");
        assertThat(find(Paragraph.class, find(Sheet.class).single()).all())
                .extracting(Paragraph::getText)
                .anyMatch(text -> text.startsWith("Aquí sigue lo que escribió el "));
    }

    @Test
    void whoeverComesToBeginOneIsAskedAtOnceAndIsOfferedWhatSuitsThem() {
        UI.getCurrent().navigate(path("/planes"), QueryParameters.of("nuevo", "si"));

        assertThat(find(Sheet.class).single().isOpened()).isTrue();
        var framework = find(Select.class).single();
        assertThat(framework.getValue()).as("no member of OGP").isEqualTo(Framework.OWN);
        assertThat(framework.getHelperText()).startsWith("Lo que su institución promete por sí misma");
    }

    @Test
    void aRefusalKeepsItAndSavingForgetsIt() {
        open().begin.click();
        test(title()).setValue("ab");

        save().click();
        assertThat(title().isInvalid()).isTrue();
        assertThat(work.find(Beginning.plan())).isPresent();

        test(title()).setValue("Plan de agua");
        test(find(TextArea.class).single()).setValue("Sin fechas todavía");
        save().click();
        assertThat(find(PlanView.class).single().getPageTitle()).startsWith("Plan de agua");
        assertThat(work.find(Beginning.plan())).isEmpty();
    }

    @Test
    void closingKeepsItAndDiscardingIsSaidAndCanBeUndone() {
        var view = open();
        view.begin.click();
        test(title()).setValue("Plan a medias");

        find(Button.class).withText("Cerrar").single().click();
        assertThat(find(Sheet.class).all()).noneMatch(Sheet::isOpened);
        find(Button.class, find(Unsaved.class, view).single())
                .withText("Descartar lo escrito")
                .single()
                .click();

        assertThat(find(Unsaved.class, view).all()).isEmpty();
        assertThat(work.find(Beginning.plan())).isEmpty();
        find(Button.class).withText("Deshacer").single().click();
        goOn().click();
        assertThat(title().getValue()).isEqualTo("Plan a medias");
    }

    @Test
    void itIsDiscardedInItsFormAndTheNextOneBeginsEmpty() {
        var view = open();
        view.begin.click();
        test(title()).setValue("Plan a medias");

        find(Button.class).withText("Descartar lo escrito").single().click();

        assertThat(find(Sheet.class).all()).noneMatch(Sheet::isOpened);
        view.begin.click();
        assertThat(title().getValue()).isEmpty();
        assertThat(work.find(Beginning.plan())).isEmpty();
    }

    @Test
    void aFactSaysAllThatItLacksAtOnceAndItsDayOnlyWhereItHasOne() {
        open();
        find(Button.class).withText("Agregar hecho").single().click();
        var day = find(DatePicker.class).withCaption("Cuándo").single();
        assertThat(day.isRequiredIndicatorVisible()).isTrue();

        answerFact();
        assertThat(day.isInvalid()).isTrue();
        assertThat(find(TextField.class).withCaption("Qué ocurrió").single().isInvalid())
                .isTrue();
        assertThat(find(TextField.class).withCaption("Fuente").single().isInvalid())
                .isTrue();

        undated();
        assertThat(day.isRequiredIndicatorVisible()).isFalse();
        answerFact();
        assertThat(day.isInvalid()).isFalse();
    }

    private void answerFact() {
        find(Button.class, find(Sheet.class).single())
                .withText("Agregar hecho")
                .single()
                .click();
    }

    @SuppressWarnings("unchecked") // one select of the sheet holds these
    private void undated() {
        Select<Fact.Precision> precision =
                find(Select.class).withCaption("Qué se sabe de la fecha").single();
        precision.setValue(Fact.Precision.UNDATED);
    }

    @Test
    void whoClosesIsToldTheOneThingThatIsLostAndThatTheRestIsKept() {
        open().begin.click();
        test(title()).setValue("Plan a medias");
        var start = (DayField) find(DatePicker.class).withCaption("Empieza").single();
        start.getElement().setProperty("_inputElementValue", "32-13-2026");
        start.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(start.getElement(), "unparsable-change", JacksonUtils.createObjectNode()));

        find(Button.class).withText("Cerrar").single().click();

        assertThat(consequence()).isEqualTo("Se conserva lo escrito, salvo una cosa: el 32-13-2026 no existe.");
        confirm();
        assertThat(work.find(Beginning.plan())).isPresent();
    }

    @Test
    void anOfferToUndoGoesOnlyOnceNobodyIsOnIt() {
        var view = open();
        view.begin.click();
        test(title()).setValue("Plan a medias");
        find(Button.class).withText("Descartar lo escrito").single().click();
        var note = find(Notification.class).single();

        assertThat(note.getDuration()).as("no clock of its own").isZero();
        var row = note.getChildren().findFirst().orElseThrow().getElement();
        row.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(row, "seen", JacksonUtils.createObjectNode()));
        assertThat(note.isOpened()).isFalse();
    }

    @Test
    void aFormThatIsEmptiedAgainIsNotOffered() {
        var view = open();
        view.begin.click();
        test(title()).setValue("x");
        test(title()).setValue("");

        find(Button.class).withText("Cerrar").single().click();

        assertThat(find(Unsaved.class, view).all()).isEmpty();
    }

    @Test
    void aColleagueIsOfferedNothing() {
        open().begin.click();
        test(title()).setValue("Solo mío");
        comeBackLater();

        var tenant = TenantScope.tenant();
        for (var role : new Role[] {Role.ADMINISTRATOR, Role.EDITOR, Role.READER}) {
            var colleague = fresh.officer(tenant, role);
            assertThat(colleague.act(() -> {
                        UI.getCurrent().navigate(path("/planes"));
                        var offered = find(Unsaved.class).all();
                        UI.getCurrent().navigate(path("/pilares"));
                        return offered;
                    }))
                    .isEmpty();
        }
        open();
        assertThat(find(Unsaved.class).all()).hasSize(1);
    }

    /** Nothing of the tab is left but what was kept while it was typed. */
    private void comeBackLater() {
        find(Sheet.class).single().close();
        UI.getCurrent().navigate(path("/pilares"));
    }

    private PlansView open() {
        return navigate(path("/planes"), PlansView.class);
    }

    private TextField title() {
        return find(TextField.class).withCaption("Título").single();
    }

    private Button goOn() {
        return find(Button.class).withText("Seguir escribiendo").single();
    }

    private Button save() {
        return find(Button.class).withText("Guardar").single();
    }
}
