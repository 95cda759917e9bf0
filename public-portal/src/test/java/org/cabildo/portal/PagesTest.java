package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cabildo.testing.Promises.MINUTES;
import static org.cabildo.testing.Promises.TODAY;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.commitment.Commitments;
import org.cabildo.consortium.Consortia;
import org.cabildo.consortium.Joining;
import org.cabildo.consortium.published.DecisionRule;
import org.cabildo.kernel.Percent;
import org.cabildo.pillar.Pillars;
import org.cabildo.plan.Fact;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.Plans;
import org.cabildo.plan.PreparationItem;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;

@PortalTest
class PagesTest {

    private static final String EVIL = "=HYPERLINK(\"http://malo\";\"clic\") <script>alert('x')</script> & «ñ»";
    private static Office.Place renca;
    private static Office.Place santiago;
    private static Office.Place consortium;

    @Autowired
    Reader reader;

    @BeforeAll
    static void muchIsPublished() {
        renca = Office.municipality("renca");
        santiago = Office.municipality("santiago");
        consortium = Office.consortium("santiago-renca", santiago, renca);
        var made = renca.publishes("Plan abierto");
        renca.acts(() -> {
            var pillars = Office.the(Pillars.class);
            pillars.changeText(
                    pillars.text().version(), "Gobernar a la vista " + EVIL, List.of("Confianza", "Control"));
            pillars.publish();
            var tracking = Office.the(CommitmentTracking.class);
            tracking.reportProgress(made.commitment(), made.first(), new Percent(80), MINUTES, TODAY);
            tracking.correctProgress(
                    made.commitment(), made.first(), new Percent(50), "El acta era de otra sesión", TODAY);
            var commitments = Office.the(Commitments.class);
            commitments.draft(made.plan(), Promises.commitment(EVIL, Promises.TWO_YEARS));
            var second = commitments.of(made.plan()).getLast();
            commitments.addMilestone(second.id(), Promises.milestone("Hito del segundo", LocalDate.of(2027, 6, 30)));
            Office.the(Promises.class).publish(made.plan());
            var plans = Office.the(Plans.class);
            plans.state(new Fact(
                    Fact.Kind.AFFILIATION,
                    "Ingresó a OGP Local",
                    LocalDate.of(2024, 2, 1),
                    Fact.Precision.MONTH,
                    "Presentación"));
            var next = plans.draft(new PlanDraft("Plan que viene", Framework.OWN, null, "", "Presentación", true));
            plans.prepare(
                    next,
                    List.of(
                            new PreparationItem(
                                    PreparationItem.Kind.QUESTION, "¿Qué abrimos primero?", "", "Lámina 12"),
                            new PreparationItem(
                                    PreparationItem.Kind.PROPOSAL, "Presupuesto por barrio", "", "Lámina 13")));
            return true;
        });
        Office.publishesTogether(consortium, santiago, renca, "Plan compartido");
    }

    @Test
    void theFirstPageTellsWhatTheTenantPublished() {
        var home = reader.get(renca.host(), "/");

        assertThat(home.text())
                .contains("SINTÉTICO", "Gobernar a la vista", "Confianza", "Plan abierto", "2 compromisos")
                .contains("del modelo de gobierno abierto «Valores OGP (desde 2021)». Fuente: Alianza para el Gobierno")
                .contains("Suscribirse a las novedades (Atom) El enlace no se lee en el navegador")
                .contains("febrero de 2024", "Ingresó a OGP Local", "Presentación")
                .contains("Plan que viene", "En preparación", "Una pregunta", "Una propuesta")
                .contains("santiago-renca", "Plan compartido");
        assertThat(home.body()).contains("<meta name=\"robots\" content=\"noindex\" />");
    }

    @Test
    void theFirstPageLeadsWithWhatWasPromisedAndExplainsAfterwards() {
        var home = reader.get(renca.host(), "/");

        assertThat(home.all("h2"))
                .extracting(Element::getTextContent)
                .containsSubsequence(
                        "Planes publicados", "En preparación", "Plan compartido", "Qué es el gobierno abierto aquí");
        assertThat(home.all("a"))
                .extracting(link -> link.getAttribute("href"))
                .containsSubsequence(
                        "/planes/plan-abierto",
                        "/planes/plan-abierto/compromisos/1",
                        "/planes/plan-abierto/compromisos/2",
                        "/consorcios/" + consortium.slug() + "/planes/plan-compartido/compromisos/1");
        assertThat(home.text())
                .contains("Abrir el presupuesto Avance 25\u00a0% En curso con 1 hito retrasado")
                .doesNotContain("no tiene hoy un plan publicado");
        assertThat(reader.get(renca.host(), "/?lang=en").text()).contains("What open government means here");
    }

    @Test
    void whoLooksForACommitmentFindsItWhereverItsWordsStandAndNobodyElses() {
        var found = reader.get(renca.host(), "/?q=PRESUPÚESTO");

        assertThat(found.text())
                .contains("compromisos encontrados. Borrar la búsqueda", "Abrir el presupuesto", "Plan abierto")
                .contains("con 1 hito retrasado");
        assertThat(found.all("form").getFirst().getAttribute("action")).isEqualTo("/#resultados");
        assertThat(found.all("a"))
                .extracting(link -> link.getAttribute("href"))
                .contains(
                        "/planes/plan-abierto/compromisos/1",
                        "/consorcios/" + consortium.slug() + "/planes/plan-compartido/compromisos/1");
        assertThat(reader.get(renca.host(), "/?q=no-hay-tal").text())
                .contains("0 compromisos encontrados.", "Ningún compromiso de sus planes publicados dice eso.");
        assertThat(reader.get(renca.host(), "/?q=presupuesto&lang=en").text()).contains("commitments found.");
        assertThat(reader.get(renca.host(), "/").text()).contains("Busque entre sus planes y compromisos");
        var elsewhere = Office.municipality("ajena");
        assertThat(reader.get(elsewhere.host(), "/?q=presupuesto").text())
                .contains("0 compromisos encontrados.")
                .doesNotContain("Abrir el presupuesto");
        assertThat(reader.get(elsewhere.host(), "/").text()).doesNotContain("Busque entre");
    }

    @Test
    void aPlanIsFoundByItsTitleAndACommitmentByWhatItsMilestonesDo() {
        var place = Office.municipality("musical");
        var neighbour = Office.municipality("sorda");
        place.acts(() -> {
            var plan = Office.the(Plans.class)
                    .draft(new PlanDraft(
                            "Plan sonoro", Framework.OGP_LOCAL, Promises.TWO_YEARS, "Lo que se oye", "", false));
            var commitments = Office.the(Commitments.class);
            var kept = commitments.draft(plan, Promises.commitment("Abrir la sala", Promises.TWO_YEARS));
            commitments.addMilestone(kept, Promises.milestone("Afinar marimbas", LocalDate.of(2027, 6, 30)));
            var dropped = commitments.draft(plan, Promises.commitment("Cerrar la sala", Promises.TWO_YEARS));
            commitments.addMilestone(dropped, Promises.milestone("Guardar timbales", LocalDate.of(2027, 6, 30)));
            Office.the(Promises.class).publish(plan);
            commitments.withdraw(dropped, "Ya no se hará");
            return Office.the(Promises.class).publish(plan);
        });

        assertThat(reader.get(place.host(), "/?q=marimba%20documentos")).satisfies(found -> {
            assertThat(found.text())
                    .contains("Un compromiso encontrado.", "Abrir la sala")
                    .doesNotContain("plan encontrado", "Cerrar la sala");
            assertThat(found.all("title").getFirst().getTextContent())
                    .startsWith("«marimba documentos»: un compromiso · ");
        });
        assertThat(reader.get(place.host(), "/?q=oye")).satisfies(found -> {
            assertThat(found.text()).contains("Un plan encontrado. Borrar").doesNotContain("0 compromisos", "dice eso");
            assertThat(found.all("a"))
                    .filteredOn(link -> link.getTextContent().equals("Plan sonoro"))
                    .extracting(link -> link.getAttribute("href"))
                    .containsExactly("/planes/plan-sonoro");
            assertThat(found.all("title").getFirst().getTextContent()).startsWith("«oye»: un plan · ");
        });
        assertThat(reader.get(place.host(), "/?q=timbales")).as("withdrawn").satisfies(found -> {
            assertThat(found.text()).contains("0 compromisos encontrados.");
            assertThat(found.all("title").getFirst().getTextContent()).startsWith("«timbales»: 0 compromisos · ");
        });
        for (var word : List.of("marimba", "oye", "sonoro")) {
            assertThat(reader.get(neighbour.host(), "/?q=" + word).text())
                    .as(word)
                    .contains("0 compromisos encontrados.")
                    .doesNotContain("Abrir la sala", "Plan sonoro");
        }
    }

    @Test
    void aDraftIsNotFound() {
        renca.acts(() -> {
            var made = Office.the(Promises.class).drafted("Plan secreto");
            Office.the(Commitments.class)
                    .draft(made.plan(), Promises.commitment("Xilófonos para todos", Promises.TWO_YEARS));
            Office.the(Commitments.class)
                    .addMilestone(made.commitment(), Promises.milestone("Afinar marimbas", LocalDate.of(2027, 6, 30)));
            return true;
        });

        for (var drafted : List.of("marimbas", "secreto")) {
            assertThat(reader.get(renca.host(), "/?q=" + drafted).text())
                    .as(drafted)
                    .contains("0 compromisos encontrados.")
                    .doesNotContain("Afinar", "Plan secreto");
        }

        assertThat(reader.get(renca.host(), "/?q=xilófonos").text())
                .contains("0 compromisos encontrados.")
                .doesNotContain("Xilófonos para todos");
    }

    @Test
    void whoHasNoPlanInForceSaysSoThoughItTellsOtherThings() {
        var place = Office.municipality("sinplan");
        assertThat(reader.get(place.host(), "/").text())
                .contains("no ha publicado pilares")
                .doesNotContain("no tiene hoy un plan publicado");

        place.acts(() -> {
            Office.the(Plans.class)
                    .state(new Fact(
                            Fact.Kind.AFFILIATION,
                            "Ingresó a OGP Local",
                            LocalDate.of(2024, 2, 1),
                            Fact.Precision.MONTH,
                            "Presentación"));
            return true;
        });

        await().atMost(1, TimeUnit.SECONDS)
                .untilAsserted(
                        () -> assertThat(reader.get(place.host(), "/").text()).contains("Ingresó a OGP Local"));
        assertThat(reader.get(place.host(), "/").all("p"))
                .filteredOn(box -> box.getAttribute("class").equals("empty"))
                .extracting(Element::getTextContent)
                .containsExactly(
                        "Esta institución no tiene hoy un plan publicado en este portal: por ahora no hay compromisos que seguir.");
        assertThat(reader.get(place.host(), "/?lang=en").text()).contains("has no published plan on this portal today");
    }

    @Test
    void aConsortiumTellsWhoSharesItHowTheyDecideAndWhoLeftAndWhy() {
        var third = Office.municipality("tercera");
        var all = Office.consortium("de-tres", santiago, renca, third);
        assertThat(reader.get(all.host(), "/").text())
                .contains("cuando la aprueban todos los miembros que deciden", "Convenio de cooperación")
                .contains("de gobierno abierto de este consorcio", "Este consorcio no tiene hoy un plan publicado")
                .doesNotContain("Se retiraron", "suspendida")
                .doesNotContainIgnoringCase("esta institución");
        assertThat(reader.get(all.host(), "/?lang=en").text())
                .contains("This consortium publishes", "This consortium has no published plan on this portal today")
                .doesNotContainIgnoringCase("this institution");
        assertThat(reader.get(third.host(), "/").text()).contains("de-tres");

        Office.coordinates(() -> {
            var consortia = Office.the(Consortia.class);
            consortia.rule(all.id(), DecisionRule.MAJORITY, "Convenio, cláusula 4");
            consortia.suspend(all.id(), renca.id(), "No hay alcaldía hasta la elección");
        });
        third.acts(() -> {
            Office.the(Joining.class).leave(all.id(), "El concejo terminó el convenio");
            return true;
        });

        assertThat(reader.get(all.host(), "/").text())
                .contains("cuando la aprueba la mayoría", "suspendida: por ahora no decide")
                .contains("Se retiraron", "El concejo terminó el convenio")
                .doesNotContain("No hay alcaldía"); // that is for the members
        assertThat(reader.get(third.host(), "/").text()).doesNotContain("de-tres");
        assertThat(reader.get(third.host(), "/consorcios/" + all.slug() + "/planes/plan")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aCommitmentTellsHowFarItCameAndWhyItWasCorrected() {
        var page = reader.get(renca.host(), "/planes/plan-abierto/compromisos/1");

        assertThat(page.text())
                .contains("Nadie sabe en qué se gasta", "Publicar el presupuesto por barrio", "SECPLA")
                .contains("01-01-2026 al 31-12-2027", "Entrega información que no existía")
                .contains(
                        "Corregido de 80\u00a0% a 50\u00a0%",
                        "El acta era de otra sesión", "Avanzó de 0\u00a0% a 80\u00a0%");
        var evidence = page.all("a").stream()
                .filter(link -> link.getAttribute("href").equals("https://ejemplo.cl/acta.pdf"))
                .findFirst()
                .orElseThrow();
        assertThat(evidence.getAttribute("rel")).contains("noopener");
        assertThat(page.all("progress"))
                .extracting(bar -> bar.getAttribute("value"))
                .containsExactly("25", "50", "0");
    }

    @Test
    void whatWasReportedLastStandsAboveThePromiseAndInTheCardOfItsMilestone() {
        var page = reader.get(renca.host(), "/planes/plan-abierto/compromisos/1");

        assertThat(page.text())
                .containsSubsequence(
                        "\u00a0· Publicar 2026: corregido de 80\u00a0% a 50\u00a0%",
                        "El acta era de otra sesión",
                        "Prueba de lo que se mantiene, informada el",
                        "Evidencia: ",
                        "Ver todos los informes",
                        "La promesa",
                        "Último informe,",
                        "Corregido de 80\u00a0% a 50\u00a0%",
                        "Prueba de lo que se mantiene, informada el",
                        "Evidencia: ",
                        "Historia del avance",
                        "Avanzó de 0\u00a0% a 80\u00a0%");
        assertThat(page.all("a")).extracting(link -> link.getAttribute("href")).contains("#historia");
        assertThat(reader.get(renca.host(), "/planes/plan-abierto/compromisos/2")
                        .text())
                .doesNotContain("Último informe");
        assertThat(reader.get(renca.host(), "/planes/plan-abierto").body())
                .contains("/planes/plan-abierto/compromisos/1#hito-1");
    }

    @Test
    void whatIsNewInAVersionIsToldOnceAndNotAgainstNothing() {
        var page = reader.get(renca.host(), "/planes/plan-abierto/v/2/cambios");

        assertThat(page.text())
                .contains("Nuevo", "Hito del segundo", "Nadie sabe en qué se gasta")
                .doesNotContain("Antes", "No decía nada");
    }

    @Test
    void anOldCommitmentLeadsToItsOwnVersionAndSaysAsOfWhen() {
        var old = reader.get(renca.host(), "/planes/plan-abierto/v/1/compromisos/1");

        assertThat(old.body())
                .contains("<li><a href=\"/planes/plan-abierto/v/1\">Versión 1</a></li>")
                .contains("<p class=\"printed\">Versión 1: <span lang=\"es-CL\">Plan abierto</span></p>");
        assertThat(old.text()).contains("Avance informado hasta el ");
        assertThat(reader.get(renca.host(), "/planes/plan-abierto/v/1").text()).contains("Avance informado hasta el ");
        assertThat(reader.get(renca.host(), "/planes/plan-abierto").text()).doesNotContain("Avance informado hasta el");
    }

    @Test
    void whyAVersionReplacedAnotherIsToldOnceAndStepsNewestFirstAsVersionsAre() {
        var page = reader.get(renca.host(), "/planes/plan-abierto").text();

        assertThat(page)
                .containsOnlyOnce("Se ajustó lo que se prometió")
                .containsSubsequence(
                        "Se modificó el plan",
                        "Ver qué cambió",
                        "Se aprobó y publicó la primera versión",
                        "Versión 2",
                        "Versión 1");
    }

    @Test
    void factsSayWhatTheySayAndAUnitIsNoEvent() {
        var place = Office.municipality("hechos");
        place.acts(() -> {
            var plans = Office.the(Plans.class);
            plans.state(new Fact(Fact.Kind.OTHER, "Sesión del foro", null, Fact.Precision.UNDATED, "Acta"));
            plans.state(new Fact(
                    Fact.Kind.RESPONSIBLE_UNIT, "Dirección de Control", null, Fact.Precision.UNDATED, "Sitio"));
            return true;
        });

        assertThat(reader.get(place.host(), "/").text())
                .contains("Unidad responsable: Dirección de Control Fuente: Sitio", "Sesión del foro")
                .doesNotContain("Otro hecho");
    }

    @Test
    void aSharedPlanInPreparationSaysWhoseItIsAndThatQuestionsAreNotAnsweredHere() {
        consortium.actsFor(santiago, () -> {
            var plans = Office.the(Plans.class);
            var next = plans.draft(new PlanDraft("Plan por venir", Framework.CONSORTIUM, null, "", "Foro", true));
            plans.prepare(
                    next,
                    List.of(new PreparationItem(PreparationItem.Kind.QUESTION, "¿Tiene una idea?", "", "Lámina 12")));
            return true;
        });
        var path = "/planes/plan-por-venir";

        assertThat(reader.get(renca.host(), "/consorcios/" + consortium.slug() + path)
                        .text())
                .contains("Plan compartido de santiago-renca", "¿Tiene una idea?", "no se responden aquí");
        assertThat(reader.get(consortium.host(), path).text()).doesNotContain("Plan compartido de");
    }

    @Test
    void whereNothingWasReportedOpenDataSaysSo() {
        assertThat(reader.get(santiago.host(), "/datos").text())
                .contains("Sin informes todavía.")
                .doesNotContain("0 informes");
    }

    @Test
    void openDataSaysThatCorrectedProgressHasNoEvidenceButItsReason() {
        var page = reader.get(renca.host(), "/datos");

        assertThat(page.text())
                .contains("2 informes; los avances llevan su evidencia, las correcciones su motivo.")
                .contains("vacío si se corrigió el avance");
        assertThat(page.all("a"))
                .as("on paper its whole address")
                .extracting(link -> link.getAttribute("data-printed"))
                .contains(
                        "http://" + renca.host() + "/datos/avances.csv",
                        "http://" + renca.host() + "/datos/avances.json");
    }

    @Test
    void whoSharesPlansLeadsToTheOpenDataOfTheirConsortium() {
        var page = reader.get(santiago.host(), "/datos");

        assertThat(page.text()).contains("Los compromisos propios de esta institución", "Los compromisos que comparte");
        assertThat(page.all("a"))
                .filteredOn(link -> link.getTextContent().equals("santiago-renca"))
                .singleElement()
                .satisfies(link ->
                        assertThat(link.getAttribute("href")).isEqualTo("http://" + consortium.host() + "/datos"));
        assertThat(reader.get(consortium.host(), "/datos").text())
                .contains("Los mismos compromisos de este portal")
                .doesNotContain("Los compromisos que comparte");
    }

    @Test
    void theEnglishPagesOfATenantSayOnceThatItsTextsAreInSpanish() {
        var notice = "What was published here is in Spanish";
        assertThat(reader.get(renca.host(), "/?lang=en").text()).containsOnlyOnce(notice);
        assertThat(reader.get(renca.host(), "/").text()).doesNotContain(notice);
        assertThat(reader.get("localhost", "/?lang=en").text()).doesNotContain(notice);
    }

    @Test
    void aSharedPlanTellsHowFarWhatEachMemberLeadsIs() {
        assertThat(reader.get(consortium.host(), "/planes/plan-compartido").text())
                .contains("Por institución que lidera", santiago.slug())
                .contains("Un compromiso")
                .doesNotContainPattern("Un compromiso\\h· avance");
    }

    @Test
    void anOldVersionKeepsItsAddressAndSaysThatItIsOld() {
        var old = reader.get(renca.host(), "/planes/plan-abierto/v/1");
        var now = reader.get(renca.host(), "/planes/plan-abierto");

        assertThat(old.text())
                .contains("versión 1 de este plan, que ya no es la actual")
                .doesNotContain("HYPERLINK");
        assertThat(now.text()).contains("HYPERLINK", "· actual").doesNotContain("ya no es la actual", "vigente");
        assertThat(reader.get(renca.host(), "/planes/plan-abierto/v/1/compromisos/1")
                        .text())
                .contains("versión 1 del plan, que ya no es la actual");
        assertThat(reader.get(renca.host(), "/planes/plan-abierto/v/1/compromisos/2")
                        .status())
                .isEqualTo(404);
        assertThat(reader.get(renca.host(), "/planes/plan-abierto/v/3").status())
                .isEqualTo(404);
    }

    @Test
    void theSharedPlanIsOnTheConsortiumsPortalAndOnBothMembers() {
        assertThat(reader.get(consortium.host(), "/planes/plan-compartido").text())
                .contains("Abrir el presupuesto", "renca", "santiago");
        assertThat(reader.get(consortium.host(), "/").text()).contains("Miembros", "Plan compartido");
        for (var member : List.of(renca, santiago)) {
            var base = "/consorcios/" + consortium.slug() + "/planes/plan-compartido";
            assertThat(reader.get(member.host(), base).text()).contains("Plan compartido de", "Abrir el presupuesto");
            assertThat(reader.get(member.host(), base + "/compromisos/1").status())
                    .isEqualTo(200);
            assertThat(reader.get(member.host(), base + "/v/1").status()).isEqualTo(200);
            assertThat(reader.get(member.host(), "/planes/plan-compartido").status())
                    .isEqualTo(404);
        }
        var base = "/consorcios/" + consortium.slug() + "/planes/plan-compartido";
        assertThat(reader.get(santiago.host(), base).all("h2"))
                .extracting(Element::getTextContent)
                .contains("Lo que lidera santiago")
                .doesNotContain("Compromisos");
        assertThat(reader.get(renca.host(), base).text()).doesNotContain("Lo que lidera");
        assertThat(reader.get(consortium.host(), "/planes/plan-compartido").text())
                .doesNotContain("Lo que lidera");
        assertThat(reader.get(
                                Office.municipality("ajena").host(),
                                "/consorcios/" + consortium.slug() + "/planes/plan-compartido")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void openDataIsWhatThePagesSayAndNoSpreadsheetComputesIt() {
        var csv = reader.get(renca.host(), "/datos/compromisos.csv");
        var json = reader.get(renca.host(), "/datos/compromisos.json");

        assertThat(csv.header("Content-Type")).startsWith("text/csv").containsIgnoringCase("utf-8");
        assertThat(csv.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(csv.body()).startsWith("sintetico,institucion,codigo,plan,").endsWith("\r\n");
        assertThat(csv.body().lines()).hasSize(3);
        assertThat(csv.body()).contains("SINTÉTICO,renca,,plan-abierto,").contains(",25,2,0,en_curso,");
        assertThat(csv.body()).contains(",\"'=HYPERLINK(\"\"http://malo\"\"").doesNotContain(",=", ",\"=");
        assertThat(json.header("Content-Type")).startsWith("application/json");
        assertThat(json.body())
                .contains(
                        "\"sintetico\" : true",
                        "\"plan_titulo\" : \"Plan abierto\"",
                        "\"avance\" : 25",
                        "\"inicio\" : \"2026-01-01\"");
        assertThat(reader.get(consortium.host(), "/datos/compromisos.csv").body())
                .contains("plan-compartido");
        assertThat(reader.get(santiago.host(), "/datos/compromisos.csv").body().lines())
                .hasSize(1);
    }

    @Test
    void theDirectoryFindsATenantWithoutItsAccentsAndKeepsTheInventedApart() {
        Office.municipalityAt("penalolen.ejemplo.cl", "penalolen");
        var found = reader.get("localhost", "/?q=PE%C3%91ALOL%C3%89N");
        var none = reader.get("localhost", "/?q=%3Cscript%3E");

        assertThat(found.text()).contains("Un portal encontrado", "Municipalidad de penalolen", "Metropolitana");
        assertThat(none.text()).contains("Ningún portal, plan ni compromiso se llama «<script>»");
        assertThat(none.body()).doesNotContain("<script>");
        assertThat(reader.get("localhost", "/?q=renca").text()).contains("Portales de demostración", "SINTÉTICO");
        assertThat(reader.get("localhost", "/").text())
                .contains("361 instituciones que pueden participar".substring(4));
    }

    @Test
    void everyPageCanBeReachedIsWellFormedLightAndInBothLanguages() {
        for (var host : List.of(renca.host(), consortium.host())) {
            var seen = new HashSet<String>();
            var ahead = new ArrayDeque<>(List.of("/"));
            while (!ahead.isEmpty()) {
                var path = ahead.poll();
                if (!seen.add(path)) {
                    continue;
                }
                var page = reader.get(host, path);
                assertThat(page.status()).as(host + path).isEqualTo(200);
                assertThat(page.headers()).doesNotContainKey("Set-Cookie");
                if (page.header("Content-Type").startsWith("text/html")) {
                    assertSound(page, host + path);
                    page.all("a").stream()
                            .map(link -> link.getAttribute("href"))
                            .filter(link -> link.startsWith("/"))
                            .forEach(ahead::add);
                }
            }
            assertThat(seen).contains("/?lang=en", "/datos?lang=en").hasSizeGreaterThan(8);
        }
    }

    private static void assertSound(Reader.Page page, String where) {
        var english = where.contains("lang=en");
        var root = page.tree().getDocumentElement();
        assertThat(root.getAttribute("lang")).as(where).isEqualTo(english ? "en" : "es-CL");
        assertThat(page.body().length()).as(where).isLessThan(60_000);
        assertThat(page.body()).as(where).doesNotContain("{0}", "{1}", "style=", "null");
        assertThat(page.all("script")) // a block of data; what would run has no type, or another one
                .as(where)
                .allMatch(block -> block.getAttribute("type").equals("application/ld+json"))
                .hasSize(page.body().split("<script", -1).length - 1);
        assertThat(page.all("h1")).as(where).hasSize(1);
        assertThat(page.all("main")).as(where).hasSize(1);
        assertThat(page.all("a"))
                .as(where)
                .noneMatch(link -> accessibleName(link).isBlank());
        if (english) {
            assertThat(page.text())
                    .as(where)
                    .doesNotContain("Compromisos actuales", "Fuente:", "Responsable ", "Versión ");
        }
    }

    private static String accessibleName(Element link) {
        return link.getTextContent();
    }
}
