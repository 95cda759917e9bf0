package org.cabildo.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentTest {

    @ParameterizedTest
    @ValueSource(ints = {-1, 101, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refusesWhatIsNoShareOfAWhole(int value) {
        assertThatThrownBy(() -> new Percent(value)).isInstanceOf(Refused.class);
    }

    @Test
    void comparesStrictly() {
        assertThat(new Percent(40).isAbove(new Percent(39))).isTrue();
        assertThat(new Percent(40).isAbove(new Percent(40))).isFalse();
        assertThat(new Percent(40)).isLessThan(new Percent(41));
    }

    @Test
    void onlyAHundredIsComplete() {
        assertThat(Percent.ALL.isComplete()).isTrue();
        assertThat(new Percent(99).isComplete()).isFalse();
        assertThat(Percent.NONE.isComplete()).isFalse();
    }

    @Test
    void readsAsPeopleWriteIt() {
        assertThat(new Percent(60)).hasToString("60 %");
    }
}
