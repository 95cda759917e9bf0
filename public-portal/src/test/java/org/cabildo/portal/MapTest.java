package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.cabildo.calendar.Governments;
import org.cabildo.commitment.Commitments;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.cabildo.portal.town.Statements;
import org.cabildo.testing.Machine;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;

/** The nation's map: who publishes where, without script, light, and never what nobody may see. */
@PortalTest
class MapTest {

    private static final String NATION = "localhost";
    private static final int LIGHT = 60 << 10; // bytes over the wire
    private static Office.Place region;
    private static Office.Place capital;
    private static Office.Place neighbour;
    private static Office.Place consortium;
    private static Office.Place invented;

    @Autowired
    Reader reader;

    @Autowired
    Governments governments;

    @BeforeAll
    static void threeGovernmentsOfARegionPublish() {
        region = Office.government("07", "gore-maule");
        capital = Office.government("07101", "talca");
        neighbour = Office.government("07102", "constitucion");
        invented = Office.government("99101", "inventada");
        consortium = Office.consortium("cuenca-del-maule", capital, neighbour);
        capital.publishes("Plan abierto");
        invented.publishes("Plan inventado");
        Office.publishesTogether(consortium, capital, neighbour, "Plan compartido");
        List.of(region, capital, neighbour, consortium, invented).forEach(Office.Place::isHeard);
    }

    private static List<String> row(Reader.Page page, String name) {
        return page.all("tr").stream()
                .filter(row -> row.getTextContent().contains(name))
                .findFirst()
                .map(row -> IntStream.range(0, row.getChildNodes().getLength())
                        .mapToObj(cell ->
                                row.getChildNodes().item(cell).getTextContent().strip())
                        .filter(text -> !text.isEmpty())
                        .toList())
                .orElseThrow();
    }

    private static List<String> links(Element within) {
        var links = within.getElementsByTagName("a");
        return IntStream.range(0, links.getLength())
                .mapToObj(place -> ((Element) links.item(place)).getAttribute("href"))
                .toList();
    }

    private static List<Element> areas(Reader.Page page) {
        return page.all("a").stream()
                .filter(link -> link.getParentNode().getNodeName().equals("svg"))
                .toList();
    }

    @Test
    void aReaderComesFromTheDirectoryOverTheCountryAndTheRegionToAPortal() {
        var first = reader.get(NATION, "/");
        var country = reader.get(NATION, "/mapa");
        var maule = reader.get(NATION, "/mapa/07");

        assertThat(first.all("a")).extracting(link -> link.getAttribute("href")).contains("/mapa");
        assertThat(areas(country)).hasSize(16).anySatisfy(area -> {
            assertThat(area.getAttribute("href")).isEqualTo("/mapa/07");
            assertThat(area.getAttribute("aria-label"))
                    .isEqualTo("Maule: 2 de 30 municipalidades con portal."
                            + " Gobierno regional con portal. 2 compromisos.");
        });
        assertThat(areas(maule))
                .extracting(area -> area.getAttribute("href"))
                .contains("http://" + capital.host() + "/", "http://" + neighbour.host() + "/");
        assertThat(maule.all("a"))
                .extracting(link -> link.getAttribute("href"))
                .contains("http://" + region.host() + "/", "/mapa", "/");
        assertThat(reader.get(capital.host(), "/").status()).isEqualTo(200);
    }

    @Test
    void theKeyboardWalksThroughTheMapAsThroughTheTable() {
        var country = reader.get(NATION, "/mapa");

        assertThat(areas(country))
                .extracting(area -> area.getAttribute("href"))
                .containsExactlyElementsOf(country.all("tr").stream()
                        .flatMap(row -> links(row).stream())
                        .toList());
    }

    @Test
    void theTableSaysWhatTheMapShows() {
        var country = reader.get(NATION, "/mapa");
        var maule = reader.get(NATION, "/mapa/07");

        assertThat(row(country, "Maule")).containsExactly("VII Maule", "Sí", "2 de 30", "2");
        assertThat(row(country, "Antofagasta")).containsExactly("II Antofagasta", "Todavía no", "0 de 9", "0");
        assertThat(row(country, "Todo Chile").get(1)).endsWith(" de 16");
        assertThat(row(country, "Todo Chile").get(2)).endsWith(" de 345");
        assertThat(country.all("tr")).hasSize(1 + 16 + 1);
        assertThat(row(maule, "Talca").getLast())
                .as("its own and the shared one that it leads")
                .isEqualTo("2");
        assertThat(row(maule, "Constitución").getLast()).isEqualTo("0");
        assertThat(row(maule, "Linares").getLast()).isEqualTo("todavía sin portal");
        assertThat(maule.all("tr")).hasSize(1 + 30);
        assertThat(reader.get(NATION, "/").all("dt"))
                .extracting(Element::getTextContent)
                .contains(
                        row(country, "Todo Chile").get(1).startsWith("1 ")
                                ? "gobierno regional con portal"
                                : "gobiernos regionales con portal");
        for (var area : areas(maule)) {
            var said = area.getAttribute("aria-label").split(": ", 2);
            assertThat(said[1].replace("Un ", "1 "))
                    .startsWith(row(maule, said[0]).getLast() + " compromiso");
        }
    }

    @Test
    void whoHasAPortalIsNumberedHoweverSmallAndComesFirstInTheList() {
        Office.government("06103", "coinco"); // too small for a number on its region's map
        Office.government("13108", "independencia"); // too small on the map of its province

        for (var each : List.of(List.of("06", "06103"), List.of("13", "13108"))) {
            var page = reader.get(NATION, "/mapa/" + each.getFirst());
            var name = governments.require(each.getLast()).shortName();
            var mark = row(page, name).getFirst().split(" ", 2)[0];
            assertThat(page.all("text"))
                    .as(name)
                    .extracting(Element::getTextContent)
                    .containsOnlyOnce(mark);
        }
        assertThat(reader.get(NATION, "/mapa/07").all("tr").subList(1, 4))
                .extracting(line -> line.getTextContent().strip().replaceAll("\\s+", " "))
                .satisfiesExactly(
                        line -> assertThat(line).contains("Constitución"),
                        line -> assertThat(line).contains("Talca"),
                        line -> assertThat(line).endsWith("todavía sin portal"));
    }

    private static List<String> marks(Element piece) {
        var texts = piece.getElementsByTagName("text");
        return IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent())
                .toList();
    }

    @Test
    void everyComunaIsNumberedOnTheMapAsInTheTableAndOnceOnEachPiece() {
        for (var each : governments.regions()) {
            var page = reader.get(NATION, "/mapa/" + each.code());
            var drawn = page.all("svg").stream()
                    .flatMap(piece -> marks(piece).stream().distinct())
                    .toList();
            assertThat(drawn).as(each.name()).hasSameSizeAs(page.all("text"));
            var told = page.all("span").stream()
                    .filter(span -> span.getAttribute("class").equals("mark"))
                    .map(Element::getTextContent)
                    .toList();

            assertThat(told)
                    .as(each.name())
                    .doesNotContain("")
                    .doesNotHaveDuplicates()
                    .hasSameElementsAs(drawn);
            assertThat(page.text()).contains("el número es el del mapa");
        }
        assertThat(reader.get(NATION, "/mapa/13?lang=en").text()).contains("the numbers match the map");
    }

    @Test
    void onACloserMapNeighboursAreLinkedButNotTheirCorners() {
        var concepcion = Office.government("08101", "concepcion"); // roomy on both maps
        var florida = Office.government("08104", "florida"); // a corner of the closer one

        var linked = areas(reader.get(NATION, "/mapa/08")).stream()
                .map(area -> area.getAttribute("href"))
                .toList();

        assertThat(linked)
                .filteredOn(address -> address.equals("http://" + concepcion.host() + "/"))
                .hasSize(2);
        assertThat(linked)
                .filteredOn(address -> address.equals("http://" + florida.host() + "/"))
                .hasSize(1);
    }

    @Test
    void theWayThereIsReadInItsLanguage() {
        assertThat(reader.get(NATION, "/mapa?lang=en").body()).contains("<li aria-current=\"page\">National map</li>");
        assertThat(reader.get(NATION, "/mapa/07?lang=en").body())
                .contains("<li><a href=\"/mapa?lang=en\">National map</a></li>")
                .contains("<li aria-current=\"page\" lang=\"es-CL\">Región del Maule</li>");
    }

    @Test
    void everyComunaIsDrawnButAntarctica() {
        int drawn = 0;
        int told = 0;
        for (var each : governments.regions()) {
            var page = reader.get(NATION, "/mapa/" + each.code());
            var map = page.all("svg").getFirst();
            drawn += map.getElementsByTagName("path").getLength();
            told += page.all("tr").size() - 1;
            assertThat(page.text()).contains("sin validez legal (DFL 83 de 1979)");
        }

        assertThat(told).isEqualTo(345);
        assertThat(drawn).as("Antártica is no municipality's own").isEqualTo(345);
        assertThat(reader.get(NATION, "/mapa/12").text()).contains("Antártica la administra", "Cabo de Hornos");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/05", "/07", "/10", "/11", "/12", "/13"})
    void isLightAndNeedsNeitherScriptNorStyleOfItsOwn(String path) {
        for (var language : List.of("", "?lang=en")) {
            var page = reader.get(NATION, "/mapa" + path + language);

            assertThat(reader.load(NATION, "/mapa" + path + language).body()).hasSizeLessThan(LIGHT / 2);
            assertThat(page.body()).doesNotContain("style=", "<style", "null", "{0}", "{1}");
            assertThat(page.all("script"))
                    .allMatch(block -> block.getAttribute("type").equals("application/ld+json"));
            assertThat(page.all("h1")).hasSize(1);
            assertThat(page.all("table")).hasSize(1);
            assertThat(areas(page))
                    .noneMatch(area -> area.getAttribute("aria-label").isBlank());
        }
        assertThat(reader.get(NATION, "/mapa" + path + "?lang=en").text())
                .contains("Boundaries are for reference only", "published commitments")
                .doesNotContain("portal todavía", "sin portal", "compromisos", "Municipalidades con");
    }

    @Test
    void whatIsInventedIsNeitherCountedNorDrawn() {
        assertThat(reader.get(invented.host(), "/").status()).isEqualTo(200);
        assertThat(reader.get(NATION, "/mapa").body()).doesNotContain("/mapa/99", "nventad", "Ejemplo");
        assertThat(reader.get(NATION, "/mapa/99").status()).isEqualTo(404);
        assertThat(reader.get(NATION, "/mapa/99").body())
                .isEqualTo(reader.get(NATION, "/no/existe").body());
    }

    @Test
    void whoIsSuspendedIsGoneWithItsCommitmentsAndComesBack() throws SQLException {
        var leaving = Office.government("16101", "chillan");
        leaving.publishes("Plan abierto");
        leaving.isHeard();
        await().atMost(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(row(reader.get(NATION, "/mapa"), "Ñuble"))
                        .containsExactly("XVI Ñuble", "Todavía no", "1 de 21", "1"));
        assertThat(reader.get(NATION, "/mapa/16").body()).contains(leaving.host());
        assertThat(reader.get(NATION, "/mapa/16").all("dt"))
                .extracting(Element::getTextContent)
                .containsExactly("municipalidad con portal, de 21", "compromiso publicado");

        live(leaving, "SUSPENDED");

        await().atMost(Duration.ofSeconds(1)).untilAsserted(() -> {
            assertThat(row(reader.get(NATION, "/mapa"), "Ñuble"))
                    .containsExactly("XVI Ñuble", "Todavía no", "0 de 21", "0");
            assertThat(reader.get(NATION, "/mapa/16").body()).doesNotContain(leaving.host());
        });

        live(leaving, "ACTIVE");

        await().atMost(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> assertThat(reader.get(NATION, "/mapa/16").body()).contains(leaving.host()));
    }

    private static void live(Office.Place place, String life) throws SQLException {
        try (var connection = Machine.postgres().connect(Machine.postgres().superuser());
                var statement = connection.prepareStatement("update platform.tenant set life = ? where slug = ?")) {
            statement.setString(1, life);
            statement.setString(2, place.slug());
            statement.executeUpdate();
        }
    }

    @Test
    void whatIsADraftOrWithdrawnDoesNotCount() {
        var place = Office.government("14101", "valdivia");
        var made = place.publishes("Plan abierto");
        place.acts(() -> Office.the(Promises.class).drafted("Plan secreto"));
        place.isHeard();
        assertThat(row(reader.get(NATION, "/mapa/14"), "Valdivia").getLast()).isEqualTo("1");

        place.acts(() -> {
            Office.the(Commitments.class).withdraw(made.commitment(), "Otra institución lo hará");
            return Office.the(Promises.class).publish(made.plan());
        });
        place.isHeard();

        assertThat(row(reader.get(NATION, "/mapa/14"), "Valdivia").getLast()).isEqualTo("0");
    }

    @Test
    void costsThreeStatementsHoweverManyTakePart() {
        reader.get(NATION, "/mapa");

        var before = costOf("/mapa/15");
        Office.government("15101", "arica").publishes("Plan abierto");
        Office.government("15201", "putre").publishes("Plan abierto");

        assertThat(before).isEqualTo(3);
        assertThat(costOf("/mapa/15")).isEqualTo(3);
        assertThat(costOf("/mapa")).isEqualTo(3);
    }

    /** In statements; the least of three, for the portal's heart beats meanwhile. */
    private int costOf(String path) {
        return IntStream.range(0, 3)
                .map(_ -> Statements.during(() -> reader.get(NATION, path)))
                .min()
                .orElseThrow();
    }

    @Test
    void whoHasItAlreadyIsToldSoUntilSomethingChanges() {
        var place = Office.government("03101", "copiapo");
        for (var path : List.of("/mapa", "/mapa/03")) {
            var tag = reader.get(NATION, path).header("ETag");
            assertThat(reader.get(NATION, path, "If-None-Match", tag).status()).isEqualTo(304);
            assertThat(reader.get(NATION, path + "?q=algo").header("ETag")).isEqualTo(tag);
        }
        var seen = reader.get(NATION, "/mapa/03").header("ETag");

        place.publishes("Plan abierto");
        place.isHeard();

        var now = reader.get(NATION, "/mapa/03", "If-None-Match", seen);
        assertThat(now.status()).isEqualTo(200);
        assertThat(row(now, "Copiapó").getLast()).isEqualTo("1");
    }
}
