package org.cabildo.admin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import org.cabildo.admin.AsCoordinator;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.notice.Notice;
import org.cabildo.notice.Notices;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AsCoordinator
class NoticesViewTest extends OfficeViewTest {

    @Autowired
    Notices notices;

    @Test
    void aNoticeIsWrittenLookedAtPublishedAndWithdrawn() {
        var view = navigate(NoticesView.class);
        view.write.click();
        var form = find(NoticeForm.class).single();

        form.save.click();
        assertThat(form.title.isInvalid()).isTrue();
        form.title.setValue("Mantención <b>el viernes</b>");
        form.text.setValue("<img src=x onerror=alert(1)>");
        find(Button.class).withText("Ver cómo se verá").single().click();
        assertThat(form.preview.getElement().getTextRecursively()).contains("<img src=x onerror=alert(1)>");
        assertThat(form.preview.getElement().getOuterHTML()).doesNotContain("<img");
        form.save.click();
        find(Button.class).withText("Publicar").all().getFirst().click();
        confirm();
        assertThat(notices.all().getFirst().state()).isEqualTo(Notice.State.PUBLISHED);
        find(Button.class).withText("Retirar").all().getFirst().click();
        confirm();
        assertThat(notices.all().getFirst().state()).isEqualTo(Notice.State.WITHDRAWN);
    }
}
