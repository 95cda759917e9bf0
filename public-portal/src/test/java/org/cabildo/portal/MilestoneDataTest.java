package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cabildo.testing.Promises.MINUTES;
import static org.cabildo.testing.Promises.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.commitment.Commitments;
import org.cabildo.kernel.Percent;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever takes the milestones along can work out how far a commitment is, and what is late. */
@PortalTest
class MilestoneDataTest {

    private static Office.Place renca;
    private static Office.Place maipu;
    private static Promises.Made made;
    private static Promises.Made secret;
    private final JsonMapper json = new JsonMapper();

    @Autowired
    Reader reader;

    @BeforeAll
    static void oneMilestoneIsLateAndOneIsADraft() {
        renca = Office.municipality("renca-hitos");
        maipu = Office.municipality("maipu-hitos");
        made = renca.publishes("Plan abierto");
        renca.acts(() -> {
            var tracking = Office.the(CommitmentTracking.class);
            tracking.reportProgress(made.commitment(), made.first(), new Percent(75), MINUTES, TODAY);
            tracking.explainDelay(made.commitment(), made.first(), "=La licitación quedó desierta", TODAY);
            Office.the(Commitments.class)
                    .addMilestone(
                            made.commitment(), Promises.milestone("Hito que nadie aprobó", LocalDate.of(2027, 9, 30)));
            secret = Office.the(Promises.class).drafted("Plan secreto");
            return true;
        });
    }

    @Test
    void eachMilestoneIsToldWithWhatTheProgressAndTheDelayAreMadeOf() {
        var rows = rows("hitos");

        assertThat(rows).hasSize(2);
        assertThat(rows).first().satisfies(row -> {
            assertThat(row.path("plan").stringValue()).isEqualTo("plan-abierto");
            assertThat(row.path("numero").intValue()).isOne();
            assertThat(row.path("hito").stringValue()).isEqualTo("Publicar 2026");
            assertThat(row.path("entregable").stringValue()).isEqualTo("Documento publicado");
            assertThat(row.path("termino").stringValue()).isEqualTo("2026-06-30");
            assertThat(row.path("peso").intValue()).isOne();
            assertThat(row.path("estado").stringValue()).isEqualTo("retrasado");
            assertThat(row.path("motivo_retraso").stringValue()).isEqualTo("=La licitación quedó desierta");
            assertThat(row.path("cumplido").isNull()).isTrue();
            assertThat(row.path("id").stringValue()).isEqualTo(made.first().toString());
            assertThat(row.path("direccion").stringValue())
                    .isEqualTo("http://" + renca.host() + "/planes/plan-abierto/compromisos/1#hito-1");
        });
        assertThat(rows("compromisos")).singleElement().satisfies(row -> {
            assertThat(row.path("avance").intValue())
                    .isEqualTo(rows.stream()
                                    .mapToInt(one -> one.path("avance").intValue())
                                    .sum()
                            / 2);
            assertThat(row.path("hitos_retrasados").intValue()).isOne();
        });
        assertThat(rows("avances"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("hito_id").stringValue())
                        .isEqualTo(made.first().toString()));
    }

    @Test
    void aSpreadsheetComputesNoneOfIt() {
        var csv = reader.get(renca.host(), "/datos/hitos.csv");

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body())
                .startsWith("sintetico,institucion,codigo,plan,numero,lugar,hito,")
                .contains("'=La licitación")
                .doesNotContain(",=");
        assertThat(csv.body().lines()).hasSize(3);
    }

    @Test
    void nothingUnpublishedAndNothingOfOthersIsInIt() {
        for (var list : List.of("hitos", "compromisos", "avances")) {
            for (var ending : List.of(".csv", ".json", ".jsonld")) {
                assertThat(reader.get(renca.host(), "/datos/" + list + ending).body())
                        .as(list + ending)
                        .doesNotContain(
                                "nadie aprobó", "plan-secreto", secret.first().toString());
                assertThat(reader.get(maipu.host(), "/datos/" + list + ending).body())
                        .as(list + ending)
                        .doesNotContain("Publicar 2026", "renca-hitos");
            }
        }
        assertThat(reader.get(maipu.host(), "/datos/hitos.csv").body().lines()).hasSize(1);
        assertThat(reader.get("localhost", "/datos/hitos.csv").status()).isEqualTo(404);
    }

    @Test
    void aMilestoneOfAWithdrawnCommitmentIsNotLate() {
        var place = Office.municipality("retirada-hitos");
        var given = place.publishes("Plan abierto");
        place.acts(() -> {
            Office.the(Commitments.class).withdraw(given.commitment(), "Otra institución lo hará");
            return Office.the(Promises.class).publish(given.plan());
        });

        var file = reader.get(place.host(), "/datos/hitos.json").body();

        assertThat(json.readTree(file).path("hitos")).hasSize(2).allSatisfy(row -> {
            assertThat(row.path("estado").stringValue()).isEqualTo("retirado");
            assertThat(row.path("motivo_retiro").isNull()).isTrue();
        });
    }

    @Test
    void thePageOffersThemAndSaysWhatEachColumnMeans() {
        assertThat(reader.get(renca.host(), "/datos").text())
                .contains("2 hitos.", "Qué significa cada columna de los hitos", "motivo_retraso");
        assertThat(reader.get(renca.host(), "/datos?lang=en").text()).contains("2 milestones.");
        assertThat(reader.get(maipu.host(), "/datos").text()).contains("Sin hitos todavía.");
    }

    private List<JsonNode> rows(String list) {
        var whole = json.readTree(
                reader.get(renca.host(), "/datos/" + list + ".json").body());
        return StreamSupport.stream(whole.path(list).spliterator(), false).toList();
    }
}
