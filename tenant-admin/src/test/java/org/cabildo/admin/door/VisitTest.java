package org.cabildo.admin.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class VisitTest {

    @Test
    void aPageIsFoundByItsPath() {
        assertThat(Visit.of(request("/t/renca/planes"))).isEqualTo(new Visit.At("/t/renca/planes"));
        assertThat(Visit.of(request("/"))).isEqualTo(new Visit.At("/"));
    }

    @Test
    void aNewTabIsFoundByItsLocationAndNotByThePathItIsSentTo() {
        assertThat(Visit.of(request("/", "v-r", "init", "location", "t/renca/planes")))
                .isEqualTo(new Visit.At("t/renca/planes"));
        assertThat(Visit.of(request("/t/maipu", "v-r", "init"))).isEqualTo(new Visit.Contradiction());
    }

    @Test
    void whatATabSendsIsFoundByItsNumberWhateverThePathSays() {
        assertThat(Visit.of(request("/t/maipu", "v-r", "uidl", "v-uiId", "4"))).isEqualTo(new Visit.InTab(4, true));
    }

    @Test
    void aDownloadIsFoundByTheNumberInItsPath() {
        assertThat(Visit.of(request("/VAADIN/dynamic/resource/7/abc/comparacion.csv")))
                .isEqualTo(new Visit.InTab(7, false));
    }

    @Test
    void aRequestThatNamesTwoTabsIsRefused() {
        assertThat(Visit.of(request("/VAADIN/dynamic/resource/7/abc/x.csv", "v-r", "uidl", "v-uiId", "4")))
                .isEqualTo(new Visit.Contradiction());
        assertThat(Visit.of(request("/VAADIN/dynamic/elsewhere"))).isEqualTo(new Visit.Contradiction());
        assertThat(Visit.of(request("/", "v-r", "uidl"))).isEqualTo(new Visit.Contradiction());
        assertThat(Visit.of(request("/", "v-r", "uidl", "v-uiId", "-1"))).isEqualTo(new Visit.Contradiction());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health",
                "/office.css",
                "/aura/aura.css",
                "/charts/echarts.min.js",
                "/maps/comunas.json",
                "/VAADIN/build/indexhtml-1.js",
                "/login/oauth2/code/cabildo",
                "/oauth2/authorization/cabildo",
                "/sin-acceso"
            })
    void staticFilesAndSignInNeedNoScope(String path) {
        assertThat(Visit.of(request(path))).isEqualTo(new Visit.Open());
    }

    private static MockHttpServletRequest request(String path, String... parameters) {
        var request = new MockHttpServletRequest("GET", path);
        for (int i = 0; i < parameters.length; i += 2) {
            request.addParameter(parameters[i], parameters[i + 1]);
        }
        return request;
    }
}
