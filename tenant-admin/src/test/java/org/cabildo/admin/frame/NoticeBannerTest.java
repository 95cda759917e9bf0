package org.cabildo.admin.frame;

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
import org.cabildo.tenancy.TenantScope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NoticeBannerTest extends OfficeViewTest {

    @Autowired
    Notices notices;

    @Autowired
    ReceivedNotices received;

    @Test
    void itStandsUntilThePersonSaysThatTheyReadIt() {
        var here = TenantScope.tenant();
        var coordinator = new Officer(new PersonId(Ids.next()), "Nora", "nora@nacional.invalid", true, null);
        var said = new NoticeDraft(
                "Vuelva a iniciar sesión",
                "<script>alert(1)</script>",
                "",
                "",
                Severity.URGENT,
                Instant.now().minusSeconds(60),
                Instant.now().plus(Duration.ofHours(1)),
                new Audience.Chosen(Set.of(here)));
        coordinator.act(() -> {
            var id = notices.draft(said);
            notices.publish(id);
            return id;
        });
        var banner = new NoticeBanner(received);
        UI.getCurrent().add(banner);
        banner.refresh();

        assertThat(banner.isVisible()).isTrue();
        assertThat(banner.getElement().getOuterHTML()).doesNotContain("<script>");
        banner.getChildren()
                .flatMap(line -> line.getChildren())
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow()
                .click();

        assertThat(banner.isVisible()).isFalse();
        assertThat(received.unread()).isEmpty();
    }
}
