package org.cabildo.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cabildo.file.published.FileKind;
import org.cabildo.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Acta de mayo.pdf | Acta de mayo.pdf",
                "Acta.PDF | Acta.pdf",
                "acta | acta.pdf",
                "acta.final | acta.final.pdf",
                "../../etc/passwd | passwd.pdf",
                "C:\\fotos\\acta.pdf | acta.pdf",
                ".pdf | archivo.pdf",
                "'' | archivo.pdf",
                "... | archivo.pdf",
                "a\u202Efdp.exe | a fdp.exe.pdf",
                "a\u0000b\tc\".pdf | a b c.pdf",
                "ñandú señal.pdf | ñandú señal.pdf"
            })
    void isMadeHarmless(String said, String name) {
        assertThat(FileName.of(said, FileKind.PDF)).isEqualTo(name);
    }

    @Test
    void isNoLongerThanPeopleRead() {
        assertThat(FileName.of("😀".repeat(500) + ".pdf", FileKind.PDF))
                .hasSizeLessThan(260)
                .endsWith("😀.pdf");
    }

    @Test
    void anEndingThatSaysAnotherKindIsRefused() {
        assertThatThrownBy(() -> FileName.of("acta.pdf", FileKind.PNG))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("acta.pdf")
                .hasMessageContaining(".png");
    }

    @Test
    void aTableMayBeCalledText() {
        assertThat(FileName.of("datos.txt", FileKind.CSV)).isEqualTo("datos.txt");
        assertThat(FileName.of("datos.csv", FileKind.TEXT)).isEqualTo("datos.csv");
        assertThat(FileName.of("foto.jpeg", FileKind.JPEG)).isEqualTo("foto.jpeg");
    }
}
