package org.cabildo.admin.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.menubar.MenuBar;
import java.util.Locale;
import java.util.Set;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.identity.People;
import org.cabildo.identity.Profiles;
import org.cabildo.identity.Role;
import org.cabildo.tenancy.TenantScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OfficeLayoutTest extends OfficeViewTest {

    @Autowired
    People people;

    @Autowired
    Profiles profiles;

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
    void aLanguageThatWasChosenIsKeptForTheNextTime() {
        people.give("lea@vista.invalid", "Lea", Set.of(Role.READER));
        var lea = people.enter(people.byEmail("lea@vista.invalid").orElseThrow().person(), TenantScope.tenant());
        assertThat(profiles.of(lea.person()).language()).isNotEqualTo(Locale.ENGLISH);

        lea.act(() -> {
            find(Button.class).withText("EN").single().click();
            return true;
        });

        assertThat(profiles.of(lea.person()).language()).isEqualTo(Locale.ENGLISH);
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
