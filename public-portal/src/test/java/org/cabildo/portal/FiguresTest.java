package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

@PortalTest
@TestPropertySource(properties = "management.server.port=0")
class FiguresTest {

    private static final Office.Place RENCA = Office.municipality("renca-cifras");

    @Autowired
    Reader reader;

    @Value("${local.management.port}")
    int operators;

    @Test
    void theOperatorSeesHowEachTenantIsAnsweredAndHowThePoolFares() throws Exception {
        reader.get(RENCA.host(), "/");
        reader.get(RENCA.host(), "/nada");

        assertThat(figures())
                .containsPattern("cabildo_portal_answers_total\\{status=\"2xx\",tenant=\"" + RENCA.slug() + "\"} [1-9]")
                .containsPattern("cabildo_portal_answers_total\\{status=\"4xx\",tenant=\"" + RENCA.slug() + "\"} [1-9]")
                .contains("cabildo_pool_ceiling", "cabildo_pool_open", "cabildo_pool_refused_total 0.0");
    }

    @Test
    void addressesThatLeadNowhereMakeNoSeries() throws Exception {
        reader.get("nadie-cifras.localhost", "/");
        reader.get("localhost", "/t/nadie-cifras/");

        assertThat(figures()).doesNotContain("nadie-cifras");
    }

    @Test
    void thePublicHasNoFigures() {
        var nowhere = reader.get("localhost", "/no/existe");

        assertThat(reader.get("localhost", "/actuator/prometheus").body()).isEqualTo(nowhere.body());
        assertThat(reader.get(RENCA.host(), "/actuator").body())
                .isEqualTo(reader.get(RENCA.host(), "/no/existe").body());
    }

    @Test
    void everyAnswerHasANumberToFindItInTheLog() {
        var one = reader.get(RENCA.host(), "/").header("X-Request-Id");
        var other = reader.get(RENCA.host(), "/").header("X-Request-Id");

        assertThat(one).matches("[0-9a-f-]{17}").isNotEqualTo(other);
    }

    private String figures() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + operators + "/actuator/prometheus"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }
}
