package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cabildo.testing.Promises.MINUTES;
import static org.cabildo.testing.Promises.TODAY;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.published.Detail;
import org.cabildo.commitment.published.Details;
import org.cabildo.kernel.Percent;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.PlanRemarks;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;

/** Each of these plans has a town of its own. */
@PortalTest
class PlanPagesTest {

    @Autowired
    Reader reader;

    @Test
    void aCommitmentTellsWhateverElseIsSaidOfItButWhatIsInternal() {
        var place = Office.municipality("pormenores");
        place.acts(() -> {
            var commitments = Office.the(Commitments.class);
            var made = Office.the(Promises.class).drafted("Plan abierto");
            var seen = commitments.require(made.commitment());
            commitments.change(
                    made.commitment(),
                    seen.version(),
                    seen.said()
                            .detailed(new Details(Map.of(
                                    Detail.RESULTS, "Un tablero <b>por</b> barrio",
                                    Detail.INTERNAL_CONTACT, "Anexo 4021",
                                    Detail.ORIGIN_PROPOSALS, "Mesa <1> https://mesa.invalid/1\nMesa 2",
                                    Detail.AXIS, "DATA",
                                    Detail.PRIMARY_AREA, "Open Data",
                                    Detail.RELATED, "1",
                                    Detail.SDG, "16"))));
            var second = commitments.require(made.commitment());
            commitments.changeMilestone(
                    made.commitment(),
                    second.version(),
                    made.second(),
                    second.milestones().get(1).said().following(List.of(1)));
            return Office.the(Promises.class).publish(made.plan());
        });

        var page = reader.get(place.host(), "/planes/plan-abierto/compromisos/1");
        assertThat(page.text())
                .contains("Resultados esperados", "Un tablero <b>por</b> barrio", "Datos", "Espera a: Publicar 2026")
                .contains("16. Paz, justicia e instituciones sólidas", "1. Abrir el presupuesto")
                .contains("Propuestas de origen", "Mesa 2")
                .doesNotContain("4021", "Contacto interno", "Open Data");
        assertThat(page.all("a"))
                .filteredOn(link -> link.getAttribute("href").equals("https://mesa.invalid/1"))
                .extracting(link -> link.getTextContent().strip())
                .containsExactly("Mesa <1>");
        assertThat(reader.get(place.host(), "/planes/plan-abierto/compromisos/1?lang=en")
                        .text())
                .contains("Expected results", "Open Data", "16. Peace, Justice and Strong Institutions");
    }

    @Test
    void aNumberThatIsMissingAmongTheVersionsIsExplained() {
        var place = Office.municipality("numeros");
        var made = place.publishes("Plan abierto");
        var skipped = "Los números que faltan son de versiones que se propusieron y no se publicaron.";
        place.acts(() -> {
            var approval = Office.the(PlanApproval.class);
            Office.the(Promises.class).alter(made.plan());
            Office.the(PlanRemarks.class)
                    .sendBack(approval.propose(made.plan(), "Se atrasó la licitación"), "Falta decir hasta cuándo");
            return true;
        });
        assertThat(reader.get(place.host(), "/planes/plan-abierto").text()).doesNotContain(skipped);

        place.acts(() -> Office.the(Promises.class).publish(made.plan()));

        await().atMost(1, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(
                                reader.get(place.host(), "/planes/plan-abierto").text())
                        .contains("Versión 1", "Versión 3", skipped));
    }

    @Test
    void aCommitmentSaysWhichVersionChangedItAndLeadsToWhatChanged() {
        var place = Office.municipality("enmendada");
        var made = place.publishes("Plan abierto");
        var page = "/planes/plan-abierto/compromisos/1";
        assertThat(reader.get(place.host(), page).text()).doesNotContain("Modificado");

        place.acts(() -> {
            Office.the(Promises.class).retitle(made.commitment(), "Abrir las compras");
            Office.the(Promises.class).publish(made.plan());
            Office.the(Promises.class).alter(made.plan());
            Office.the(Promises.class).publish(made.plan());
            Office.the(Promises.class).retitle(made.commitment(), "Lo que nadie aprobó");
            return true;
        });

        await().atMost(1, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(reader.get(place.host(), page).text())
                        .containsPattern("Modificado en la versión 2, \\d\\d-\\d\\d-\\d{4}\\u00a0· Ver qué cambió"));
        for (var path : List.of(page, page + "/historia", "/planes/plan-abierto/v/2/compromisos/1")) {
            assertThat(reader.get(place.host(), path)).as(path).satisfies(read -> {
                assertThat(read.text()).containsOnlyOnce("Modificado en la versión");
                assertThat(read.body()).contains("href=\"/planes/plan-abierto/v/2/cambios\"");
            });
        }
        assertThat(reader.get(place.host(), page + "/historia").text())
                .doesNotContain("no se ha anotado nada más", "Lo que nadie aprobó");
        assertThat(reader.get(place.host(), page + "?lang=en").text()).contains("Amended in version 2,");
        assertThat(reader.get(place.host(), "/planes/plan-abierto/v/1/compromisos/1")
                        .text())
                .doesNotContain("Modificado");
        assertThat(reader.get(place.host(), "/planes/plan-abierto").all("li"))
                .as("the steps lead there too, each to its own version")
                .filteredOn(row -> row.getTextContent().startsWith("Se modificó el plan"))
                .extracting(row -> ((Element) row.getElementsByTagName("a").item(0)).getAttribute("href"))
                .containsExactly("/planes/plan-abierto/v/3/cambios", "/planes/plan-abierto/v/2/cambios");
    }

    @Test
    void aSharedCommitmentSaysItOnEveryPortalThatHasIt() {
        var one = Office.municipality("enmienda-una");
        var other = Office.municipality("enmienda-otra");
        var common = Office.consortium("enmienda-comun", one, other);
        var made = Office.publishesTogether(common, one, other, "Plan comun");
        common.actsFor(one, () -> {
            Office.the(Promises.class).retitle(made.commitment(), "Abrir las compras");
            return true;
        });
        Office.amendTogether(common, one, other, made);

        assertThat(reader.get(common.host(), "/planes/plan-comun/compromisos/1").body())
                .contains("Modificado en la versión 3", "href=\"/planes/plan-comun/v/3/cambios\"");
        for (var member : List.of(one, other)) {
            var plan = "/consorcios/" + common.slug() + "/planes/plan-comun";
            assertThat(reader.get(member.host(), plan + "/compromisos/1").body())
                    .contains("Modificado en la versión 3", "href=\"" + plan + "/v/3/cambios\"");
            assertThat(reader.get(member.host(), plan).body())
                    .contains("href=\"" + plan + "/v/3/cambios\"")
                    .doesNotContain("/v/2/cambios");
        }
    }

    @Test
    void aPlanIsSeenAtAGlanceWithWhatIsLateAndWhy() {
        var place = Office.municipality("vistazo");
        var made = place.publishes("Plan abierto");
        assertThat(reader.get(place.host(), "/planes/plan-abierto").text())
                .contains("De un vistazo", "Compromisos según su estado", "Un hito retrasado")
                .contains("Publicar 2026", "venció el 30-06-2026")
                .containsPattern("\\u00a0· \\d\\d-\\d\\d-\\d{4} al ") // the dot stays with what it follows
                .contains("Por responsable", "SECPLA")
                .doesNotContain("Motivo del retraso", "Por pilar", "Por institución que lidera");
        assertThat(reader.get(place.host(), "/planes/plan-abierto").all("ol"))
                .filteredOn(list -> list.getAttribute("class").equals("named"))
                .as("whoever is responsible leads to what for")
                .singleElement()
                .satisfies(list -> assertThat(list.getElementsByTagName("a").item(0))
                        .extracting(link -> ((Element) link).getAttribute("href"))
                        .isEqualTo("/planes/plan-abierto/compromisos/1"));

        place.acts(() -> {
            Office.the(CommitmentTracking.class)
                    .explainDelay(made.commitment(), made.first(), "La licitación <b>quedó</b> desierta", TODAY);
            return true;
        });

        await().atMost(1, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(
                                reader.get(place.host(), "/planes/plan-abierto").text())
                        .contains("Motivo del retraso: La licitación <b>quedó</b> desierta"));
        assertThat(reader.get(place.host(), "/planes/plan-abierto/compromisos/1")
                        .text())
                .contains("Motivo del retraso: La licitación <b>quedó</b> desierta");
        assertThat(reader.get(place.host(), "/planes/plan-abierto?lang=en").text())
                .contains("At a glance", "Commitments by status", "One milestone is late", "Why it is late");
        place.acts(() -> {
            Office.the(Promises.class).alter(made.plan());
            return Office.the(Promises.class).publish(made.plan());
        });
        assertThat(reader.get(place.host(), "/planes/plan-abierto/v/1")).satisfies(old -> {
            assertThat(old.text()).doesNotContain("De un vistazo");
            assertThat(old.body()).contains("<title>Plan abierto (versión 1) · ");
        });
    }

    @Test
    void aCommitmentWithLateMilestonesSaysSoInWordsUntilTheyAreCompleteWithDelay() {
        var place = Office.municipality("atraso");
        var made = place.publishes("Plan abierto");
        var pages = List.of("/", "/planes/plan-abierto", "/planes/plan-abierto/compromisos/1");
        for (var path : pages) {
            assertThat(reader.get(place.host(), path).text()).as(path).contains("con 1 hito retrasado");
            assertThat(reader.get(place.host(), path + "?lang=en").text())
                    .as(path)
                    .contains("with 1 milestone late");
        }

        place.acts(() -> {
            Office.the(CommitmentTracking.class)
                    .reportProgress(made.commitment(), made.first(), new Percent(100), MINUTES, TODAY);
            return true;
        });

        await().atMost(1, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(
                                reader.get(place.host(), pages.getLast()).text())
                        .contains("Cumplido con retraso de 4 meses"));
        for (var path : pages) {
            assertThat(reader.get(place.host(), path).text()).as(path).doesNotContain("hito retrasado");
        }
        assertThat(reader.get(place.host(), pages.getLast() + "?lang=en").text())
                .contains("Completed 4 months late");
    }
}
