package org.cabildo.admin.consortium;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import java.time.LocalDate;
import org.cabildo.admin.AsCoordinator;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.consortium.published.Membership;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AsCoordinator
class ConsortiaViewTest extends OfficeViewTest {

    @Autowired
    Membership membership;

    @Test
    void saysSinceWhenAConsortiumExistsOnceTheSourceIsNamed() {
        var consortium = fresh.consortium("fechado", fresh.municipality("una"), fresh.municipality("otra"));
        var view = navigate(ConsortiaView.class);
        var name = tenants.require(consortium).name();

        find(Button.class)
                .withCondition(button -> button.getAriaLabel()
                        .filter(label -> label.equals("Desde cuándo existe " + name))
                        .isPresent())
                .single()
                .click();
        view.joined.setValue(LocalDate.of(2024, 2, 1));
        find(Button.class).withText("Guardar").single().click();
        assertThat(view.source.isInvalid()).isTrue();
        assertThat(view.joined.getValue()).isEqualTo(LocalDate.of(2024, 2, 1));
        view.source.setValue("Convenio");
        find(Button.class).withText("Guardar").single().click();

        assertThat(membership.membersOf(consortium)).hasSize(2).allSatisfy(member -> {
            assertThat(member.joined()).isEqualTo(LocalDate.of(2024, 2, 1));
            assertThat(member.source()).isEqualTo("Convenio");
        });
    }
}
