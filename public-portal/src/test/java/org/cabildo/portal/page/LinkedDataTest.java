package org.cabildo.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LinkedDataTest {

    private static final String SAID = "</script><!-- «ñandú» & 🌳 \u2028\u2029 \"'\\ \t";

    @Test
    void whatAPersonWroteComesBackEqualAndEndsNothing() {
        var json = JsonMapper.shared();
        var output = new Utf8ByteOutput();

        LinkedData.of(Map.of("name", SAID), json).writeTo(output);

        var block = new String(output.toByteArray(), StandardCharsets.UTF_8);
        assertThat(block).startsWith("<script type=\"application/ld+json\">").endsWith("</script>");
        var data = block.substring(block.indexOf('>') + 1, block.lastIndexOf('<'));
        assertThat(data).doesNotContain("<", ">", "&", "\u2028", "\u2029").contains("«ñandú»");
        assertThat(json.readTree(data).get("name").stringValue()).isEqualTo(SAID);
    }
}
