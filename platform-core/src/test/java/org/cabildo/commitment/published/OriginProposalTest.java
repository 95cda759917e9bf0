package org.cabildo.commitment.published;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginProposalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Diálogo 3: áreas verdes|Diálogo 3: áreas verdes|",
                "Diálogo 3: https://muni.invalid/d/3|Diálogo 3|https://muni.invalid/d/3",
                "Diálogo 3 (https://muni.invalid/d/3).|Diálogo 3 (https://muni.invalid/d/3).|",
                "Diálogo 3 (https://muni.invalid/d/3)|Diálogo 3|https://muni.invalid/d/3",
                "https://muni.invalid/d/3|https://muni.invalid/d/3|https://muni.invalid/d/3",
                "Ver http://muni.invalid/d/3|Ver http://muni.invalid/d/3|",
                "Ver javascript:alert(1)|Ver javascript:alert(1)|",
                "Ver https://yo:clave@muni.invalid|Ver https://yo:clave@muni.invalid|",
                "Ver https://muni.invalid y otra cosa|Ver https://muni.invalid y otra cosa|",
            })
    void onlyAnHttpsAddressAtTheEndIsALink(String line, String text, @Nullable String link) {
        assertThat(OriginProposal.of(line)).isEqualTo(new OriginProposal(text, link));
    }
}
