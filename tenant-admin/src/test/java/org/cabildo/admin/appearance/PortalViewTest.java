package org.cabildo.admin.appearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cabildo.testing.Papers.pdf;
import static org.cabildo.testing.Papers.png;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.upload.Upload;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cabildo.admin.As;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.appearance.AppearanceDraft;
import org.cabildo.appearance.Appearances;
import org.cabildo.appearance.published.Colour;
import org.cabildo.appearance.published.PublishedAppearance;
import org.cabildo.appearance.published.Section;
import org.cabildo.identity.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PortalViewTest extends OfficeViewTest {

    @Autowired
    Appearances appearances;

    @Autowired
    PublishedAppearance published;

    private PortalView open() {
        return navigate(path("/portal"), PortalView.class);
    }

    @Test
    void whatWasChosenIsSavedAndPublicOnceSomebodyConfirms() {
        var view = open();
        assertThat(view.save.getElement().getAttribute("aria-keyshortcuts")).isEqualTo("Control+S");
        assertThat(view.publish.isEnabled()).isFalse();
        view.accent.text.setValue("#7A1F5C");
        test(find(Upload.class).single()).upload("escudo.png", "image/png", png(30, 40, 0xaa0000));
        view.alternative.setValue("Escudo de la vista");
        view.sections.row(Section.FACTS).up.click();
        view.sections.row(Section.BENEFITS).shown.setValue(false);
        assertThat(view.publish.isEnabled()).as("not before it is saved").isFalse();

        view.save.click();
        assertThat(published.state().appearance()).isEmpty();
        view.publish.click();
        confirm();

        var look = published.state().appearance().orElseThrow();
        assertThat(look.accent()).contains(new Colour(0x7a1f5c));
        assertThat(look.arms().orElseThrow().alternative()).isEqualTo("Escudo de la vista");
        assertThat(look.order()).endsWith(Section.BENEFITS, Section.FACTS, Section.PILLARS);
        assertThat(look.hidden()).containsExactly(Section.BENEFITS);
        assertThat(view.publish.isEnabled()).isFalse();
    }

    @Test
    void aPaleColourIsSaidAtOnceAndTheNearestIsOneClickAway() {
        var view = open();

        view.accent.text.setValue("#ffd500");
        assertThat(view.accent.text.getErrorMessage())
                .contains("contraste de 1,3")
                .contains("4,5\u00a0:\u00a01");
        assertThat(view.accent.text.isInvalid()).isTrue();
        assertThat(view.accent.nearest.isVisible()).isTrue();
        view.save.click();
        assertThat(view.accent.text.isInvalid()).isTrue();
        assertThat(view.accent.text.getValue()).isEqualTo("#ffd500");
        assertThat(appearances.draft().version()).isZero();

        view.accent.nearest.click();
        assertThat(view.accent.nearest.isVisible()).isFalse();
        assertThat(view.accent.text.isInvalid()).isFalse();
        assertThat(view.accent.verdict.getText()).contains("Se lee bien");
        view.save.click();
        assertThat(appearances.draft().appearance().accent()).contains(AppearanceDraft.near(new Colour(0xffd500)));
    }

    @Test
    void whatIsNoColourOrNoPictureIsSaidAtItsField() {
        var view = open();

        view.second.text.setValue("azul");
        assertThat(view.second.text.getErrorMessage()).contains("«azul»");
        view.save.click();
        assertThat(view.second.text.getErrorMessage()).contains("#0f4c5c");

        view.second.text.setValue("");
        test(find(Upload.class).single()).upload("acta.pdf", "application/pdf", pdf("no es escudo"));
        view.save.click();
        assertThat(view.alternative.isInvalid()).isTrue();
        view.alternative.setValue("Escudo");
        view.save.click();
        assertThat(view.arms.isInvalid()).isTrue();
        assertThat(view.arms.getErrorMessage()).contains("acta.pdf");
        assertThat(appearances.draft().version()).isZero();
    }

    @Test
    void theSecondOfTwoOfficersDecides() {
        var view = open();
        appearances.save(0, new AppearanceDraft("#1d663a", "", Optional.empty(), List.of(), Set.of()));

        view.accent.text.setValue("#7a1f5c");
        view.save.click();
        assertThat(view.race.getComponentCount()).isEqualTo(1);
        assertThat(view.accent.text.getValue()).isEqualTo("#7a1f5c");
        find(com.vaadin.flow.component.button.Button.class)
                .withText("Guardar lo mío")
                .single()
                .click();

        assertThat(appearances.draft().appearance().accent()).contains(new Colour(0x7a1f5c));
        assertThat(view.race.getComponentCount()).isZero();
    }

    @Test
    void whoLeavesWithoutSavingIsAsked() {
        var view = open();
        view.accent.text.setValue("#7a1f5c");

        UI.getCurrent().navigate(path("/pilares"));

        assertThat(find(ConfirmDialog.class).single().isOpened()).isTrue();
        assertThat(find(PortalView.class).single()).isSameAs(view);
    }

    @Test
    @As(Role.READER)
    void aReaderLooksAndChangesNothing() {
        var view = open();

        assertThat(view.save.isVisible()).isFalse();
        assertThat(view.publish.isVisible()).isFalse();
        assertThat(view.arms.isVisible()).isFalse();
        assertThat(view.accent.text.isReadOnly()).isTrue();
        assertThat(view.preview.getComponentCount()).isEqualTo(2);
    }

    @Test
    @As(Role.EDITOR)
    void anEditorSavesAndDoesNotPublish() {
        var view = open();

        assertThat(view.save.isVisible()).isTrue();
        assertThat(view.publish.isVisible()).isFalse();
    }
}
