package org.cabildo.admin.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cabildo.admin.AsCoordinator;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.admin.words.Words;
import org.cabildo.calendar.Governments;
import org.cabildo.kernel.Ids;
import org.cabildo.onboarding.OrderLine;
import org.cabildo.onboarding.Standing;
import org.cabildo.tenancy.FailureCause;
import org.cabildo.tenancy.TenantKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AsCoordinator
class GovernmentsViewTest extends OfficeViewTest {

    @Autowired
    Governments governments;

    @Test
    void findsAGovernmentWithoutItsAccents() {
        var view = navigate(GovernmentsView.class);

        view.search.setValue("penalolen");

        assertThat(test(view.grid).size()).isEqualTo(1);
        assertThat(test(view.grid).getRow(0).government().code()).isEqualTo("13122");
    }

    @Test
    void whyAnOrderFailedIsSaidInTheLanguageOfThePersonLooking() {
        var failed = new Standing(
                governments.require("01402"),
                Standing.State.FAILED,
                Optional.empty(),
                Optional.of("camina"),
                Optional.of(Ids.next()),
                Optional.of(Ids.next()),
                Optional.of(FailureCause.FULL),
                Optional.of("FATAL: sorry, too many clients already"),
                Optional.empty());

        assertThat(navigate(GovernmentsView.class).name(failed).getElement().getTextRecursively())
                .contains("La base de datos no tiene más conexiones, memoria o disco.")
                .doesNotContain("FATAL");
    }

    @Test
    void anActiveGovernmentLeadsToItsPortalAndSaysWhoAdministersIt() {
        var active = new Standing(
                governments.require("01402"),
                Standing.State.ACTIVE,
                Optional.empty(),
                Optional.of("camina"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Standing.Invited("alcaldia@camina.invalid", false)));

        var cell = navigate(GovernmentsView.class).name(active);

        assertThat(cell.getElement().getTextRecursively())
                .contains("Se invitó a alcaldia@camina.invalid, que todavía no entra.");
        assertThat(cell.getChildren().filter(Anchor.class::isInstance).map(Anchor.class::cast))
                .singleElement()
                .satisfies(link -> {
                    assertThat(link.getHref()).endsWith("/t/camina/");
                    assertThat(link.getAriaLabel())
                            .contains("Ver el portal de la Municipalidad de Camiña, en otra pestaña");
                });
    }

    @Test
    void whatTheListIsNarrowedToStandsInItsAddress() {
        var view = asked(
                GovernmentsView.class,
                "nacional",
                Map.of("q", "pen", "region", "13", "tipo", "MUNICIPALITY", "estado", "ACTIVE", "mundo", "otro"));

        assertThat(view.search.getValue()).isEqualTo("pen");
        assertThat(view.region.getValue().code()).isEqualTo("13");
        assertThat(view.kind.getValue()).isEqualTo(TenantKind.MUNICIPALITY);
        assertThat(view.state.getValue()).isEqualTo(Standing.State.ACTIVE);
        assertThat(view.fictional.getValue()).isFalse();
    }

    @Test
    void anAddressThatAsksForWhatIsUnknownShowsTheWholeList() {
        var view = asked(
                GovernmentsView.class,
                "nacional",
                Map.of("region", "88", "tipo", "REINO", "estado", "", "ruralidad", "x"));

        assertThat(test(view.grid).size()).isEqualTo(361);
    }

    @Test
    void theFileHasEveryLineThatIsShownAndNoOther() {
        var view = asked(GovernmentsView.class, "nacional", Map.of("region", "13"));

        assertThat(view.rows())
                .hasSize(1 + 52 + 1)
                .allSatisfy(row -> assertThat(row).hasSize(8));
        assertThat(view.rows().get(0)).startsWith("codigo", "nombre");
    }

    @Test
    void listsAllThatThereAreAndTakesThemAllAtOnce() {
        var view = navigate(GovernmentsView.class);
        assertThat(test(view.grid).size()).isEqualTo(361);

        view.all.click();

        assertThat(view.grid.getSelectedItems()).hasSizeGreaterThan(350);
        assertThat(view.onboard.isEnabled()).isTrue();
        view.none.click();
        assertThat(view.grid.getSelectedItems()).isEmpty();
        assertThat(view.onboard.isEnabled()).isFalse();
        assertThat(view.none.isVisible()).isFalse();
        assertThat(view.all.isEnabled()).isTrue();
        view.search.setValue("no hay tal gobierno");
        assertThat(view.all.isEnabled()).isFalse();
    }

    @Test
    void showsWhatWouldHappenBeforeAnythingDoes() {
        var view = navigate(GovernmentsView.class);
        view.search.setValue("villarrica");
        view.all.click();

        view.onboard.click();
        var dialog = find(AdministratorDialog.class).single();
        assertThat(dialog.administrator.getHelperText()).isEqualTo("Ella invitará a las demás.");
        find(Button.class).withText("Revisar").single().click();
        assertThat(dialog.administrator.getErrorMessage()).isEqualTo("Escriba el correo de quien administrará.");
        find(EmailField.class).single().setValue("no es un correo");
        find(Button.class).withText("Revisar").single().click();
        assertThat(find(EmailField.class).single().isInvalid()).isTrue();
        find(EmailField.class).single().setValue("alcaldia@villarrica.invalid");
        find(Button.class).withText("Revisar").single().click();

        var preview = find(PreviewPanel.class).single();
        assertThat(test(preview.grid).size()).isEqualTo(1);
        assertThat(preview.order.isEnabled()).isTrue();
    }

    @Test
    void whoGoesBackFromThePreviewFindsTheSameMarked() {
        var view = navigate(GovernmentsView.class);
        view.search.setValue("villarrica");
        view.all.click();
        view.onboard.click();
        find(EmailField.class).single().setValue("alcaldia@villarrica.invalid");
        find(Button.class).withText("Revisar").single().click();

        find(Button.class).withText("Volver a Gobiernos").single().click();

        var again = find(GovernmentsView.class).single();
        assertThat(again.grid.getSelectedItems())
                .extracting(standing -> standing.government().code())
                .containsExactly("09120");
        assertThat(again.onboard.isEnabled()).isTrue();
        navigate(OnboardView.class);
        assertThat(navigate(GovernmentsView.class).grid.getSelectedItems()).isEmpty();
    }

    @Test
    void aListWithProblemsWaitsForTheDecisionToLeaveThemOut() {
        var view = navigate(OnboardView.class);
        view.pasted.setValue("09120;alcaldia@villarrica.invalid\n99999;nadie\n09115\n");

        view.judge.click();

        var preview = find(PreviewPanel.class).single();
        assertThat(test(preview.grid).getCellComponent(2, 4).getElement().getTextRecursively())
                .contains("Hay 1 celda; se necesitan 2 al menos, separadas por punto y coma, coma o tabulación.");
        assertThat(preview.order.isEnabled()).isFalse();
        assertThat(preview.why.getText()).startsWith("Espera: corrija las 2 líneas con problemas o márquelas");
        preview.leaveOut.setValue(true);
        assertThat(preview.order.isEnabled()).isTrue();
        assertThat(preview.why.isVisible()).isFalse();
        preview.order.click();
        var batch = find(BatchView.class).single();
        var waiting = test(batch.grid).getRow(0);
        assertThat(batch.name(waiting).getElement().getTextRecursively()).doesNotContain("Invitación");
        assertThat(batch.name(done(waiting)).getElement().getTextRecursively())
                .contains("Invitación enviada a " + waiting.administrator().orElseThrow());
    }

    @Test
    void aLineThatCannotBeReadStandsAsItWasTyped() {
        var view = navigate(OnboardView.class);
        view.pasted.setValue("13102 x@y.cl\n09120;alcaldia@villarrica.invalid");

        view.judge.click();

        var preview = find(PreviewPanel.class).single();
        assertThat(test(preview.grid).getCellComponent(0, 1).getElement().getTextRecursively())
                .contains("13102 x@y.cl")
                .doesNotContain("–", "ódigo");
        assertThat(test(preview.grid).getCellComponent(1, 1).getElement().getTextRecursively())
                .contains("Villarrica", "Código 09120");
    }

    @Test
    void aPastedListIsKnownBeforeAButtonIsPressed() {
        assertThat(navigate(OnboardView.class).pasted.getValueChangeMode()).isEqualTo(ValueChangeMode.EAGER);
    }

    @Test
    void whoIsAboardAlreadyIsNamedWithItsArticle() {
        assertThat(Words.refusal("onboarding.code.onboarded", List.of("13128", "Municipalidad de Renca")))
                .hasValue("La Municipalidad de Renca ya tiene su espacio en Cabildo.");
        assertThat(Words.refusal("onboarding.code.waiting", List.of("07", "Gobierno Regional del Maule")))
                .hasValue("El Gobierno Regional del Maule ya está en espera.");
        assertThat(Words.refusal("onboarding.code.fictional", List.of("99101", "Municipalidad de Villa Modelo")))
                .hasValueSatisfying(said ->
                        assertThat(said).startsWith("La Municipalidad de Villa Modelo es un gobierno ficticio:"));
    }

    private static OrderLine done(OrderLine waiting) {
        return new OrderLine(
                waiting.id(),
                waiting.code(),
                waiting.name(),
                waiting.slug(),
                OrderLine.State.DONE,
                waiting.cause(),
                waiting.reason(),
                waiting.administrator(),
                waiting.asked(),
                waiting.requestedAt(),
                waiting.endedAt());
    }
}
