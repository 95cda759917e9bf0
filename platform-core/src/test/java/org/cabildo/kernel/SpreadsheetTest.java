package org.cabildo.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadsheetTest {

    @Test
    void writesWhatASpreadsheetReadsAndComputesNothing() {
        var file = Spreadsheet.of(List.of(
                List.of("nombre", "nota"),
                List.of("Ñuñoa; \"la\" comuna", "=HYPERLINK(\"http://x\")"),
                List.of("-1", "@suma")));

        assertThat(new String(file, StandardCharsets.UTF_8))
                .isEqualTo(
                        "\uFEFFnombre;nota\r\n\"Ñuñoa; \"\"la\"\" comuna\";\"'=HYPERLINK(\"\"http://x\"\")\"\r\n'-1;'@suma\r\n");
    }
}
