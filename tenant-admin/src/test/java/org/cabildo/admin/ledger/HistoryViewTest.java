package org.cabildo.admin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cabildo.testing.Promises.MINUTES;
import static org.cabildo.testing.Promises.TODAY;

import com.vaadin.flow.component.Component;
import java.util.Map;
import java.util.stream.Collectors;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.identity.Officer;
import org.cabildo.kernel.Percent;
import org.cabildo.pillar.Pillars;
import org.cabildo.tenancy.Sql;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HistoryViewTest extends OfficeViewTest {

    @Autowired
    Promises promises;

    @Autowired
    CommitmentTracking tracking;

    @Autowired
    Pillars pillars;

    @Autowired
    Sql sql;

    private static String told(Component component) {
        return component.getElement().getTextRecursively()
                + component.getChildren().map(HistoryViewTest::told).collect(Collectors.joining(" "));
    }

    @Test
    void aCommitmentsHistorySaysWhoDidWhatAndWhatItWasBefore() {
        var made = promises.published("Plan con historia");
        tracking.reportProgress(made.commitment(), made.first(), new Percent(40), MINUTES, TODAY);
        tracking.correctProgress(made.commitment(), made.first(), new Percent(30), "Tres medidores", TODAY);

        var view = asked(
                CommitmentHistoryView.class,
                path("/planes/" + made.plan().value() + "/compromisos/"
                        + made.commitment().value() + "/historia"),
                Map.of());

        var text = told(view.content);
        assertThat(text)
                .contains("Se informó un avance", "Se corrigió un avance", "Avance (%): 40 → 30", "Tres medidores")
                .contains(Officer.current().name(), "Publicar 2026");
        sql.of("delete from ledger_actor").update();
        var forgotten = asked(
                CommitmentHistoryView.class,
                path("/planes/" + made.plan().value() + "/compromisos/"
                        + made.commitment().value() + "/historia"),
                Map.of());
        assertThat(told(forgotten.content))
                .contains("Una persona que se olvidó")
                .doesNotContain(Officer.current().name());
    }

    @Test
    void aPlanOfWhichNothingIsRecordedSaysWhatIs() {
        var made = promises.drafted("Plan sin historia");

        var view = asked(PlanHistoryView.class, path("/planes/" + made.plan().value() + "/historia"), Map.of());

        assertThat(told(view.content))
                .startsWith("Todavía no hay nada anotado. La bitácora guarda cada versión desde que se publica");
    }

    @Test
    void aPlansAndTheSettingsHistoriesAreToldAlike() {
        var made = promises.published("Plan con historia");
        promises.alter(made.plan());
        promises.publish(made.plan());
        pillars.publish();

        var plan = asked(PlanHistoryView.class, path("/planes/" + made.plan().value() + "/historia"), Map.of());
        var settings = asked(SettingsHistoryView.class, path("/historia"), Map.of());

        assertThat(told(plan.content)).contains("Versión: 1", "Versión: 1 → 2", "Se ajustó lo que se");
        assertThat(told(settings.content)).contains("Se publicaron los pilares", "Pilares en uso: ");
        var fromPillars = asked(SettingsHistoryView.class, path("/historia"), Map.of("desde", "pilares"));
        assertThat(told(fromPillars))
                .contains("Historia de los ajustes y de quién entró desde fuera", "Volver a Pilares");
        assertThat(told(asked(SettingsHistoryView.class, path("/historia"), Map.of("desde", "nada"))))
                .contains("Volver a Portal");
    }
}
