package org.cabildo.admin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.Set;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.identity.OfficeSessions;
import org.cabildo.identity.People;
import org.cabildo.identity.Role;
import org.cabildo.tenancy.TenantScope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SessionListTest extends OfficeViewTest {

    @Autowired
    People people;

    @Autowired
    OfficeSessions sessions;

    @Test
    void aSessionElsewhereEndsOnceThePersonConfirms() {
        var email = "sofia@" + TenantScope.tenant() + ".invalid";
        people.give(email, "Sofía", Set.of(Role.READER));
        var sofia = people.byEmail(email).orElseThrow();
        sessions.begin(sofia.person(), "Firefox");

        sofia.act(() -> {
            UI.getCurrent().add(new SessionList(sessions));
            find(Button.class).withText("Terminar").single().click();
            assertThat(consequence()).startsWith("Firefox, abierta desde ");
            assertThat(sessions.mine()).hasSize(1);

            confirm();

            assertThat(sessions.mine()).isEmpty();
            return true;
        });
    }
}
