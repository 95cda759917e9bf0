package org.cabildo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertThat(Sample.of(9, 1, 5).median()).isEqualTo(5);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(Sample.of(4, 1, 3, 2).median()).isEqualTo(2.5);
    }

    @Test
    void oneValueIsItsOwnQuantile() {
        assertThat(Sample.of(7).quantile(0.99)).isEqualTo(7);
    }

    @Test
    void quantilesLieBetweenNeighboursByTheirDistance() {
        var sample = Sample.of(10, 20, 30, 40, 50);

        assertThat(sample.quantile(0)).isEqualTo(10);
        assertThat(sample.quantile(0.9)).isEqualTo(46, within(1e-9));
        assertThat(sample.quantile(1)).isEqualTo(50);
    }

    @Test
    void ratiosAreTakenInTurnAndNotBetweenMedians() {
        var ratios = Sample.of(2, 30, 8).over(Sample.of(1, 10, 2));

        assertThat(ratios.first()).isEqualTo(2);
        assertThat(ratios.last()).isEqualTo(4);
        assertThat(ratios.median()).isEqualTo(3);
    }

    @Test
    void samplesOfUnequalLengthCannotBeCompared() {
        var longer = Sample.of(1, 2);
        var shorter = Sample.of(1);

        assertThatThrownBy(() -> longer.over(shorter)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsNoSample() {
        assertThatThrownBy(() -> Sample.of(new double[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
