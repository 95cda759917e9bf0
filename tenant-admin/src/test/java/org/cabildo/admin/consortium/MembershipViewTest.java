package org.cabildo.admin.consortium;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import org.cabildo.admin.As;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.consortium.Joining;
import org.cabildo.consortium.published.MemberState;
import org.cabildo.consortium.published.Membership;
import org.cabildo.identity.Role;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MembershipViewTest extends OfficeViewTest {

    @Autowired
    Joining joining;

    @Autowired
    Membership membership;

    @Test
    void saysThatNobodyAskedYet() {
        open();

        assertThat(find(H2.class).withText("Sin consorcios").single().isVisible())
                .isTrue();
    }

    @Test
    void anAdministratorJoinsOnceTheFoundingDocumentIsNamed() {
        var consortium = asked();
        open();

        pressNamed("Incorporarse a");
        var day = find(DatePicker.class)
                .withCaption("Fecha del documento fundacional")
                .single();
        var document =
                find(TextField.class).withCaption("Documento fundacional").single();
        var link = find(TextField.class).withCaption("Dirección del documento").single();
        day.setValue(LocalDate.of(2024, 2, 1));
        answerSheet("Incorporarse");
        assertThat(document.isInvalid()).isTrue();
        document.setValue("Convenio 12");
        link.setValue("ftp://ejemplo.invalid");
        answerSheet("Incorporarse");
        assertThat(link.isInvalid()).isTrue();
        assertThat(link.getErrorMessage()).contains("ftp://ejemplo.invalid");
        link.setValue("https://ejemplo.invalid/convenio.pdf");
        answerSheet("Incorporarse");

        assertThat(membership.membersOf(consortium))
                .singleElement()
                .satisfies(member -> assertThat(member.joined()).isEqualTo(LocalDate.of(2024, 2, 1)));
        assertThat(find(Button.class).withText("Retirarse").single().isVisible())
                .isTrue();
    }

    @Test
    void anAdministratorDeclines() {
        asked();
        open();

        pressNamed("No aceptar la invitación de");
        answerSheet("No aceptar");

        assertThat(joining.all())
                .singleElement()
                .satisfies(line -> assertThat(line.state()).isEqualTo(MemberState.DECLINED));
        assertThat(find(Button.class).withText("Incorporarse").all()).isEmpty();
    }

    @Test
    void anAdministratorLeavesWithAReason() {
        var consortium = asked();
        fresh.joins(TenantScope.tenant(), consortium);
        open();

        pressNamed("Retirarse de");
        answerSheet("Retirarse");
        var why = find(TextArea.class).withCaption("Motivo").single();
        assertThat(why.isInvalid()).isTrue();
        why.setValue("El concejo terminó el convenio");
        answerSheet("Retirarse");

        assertThat(membership.leftOf(consortium))
                .singleElement()
                .satisfies(left -> assertThat(left.reason()).isEqualTo("El concejo terminó el convenio"));
    }

    @Test
    @As(Role.EDITOR)
    void othersOnlySeeHowItStands() {
        asked();
        open();

        assertThat(find(Button.class).withText("Incorporarse").all()).isEmpty();
        assertThat(find(Button.class).withText("No aceptar").all()).isEmpty();
    }

    private TenantId asked() {
        return fresh.asked("cuenca", TenantScope.tenant());
    }

    private void open() {
        UI.getCurrent().navigate(path("/consorcios"));
    }
}
