package org.cabildo.admin.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.host.PortalHosts;
import org.cabildo.kernel.HostName;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.Machine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HostViewTest extends OfficeViewTest {

    @Autowired
    PortalHosts hosts;

    @Test
    void anAdministratorStatesAHostProvesItAndGivesItUp() {
        var host = "vista-" + TenantScope.tenant() + ".municipio.cl";
        var view = navigate(path("/dominio"), HostView.class);
        assertThat(view.waiting.isVisible()).isFalse();

        stated(view, host);
        var claim = hosts.standing().claim().orElseThrow();
        assertThat(find(Span.class, view.waiting).all())
                .extracting(Span::getText)
                .contains("_cabildo." + host, claim.proof(), "CNAME");

        view.prove.click();
        assertThat(find(Notification.class).all()).isNotEmpty();
        assertThat(view.waiting.isVisible())
                .as("what the DNS does not say yet goes on waiting")
                .isTrue();
        assertThat(view.prove.isEnabled()).isTrue();

        Machine.dns().says(claim.name(), claim.proof());
        view.prove.click();
        assertThat(view.waiting.isVisible()).isFalse();
        assertThat(hosts.standing().serving()).contains(new HostName(host));

        view.giveUp.click();
        confirm();
        assertThat(hosts.standing().serving()).isEmpty();
        assertThat(view.giveUp.isAttached()).isFalse();
    }

    @Test
    void aRefusalIsSaidAtTheFieldAndKeepsWhatWasTyped() {
        var view = navigate(path("/dominio"), HostView.class);
        view.state.click();
        var field = find(TextField.class).single();

        for (var typed : new String[] {"https://municipio.cl/", "municipio.local", "municipio"}) {
            field.setValue(typed);
            find(Button.class).withText("Continuar").single().click();

            assertThat(field.isInvalid()).as(typed).isTrue();
            assertThat(field.getValue()).isEqualTo(typed);
        }
        assertThat(field.getErrorMessage()).contains("«municipio»");
        assertThat(hosts.standing().claim()).isEmpty();
    }

    @Test
    void aHostThatIsStatedByMistakeIsWithdrawn() {
        var view = navigate(path("/dominio"), HostView.class);
        stated(view, "equivocado.municipio.cl");

        view.withdraw.click();

        assertThat(view.waiting.isVisible()).isFalse();
        assertThat(hosts.standing().claim()).isEmpty();
    }

    private void stated(HostView view, String host) {
        view.state.click();
        find(TextField.class).single().setValue(host);
        find(Button.class).withText("Continuar").single().click();
    }
}
