package org.cabildo.admin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.identity.Officer;
import org.cabildo.identity.PersonId;
import org.cabildo.kernel.Ids;
import org.cabildo.notice.Audience;
import org.cabildo.notice.NoticeDraft;
import org.cabildo.notice.Notices;
import org.cabildo.notice.ReceivedNotices;
import org.cabildo.notice.Severity;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReceivedNoticesViewTest extends OfficeViewTest {

    @Autowired
    Notices notices;

    @Autowired
    ReceivedNotices received;

    @Test
    void aNoticeStandsInTheListOfItsTenantAsTextUntilItIsReadAndAfter() {
        publish("Vuelva a iniciar sesión", "El viernes <script>alert(1)</script>", TenantScope.tenant());

        var list = open();
        assertThat(list.getElement().getTextRecursively())
                .contains("El viernes <script>alert(1)</script>", "Aún no ha dicho que lo leyó");
        assertThat(list.getElement().getOuterHTML()).doesNotContain("<script>");

        find(Button.class).withText("Entendido").single().click();

        assertThat(received.unread()).isEmpty();
        assertThat(list.getElement().getTextRecursively())
                .contains("Vuelva a iniciar sesión", "Leído por usted")
                .doesNotContain("Aún no ha dicho");
        assertThat(find(Button.class).withText("Entendido").all()).isEmpty();
    }

    @Test
    void whatIsSaidToAnotherTenantStandsNowhereHere() {
        publish("Solo para otros", "Nada para aquí", fresh.municipality("otra"));

        assertThat(open().getElement().getTextRecursively())
                .contains("No hay avisos")
                .doesNotContain("Solo para otros");
    }

    private ReceivedNoticesView open() {
        UI.getCurrent().navigate(path("/avisos"));
        return find(ReceivedNoticesView.class).single();
    }

    private void publish(String title, String text, TenantId to) {
        var coordinator = new Officer(new PersonId(Ids.next()), "Nora", "nora@nacional.invalid", true, null);
        var said = new NoticeDraft(
                title,
                text,
                "",
                "",
                Severity.URGENT,
                Instant.now().minusSeconds(60),
                Instant.now().plus(Duration.ofHours(1)),
                new Audience.Chosen(Set.of(to)));
        coordinator.act(() -> {
            var id = notices.draft(said);
            notices.publish(id);
            return id;
        });
    }
}
