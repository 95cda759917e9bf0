package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.cabildo.commitment.Commitments;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.Plans;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.cabildo.portal.town.Statements;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;

/** A neighbour looks for their comuna, whether it takes part or not. */
@PortalTest
class DirectorySearchTest {

    private static final String NATION = "localhost";
    private static Office.Place iquique;

    @Autowired
    Reader reader;

    @BeforeAll
    static void oneOfTarapacaTakesPart() {
        iquique = Office.government("01101", "iquique");
        Office.government("99102", "villa-modelo");
    }

    @Test
    void whatWasFoundIsInViewAndTheSearchCanBeCleared() {
        var found = reader.get(NATION, "/?q=iquique");

        assertThat(found.all("form").getFirst().getAttribute("action")).isEqualTo("/#resultados");
        assertThat(found.body()).contains("role=\"status\" id=\"resultados\"");
        assertThat(found.text()).contains("Un portal encontrado. Borrar la búsqueda", "Región de Tarapacá");
        assertThat(found.body()).contains("href=\"http://" + iquique.host() + "/\"");
        assertThat(reader.get(NATION, "/?q=iquique&lang=en").text()).contains("One portal found. Clear the search");
    }

    @Test
    void aComunaWithoutAPortalIsAnsweredByNameWithThePortalsOfItsRegion() {
        var found = reader.get(NATION, "/?q=camina");

        assertThat(found.text())
                .contains("Ningún portal, plan ni compromiso se llama «camina».", "Camiña todavía no tiene portal.")
                .contains("Tienen portal en esta región:", "Municipalidad de Iquique");
        assertThat(found.all("a"))
                .extracting(link -> link.getAttribute("href"))
                .contains("/mapa/01", "http://" + iquique.host() + "/");
        assertThat(reader.get(NATION, "/?q=camina&lang=en").text()).contains("Camiña has no portal yet.");
    }

    @Test
    void aRegionIsFoundByItsNameAsByItsNumber() {
        assertThat(reader.get(NATION, "/?q=TARAPACA").text())
                .contains("«TARAPACA» se leyó como una región: Región de Tarapacá")
                .contains("Un portal encontrado", "Municipalidad de Iquique")
                .contains("Gobierno Regional de Tarapacá", "Camiña")
                .doesNotContain("Tienen portal en esta región");
    }

    @Test
    void aRegionThatAMunicipalityIsCalledLikeIsOfferedBesideIt() {
        assertThat(reader.get(NATION, "/?q=maule").text())
                .contains("«maule» se leyó también como una región: Región del Maule")
                .containsSubsequence(
                        "Maule todavía no tiene portal.",
                        "Gobierno Regional del Maule todavía no tiene portal.",
                        "Cauquenes todavía no tiene portal.");
        assertThat(reader.get(NATION, "/?q=O%27Higgins").text())
                .contains("«O'Higgins» se leyó también como una región: Región del Libertador")
                .containsSubsequence("O'Higgins todavía no tiene portal.", "Chépica todavía no tiene portal.");
        assertThat(reader.get(NATION, "/?q=los+lagos").text())
                .as("the region's own before those whose names share a word with it")
                .containsSubsequence("Los Lagos todavía", "Ancud todavía", "Futaleufú todavía")
                .doesNotContain("General Lagos", "Lago Ranco");
        assertThat(reader.get(NATION, "/?q=atacama&lang=en").text())
                .contains("“atacama” was also read as a region: Región de Atacama")
                .contains("San Pedro de Atacama has no portal yet.", "Copiapó has no portal yet.");
        assertThat(reader.get(NATION, "/?q=quinta").text())
                .contains("«quinta» se leyó también como una región: Región de Valparaíso")
                .contains("Quinta Normal todavía no tiene portal.");
        assertThat(reader.get(NATION, "/?q=octava").text())
                .contains("«octava» se leyó como una región: Región del Biobío");
    }

    @Test
    void aRegionHasOneHeadingThoughAMunicipalityIsCalledLikeIt() {
        assertThat(reader.get(NATION, "/?q=valparaiso").all("h2"))
                .extracting(heading -> heading.getTextContent().strip())
                .contains("Con ese nombre")
                .containsOnlyOnce("Valparaíso");
    }

    @Test
    void whoIsCalledAsWasTypedComesFirst() {
        var other = Office.municipalityAt("barrioiquique.ejemplo.cl", "abiquique");

        assertThat(reader.get(NATION, "/?q=iquiq").all("a"))
                .extracting(link -> link.getAttribute("href"))
                .containsSubsequence("http://" + iquique.host() + "/", "http://barrioiquique.ejemplo.cl/");
        assertThat(other.slug()).isEqualTo("abiquique");
    }

    @Test
    void whoeverIsCalledExactlySoComesFirstThoughItHasNoPortal() {
        Office.government("13123", "providencia");
        var found = reader.get(NATION, "/?q=SANTIAGO").text();

        assertThat(found)
                .containsSubsequence(
                        "Con ese nombre Santiago todavía no tiene portal. Región: Metropolitana de Santiago.",
                        "Municipalidad de Providencia",
                        "Gobierno Regional Metropolitano de Santiago todavía no tiene portal.")
                .containsOnlyOnce(" Santiago todavía no tiene portal. Región");
        assertThat(reader.get(NATION, "/?q=providencia").text())
                .contains("Un portal encontrado.")
                .containsOnlyOnce("Municipalidad de Providencia");
    }

    @Test
    void whereNothingIsCalledSoTheReaderLearnsWhatIsSearched() {
        var none = reader.get(NATION, "/?q=zzzz");

        assertThat(none.text())
                .contains(
                        "Ningún portal, plan ni compromiso se llama «zzzz».",
                        "entre las 361 municipalidades",
                        "las tildes no importan",
                        "La búsqueda de cada portal mira más que los títulos")
                .doesNotContain("todavía no tiene portal");
        assertThat(reader.get(NATION, "/?q=%3F").text()).contains("entre las 361 municipalidades");
    }

    @Test
    void aWordThatManyShareNamesSomeAndLeadsToAll() {
        var many = reader.get(NATION, "/?q=municipalidad");
        var all = many.all("a").stream()
                .map(link -> link.getAttribute("href"))
                .filter(address -> address.startsWith("/busqueda/instituciones"))
                .findFirst()
                .orElseThrow();

        assertThat(many.text()).contains("instituciones sin portal que coinciden con «municipalidad».");
        assertThat(many.text().split("todavía no tiene portal", -1)).hasSize(1 + 12);
        assertThat(all).isEqualTo("/busqueda/instituciones?q=municipalidad");
        assertThat(reader.get(NATION, all)).satisfies(page -> {
            assertThat(page.text())
                    .contains("instituciones que todavía no tienen portal coinciden con «municipalidad».")
                    .contains("Camiña", "Cabo de Hornos", "Zapallar")
                    .doesNotContain("Municipalidad de Iquique");
            assertThat(page.all("a"))
                    .extracting(link -> link.getAttribute("href"))
                    .contains("/?q=municipalidad", "/busqueda/instituciones?lang=en&q=municipalidad");
        });
        assertThat(reader.get(NATION, all + "&lang=en").text())
                .contains("that have no portal yet match “municipalidad”");
    }

    @Test
    void wordsThatStandInEveryNameTellNothingBesideOthers() {
        assertThat(reader.get(NATION, "/?q=de").text()).contains("Ningún portal, plan ni compromiso se llama «de».");
        assertThat(reader.get(NATION, "/?q=la").text())
                .contains("La Reina todavía no tiene portal.")
                .doesNotContain("Camiña");
        assertThat(reader.get(NATION, "/?q=municipalidad%20de%20la%20camina").text())
                .contains("Camiña todavía no tiene portal.");
    }

    @Test
    void aRegionIsFoundByTheNumberThatTheMapGivesIt() {
        assertThat(reader.get(NATION, "/?q=xi").text())
                .contains("«xi» se leyó como una región: Región de Aysén del General Carlos Ibáñez")
                .contains("Ningún portal es de esa región todavía.")
                .contains("Gobierno Regional de Aysén todavía no tiene portal.", "Coyhaique todavía no tiene portal.")
                .doesNotContain("Calera de Tango", "Gobierno Regional de Los Lagos", "se llama «xi»");
        assertThat(reader.get(NATION, "/?q=RM").text())
                .contains("Gobierno Regional Metropolitano de Santiago")
                .doesNotContain("El Carmen", "Quinta Normal");
        assertThat(reader.get(NATION, "/?q=x&lang=en").text())
                .contains("“x” was read as a region: Región de Los Lagos")
                .contains("Gobierno Regional de Los Lagos", "Ancud")
                .doesNotContain("Los Ríos", "Lago Ranco", "Lago Verde");
    }

    @Test
    void aRegionHasItsNumberBesideOtherWordsToo() {
        for (var typed : List.of(
                "i", "I+región", "región+I", "primera+región", "1", "región+1", "1ra+región", "I+Región+de+Tarapacá")) {
            assertThat(reader.get(NATION, "/?q=" + typed.replace("ó", "%C3%B3").replace("á", "%C3%A1"))
                            .text())
                    .as(typed)
                    .contains("Un portal encontrado.", "Municipalidad de Iquique", "Camiña todavía no tiene portal.")
                    .doesNotContain("Arica");
        }
        assertThat(reader.get(NATION, "/busqueda/instituciones?q=I+region").text())
                .contains("Alto Hospicio", "Pica")
                .doesNotContain("Arica", "Iquique");
        assertThat(reader.get(NATION, "/?q=quinta").text())
                .contains("Quinta Normal todavía no tiene portal.")
                .doesNotContain("número de una región");
        assertThat(reader.get(NATION, "/?q=ilustre+municipalidad+de+camina").text())
                .contains("Camiña todavía no tiene portal.");
    }

    @Test
    void aSearchIsCalledAfterWhatWasTyped() {
        assertThat(title("/?q=camina"))
                .isEqualTo("«camina»: ningún portal, plan ni compromiso · Gobierno abierto en Chile");
        assertThat(title("/?q=xi")).isEqualTo("«xi»: ningún portal todavía · Gobierno abierto en Chile");
        assertThat(title("/?q=tarapaca")).isEqualTo("«tarapaca»: un portal · Gobierno abierto en Chile");
        assertThat(title("/?q=villa%20modelo"))
                .isEqualTo("«villa modelo»: ningún portal, plan ni compromiso real, un resultado de demostración"
                        + " · Gobierno abierto en Chile");
        assertThat(title("/?q=zzzz&lang=en"))
                .isEqualTo("“zzzz”: no portal, plan or commitment · Open government in Chile");
        assertThat(title("/")).isEqualTo("Gobierno abierto en Chile");
    }

    private String title(String path) {
        return reader.get(NATION, path).all("title").getFirst().getTextContent();
    }

    @Test
    void aSearchHasAnAddressOfItsOwn() {
        for (var page : List.of(
                "/?q=camina",
                "/busqueda/instituciones?q=camina",
                "/busqueda/planes?q=camina",
                "/busqueda/compromisos?q=camina")) {
            assertThat(reader.get(NATION, page).body())
                    .as(page)
                    .contains("rel=\"canonical\" href=\"http://localhost" + page + "\"")
                    .contains("hreflang=\"en\" href=\"http://localhost" + page + "&amp;lang=en\"");
        }
        assertThat(reader.get(NATION, "/busqueda/instituciones?q=zzzz").text())
                .contains("Ninguna institución sin portal se llama «zzzz».");
        assertThat(reader.get(NATION, "/busqueda/planes?q=zzzz").text()).contains("Ningún plan dice «zzzz».");
        assertThat(reader.get(NATION, "/busqueda/compromisos?q=zzzz").text())
                .contains("Ningún compromiso dice «zzzz».");
    }

    @Test
    void aConsortiumThatNobodyJoinedYetTakesNoPart() {
        var one = Office.municipality("una");
        var other = Office.municipality("otra");
        var asked = Office.asked("cuenca-pedida", one, other);
        var pages = new String[] {"/", "/?q=cuenca-pedida", "/datos-del-pais/instituciones.csv"};
        for (var page : pages) {
            assertThat(reader.get(NATION, page)).as(page).satisfies(found -> {
                assertThat(found.status()).isEqualTo(200);
                assertThat(found.body()).doesNotContain(asked.host());
            });
        }

        Office.joins(one, asked);

        for (var page : pages) {
            assertThat(reader.get(NATION, page).body()).as(page).contains(asked.host());
        }
    }

    @Test
    void aCommitmentIsFoundByItsTitleWhicheverPortalItIsOn() {
        var place = Office.municipalityAt("lectora.ejemplo.cl", "vecina-lectora");
        var made = place.publishes("Plan de la vecina");
        place.acts(() -> Office.the(Promises.class).drafted("Plan secreto"));
        var page = "/?q=PRESUPÚESTO%20lectora";
        assertThat(reader.get(NATION, page).text())
                .contains("Ningún portal, plan ni compromiso se llama", "títulos de los planes y compromisos");

        place.isHeard();

        assertThat(reader.get(NATION, page)).satisfies(found -> {
            assertThat(found.text())
                    .contains("Un compromiso encontrado.", "Avance 0\u00a0% En curso con 1 hito retrasado")
                    .doesNotContain("Ningún portal");
            assertThat(found.all("a"))
                    .filteredOn(link -> link.getTextContent().equals("Abrir el presupuesto"))
                    .extracting(link -> link.getAttribute("href"))
                    .containsExactly("http://lectora.ejemplo.cl/planes/plan-de-la-vecina/compromisos/1");
        });
        assertThat(reader.get(NATION, page + "&lang=en").text())
                .contains("One commitment found.", "In progress with 1 milestone late");
        assertThat(reader.get(NATION, page.replace("/?", "/busqueda/compromisos?"))
                        .text())
                .contains("Avance 0\u00a0% En curso con 1 hito retrasado");
        for (var plural : List.of("presupuestos%20lectoras", "presupuestos%20lectora")) {
            assertThat(reader.get(NATION, "/?q=" + plural).text()).contains("Abrir el presupuesto");
        }
        assertThat(reader.get(NATION, "/?q=abriros%20lectora").text()).contains("Ningún portal, plan ni compromiso");
        assertThat(reader.get(NATION, "/?q=lectora").text())
                .as("a name alone is the portal's")
                .contains("Un portal encontrado.")
                .doesNotContain("Abrir el presupuesto");
        assertThat(reader.get(iquique.host(), page).body())
                .as("a portal looks among its own only")
                .doesNotContain("lectora.ejemplo.cl");

        place.acts(() -> {
            Office.the(Commitments.class).withdraw(made.commitment(), "Otra institución lo hará");
            return Office.the(Promises.class).publish(made.plan());
        });
        place.isHeard();

        assertThat(reader.get(NATION, page).text()).doesNotContain("Abrir el presupuesto");
    }

    @Test
    void aPlanIsFoundByItsTitleWhicheverPortalItIsOn() {
        var place = Office.municipalityAt("planera.ejemplo.cl", "vecina-planera");
        var made = place.publishes("Convención ribereña");
        place.acts(() -> Office.the(Promises.class).drafted("Convención ribereña secreta"));
        var page = "/?q=RIBERENA%20convencion";
        assertThat(reader.get(NATION, page).text())
                .contains("Ningún portal, plan ni compromiso", "títulos de los planes");

        place.isHeard();

        assertThat(reader.get(NATION, page)).satisfies(found -> {
            assertThat(found.text())
                    .contains(
                            "Un plan encontrado. Borrar", "Planes Convención ribereña Municipalidad de vecina-planera")
                    .doesNotContain("Ningún portal", "secreta", "compromiso encontrado");
            assertThat(found.all("a"))
                    .filteredOn(link -> link.getTextContent().equals("Convención ribereña"))
                    .extracting(link -> link.getAttribute("href"))
                    .containsExactly("http://planera.ejemplo.cl/planes/convencion-riberena");
        });
        assertThat(title(page)).startsWith("«RIBERENA convencion»: un plan · ");
        assertThat(reader.get(NATION, page + "&lang=en").text())
                .contains("One plan found.", "Plans Convención", "What was published here is in Spanish");
        assertThat(reader.get(NATION, page.replace("/?", "/busqueda/planes?")).text())
                .contains("Un plan dice «RIBERENA convencion».", "Convención ribereña Municipalidad de vecina-planera")
                .doesNotContain("secreta");
        assertThat(reader.get(NATION, "/?q=riberenas%20planera").text()).contains("Un plan encontrado.");
        assertThat(reader.get(NATION, "/?q=presupuesto%20riberena").text())
                .as("a commitment is found by its own title")
                .contains("Ningún portal, plan ni compromiso");
        assertThat(reader.get(iquique.host(), page).body())
                .as("a portal looks among its own only")
                .doesNotContain("planera.ejemplo.cl");

        place.acts(() -> {
            Office.the(Commitments.class).withdraw(made.commitment(), "Otra institución lo hará");
            return Office.the(Promises.class).publish(made.plan());
        });
        place.isHeard();

        assertThat(reader.get(NATION, page).text()).as("nothing of it stands").doesNotContain("Convención ribereña");
    }

    @Test
    void ofManyPlansTheNearestTitlesAreNamed() {
        var place = Office.municipality("muchos-planes");
        for (int i = 1; i <= 11; i++) {
            place.publishes(i == 11 ? "Ornitorrincos" : "Obra%02d paraornitorrincos".formatted(i));
        }
        place.isHeard();

        assertThat(reader.get(NATION, "/?q=ornitorrincos")).satisfies(found -> {
            assertThat(found.text()).contains("De demostración hay 11 resultados", "Hay otro plan que lo dice.");
            assertThat(found.all("a"))
                    .extracting(Element::getTextContent)
                    .containsSubsequence("Ornitorrincos", "Obra01 paraornitorrincos")
                    .doesNotContain("Obra10 paraornitorrincos");
            assertThat(found.all("a"))
                    .extracting(link -> link.getAttribute("href"))
                    .contains("/busqueda/planes?q=ornitorrincos");
        });
        assertThat(reader.get(NATION, "/busqueda/planes?q=ornitorrincos")).satisfies(all -> {
            assertThat(all.text()).contains("Ningún plan real dice «ornitorrincos».", "SINTÉTICO");
            assertThat(all.all("a"))
                    .extracting(Element::getTextContent)
                    .containsSubsequence("Ornitorrincos", "Obra01 paraornitorrincos", "Obra10 paraornitorrincos");
        });
    }

    @Test
    void ofManyCommitmentsTheNearestTitlesAreNamed() {
        var place = Office.municipality("muchas-obras");
        place.acts(() -> {
            var plan = Office.the(Plans.class)
                    .draft(new PlanDraft(
                            "Plan de obras", Framework.OGP_LOCAL, Promises.TWO_YEARS, "Resumen", "", false));
            IntStream.rangeClosed(1, 22).forEach(number -> {
                var title = number == 22
                        ? "Xilófonos"
                        : number == 21 ? "Los xilófonos" : "Obra%02d paraxilófonos".formatted(number);
                var commitment =
                        Office.the(Commitments.class).draft(plan, Promises.commitment(title, Promises.TWO_YEARS));
                Office.the(Commitments.class)
                        .addMilestone(commitment, Promises.milestone("Hito", LocalDate.of(2027, 6, 30)));
            });
            return Office.the(Promises.class).publish(plan);
        });
        place.isHeard();

        var found = reader.get(NATION, "/?q=xilofonos");

        assertThat(found.text()).contains("De demostración hay 22 resultados", "Hay otros 2 compromisos");
        assertThat(found.all("ol").getFirst().getElementsByTagName("li").getLength())
                .isEqualTo(20);
        assertThat(found.all("a"))
                .extracting(Element::getTextContent)
                .containsSubsequence("Xilófonos", "Los xilófonos", "Obra01 paraxilófonos")
                .doesNotContain("Obra20 paraxilófonos");
        assertThat(Statements.during(() -> reader.get(NATION, "/?q=xilofonos"))).isBetween(1, 8);
        assertThat(found.all("a"))
                .extracting(link -> link.getAttribute("href"))
                .contains("/busqueda/compromisos?q=xilofonos");
        assertThat(reader.get(NATION, "/busqueda/compromisos?q=xilofonos").all("a"))
                .extracting(Element::getTextContent)
                .containsSubsequence("Xilófonos", "Los xilófonos", "Obra01 paraxilófonos", "Obra20 paraxilófonos");
        for (var page : List.of("/?q=xilofonos", "/busqueda/compromisos?q=xilofonos")) {
            assertThat(reader.get(NATION, page + "&lang=en").text()).contains("What was published here is in Spanish");
            assertThat(reader.get(NATION, page).text()).doesNotContain("publicados están en español");
        }
        assertThat(reader.get(NATION, "/?q=iquique&lang=en").text())
                .doesNotContain("What was published here is in Spanish");
    }

    @Test
    void theInventedStandApartAndAreNotCounted() {
        var found = reader.get(NATION, "/?q=villa%20modelo");

        assertThat(found.text())
                .contains(
                        "Ningún portal, plan ni compromiso real se llama «villa modelo».",
                        "De demostración hay un resultado, más abajo.")
                .contains("Portales de demostración", "Municipalidad de Villa Modelo");
        assertThat(found.all("section"))
                .filteredOn(section -> section.getTextContent().contains("Villa Modelo"))
                .extracting(Element::getTextContent)
                .allMatch(text -> text.contains("SINTÉTICO"));
    }
}
