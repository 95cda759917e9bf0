package org.cabildo.admin.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTableCell;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.cabildo.admin.AsCoordinator;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.onboarding.Onboarding;
import org.cabildo.onboarding.Stage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AsCoordinator
class HomeViewTest extends OfficeViewTest {

    @Autowired
    Onboarding onboarding;

    @Test
    void whoOnlyCoordinatesFindsFirstWhatWaitsAndHowFarTheNationHasCome() {
        var view = navigate(HomeView.class);

        assertThat(find(H1.class, view).single().getText()).isEqualTo("Inicio");
        assertThat(find(H2.class, view).all())
                .extracting(H2::getText)
                .containsExactly("Lo que espera", "Camino a la ciudadanía", "Coordinación nacional");
        assertThat(find(WaitingPanel.class).single().getElement().getTextRecursively())
                .contains("Inicie el proceso worker."); // none runs beside a test
    }

    @Test
    void theWorldThatWasChosenIsKeptInTheAddress() {
        fresh.municipality("contada");
        var funnel = find(FunnelPanel.class, asked(HomeView.class, "", Map.of("mundo", "ficticio")))
                .single();

        assertThat(funnel.fictional.getValue()).isTrue();
        assertThat(find(Anchor.class, funnel).all())
                .isNotEmpty()
                .allMatch(link -> link.getHref().endsWith("&mundo=ficticio"));

        test(funnel.fictional).selectItem("Reales");

        assertThat(find(Anchor.class, funnel).all())
                .noneMatch(link -> link.getHref().contains("mundo"));
    }

    @Test
    void ofARegionTheCountAndItsShareAreReadApart() {
        var list = "12402;alcaldia@torresdelpaine.invalid".getBytes(StandardCharsets.UTF_8);
        onboarding.orderSound(onboarding.preview(list, false));
        var funnel = find(FunnelPanel.class, navigate(HomeView.class)).single();
        test(funnel.fictional).selectItem("Ficticios");
        test(funnel.fictional).selectItem("Reales"); // counted anew

        assertThat(find(NativeTableCell.class, funnel).all().stream()
                        .map(cell -> cell.getElement().getTextRecursively())
                        .filter(said -> said.contains("%")))
                .isNotEmpty()
                .allMatch(said -> said.matches("\\d+ \\d+,\\d.%"));
        assertThat(funnel.getElement().getTextRecursively()).contains("Los porcentajes se redondean a un decimal.");
    }

    @Test
    void aStageThatNobodyOfARegionReachedIsADashAndLeadsNowhere() {
        navigate(HomeView.class);
        var cells = find(NativeTableCell.class).all();

        assertThat(cells).hasSize(16 * Stage.values().length).allSatisfy(cell -> {
            var said = cell.getElement().getTextRecursively();
            assertThat(said).doesNotStartWith("0");
            assertThat(cell.getChildren().anyMatch(Anchor.class::isInstance))
                    .isEqualTo(!said.strip().equals("–"));
        });
    }
}
