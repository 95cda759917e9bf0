package org.cabildo.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void neverOffersOnePortTwice() {
        assertThat(Ports.anyFree(300)).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void saysWhenThereAreNotEnough() {
        assertThatThrownBy(() -> Ports.anyFree(12_001)).isInstanceOf(CannotStart.class);
    }
}
