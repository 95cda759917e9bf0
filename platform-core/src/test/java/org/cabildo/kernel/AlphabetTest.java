package org.cabildo.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlphabetTest {

    @Test
    void namesStandWhereADictionaryHasThem() {
        assertThat(Stream.of("Zapallar", "Ñuñoa", "Olmué", "Ñiquén", "nogales", "Álvarez", "Arica", "Alto Hospicio")
                        .sorted(Alphabet.order()))
                .containsExactly(
                        "Alto Hospicio", "Álvarez", "Arica", "nogales", "Ñiquén", "Ñuñoa", "Olmué", "Zapallar");
    }
}
