package org.cabildo.portal.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cabildo.portal.page.TooLong;
import org.junit.jupiter.api.Test;

class BoundedTextTest {

    @Test
    void growsAsLongAsItMayAndNoFurther() {
        var text = new BoundedText(10);
        text.writeContent("compromiso");

        assertThat(text).hasToString("compromiso");
        assertThatThrownBy(() -> text.writeContent("s")).isInstanceOf(TooLong.class);
        assertThatThrownBy(() -> new BoundedText(3).writeContent("compromiso", 0, 4))
                .isInstanceOf(TooLong.class);
    }
}
