package org.cabildo.admin.plain;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.page.ColorScheme;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PlainPageTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void isInTheLightThatThePersonChose() throws IOException {
        request.getSession().setAttribute(PlainHtml.LIGHT, ColorScheme.Value.DARK);

        assertThat(written()).contains("<html lang=\"es-CL\" style=\"color-scheme: dark\">");
    }

    @Test
    void isAsThePersonsMachineHasItUntilTheyChoose() throws IOException {
        assertThat(written()).contains("<html lang=\"es-CL\">");
        assertThat(request.getSession(false)).isNull();
    }

    @Test
    void leadsWhoeverIsSignedInToWhatIsTheirs() throws IOException {
        assertThat(written()).contains("href=\"/\"").doesNotContain("href=\"/perfil\"");

        request.setUserPrincipal(() -> "ana");

        assertThat(written()).contains("href=\"/perfil\">Mi perfil</a>");
    }

    @Test
    void isInTheLanguageThatThePersonChose() throws IOException {
        request.getSession().setAttribute("cabildo.language", Locale.ENGLISH);

        assertThat(written()).contains("<html lang=\"en\"", "Page not found");
    }

    private String written() throws IOException {
        var response = new MockHttpServletResponse();
        PlainPage.NOT_FOUND.write(request, response);
        return response.getContentAsString();
    }
}
