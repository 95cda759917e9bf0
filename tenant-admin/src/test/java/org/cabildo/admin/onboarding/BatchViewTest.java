package org.cabildo.admin.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cabildo.kernel.Ids;
import org.cabildo.onboarding.OrderLine;
import org.cabildo.onboarding.Progress;
import org.junit.jupiter.api.Test;

class BatchViewTest {

    @Test
    void aConsortiumIsFormedAndSaysWhoWasInvited() {
        var formed = new Progress(List.of(line(OrderLine.State.DONE, "Alto Hospicio", "Iquique")));

        assertThat(BatchView.title(formed)).isEqualTo("batch.consortium.over");
        assertThat(BatchView.summary(formed)).startsWith("Invitaciones enviadas a Alto Hospicio, Iquique.");
        assertThat(BatchView.title(new Progress(List.of(line(OrderLine.State.WAITING, "Iquique")))))
                .isEqualTo("batch.consortium");
    }

    @Test
    void anyOtherGovernmentIsBroughtAboard() {
        assertThat(BatchView.title(new Progress(List.of(line(OrderLine.State.DONE)))))
                .isEqualTo("batch.over");
    }

    private static OrderLine line(OrderLine.State state, String... asked) {
        return new OrderLine(
                Ids.next(),
                Optional.empty(),
                "Junta",
                "junta",
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(asked),
                Instant.EPOCH,
                Optional.empty());
    }
}
