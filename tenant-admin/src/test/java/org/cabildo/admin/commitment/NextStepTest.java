package org.cabildo.admin.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import org.cabildo.admin.OfficeViewTest;
import org.cabildo.commitment.Commitments;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NextStepTest extends OfficeViewTest {

    private static final String PLAN = "t/renca/planes/1";

    @Autowired
    Promises promises;

    @Autowired
    Commitments commitments;

    private final NextStep next = new NextStep(_ -> {});

    @Test
    void whereThePlanHasNoDaysTheWayLeadsToThem() {
        var whole = commitments.require(promises.drafted("Plan abierto").commitment());

        next.show(whole, null, PLAN, false, true);

        assertThat(next.getElement().getTextRecursively())
                .contains("Al plan le falta decir cuándo empieza y termina", "Completar el plan");
        assertThat(next.propose.getHref()).isEqualTo(PLAN + "?cambiar=si");
        next.show(whole, null, PLAN, true, true);
        assertThat(next.propose.getText()).isEqualTo("Proponer versión");
        assertThat(next.propose.getHref()).isEqualTo(PLAN + "?proponer=si");
    }

    @Test
    void whatThePublicReadsAlreadyIsProposedAgainOnceSomethingWasSaved() {
        var read = commitments.require(promises.published("Plan abierto").commitment());

        next.show(read, null, PLAN, true, false);
        assertThat(next.getElement().getTextRecursively()).contains("cuando se apruebe otra versión");
        assertThat(next.propose.isVisible()).as("there is nothing to propose").isFalse();

        next.show(read, null, PLAN, true, true);
        assertThat(next.isVisible()).isTrue();
        assertThat(next.getElement().getTextRecursively()).contains("El público aún lee lo anterior");
        assertThat(next.propose.getHref()).isEqualTo(PLAN + "?proponer=si");
        next.show(read, 2, PLAN, true, false);
        assertThat(next.isVisible()).as("a version waits already").isFalse();
        next.show(read, 2, PLAN, true, true);
        assertThat(next.getElement().getTextRecursively()).contains("La versión 2 espera aprobación sin este cambio");
        assertThat(next.isToPropose()).isTrue();
    }
}
