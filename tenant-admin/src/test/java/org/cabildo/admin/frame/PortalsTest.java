package org.cabildo.admin.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortalsTest {

    @Test
    void aPortalIsCalledAsItCallsItself() {
        assertThat(new Portals("http://localhost:8080/", "HOST").address("renca"))
                .isEqualTo("http://renca.localhost:8080/");
        assertThat(new Portals("https://abierto.example", "PATH").address("renca"))
                .isEqualTo("https://abierto.example/t/renca/");
    }
}
