package org.cabildo.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cabildo.commitment.published.RollUp;
import org.cabildo.commitment.published.RollUp.Part;
import org.junit.jupiter.api.Test;

class RollUpTest {

    @Test
    void weighsEachMilestone() {
        assertThat(RollUp.of(List.of(new Part(1, 100, false), new Part(3, 20, false)))
                        .value())
                .isEqualTo(40);
    }

    @Test
    void roundsDownSoThatAllMeansAll() {
        assertThat(RollUp.of(List.of(new Part(100, 100, false), new Part(1, 99, false)))
                        .value())
                .isEqualTo(99);
    }

    @Test
    void withdrawnMilestonesCountNoMore() {
        assertThat(RollUp.of(List.of(new Part(1, 100, false), new Part(1, 0, true)))
                        .value())
                .isEqualTo(100);
    }

    @Test
    void nothingIsNothing() {
        assertThat(RollUp.of(List.of()).value()).isZero();
        assertThat(RollUp.of(List.of(new Part(1, 80, true))).value()).isZero();
    }
}
