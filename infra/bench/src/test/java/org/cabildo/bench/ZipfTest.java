package org.cabildo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ZipfTest {

    private final Zipf zipf = new Zipf(361, 1.0);

    @Test
    void theFirstIsChosenTwiceAsOftenAsTheSecond() {
        assertThat(zipf.share(0) / zipf.share(1)).isEqualTo(2, within(1e-9));
        assertThat(zipf.share(0) / zipf.share(360)).isEqualTo(361, within(1e-6));
    }

    @Test
    void allSharesMakeOne() {
        assertThat(IntStream.range(0, 361).mapToDouble(zipf::share).sum()).isEqualTo(1, within(1e-9));
    }

    @Test
    void everyNumberFallsOnARank() {
        assertThat(zipf.rank(0)).isZero();
        assertThat(zipf.rank(Math.nextDown(1.0))).isEqualTo(360);
    }

    @Test
    void aRankIsChosenAsOftenAsItsShare() {
        var random = new SplittableRandom(42);
        int draws = 200_000;

        long first = IntStream.range(0, draws)
                .filter(_ -> zipf.rank(random.nextDouble()) == 0)
                .count();

        assertThat((double) first / draws).isEqualTo(zipf.share(0), within(0.005));
    }

    @Test
    void withoutAnExponentAllAreEqual() {
        assertThat(new Zipf(4, 0).share(3)).isEqualTo(0.25, within(1e-9));
    }
}
