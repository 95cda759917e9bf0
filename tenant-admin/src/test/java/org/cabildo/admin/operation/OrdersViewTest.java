package org.cabildo.admin.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.selection.SelectionModel;
import java.util.List;
import java.util.Map;
import org.cabildo.admin.AsCoordinator;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.identity.Officer;
import org.cabildo.onboarding.Onboarding;
import org.cabildo.operation.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AsCoordinator
class OrdersViewTest extends OfficeViewTest {

    @Autowired
    Onboarding onboarding;

    @Test
    void whatTheListIsNarrowedToStandsInItsAddress() {
        var view = asked(
                OrdersView.class,
                "nacional/ordenes",
                Map.of("q", "renca", "tipo", "MIGRATE", "estado", "FAILED", "lote", "no es un lote"));

        assertThat(view.search.getValue()).isEqualTo("renca");
        assertThat(view.kind.getValue()).isEqualTo(Order.Kind.MIGRATE);
        assertThat(view.state.getValue()).isEqualTo(Order.Outcome.FAILED);
        assertThat(view.wholeList.isVisible()).isFalse();
    }

    @Test
    void whatRunsIsShownWithItsProgressUntilTheWholeListIsWanted() {
        var batch = onboarding.orderSound(
                onboarding.previewOf(List.of("12101", "12102"), "equipo@ejemplo.invalid", "cplt", false));

        var view = asked(OrdersView.class, "nacional/ordenes", Map.of("lote", batch.toString()));

        assertThat(test(view.grid).size()).isEqualTo(2);
        assertThat(view.progress.isVisible()).isTrue();
        assertThat(view.rows()).hasSize(3).allSatisfy(row -> assertThat(row).hasSize(12));
        assertThat(view.wholeList.isVisible()).isTrue();
        view.wholeList.click();
        assertThat(test(view.grid).size()).isGreaterThan(2);
        assertThat(view.wholeList.isVisible()).isFalse();
    }

    @Test
    void theDetailOfAnOrderIsOneClickAway() {
        fresh.municipality("detalle");
        var view = asked(OrdersView.class, "nacional/ordenes", Map.of("q", "detalle prueba"));

        test((Button) ((Div) test(view.grid).getCellComponent(0, 0))
                        .getChildren()
                        .findFirst()
                        .orElseThrow())
                .click();

        var detail = find(OrderDialog.class).single();
        assertThat(detail.getHeaderTitle()).isEqualTo("detalle");
        assertThat(detail.again.isAttached()).isFalse();
    }

    @Test
    void nothingIsRetriedOrMigratedWhereThereIsNothingTo() {
        var view = navigate(OrdersView.class);

        assertThat(Officer.current().coordinator()).isTrue();
        assertThat(view.retry.isVisible()).isFalse();
        assertThat(view.migrate.isVisible()).isFalse();
    }

    @Test
    void linesAreMarkedOnlyWhereOneOfThemFailed() {
        fresh.municipality("lograda");
        var view = asked(OrdersView.class, "nacional/ordenes", Map.of("estado", "DONE"));

        assertThat(view.grid.getSelectionModel()).isNotInstanceOf(SelectionModel.Multi.class);
        assertThat(view.why.isVisible()).isFalse();
    }
}
