package org.cabildo.admin.benchmarking;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.admin.frame.Chart;
import org.cabildo.benchmarking.Peers;
import org.cabildo.tenancy.EventDelivery;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HowWeDoViewTest extends OfficeViewTest {

    @Autowired
    Promises promises;

    @Autowired
    EventDelivery delivery;

    @Test
    void anOfficerSeesTheGroupWithChartsAndKeepsASelection() {
        fresh.municipality("otra");
        promises.published("Plan 2026");
        deliver();
        UI.getCurrent().navigate(path("/comparacion"));
        var panel = Objects.requireNonNull(find(HowWeDoView.class).single().panel);
        assertThat(find(Chart.class).all()).hasSize(2).allSatisfy(chart -> {
            chart.showTable();
            assertThat(chart.table().getFirst()).hasSizeGreaterThan(1);
        });
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anyMatch(text -> text.startsWith("Se necesitan dos días con cifras"));
        var rows = panel.lines.getListDataView().getItems().toList();
        for (int row = 0; row < rows.size(); row++) {
            var cell = test(panel.lines).getCellComponent(row, 0).getElement();
            assertThat(cell.getTextRecursively().contains("Nosotros"))
                    .isEqualTo(rows.get(row).tenant().equals(TenantScope.tenant()));
        }
        var other = panel.group().lines().stream()
                .filter(line -> !line.tenant().equals(TenantScope.tenant()))
                .findFirst()
                .orElseThrow();

        panel.keep("Vecinas", Set.of(other));

        assertThat(panel.peers.getValue().peers()).isInstanceOf(Peers.Chosen.class);
        assertThat(panel.group().lines()).hasSize(2);
        assertThat(panel.small.getText()).startsWith("Una institución tiene esta cifra. Desde 5 hay mediana");
        panel.behind(other);

        find(Button.class).withText("Olvidar esta selección").single().click();
        assertThat(panel.peers.getValue().peers()).isInstanceOf(Peers.All.class);
        find(Button.class).withText("Deshacer").single().click();
        assertThat(panel.peers.getValue().peers()).isInstanceOf(Peers.Chosen.class);
        assertThat(panel.group().lines()).hasSize(2);
    }

    /** In a thread of its own, where no scope is bound, as the worker does. */
    private void deliver() {
        var tenant = TenantScope.tenant();
        CompletableFuture.runAsync(() -> delivery.deliver(tenant)).join();
    }
}
