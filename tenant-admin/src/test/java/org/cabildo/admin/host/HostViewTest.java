package org.cabildo.admin.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.host.HostWatch;
import org.cabildo.host.PortalHosts;
import org.cabildo.kernel.HostName;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.Machine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HostViewTest extends OfficeViewTest {

    @Autowired
    PortalHosts hosts;

    @Autowired
    HostWatch watch;

    @Autowired
    Sql sql;

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

        assertThat(field.isRequiredIndicatorVisible()).isTrue();
        find(Button.class).withText("Continuar").single().click();
        assertThat(field.getErrorMessage()).isEqualTo("Complete este campo.");
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
        assertThat(question()).isEqualTo("¿Retirar equivocado.municipio.cl?");
        assertThat(hosts.standing().claim()).isPresent();
        confirm();

        assertThat(view.waiting.isVisible()).isFalse();
        assertThat(hosts.standing().claim()).isEmpty();
    }

    @Test
    void aHostWhoseProofIsGoneIsToldWithTheRecordThatIsMissingAndLookedAtAtOnce() {
        var host = "perdido-" + TenantScope.tenant() + ".municipio.cl";
        var view = navigate(path("/dominio"), HostView.class);
        stated(view, host);
        var claim = hosts.standing().claim().orElseThrow();
        Machine.dns().says(claim.name(), claim.proof());
        view.prove.click();
        assertThat(view.missing.isVisible()).isFalse();

        Machine.dns().forgets(claim.name());
        TenantScope.runPlatform(
                () -> sql.of("update tenant_host set next_look = now() - interval '1 minute' where host = ?")
                        .param(host)
                        .update());
        while (watch.lookAtOne()) {
            // until none is due
        }
        UI.getCurrent().navigate(path("/planes"));
        view = navigate(path("/dominio"), HostView.class);

        assertThat(view.missing.isVisible()).isTrue();
        assertThat(find(Span.class, view.missing).all())
                .extracting(Span::getText)
                .contains("TXT", claim.name(), claim.proof());
        view.again.click();
        assertThat(view.missing.isVisible()).isTrue();
        Machine.dns().says(claim.name(), claim.proof());
        view.again.click();
        assertThat(view.missing.isVisible()).isFalse();
        assertThat(hosts.standing().own().orElseThrow().missingSince()).isEmpty();
    }

    private void stated(HostView view, String host) {
        view.state.click();
        find(TextField.class).single().setValue(host);
        find(Button.class).withText("Continuar").single().click();
    }
}
