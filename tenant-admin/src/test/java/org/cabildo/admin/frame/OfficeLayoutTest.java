package org.cabildo.admin.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.menubar.MenuBar;
import org.cabildo.admin.OfficeViewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OfficeLayoutTest extends OfficeViewTest {

    @BeforeEach
    void anyPage() {
        UI.getCurrent().navigate(path("/avisos"));
    }

    @Test
    void theButtonOfTheLanguageIsNamedAsItLooks() {
        var language = find(Button.class).withText("EN").single();

        assertThat(language.getAriaLabel())
                .hasValueSatisfying(name -> assertThat(name).startsWith("EN"));
    }

    @Test
    void whereOneIsAndAsWhomIsALandmark() {
        var bar = find(Header.class).withClassName("bar").single();

        assertThat(find(Div.class, bar).withClassName("where").exists()).isTrue();
        assertThat(find(MenuBar.class, bar).exists()).isTrue();
        assertThat(find(Anchor.class, find(Aside.class).single())
                        .withClassName("brand")
                        .exists())
                .isTrue();
    }
}
