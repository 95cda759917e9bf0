package org.cabildo.consortium;

import static org.assertj.core.api.Assertions.assertThat;

import org.cabildo.consortium.published.DecisionRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionRuleTest {

    @ParameterizedTest
    @CsvSource({
        "UNANIMITY, 1, 1",
        "UNANIMITY, 2, 2",
        "UNANIMITY, 7, 7",
        "TWO_THIRDS, 1, 1",
        "TWO_THIRDS, 2, 2",
        "TWO_THIRDS, 3, 2",
        "TWO_THIRDS, 4, 3",
        "TWO_THIRDS, 6, 4",
        "MAJORITY, 1, 1",
        "MAJORITY, 2, 2",
        "MAJORITY, 3, 2",
        "MAJORITY, 4, 3",
        "MAJORITY, 5, 3",
    })
    void asksForAsManyAsItSays(DecisionRule rule, int deciding, int needed) {
        assertThat(rule.needed(deciding)).isEqualTo(needed);
    }
}
