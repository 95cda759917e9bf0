package org.cabildo.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void isVersionSevenOfTheStandardVariant() {
        var id = Ids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void bearsTheMillisecondItWasMadeIn() {
        long before = System.currentTimeMillis();
        long made = millisOf(Ids.next());
        long after = System.currentTimeMillis();

        assertThat(made).isBetween(before, after);
    }

    @Test
    void sortsByTheTimeItWasMade() {
        var earlier = Ids.next();
        while (System.currentTimeMillis() == millisOf(earlier)) {
            Thread.onSpinWait();
        }
        var later = Ids.next();

        assertThat(later.toString()).isGreaterThan(earlier.toString());
    }

    @Test
    void neverComesTwice() {
        var seen = new HashSet<UUID>();

        IntStream.range(0, 100_000).forEach(_ -> seen.add(Ids.next()));

        assertThat(seen).hasSize(100_000);
    }

    private static long millisOf(UUID id) {
        return id.getMostSignificantBits() >>> 16;
    }
}
