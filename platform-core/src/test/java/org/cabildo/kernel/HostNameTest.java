package org.cabildo.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {

    @ParameterizedTest
    @CsvSource({
        "transparencia.renca.cl, transparencia.renca.cl",
        "' Abierto.Renca.CL. ', abierto.renca.cl",
        "ñuñoa.cl, xn--uoa-6mab.cl",
        "XN--UOA-6MAB.cl, xn--uoa-6mab.cl",
        "datos。renca。cl, datos.renca.cl",
        "1.a2.gob.cl, 1.a2.gob.cl"
    })
    void takesANameAsPeopleWriteIt(String typed, String name) {
        assertThat(HostName.of(typed).value()).isEqualTo(name);
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(HostName.of("peñalolén.cl").readable()).isEqualTo("peñalolén.cl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "renca",
                "https://renca.cl",
                "renca.cl/abierto",
                "renca.cl:8080",
                "ana@renca.cl",
                "ren ca.cl",
                "renca..cl",
                ".renca.cl",
                "renca.cl..",
                "-renca.cl",
                "renca-.cl",
                "ren_ca.cl",
                "*.renca.cl",
                "10.0.0.1",
                "[::1]",
                "0x7f.1",
                "xn--é.cl",
                "xn--zzzzzzzzzzz.cl",
                "a\u0000b.cl",
                "renca.cl\nx.cl"
            })
    void refusesWhatIsNone(String typed) {
        assertThatThrownBy(() -> HostName.of(typed))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("host.shape"));
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(HostName.of("a".repeat(63) + ".cl").value()).hasSize(66);
        assertThatThrownBy(() -> HostName.of("a".repeat(64) + ".cl")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> HostName.of("a.".repeat(126) + "cl")).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "renca.localhost",
                "renca.local",
                "renca.internal",
                "renca.test",
                "renca.invalid",
                "renca.EXAMPLE",
                "renca.onion",
                "1.0.10.in-addr.arpa",
                "renca.home.arpa"
            })
    void refusesWhatNobodyCanHave(String typed) {
        assertThatThrownBy(() -> HostName.of(typed))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("host.private"));
    }

    @Test
    void isWithinItselfAndWhatIsAboveIt() {
        var name = HostName.of("a.b.cl");

        assertThat(name.isWithin("b.cl")).isTrue();
        assertThat(name.isWithin("a.b.cl")).isTrue();
        assertThat(name.isWithin("xb.cl")).isFalse();
        assertThat(HostName.of("xb.cl").isWithin("b.cl")).isFalse();
    }
}
