package org.cabildo.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cabildo.file.FileId;
import org.cabildo.file.StoredFile;
import org.cabildo.file.published.FileKind;
import org.cabildo.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {

    @Test
    void isAnHttpsAddress() {
        assertThat(Evidence.at(" https://ejemplo.cl/acta.pdf ", "Acta").link())
                .hasToString("https://ejemplo.cl/acta.pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ejemplo.cl",
                "ftp://ejemplo.cl/a",
                "javascript:alert(1)",
                "data:text/html,x",
                "https:",
                "",
                "acta",
                "https://ana:clave@ejemplo.cl/",
                "https://ejemplo.cl/con|barra",
                "https://municipio/acta.pdf",
                "//ejemplo.cl/a"
            })
    void refusesAnythingElse(String typed) {
        assertThatThrownBy(() -> Evidence.at(typed, "Acta"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(typed.strip());
    }

    @Test
    void keepsTheBlanksOfAName() {
        assertThat(Evidence.at("https://ejemplo.cl/mi acta.pdf", "Acta").link())
                .hasToString("https://ejemplo.cl/mi%20acta.pdf");
    }

    @Test
    void saysWhatItShows() {
        assertThatThrownBy(() -> Evidence.at("https://ejemplo.cl", " ")).isInstanceOf(Refused.class);
    }

    @Test
    void aFileSaysWhatItShowsToo() {
        var file = new StoredFile(new FileId("a".repeat(64)), "acta.pdf", FileKind.PDF, 10);

        assertThat(Evidence.in(file, " Acta ").shows()).isEqualTo("Acta");
        assertThatThrownBy(() -> Evidence.in(file, " ")).isInstanceOf(Refused.class);
    }
}
