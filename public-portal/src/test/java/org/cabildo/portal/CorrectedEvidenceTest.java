package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cabildo.testing.Promises.MINUTES;
import static org.cabildo.testing.Promises.TODAY;

import java.time.Duration;
import java.util.List;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.commitment.CommitmentView;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.Evidence;
import org.cabildo.kernel.Percent;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;

/** Evidence that was wrong has other evidence in its place, and the public sees both and why. */
@PortalTest
class CorrectedEvidenceTest {

    private static final Duration SOON = Duration.ofSeconds(20); // what another test asked for is kept for a moment
    private static final Evidence SIGNED = Evidence.at("https://ejemplo.cl/firmada.pdf", "Acta firmada");
    private static final Evidence RIGHT = Evidence.at("https://ejemplo.cl/final.pdf", "Informe final");
    private static final String PAGE = "/planes/plan-abierto/compromisos/1";
    private static Office.Place macul;
    private static Promises.Made made;

    @Autowired
    Reader reader;

    @BeforeAll
    static void evidenceIsCorrected() {
        macul = Office.municipality("macul");
        made = macul.publishes("Plan abierto");
        macul.acts(() -> {
            var tracking = Office.the(CommitmentTracking.class);
            tracking.reportProgress(made.commitment(), made.first(), new Percent(40), MINUTES, TODAY);
            correct(made, SIGNED);
            return true;
        });
    }

    @Test
    void theCommitmentSaysThatItsEvidenceWasCorrectedAndKeepsWhatWasReported() {
        var page = reader.get(macul.host(), PAGE);

        assertThat(page.text())
                .contains("Se corrigió la evidencia; el avance sigue en 40\u00a0%", "El enlace llevaba a otra acta")
                .contains("Avanzó de 0\u00a0% a 40\u00a0%", "La evidencia de este informe se corrigió después.")
                .doesNotContain("Corregido de 40\u00a0% a 40\u00a0%");
        assertThat(page.all("a"))
                .extracting(link -> link.getAttribute("href"))
                .contains("https://ejemplo.cl/firmada.pdf", "https://ejemplo.cl/acta.pdf");
        assertThat(reader.get(macul.host(), PAGE + "?lang=en").text())
                .contains("Evidence corrected; progress stays at 40%");
    }

    @Test
    void theFeedAndTheDataTellIt() {
        assertThat(reader.get(macul.host(), "/feed.atom").all("entry"))
                .extracting(entry -> entry.getElementsByTagName("title").item(0).getTextContent())
                .anyMatch(title -> title.matches("SINTÉTICO · Evidencia corregida del informe que llegó a 40\u00a0% el "
                        + "\\d{2}-\\d{2}-\\d{4}, con el avance en 40\u00a0%: Publicar 2026 · Abrir el presupuesto"));
        assertThat(reader.get(macul.host(), "/datos/avances.csv").body().lines())
                .anyMatch(line -> line.contains(",si,40,40,")
                        && line.contains("https://ejemplo.cl/firmada.pdf")
                        && line.contains("El enlace llevaba a otra acta,"
                                + reports(made).getFirst().id() + ","));
    }

    @Test
    void afterProgressIsLoweredTheCorrectedEvidenceIsWhatStands() {
        var other = macul.publishes("Plan de la plaza");
        macul.acts(() -> {
            var tracking = Office.the(CommitmentTracking.class);
            tracking.reportProgress(other.commitment(), other.first(), new Percent(40), MINUTES, TODAY);
            correct(other, SIGNED);
            tracking.correctProgress(other.commitment(), other.first(), new Percent(20), "Eran menos", TODAY);
            return true;
        });

        var milestone = reader.get(macul.host(), "/planes/plan-de-la-plaza/compromisos/1").all("li").stream()
                .filter(item -> item.getAttribute("class").equals("card"))
                .map(Element::getTextContent)
                .filter(text -> text.contains("Publicar 2026"))
                .findFirst()
                .orElseThrow();
        assertThat(milestone)
                .contains("Prueba de lo que se mantiene", "Acta firmada")
                .doesNotContain("Acta de la sesión");
    }

    @Test
    void theReportWhoseEvidenceWasReplacedSaysSoAndNoOther() {
        var other = macul.publishes("Plan del parque");
        macul.acts(() -> {
            var tracking = Office.the(CommitmentTracking.class);
            tracking.reportProgress(other.commitment(), other.first(), new Percent(20), MINUTES, TODAY);
            tracking.correctProgress(other.commitment(), other.first(), new Percent(10), "Eran menos", TODAY);
            correct(other, SIGNED);
            return true;
        });

        var told = reader.get(macul.host(), "/planes/plan-del-parque/compromisos/1").all("li").stream()
                .filter(item -> item.getTextContent().contains("La evidencia de este informe se corrigió después."))
                .map(Element::getTextContent)
                .toList();

        assertThat(told).singleElement().asString().contains("Avanzó de 0\u00a0% a 20\u00a0%", "Acta de la sesión");
    }

    @Test
    void aCorrectionThatWasCorrectedIsCalledACorrection() {
        var other = macul.publishes("Plan de la biblioteca");
        macul.acts(() -> {
            var tracking = Office.the(CommitmentTracking.class);
            tracking.reportProgress(other.commitment(), other.first(), new Percent(40), MINUTES, TODAY);
            correct(other, SIGNED);
            var correction = reports(other).getLast().id();
            tracking.correctEvidence(
                    other.commitment(), other.first(), new Percent(40), correction, RIGHT, "Tampoco era esa acta");
            return true;
        });

        var page = reader.get(macul.host(), "/planes/plan-de-la-biblioteca/compromisos/1");

        assertThat(page.text())
                .contains("Corrige la corrección de evidencia del ")
                .contains("Corrige la evidencia del informe que llegó a 40\u00a0%, del ");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(reader.get(macul.host(), "/feed.atom").body())
                                .containsPattern(
                                        "Corregida la corrección de evidencia del \\d{2}-\\d{2}-\\d{4}, con el avance en 40\u00a0%"
                                                + ": Publicar 2026"));
    }

    @Test
    void whereAnEarlierReportWasWrongItIsTheOneThatIsMarked() {
        var other = macul.publishes("Plan de la feria");
        macul.acts(() -> {
            var tracking = Office.the(CommitmentTracking.class);
            tracking.reportProgress(other.commitment(), other.first(), new Percent(40), MINUTES, TODAY);
            var wrong = reports(other).getLast().id();
            tracking.reportProgress(other.commitment(), other.first(), new Percent(60), RIGHT, TODAY);
            tracking.correctEvidence(
                    other.commitment(), other.first(), new Percent(60), wrong, SIGNED, "El enlace llevaba a otra acta");
            return true;
        });

        var page = reader.get(macul.host(), "/planes/plan-de-la-feria/compromisos/1");

        assertThat(reports(page, "La evidencia de este informe se corrigió después."))
                .singleElement()
                .asString()
                .contains("Avanzó de 0\u00a0% a 40\u00a0%", "Acta de la sesión");
        assertThat(reports(page, "Corrige la evidencia del informe que llegó a 40\u00a0%"))
                .anyMatch(text -> text.contains("el avance sigue en 60\u00a0%") && text.contains("Acta firmada"));
        assertThat(page.all("li").stream()
                        .filter(item -> item.getAttribute("id").equals("hito-1"))
                        .map(Element::getTextContent))
                .singleElement()
                .asString()
                .as("what proves 60 % stands there too")
                .contains("Acta firmada", "Prueba de lo que se mantiene", "Informe final");
    }

    @Test
    void moreEvidenceIsToldAsSuchEverywhere() {
        var other = macul.publishes("Plan de la ribera");
        macul.acts(() -> {
            var tracking = Office.the(CommitmentTracking.class);
            tracking.reportProgress(other.commitment(), other.first(), new Percent(40), MINUTES, TODAY);
            tracking.reportProgress(other.commitment(), other.first(), new Percent(40), RIGHT, TODAY);
            return true;
        });
        var path = "/planes/plan-de-la-ribera/compromisos/1";

        var page = reader.get(macul.host(), path);

        assertThat(page.text())
                .contains("Más evidencia, con el avance en 40\u00a0%", "más evidencia, con el avance en 40\u00a0%")
                .doesNotContain("de 40\u00a0% a 40\u00a0%", "se corrigió después");
        assertThat(page.all("li").stream()
                        .filter(item -> item.getAttribute("id").equals("hito-1"))
                        .map(Element::getTextContent))
                .singleElement()
                .asString()
                .contains("Informe final", "Acta de la sesión");
        assertThat(reader.get(macul.host(), path + "?lang=en").text()).contains("More evidence, with progress at 40%");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                reader.get(macul.host(), "/feed.atom").body())
                        .contains("Más evidencia, con el avance en 40\u00a0%: Publicar 2026 · Abrir el presupuesto"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(reader.get(macul.host(), "/datos/avances.csv")
                                .body()
                                .lines())
                        .anyMatch(
                                line -> line.contains(",no,40,40,") && line.contains("https://ejemplo.cl/final.pdf")));
    }

    private static List<String> reports(Reader.Page page, String saying) {
        return page.all("li").stream()
                .filter(item -> item.getTextContent().contains(saying))
                .map(Element::getTextContent)
                .toList();
    }

    /** Corrects the evidence of the last report that has some. */
    private static void correct(Promises.Made of, Evidence proof) {
        var wrong = reports(of).stream()
                .filter(CommitmentView.ReportLine::isProof)
                .toList()
                .getLast();
        Office.the(CommitmentTracking.class)
                .correctEvidence(
                        of.commitment(),
                        of.first(),
                        milestone(of).progress(),
                        wrong.id(),
                        proof,
                        "El enlace llevaba a otra acta");
    }

    private static List<CommitmentView.ReportLine> reports(Promises.Made of) {
        return milestone(of).reports();
    }

    private static CommitmentView.MilestoneLine milestone(Promises.Made of) {
        return macul.acts(() -> Office.the(Commitments.class)
                .require(of.commitment())
                .milestones()
                .getFirst());
    }
}
