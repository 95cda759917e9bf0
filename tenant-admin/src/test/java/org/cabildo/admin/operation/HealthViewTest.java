package org.cabildo.admin.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.List;
import org.cabildo.admin.AsCoordinator;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.operation.Finding;
import org.junit.jupiter.api.Test;

@AsCoordinator
class HealthViewTest extends OfficeViewTest {

    @Test
    void everyPartIsNamedWithItsStateAndLooksAgainByItself() {
        var view = navigate(HealthView.class);

        assertThat(view.parts.getChildren()).hasSize(Finding.Part.values().length);
        assertThat(find(Span.class, view.parts).withText("Caído").all()).isNotEmpty(); // no worker runs beside a test
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(5_000);
        navigate(OrdersView.class);
        assertThat(UI.getCurrent().getPollInterval()).isNotEqualTo(5_000);
    }

    @Test
    void everySentenceNamesItsFacts() {
        assertThat(HealthView.sentence(new Finding(
                        Finding.Part.ORDERS,
                        Finding.Condition.ATTENTION,
                        Finding.Advice.ORDERS_SLOW,
                        List.of(3, Duration.ofSeconds(425)))))
                .startsWith("3 órdenes esperan, la más antigua hace 7 min 5 s.");
    }
}
