package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cabildo.testing.Promises.MINUTES;
import static org.cabildo.testing.Promises.TODAY;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cabildo.commitment.CommitmentCodes;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.MilestoneDraft;
import org.cabildo.commitment.Relevance;
import org.cabildo.commitment.published.Detail;
import org.cabildo.commitment.published.Details;
import org.cabildo.kernel.Percent;
import org.cabildo.kernel.Period;
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
import org.cabildo.portal.paper.Printed;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.cabildo.portal.town.Statements;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A plan as a tagged PDF, in the order of OGP's template. */
@PortalTest
class PlanPaperTest {

    private static final Logger LOG = LoggerFactory.getLogger(PlanPaperTest.class);
    private static final Queue<String> ASKED = new ConcurrentLinkedQueue<>();
    private static HttpServer elsewhere;
    private static Office.Place renca;
    private static Office.Place maipu;
    private static Office.Place consortium;
    private static Promises.Made made;
    private static String evil;

    @Autowired
    Reader reader;

    private static final Foundation FOUNDATION = new Foundation(
            Map.of(
                    VisionPart.LONG_TERM,
                    "Puertas abiertas",
                    VisionPart.GOALS,
                    "Tres barrios\n\nCuatro cabildos",
                    VisionPart.SPACES,
                    "Mesas barriales"),
            new ApprovalAct(
                    ApprovalAct.ActKind.DECREE,
                    "1.234",
                    LocalDate.of(2026, 3, 1),
                    Document.at("https://ejemplo.cl/decreto.pdf")),
            new MonitoringBody(
                    "Universidad Ejemplo", MonitoringBody.BodyKind.UNIVERSITY, "No ejecuta nada", "ente@x.invalid"),
            List.of(new Endorsement("Unión comunal", Endorsement.Sector.CITIZENS, LocalDate.of(2026, 2, 1), null)));

    @BeforeAll
    static void muchIsPublished() throws IOException {
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            ASKED.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
        });
        elsewhere.start();
        evil =
                "<img src=\"http://127.0.0.1:%d/x.png\"/> </p></body> <!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]> &x; ]]> <script>alert(1)</script> javascript:alert(2)"
                        .formatted(elsewhere.getAddress().getPort());
        renca = Office.municipality("renca-papel");
        maipu = Office.municipality("maipu-papel");
        consortium = Office.consortium("cuenca-papel", renca, maipu);
        made = renca.publishes("Plan abierto");
        renca.acts(() -> {
            Office.the(Foundations.class).change(made.plan(), 0, FOUNDATION);
            var commitments = Office.the(Commitments.class);
            var second = commitments.draft(
                    made.plan(),
                    Promises.commitment(evil, Promises.TWO_YEARS)
                            .detailed(new Details(Map.of(
                                    Detail.RESULTS, evil,
                                    Detail.SDG, "16",
                                    Detail.RELATED, "1",
                                    Detail.INTERNAL_CONTACT, "Anexo 4021"))));
            commitments.addMilestone(second, Promises.milestone(evil, LocalDate.of(2027, 6, 30)));
            commitments.addMilestone(
                    second,
                    Promises.milestone("Cerrar", LocalDate.of(2027, 9, 30)).following(List.of(1)));
            commitments.withdrawMilestone(made.commitment(), made.second(), "Se hizo con el primero");
            return Office.the(Promises.class).publish(made.plan());
        });
        renca.acts(() -> {
            Office.the(Commitments.class).withdraw(made.commitment(), "El concejo no aprobó el gasto");
            Office.the(Promises.class).publish(made.plan());
            Office.the(Commitments.class).draft(made.plan(), Promises.commitment("Todavía secreto", null));
            Office.the(Promises.class).drafted("Plan secreto");
            var plans = Office.the(Plans.class);
            var next = plans.draft(new PlanDraft("Plan que viene", Framework.OWN, null, "", "", true));
            plans.prepare(next, List.of(new PreparationItem(PreparationItem.Kind.QUESTION, "¿Qué abrimos?", "", "")));
            return true;
        });
        Office.publishesTogether(consortium, renca, maipu, "Plan compartido");
    }

    private Printed printed(Office.Place place, String path) {
        var answer = reader.load(place.host(), path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        return new Printed(answer.body());
    }

    @Test
    void isReadInTheOrderOfOgp() {
        try (var paper = printed(renca, "/planes/plan-abierto/plan.pdf")) {
            assertThat(paper.read())
                    .containsSubsequence("SINTÉTICO", "renca-papel", "Plan abierto", "Plan de acción OGP Local")
                    .containsSubsequence("01-01-2026 al 31-12-2027", "Versión 3", "Contenido")
                    .containsSubsequence("Visión de largo plazo", "Puertas abiertas", "Metas de mediano plazo")
                    .containsSubsequence("Tres barrios", "Cuatro cabildos", "Espacios de cocreación", "Mesas barriales")
                    .containsSubsequence("Quiénes lo respaldan", "Unión comunal", "Ciudadanía", "01-02-2026")
                    .containsSubsequence("Decreto", "1.234", "01-03-2026", "https://ejemplo.cl/decreto.pdf")
                    .containsSubsequence("Universidad", "Universidad Ejemplo", "ente@x.invalid", "No ejecuta nada")
                    .containsSubsequence(
                            "1. Abrir el presupuesto",
                            "Este compromiso fue retirado. Motivo: El concejo no aprobó el gasto",
                            "Responsable",
                            "SECPLA",
                            "Problema",
                            "Nadie sabe en qué se gasta",
                            "Qué se hará",
                            "Publicar el presupuesto por barrio",
                            "Municipio y juntas de vecinos",
                            "Acceso a la información",
                            "Entrega información que no existía",
                            "Publicar 2026",
                            "Documento publicado",
                            "01-01-2026 al 30-06-2026",
                            "Hito retirado. Motivo: Se hizo con el primero",
                            "2. <img")
                    .containsSubsequence(
                            "De dónde viene este documento",
                            "http://" + renca.host() + "/planes/plan-abierto/v/3",
                            "Huella del texto aprobado");
            assertThat(paper.texts("H2"))
                    .containsExactly(
                            "Contenido",
                            "Resumen",
                            "Visión estratégica",
                            "Cocreación",
                            "Acto que lo aprueba",
                            "Ente de monitoreo",
                            "Compromisos",
                            "De dónde viene este documento");
        }
    }

    @Test
    void isTaggedAfterPdfUa() {
        try (var paper = printed(renca, "/planes/plan-abierto/plan.pdf")) {
            var catalog = paper.document().getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("es-CL");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(paper.document().getDocumentInformation().getTitle()).isEqualTo("SINTÉTICO · Plan abierto");
            assertThat(paper.document().getDocumentInformation().getAuthor()).contains("renca-papel");
            var outline = catalog.getDocumentOutline();
            assertThat(outline.getFirstChild().getTitle()).isEqualTo("Plan abierto");
            assertThat(outline.getLastChild().getTitle()).isEqualTo("De dónde viene este documento");
            assertThat(paper.texts("H1")).containsExactly("Plan abierto");
            assertThat(paper.texts("H3")).contains("1. Abrir el presupuesto");
            assertThat(paper.texts("H4")).contains("Problema", "Qué se hará", "Hitos");
            assertThat(paper.texts("P")).contains("Nadie sabe en qué se gasta", "Tres barrios", "Cuatro cabildos");
            assertThat(paper.tags())
                    .extracting(Printed.Tag::type)
                    .contains("Document", "L", "LI", "Table", "THead", "TBody", "TR", "TH", "TD", "Link");
            assertThat(paper.tags())
                    .filteredOn(tag -> tag.type().equals("TH"))
                    .allMatch(tag -> tag.scope().equals("Column") || tag.scope().equals("Row"))
                    .anyMatch(tag -> tag.scope().equals("Column") && tag.text().equals("Actividad"))
                    .anyMatch(tag -> tag.scope().equals("Row") && tag.text().startsWith("1. Publicar 2026"));
            assertThat(paper.read()).doesNotContain("1 / "); // pages are counted for the eye alone
            assertThat(paper.text()).contains("2 / " + paper.document().getNumberOfPages());
            assertThat(paper.foreignFonts()).isEmpty();
            assertThat(paper.faults()).isEmpty();
        }
    }

    @Test
    void noPageIsBlankAndAShortTableStandsOnOne() {
        var place = Office.municipality("entera-papel");
        place.acts(() -> {
            var promises = Office.the(Promises.class);
            var plan = Office.the(Plans.class)
                    .draft(new PlanDraft("Plan entero", Framework.OGP_LOCAL, Promises.TWO_YEARS, "Resumen", "", false));
            Office.the(Commitments.class)
                    .draft(
                            plan,
                            IntStream.rangeClosed(1, 12)
                                    .mapToObj(number -> whole(number, number))
                                    .toList());
            return promises.publish(plan);
        });
        try (var paper = printed(place, "/planes/plan-entero/plan.pdf")) {
            assertThat(paper.pages()).allMatch(page -> page.length() > 120, "has more than its foot");
            for (int steps = 1; steps <= 6; steps++) {
                var last = "%d. Hito %d de %d Documento".formatted(steps, steps, steps);
                assertThat(paper.pages())
                        .as("all rows of the table of %d", steps)
                        .filteredOn(page -> page.contains(last))
                        .singleElement()
                        .asString()
                        .contains("1. Hito 1 de %d Documento".formatted(steps));
            }
        }
    }

    @Test
    void whatIsTypedIsTextAndNothingIsFetchedOrRun() {
        try (var paper = printed(renca, "/planes/plan-abierto/plan.pdf")) {
            assertThat(paper.read().replace(" ", "")).contains(evil.replace(" ", ""));
            assertThat(ASKED).isEmpty();
            assertThat(paper.names())
                    .contains("StructTreeRoot", "URI")
                    .doesNotContain("JavaScript", "JS", "OpenAction", "AA", "Launch", "GoToR", "SubmitForm")
                    .doesNotContain("AcroForm", "EmbeddedFile", "EmbeddedFiles", "Filespec", "RichMedia", "XObject");
        }
    }

    @Test
    void tellsWhateverElseIsSaidOfACommitmentButWhatIsInternal() {
        try (var paper = printed(renca, "/planes/plan-abierto/plan.pdf")) {
            assertThat(paper.read())
                    .contains("Resultados esperados", "16. Paz, justicia e instituciones sólidas")
                    .contains("1. Abrir el presupuesto", "Espera a: 1")
                    .doesNotContain("4021");
        }
    }

    @Test
    void isInEnglishWithWhatWasWrittenInSpanish() {
        try (var paper = printed(renca, "/planes/plan-abierto/plan.pdf?lang=en")) {
            assertThat(paper.document().getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(paper.texts("H2"))
                    .contains("Contents", "Strategic vision", "Co-creation", "Where this document comes from")
                    .doesNotContain("Contenido");
            assertThat(paper.texts("H4")).contains("Problem").doesNotContain("Problema");
            assertThat(paper.tags())
                    .filteredOn(tag -> tag.text().equals("Nadie sabe en qué se gasta")
                            && tag.type().equals("P"))
                    .isNotEmpty()
                    .allMatch(tag -> tag.language().equals("es-CL"));
            assertThat(paper.tags())
                    .filteredOn(tag -> tag.type().equals("H1"))
                    .allMatch(tag -> tag.language().equals("es-CL"));
            assertThat(paper.faults()).isEmpty();
        }
    }

    @Test
    void anOldVersionKeepsItsOwn() {
        try (var first = printed(renca, "/planes/plan-abierto/v/1/plan.pdf");
                var second = printed(renca, "/planes/plan-abierto/v/2/plan.pdf")) {
            assertThat(first.read())
                    .contains("Versión 1", "/planes/plan-abierto/v/1", "Publicar 2027")
                    .doesNotContain("2. <img", "retirado", "Puertas abiertas", "Cocreación");
            assertThat(second.read())
                    .contains("Versión 2", "2. <img", "Hito retirado", "Puertas abiertas")
                    .doesNotContain("El concejo no aprobó");
            assertThat(first.faults()).isEmpty();
        }
        var page = reader.get(renca.host(), "/planes/plan-abierto/v/1");
        assertThat(page.body()).contains("href=\"/planes/plan-abierto/v/1/plan.pdf\"");
    }

    @Test
    void whatIsNotPublishedIsNotThere() {
        var unknown = reader.get(renca.host(), "/no/existe");
        for (var path : List.of(
                "/planes/plan-secreto/plan.pdf",
                "/planes/plan-que-viene/plan.pdf",
                "/planes/plan-abierto/v/4/plan.pdf",
                "/planes/plan-compartido/plan.pdf",
                "/planes/plan-abierto/otro.pdf")) {
            var page = reader.get(renca.host(), path);
            assertThat(page.status()).as(path).isEqualTo(404);
            assertThat(page.body()).as(path).isEqualTo(unknown.body());
        }
        try (var paper = printed(renca, "/planes/plan-abierto/plan.pdf")) {
            assertThat(paper.read()).doesNotContain("secreto");
        }
        var tag = reader.load(renca.host(), "/planes/plan-abierto/plan.pdf")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(reader.get(maipu.host(), "/planes/plan-abierto/plan.pdf", "If-None-Match", tag)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theSharedPlanIsTheSameOnTheConsortiumsPortalAndOnItsMembers() {
        var address = "/consorcios/" + consortium.slug() + "/planes/plan-compartido";
        try (var paper = printed(consortium, "/planes/plan-compartido/plan.pdf")) {
            assertThat(paper.read())
                    .containsSubsequence("cuenca-papel", "Plan compartido", "Miembros", "maipu-papel", "renca-papel")
                    .containsSubsequence("Lidera", renca.slug(), "Aprobada por");
            assertThat(paper.faults()).isEmpty();
        }
        var own = reader.load(consortium.host(), "/planes/plan-compartido/plan.pdf")
                .body();
        for (var member : List.of(renca, maipu)) {
            assertThat(reader.load(member.host(), address + "/plan.pdf").body()).isEqualTo(own);
            assertThat(reader.load(member.host(), address + "/v/1/plan.pdf").body())
                    .isEqualTo(own);
            assertThat(reader.get(member.host(), address).body()).contains("href=\"" + address + "/plan.pdf\"");
        }
        var stranger = Office.municipality("extrana-papel");
        assertThat(reader.get(stranger.host(), address + "/plan.pdf").status()).isEqualTo(404);
    }

    @Test
    void isOfferedOnThePlansPageAndAmongTheOpenData() {
        var link = "href=\"/planes/plan-abierto/plan.pdf\"";
        assertThat(reader.get(renca.host(), "/planes/plan-abierto").body()).contains(link, "Descargar en PDF");
        assertThat(reader.get(renca.host(), "/planes/plan-abierto?lang=en").body())
                .contains("href=\"/planes/plan-abierto/plan.pdf?lang=en\"", "Download as PDF");
        assertThat(reader.get(renca.host(), "/datos").body()).contains(link, "Planes en PDF");
        assertThat(reader.get(maipu.host(), "/datos").body()).doesNotContain("Planes en PDF");
        var answer = reader.load(renca.host(), "/planes/plan-abierto/plan.pdf").headers();
        assertThat(answer.firstValue("Content-Disposition")).contains("attachment; filename=\"plan-abierto-v3.pdf\"");
        assertThat(answer.firstValue("X-Robots-Tag")).contains("noindex");
    }

    @Test
    void staysTheSameWhateverIsReportedAndChangesWithWhatIsPromised() {
        var place = Office.municipality("quieta-papel");
        var plan = place.publishes("Plan quieto");
        var path = "/planes/plan-quieto/plan.pdf";
        var tag = reader.load(place.host(), path).headers().firstValue("ETag").orElseThrow();
        place.acts(() -> {
            Office.the(CommitmentTracking.class)
                    .reportProgress(plan.commitment(), plan.first(), new Percent(40), MINUTES, TODAY);
            return true;
        });
        await().atMost(1, TimeUnit.SECONDS)
                .until(() -> reader.get(place.host(), "/planes/plan-quieto/compromisos/1")
                        .text()
                        .contains("Avanzó de 0\u00a0% a 40\u00a0%"));
        assertThat(reader.get(place.host(), path, "If-None-Match", tag).status())
                .isEqualTo(304);

        place.acts(() -> {
            Office.the(CommitmentCodes.class).give(plan.commitment(), "CLQTA0001");
            return true;
        });

        assertThat(reader.get(place.host(), path, "If-None-Match", tag).status())
                .isEqualTo(200);
        try (var paper = printed(place, path)) {
            assertThat(paper.read()).containsSubsequence("Código OGP", "CLQTA0001");
        }
    }

    @Test
    void costsAsManyStatementsHoweverLargeThePlanIs() {
        var place = Office.municipality("grande-papel");
        place.publishes("Plan menor");
        place.acts(() -> {
            var promises = Office.the(Promises.class);
            var plan = Office.the(Plans.class)
                    .draft(new PlanDraft("Plan mayor", Framework.OGP_LOCAL, Promises.TWO_YEARS, "Resumen", "", false));
            Office.the(Commitments.class)
                    .draft(
                            plan,
                            IntStream.rangeClosed(1, 80)
                                    .mapToObj(number -> whole(number, 10))
                                    .toList());
            return promises.publish(plan);
        });
        reader.load(renca.host(), "/planes/plan-abierto/plan.pdf"); // the values of OGP are known

        long begun = System.nanoTime();
        int large = costOf(place, "/planes/plan-mayor/plan.pdf");
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        int small = costOf(place, "/planes/plan-menor/plan.pdf");
        var paper = reader.load(place.host(), "/planes/plan-mayor/plan.pdf").body();

        LOG.info("80 commitments of 10 milestones, twice: {} ms, {} bytes, {} statements", took, paper.length, large);
        assertThat(large).isEqualTo(small).isBetween(4, 9);
        assertThat(paper.length).isLessThan(3_000_000);
        try (var printed = new Printed(paper)) {
            assertThat(printed.texts("H3"))
                    .filteredOn(title -> title.contains("Compromiso "))
                    .hasSize(80);
        }
    }

    /** In statements, printed in both languages; the least, for the tenant known a moment ago may be due again. */
    private int costOf(Office.Place place, String path) {
        return Stream.of(path, path + "?lang=en")
                .mapToInt(paper -> {
                    reader.get(place.host(), "/datos"); // the tenant and its login are known
                    return Statements.during(() -> reader.load(place.host(), paper));
                })
                .min()
                .orElseThrow();
    }

    private static Commitments.Whole whole(int number, int steps) {
        var text = String.join(" ", Collections.nCopies(6, "Nadie sabe en qué se gasta, ni cómo se decide."));
        return new Commitments.Whole(
                new CommitmentDraft(
                        "Compromiso " + number,
                        text,
                        text,
                        "Municipio y juntas de vecinos",
                        "SECPLA",
                        Promises.TWO_YEARS,
                        List.of(new Relevance("ATI", text)),
                        List.of(),
                        null),
                IntStream.rangeClosed(1, steps)
                        .mapToObj(step -> new MilestoneDraft(
                                "Hito " + step + " de " + steps,
                                "Documento publicado " + step,
                                "SECPLA",
                                new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30)),
                                1))
                        .toList());
    }
}
