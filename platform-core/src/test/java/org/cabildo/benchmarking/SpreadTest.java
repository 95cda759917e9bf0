package org.cabildo.benchmarking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cabildo.benchmarking.Spread.Quartiles;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void fiveFiguresHaveQuartilesAndFourHaveNot() {
        assertThat(Spread.of(List.of(10.0, 20.0, 30.0, 40.0))).isEqualTo(new Spread(4, null));

        assertThat(Spread.of(List.of(100.0, 40.0, 10.0, 30.0, 20.0)))
                .isEqualTo(new Spread(5, new Quartiles(20, 30, 40)));
    }

    @Test
    void betweenTwoFiguresItIsLinearAsSpreadsheetsHaveIt() {
        // R: quantile(c(1, 2, 4, 8, 16, 32), c(.25, .5, .75), type = 7)
        assertThat(Spread.of(List.of(1.0, 2.0, 4.0, 8.0, 16.0, 32.0)))
                .isEqualTo(new Spread(6, new Quartiles(2.5, 6, 14)));
    }

    @Test
    void nobodyIsAGroupToo() {
        assertThat(Spread.of(List.of())).isEqualTo(new Spread(0, null));
    }
}
