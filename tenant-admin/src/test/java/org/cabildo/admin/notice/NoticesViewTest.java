package org.cabildo.admin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
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
        write(view, "Mantención <b>el viernes</b>", "<img src=x onerror=alert(1)>");

        button("Ver cómo se verá").click();

        var preview = find(Div.class).all().stream()
                .filter(one -> one.hasClassName("notice") && !one.hasClassName("notice-card"))
                .findFirst()
                .orElseThrow();
        assertThat(preview.getParent().orElseThrow().getElement().getAttribute("tabindex"))
                .isEqualTo("-1"); // so that it can be focused
        assertThat(preview.getElement().getTextRecursively()).contains("<img src=x onerror=alert(1)>");
        assertThat(preview.getElement().getOuterHTML()).doesNotContain("<img");
        button("Guardar borrador").click();
        button("Publicar").click();
        confirm();
        assertThat(newest().state()).isEqualTo(Notice.State.PUBLISHED);
        button("Retirar").click();
        confirm();
        assertThat(newest().state()).isEqualTo(Notice.State.WITHDRAWN);
    }

    @Test
    void whatIsRefusedSaysWhyAtItsFieldAndKeepsWhatWasTyped() {
        var before = notices.all().size();
        var view = navigate(NoticesView.class);
        write(view, "", "Todavía sin título");

        button("Guardar borrador").click();

        assertThat(field("Título").isInvalid()).isTrue();
        assertThat(field("Título").getErrorMessage()).isEqualTo("Complete este campo.");
        assertThat(find(TextArea.class).withCaption("Texto").single().getValue())
                .isEqualTo("Todavía sin título");
        find(TextArea.class).withCaption("Texto").single().clear();
        button("Guardar borrador").click();
        assertThat(field("Título").isInvalid()).isTrue();
        assertThat(find(TextArea.class).withCaption("Texto").single().isInvalid())
                .as("all that is missing is marked at once")
                .isTrue();
        assertThat(notices.all()).hasSize(before);
    }

    @Test
    void aDraftIsChangedAndWhatIsDeletedComesBack() {
        var view = navigate(NoticesView.class);
        write(view, "Primera versión", "Texto");
        button("Guardar borrador").click();

        button("Editar").click();
        assertThat(field("Título").getValue()).isEqualTo("Primera versión");
        field("Título").setValue("Segunda versión");
        button("Guardar borrador").click();
        assertThat(newest().said().title()).isEqualTo("Segunda versión");

        var drafts = notices.all().size();
        button("Eliminar borrador").click();
        confirm();
        assertThat(notices.all()).hasSize(drafts - 1);
        button("Deshacer").click();
        assertThat(newest().said().title()).isEqualTo("Segunda versión");
        assertThat(newest().state()).isEqualTo(Notice.State.DRAFT);
    }

    private void write(NoticesView view, String title, String text) {
        view.write.click();
        field("Título").setValue(title);
        find(TextArea.class).withCaption("Texto").single().setValue(text);
    }

    private TextField field(String label) {
        return find(TextField.class).withCaption(label).single();
    }

    /** The first of this name: the newest notice stands first. */
    private Button button(String words) {
        return find(Button.class).withText(words).all().getFirst();
    }

    private Notice newest() {
        return notices.all().getFirst();
    }
}
