package org.cabildo.portal.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MarkupTest {

    @Test
    void marksInATextAreTextAndWhatXmlCannotSayIsLeftOut() {
        var made = new Markup("a", "urn:x")
                .text("b", "<c> & \u0001«ñ»\u0000\uFFFF 🏛")
                .empty("d", "e", "\"f\" & <g>")
                .end();

        assertThat(new String(made, StandardCharsets.UTF_8))
                .endsWith(
                        "<a xmlns=\"urn:x\"><b>&lt;c&gt; &amp; «ñ» 🏛</b><d e=\"&quot;f&quot; &amp; &lt;g&gt;\"/></a>");
    }
}
