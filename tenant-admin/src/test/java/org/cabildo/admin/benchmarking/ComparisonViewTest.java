package org.cabildo.admin.benchmarking;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.cabildo.admin.AsCoordinator;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.admin.frame.Chart;
import org.cabildo.benchmarking.Indicator;
import org.cabildo.benchmarking.Peers;
import org.cabildo.tenancy.TenantKind;
import org.junit.jupiter.api.Test;

@AsCoordinator
class ComparisonViewTest extends OfficeViewTest {

    @Test
    void whatIsComparedStandsInTheAddress() {
        fresh.municipality("comparada");
        var view = asked(
                ComparisonView.class,
                "nacional/comparacion",
                Map.of("grupo", "region:13", "figura", "LATE", "mundo", "ficticio"));

        assertThat(view.panel.peers.getValue().peers()).isEqualTo(new Peers.OfRegion("13"));
        assertThat(view.panel.indicator.getValue()).isEqualTo(Indicator.LATE);
        assertThat(view.fictional.getValue()).isTrue();
        assertThat(view.panel.group().lines()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.synthetic()).isTrue();
            assertThat(line.kind()).isEqualTo("MUNICIPALITY");
        });
    }

    @Test
    void whoKeepsASelectionLearnsBeforeHowManyItTakes() {
        asked(ComparisonView.class, "nacional/comparacion", Map.of());

        find(Button.class).withText("Guardar una selección").single().click();

        var members = find(MultiSelectComboBox.class).single();
        assertThat(members.getHelperText()).contains("Dos al menos; desde 5 hay mediana y cuartiles");
        assertThat(members.isRequiredIndicatorVisible()).isTrue();
        assertThat(find(TextField.class)
                        .withCondition(field -> field.getLabel().equals("Nombre"))
                        .single()
                        .isRequiredIndicatorVisible())
                .isTrue();
    }

    @Test
    void inventedMunicipalitiesAreNotOfferedRegionsWhereNoneLies() {
        fresh.municipality("regional");
        var view = asked(ComparisonView.class, "nacional/comparacion", Map.of("mundo", "ficticio"));

        assertThat(view.panel.peers.getListDataView().getItems())
                .extracting(PeerField.Choice::peers)
                .contains(new Peers.OfRegion("13"))
                .doesNotContain(new Peers.OfRegion("15"));
    }

    @Test
    void aGroupWithoutAFigureSaysSoAndDrawsNothing() {
        var view = asked(ComparisonView.class, "nacional/comparacion", Map.of("tipo", "REGIONAL_GOVERNMENT"));

        assertThat(view.kind.getValue()).isEqualTo(TenantKind.REGIONAL_GOVERNMENT);
        assertThat(view.panel.small.getText()).startsWith("Nadie de este grupo");
        assertThat(find(Chart.class).all()).isEmpty();
    }

    @Test
    void aRegionWithSomebodyLeadsToItsGroupAndTheOthersAreCounted() {
        fresh.real("regional");
        var view = asked(ComparisonView.class, "nacional/comparacion", Map.of());

        var rows = view.panel.regions.getListDataView().getItems().toList();
        assertThat(rows).extracting(row -> row.region().code()).contains("13").doesNotContain("15");
        assertThat(view.panel.elsewhere.getText()).contains(String.valueOf(16 - rows.size()));

        test((Button) test(view.panel.regions)
                        .getCellComponent(0, 0)
                        .getChildren()
                        .findFirst()
                        .orElseThrow())
                .click();

        assertThat(view.panel.peers.getValue().peers())
                .isEqualTo(new Peers.OfRegion(rows.getFirst().region().code()));
        assertThat(view.panel.byRegion.isVisible()).isFalse();
    }

    @Test
    void theFileHasTheGroupAndNobodyElse() {
        fresh.municipality("archivo");
        var view = asked(ComparisonView.class, "nacional/comparacion", Map.of("mundo", "ficticio"));

        var file = new String(view.panel.file(), StandardCharsets.UTF_8);

        assertThat(file).contains("nombre;direccion;tipo").contains(";archivo-").doesNotContain("Consorcio");
        assertThat(file.lines().count())
                .isEqualTo(1 + view.panel.group().lines().size());
    }
}
