package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.StreamSupport;
import nu.validator.client.EmbeddedValidator;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.kernel.Percent;
import org.cabildo.pillar.Pillars;
import org.cabildo.plan.Fact;
import org.cabildo.plan.Foundations;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.Plans;
import org.cabildo.plan.PreparationItem;
import org.cabildo.plan.published.ApprovalAct;
import org.cabildo.plan.published.Document;
import org.cabildo.plan.published.Endorsement;
import org.cabildo.plan.published.Foundation;
import org.cabildo.plan.published.MonitoringBody;
import org.cabildo.plan.published.VisionPart;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xml.sax.SAXException;
import tools.jackson.databind.json.JsonMapper;

/** Judges every page by the checker of the W3C. */
@PortalTest
class ValidHtmlTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long STACK = 16 << 20; // bytes

    @Autowired
    Reader reader;

    @Test
    void theCheckerFindsWhatIsWrong() throws Exception {
        assertThat(
                        errors(
                                "<!DOCTYPE html><html lang=\"es\"><head><title>x</title></head><body><p><ul></ul></p></body></html>"))
                .isNotEmpty();
    }

    @Test
    void everyPageIsValid() throws Exception {
        var renca = Office.municipality("valida");
        var maipu = Office.municipality("vecina");
        var consortium = Office.consortium("juntas", renca, maipu);
        publishMuch(renca);
        Office.publishesTogether(consortium, renca, maipu, "Plan compartido");

        int checked = 0;
        for (var host : List.of(renca.host(), consortium.host(), maipu.host())) {
            var seen = new HashSet<String>();
            var ahead = new ArrayDeque<>(List.of("/"));
            while (!ahead.isEmpty()) {
                var path = ahead.poll();
                if (!seen.add(path)) {
                    continue;
                }
                var page = reader.get(host, path);
                if (page.header("Content-Type").startsWith("text/html")) {
                    assertThat(errors(page.body())).as(host + path).isEmpty();
                    checked++;
                    page.all("a").stream()
                            .map(link -> link.getAttribute("href"))
                            .filter(link -> link.startsWith("/"))
                            .forEach(ahead::add);
                }
            }
        }
        assertThat(checked).isGreaterThan(20);
    }

    @Test
    void theNationsPagesAndTheRefusalsAreValid() throws Exception {
        Office.government("04101", "la-serena-valida");
        for (var path : List.of(
                "/",
                "/?lang=en",
                "/?q=re%22nca",
                "/busqueda/instituciones?q=re%22nca",
                "/busqueda/instituciones?q=municipalidad&lang=en",
                "/busqueda/compromisos?q=presupuesto&lang=en",
                "/busqueda/planes?q=plan&lang=en",
                "/mapa",
                "/mapa?lang=en",
                "/mapa/04",
                "/mapa/05",
                "/mapa/12",
                "/mapa/13?lang=en",
                "/no/existe",
                "/no/existe?lang=en")) {
            assertThat(errors(reader.get("localhost", path).body())).as(path).isEmpty();
        }
        assertThat(errors(reader.send("POST", "localhost", "/").body())).isEmpty();
    }

    private static final Foundation FOUNDATION = new Foundation(
            Map.of(VisionPart.LONG_TERM, "Puertas abiertas <b> & «ñ»", VisionPart.GOALS, "Tres barrios"),
            new ApprovalAct(
                    ApprovalAct.ActKind.DECREE,
                    "1.234",
                    LocalDate.of(2026, 3, 1),
                    Document.at("https://ejemplo.cl/decreto.pdf")),
            new MonitoringBody(
                    "Universidad Ejemplo", MonitoringBody.BodyKind.UNIVERSITY, "No ejecuta", "ente@x.invalid"),
            List.of(new Endorsement("Unión <comunal>", Endorsement.Sector.CITIZENS, LocalDate.of(2026, 2, 1), null)));

    private static void publishMuch(Office.Place renca) {
        var made = renca.publishes("Plan abierto");
        renca.acts(() -> {
            var pillars = Office.the(Pillars.class);
            pillars.changeText(pillars.text().version(), "Gobernar a la vista <b> & «ñ»", List.of("Confianza"));
            pillars.publish();
            Office.the(CommitmentTracking.class)
                    .reportProgress(made.commitment(), made.first(), new Percent(80), Promises.MINUTES, Promises.TODAY);
            var promises = Office.the(Promises.class);
            promises.alter(made.plan());
            Office.the(Foundations.class).change(made.plan(), 0, FOUNDATION);
            promises.publish(made.plan());
            var plans = Office.the(Plans.class);
            plans.state(new Fact(
                    Fact.Kind.AFFILIATION, "Ingresó", LocalDate.of(2024, 2, 1), Fact.Precision.MONTH, "Presentación"));
            var next = plans.draft(new PlanDraft("Plan que viene", Framework.OWN, null, "", "Presentación", true));
            plans.prepare(
                    next,
                    List.of(new PreparationItem(PreparationItem.Kind.QUESTION, "¿Qué abrimos?", "Diga", "Lámina 12")));
            return true;
        });
    }

    /** The checker's grammar is deep: it needs a larger stack than a thread usually has. */
    private static List<String> errors(String page) throws ExecutionException, InterruptedException {
        var task = new FutureTask<>(() -> judge(page));
        new Thread(null, task, "checker", STACK).start();
        return task.get();
    }

    private static List<String> judge(String page) throws IOException, SAXException {
        var checker = new EmbeddedValidator();
        checker.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
        var said = checker.validate(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        return StreamSupport.stream(JSON.readTree(said).get("messages").spliterator(), false)
                .filter(message -> !message.get("type").stringValue().equals("info"))
                .map(message -> message.get("message").stringValue() + " " + message.path("extract"))
                .toList();
    }
}
