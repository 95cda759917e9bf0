package org.cabildo.admin.consortium;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.cabildo.admin.AsCoordinator;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.consortium.Consortia;
import org.cabildo.consortium.MemberLine;
import org.cabildo.consortium.published.DecisionRule;
import org.cabildo.consortium.published.MemberRight;
import org.cabildo.consortium.published.MemberState;
import org.cabildo.consortium.published.Membership;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AsCoordinator
class ConsortiaViewTest extends OfficeViewTest {

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    Membership membership;

    @Autowired
    Consortia consortia;

    TenantId one;
    TenantId consortium;

    @BeforeEach
    void twoMembersShareAConsortium() {
        one = fresh.municipality("una-" + NEXT.incrementAndGet());
        consortium = fresh.consortium("fechado-" + NEXT.get(), one, fresh.municipality("otra-" + NEXT.get()));
        navigate(ConsortiaView.class);
    }

    @Test
    void whatFormingMeansIsSaidBeforeItIsDone() {
        var another = fresh.municipality("cuarta-" + NEXT.get());
        var view = navigate(ConsortiaView.class);
        view.form.click();
        view.name.setValue("Junta de prueba " + NEXT.get());
        view.members.setValue(Set.of(tenants.require(one), tenants.require(another)));
        view.slug.setValue("admin");
        answer("Formar consorcio");
        assertThat(view.slug.isInvalid()).isTrue();
        view.slug.setValue("junta-de-prueba-" + NEXT.get());
        answer("Formar consorcio");

        assertThat(question()).isEqualTo("¿Formar «Junta de prueba %d»?".formatted(NEXT.get()));
        assertThat(consequence())
                .contains(
                        "://junta-de-prueba-%d.".formatted(NEXT.get()),
                        name(one),
                        name(another),
                        "decide si se incorpora");
        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(view.members.getValue()).hasSize(2);
        answer("Formar consorcio");
        confirm();

        assertThat(find(H1.class).single().getText()).isEqualTo("Formando el consorcio");
    }

    /** Presses what is in the sheet on screen; the page behind it has a button of that name too. */
    private void answer(String words) {
        find(Button.class).withText(words).all().getLast().click();
    }

    @Test
    void saysSinceWhenAConsortiumExistsOnceTheSourceIsNamed() {
        pressNamed("Fecha y fuente: desde cuándo existe " + name(consortium));
        var joined = find(DatePicker.class).withCaption("Día en que se formó").single();
        var source = find(TextField.class).withCaption("Fuente").single();
        joined.setValue(LocalDate.of(2024, 2, 1));
        source.clear();
        answerSheet("Guardar");
        assertThat(source.isInvalid()).isTrue();
        assertThat(joined.getValue()).isEqualTo(LocalDate.of(2024, 2, 1));
        source.setValue("Convenio");
        answerSheet("Guardar");

        assertThat(membership.membersOf(consortium)).hasSize(2).allSatisfy(member -> {
            assertThat(member.joined()).isEqualTo(LocalDate.of(2024, 2, 1));
            assertThat(member.source()).isEqualTo("Convenio");
        });
    }

    @Test
    void aMemberIsSuspendedWithAReasonAndReinstated() {
        pressNamed("Suspender a " + name(one));
        var why = find(TextArea.class).withCaption("Motivo").single();
        why.setValue("corto");
        answerSheet("Suspender");
        assertThat(why.isInvalid()).isTrue();
        why.setValue("No hay alcaldía hasta la elección");
        answerSheet("Suspender");
        assertThat(line(one).state()).isEqualTo(MemberState.SUSPENDED);

        pressNamed("Reponer a " + name(one));
        confirm();
        assertThat(line(one).state()).isEqualTo(MemberState.MEMBER);
    }

    @Test
    void anotherInstitutionIsInvitedAndTheInvitationTakenBack() {
        var third = fresh.municipality("tercera-" + NEXT.get());
        navigate(ConsortiaView.class);

        pressNamed("Invitar a una institución a " + name(consortium));
        answerSheet("Invitar a una institución");
        @SuppressWarnings("unchecked") // found by its class, which tells not what it holds
        ComboBox<Tenant> member =
                find(ComboBox.class).withCaption("Institución").single();
        assertThat(member.isInvalid()).isTrue();
        member.setValue(tenants.require(third));
        this.<MemberRight>choice("Permiso").setValue(MemberRight.DRAFTS);
        answerSheet("Invitar a una institución");

        assertThat(line(third).state()).isEqualTo(MemberState.INVITED);
        assertThat(line(third).right()).isEqualTo(MemberRight.DRAFTS);

        pressNamed("Retirar la invitación a " + name(third));
        confirm();
        assertThat(consortia.members(consortium)).extracting(MemberLine::other).doesNotContain(third);
    }

    @Test
    void whatAMemberMayDoAndTheRuleAreChanged() {
        pressNamed("Permiso de " + name(one));
        this.<MemberRight>choice("Permiso").setValue(MemberRight.READS);
        answerSheet("Guardar");
        assertThat(line(one).right()).isEqualTo(MemberRight.READS);

        pressNamed("Regla de decisión de " + name(consortium));
        this.<DecisionRule>choice("Regla de decisión").setValue(DecisionRule.MAJORITY);
        answerSheet("Guardar");
        var source = find(TextField.class).withCaption("Dónde consta").single();
        assertThat(source.isInvalid()).isTrue();
        source.setValue("Convenio, cláusula 4");
        answerSheet("Guardar");
        assertThat(membership.ruleOf(consortium)).isEqualTo(DecisionRule.MAJORITY);
    }

    private MemberLine line(TenantId member) {
        return consortia.members(consortium).stream()
                .filter(line -> line.other().equals(member))
                .findFirst()
                .orElseThrow();
    }

    private String name(TenantId tenant) {
        return tenants.require(tenant).name();
    }

    @SuppressWarnings("unchecked") // found by its class, which tells not what it holds
    private <E> Select<E> choice(String caption) {
        return find(Select.class).withCaption(caption).single();
    }
}
