package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cabildo.testing.Promises.MINUTES;
import static org.cabildo.testing.Promises.TODAY;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.commitment.Commitments;
import org.cabildo.kernel.Percent;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the portal says to machines: feed readers, search engines, networks that show cards. */
@PortalTest
class SharingTest {

    private static final String EVIL = "</script><script>alert('x')</script> & «ñ» <!-- -->";
    private static final JsonMapper JSON = new JsonMapper();
    private static Office.Place renca;
    private static Office.Place maipu;
    private static Office.Place consortium;
    private static Promises.Made made;

    @Autowired
    Reader reader;

    @BeforeAll
    static void muchIsPublished() {
        renca = Office.municipality("renca");
        maipu = Office.municipality("maipu");
        consortium = Office.consortium("cuenca", renca, maipu);
        made = renca.publishes("Plan abierto");
        renca.acts(() -> {
            var commitments = Office.the(Commitments.class);
            commitments.draft(made.plan(), Promises.commitment(EVIL, Promises.TWO_YEARS));
            commitments.addMilestone(
                    commitments.of(made.plan()).getLast().id(),
                    Promises.milestone("Hito del segundo", LocalDate.of(2027, 6, 30)));
            Office.the(Promises.class).publish(made.plan());
            var tracking = Office.the(CommitmentTracking.class);
            tracking.reportProgress(made.commitment(), made.first(), new Percent(80), MINUTES, TODAY);
            return true;
        });
        renca.acts(() -> {
            Office.the(CommitmentTracking.class)
                    .correctProgress(made.commitment(), made.first(), new Percent(50), "Era otra sesión", TODAY);
            Office.the(Promises.class).drafted("Plan secreto");
            return true;
        });
        Office.publishesTogether(consortium, renca, maipu, "Plan compartido");
    }

    private static List<String> of(Reader.Page page, String name) {
        return page.all(name).stream().map(Element::getTextContent).toList();
    }

    @Test
    void theFeedTellsWhatHappenedNewestFirst() {
        var feed = reader.get(renca.host(), "/feed.atom");

        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.header("Content-Type")).isEqualTo("application/atom+xml;charset=UTF-8");
        assertThat(
                        feed.tree().getDocumentElement().getNamespaceURI() == null
                                ? feed.tree().getDocumentElement().getAttribute("xmlns")
                                : "")
                .isEqualTo("http://www.w3.org/2005/Atom");
        var titles = feed.all("entry").stream()
                .map(entry -> entry.getElementsByTagName("title").item(0).getTextContent())
                .toList();
        assertThat(titles)
                .startsWith(
                        "SINTÉTICO · Hito corregido de 80\u00a0% a 50\u00a0%: Publicar 2026 · Abrir el presupuesto",
                        "SINTÉTICO · Hito de 0\u00a0% a 80\u00a0%: Publicar 2026 · Abrir el presupuesto")
                .contains(
                        "SINTÉTICO · Compromiso 1 publicado: Abrir el presupuesto",
                        "SINTÉTICO · Plan modificado: Plan abierto (versión 2)")
                .contains("SINTÉTICO · Plan publicado: Plan abierto (versión 1)")
                .anyMatch(title -> title.startsWith("SINTÉTICO · Compromiso 2 publicado: </script>"));
        var amendment = feed.all("entry").stream()
                .filter(entry -> entry.getTextContent().contains("Plan modificado"))
                .findFirst()
                .orElseThrow();
        assertThat(((Element) amendment.getElementsByTagName("link").item(0)).getAttribute("href"))
                .endsWith("/planes/plan-abierto/v/2/cambios");
        assertThat(amendment.getElementsByTagName("summary").item(0).getTextContent())
                .isEqualTo("Se ajustó lo que se prometió");
        var moments = feed.all("entry").stream()
                .map(entry -> Instant.parse(
                        entry.getElementsByTagName("updated").item(0).getTextContent()))
                .toList();
        assertThat(moments).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(of(feed, "updated").getFirst()).isEqualTo(moments.getFirst().toString());
        assertThat(feed.text()).contains("Era otra sesión").doesNotContain("Plan secreto");
    }

    @Test
    void theFeedKeepsWhatItSaidAndTellsWhatAVersionChangedInAnEntryOfItsOwn() {
        var place = Office.municipality("enmendada");
        var made = place.publishes("Plan abierto");
        place.acts(() -> {
            var tracking = Office.the(CommitmentTracking.class);
            tracking.reportProgress(made.commitment(), made.first(), new Percent(20), MINUTES, TODAY);
            Office.the(Promises.class).retitle(made.commitment(), "Abrir las compras");
            Office.the(Promises.class).publish(made.plan());
            tracking.reportProgress(made.commitment(), made.first(), new Percent(40), MINUTES, TODAY);
            Office.the(Promises.class).retitle(made.commitment(), "Lo que nadie aprobó");
            return true;
        });

        var feed = reader.get(place.host(), "/feed.atom");

        assertThat(of(feed, "title").stream().skip(1))
                .containsExactly(
                        "SINTÉTICO · Hito de 20\u00a0% a 40\u00a0%: Publicar 2026 · Abrir las compras",
                        "SINTÉTICO · Plan modificado: Plan abierto (versión 2)",
                        "SINTÉTICO · Compromiso 1 modificado en la versión 2: Abrir las compras",
                        "SINTÉTICO · Hito de 0\u00a0% a 20\u00a0%: Publicar 2026 · Abrir el presupuesto",
                        "SINTÉTICO · Compromiso 1 publicado: Abrir el presupuesto",
                        "SINTÉTICO · Plan publicado: Plan abierto (versión 1)");
        assertThat(of(feed, "id")).doesNotHaveDuplicates();
        assertThat(feed.all("entry").get(2)).satisfies(entry -> {
            assertThat(((Element) entry.getElementsByTagName("link").item(0)).getAttribute("href"))
                    .endsWith("/planes/plan-abierto/v/2/cambios");
            assertThat(entry.getElementsByTagName("summary").item(0).getTextContent())
                    .isEqualTo("Se ajustó lo que se prometió");
            assertThat(entry.getElementsByTagName("updated").item(0).getTextContent())
                    .as("when the version was published")
                    .isEqualTo(of(feed, "updated").get(2));
        });
    }

    @Test
    void anEntryKeepsItsNameHoweverTheFeedIsReadAndNoOtherHasIt() {
        var byHost = of(reader.get(renca.host(), "/feed.atom"), "id");
        var byPath = of(reader.get("localhost", "/t/" + renca.slug() + "/feed.atom"), "id");
        var english = of(reader.get(renca.host(), "/feed.atom?lang=en"), "id");

        assertThat(byHost).hasSize(7).doesNotHaveDuplicates().allMatch(id -> id.startsWith("urn:uuid:"));
        assertThat(byPath).isEqualTo(byHost);
        assertThat(english.subList(1, english.size())).isEqualTo(byHost.subList(1, byHost.size()));
        assertThat(english.getFirst()).isNotEqualTo(byHost.getFirst());
    }

    @Test
    void aFeedHoldsNobodyElsesNewsAndTheNationHasNone() {
        var others = reader.get(maipu.host(), "/feed.atom");

        assertThat(others.all("entry")).isEmpty();
        assertThat(Instant.parse(of(others, "updated").getFirst())).isBefore(Instant.now());
        assertThat(reader.get("localhost", "/feed.atom").status()).isEqualTo(404);
        assertThat(reader.get("nadie.localhost", "/feed.atom").body())
                .isEqualTo(reader.get("localhost", "/no/existe").body());
        assertThat(of(reader.get(consortium.host(), "/feed.atom"), "title"))
                .contains("SINTÉTICO · Plan publicado: Plan compartido (versión 1)");
    }

    @Test
    void longNewsAreCutToTheLatestFifty() {
        var busy = Office.municipality("activa");
        var plan = busy.publishes("Plan activo");
        busy.acts(() -> {
            for (int percent = 1; percent <= 60; percent++) {
                Office.the(CommitmentTracking.class)
                        .reportProgress(plan.commitment(), plan.first(), new Percent(percent), MINUTES, TODAY);
            }
            return true;
        });

        var feed = reader.get(busy.host(), "/feed.atom");

        assertThat(feed.all("entry")).hasSize(50);
        assertThat(feed.text()).contains("Hito de 59\u00a0% a 60\u00a0%: Publicar 2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/feed.atom", "/sitemap.xml", "/robots.txt", "/tarjeta.png", "/planes/plan-abierto/tarjeta.png"})
    void whoHasItAlreadyIsToldSo(String path) {
        var first = reader.get(renca.host(), path);
        var again = reader.get(renca.host(), path, "If-None-Match", first.header("ETag"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(304);
        assertThat(reader.get(renca.host(), path + "?q=cualquiera").header("ETag"))
                .isEqualTo(first.header("ETag"));
    }

    @Test
    void pagesNameTheirFeedTheirOneAddressAndBothLanguages() {
        var page = reader.get("localhost", "/t/" + renca.slug() + "/planes/plan-abierto?lang=en");
        var base = "http://" + renca.host() + "/planes/plan-abierto";

        assertThat(page.body())
                .contains("<link rel=\"canonical\" href=\"" + base + "?lang=en\" />")
                .contains("<link rel=\"alternate\" hreflang=\"es-CL\" href=\"" + base + "\" />")
                .contains("<link rel=\"alternate\" hreflang=\"en\" href=\"" + base + "?lang=en\" />")
                .contains("type=\"application/atom+xml\"", "/t/" + renca.slug() + "/feed.atom?lang=en")
                .contains("<meta property=\"og:url\" content=\"" + base + "?lang=en\" />")
                .contains("<meta property=\"og:image\" content=\"" + base + "/tarjeta.png?lang=en\" />")
                .contains("<meta name=\"twitter:card\" content=\"summary_large_image\" />")
                .contains("<meta name=\"description\" content=\"Resumen\" />");
        assertThat(reader.get(maipu.host(), "/consorcios/" + consortium.slug() + "/planes/plan-compartido")
                        .body())
                .contains(
                        "<link rel=\"canonical\" href=\"http://" + consortium.host() + "/planes/plan-compartido\" />");
    }

    @Test
    void aHostOfItsOwnIsTheOneAddress() {
        Office.municipalityAt("datos.ejemplo.cl", "con-host-propio");

        for (var page : List.of(
                reader.get("con-host-propio.localhost", "/"),
                reader.get("datos.ejemplo.cl", "/"),
                reader.get("localhost", "/t/con-host-propio/"))) {
            assertThat(page.body()).contains("<link rel=\"canonical\" href=\"http://datos.ejemplo.cl/\" />");
        }
        assertThat(reader.get("datos.ejemplo.cl", "/robots.txt").body())
                .contains("Sitemap: http://datos.ejemplo.cl/sitemap.xml");
    }

    @Test
    void theMapNamesThisPortalsPagesInBothLanguagesAndEachOfThemExists() {
        var map = reader.get(renca.host(), "/sitemap.xml");
        var addresses = of(map, "loc");

        assertThat(map.header("Content-Type")).isEqualTo("application/xml;charset=UTF-8");
        assertThat(addresses)
                .contains(
                        "http://" + renca.host() + "/",
                        "http://" + renca.host() + "/?lang=en",
                        "http://" + renca.host() + "/planes/plan-abierto/compromisos/2")
                .hasSize(12)
                .allMatch(address -> address.startsWith("http://" + renca.host() + "/"));
        for (var address : addresses) {
            assertThat(reader.get(renca.host(), address.substring(("http://" + renca.host()).length()))
                            .status())
                    .as(address)
                    .isEqualTo(200);
        }
        assertThat(map.all("xhtml:link")).hasSize(36);
        assertThat(of(reader.get("localhost", "/sitemap.xml"), "loc"))
                .startsWith("http://localhost/", "http://localhost/?lang=en", "http://localhost/mapa")
                .contains(
                        "http://localhost/mapa/13?lang=en",
                        "http://localhost/bitacora",
                        "http://localhost/datos-del-pais")
                .hasSize(2 * (1 + 1 + 1 + 1 + 16));
    }

    @Test
    void robotsMayReadButNoMapLeadsToWhatIsInvented() {
        assertThat(reader.get("localhost", "/robots.txt").body())
                .contains("User-agent: *", "Sitemap: http://localhost/sitemap.xml");
        assertThat(reader.get(renca.host(), "/robots.txt").body()).doesNotContain("Sitemap");
        assertThat(reader.get("nadie.localhost", "/robots.txt").status()).isEqualTo(404);
    }

    @Test
    void whatAPageIsCannotEndItsBlock() {
        var page = reader.get(renca.host(), "/planes/plan-abierto/compromisos/2");
        var data = data(page);

        assertThat(page.all("script")).hasSize(1);
        assertThat(page.body().split("(?i)</script", -1)).hasSize(2);
        assertThat(page.body()).doesNotContain("<!-- -->", "alert('x')<");
        assertThat(data.get("@type").stringValue()).isEqualTo("CreativeWork");
        assertThat(data.get("name").stringValue())
                .startsWith("</script><script>alert('x')</script> & «ñ»")
                .endsWith("<!-- -->");
        assertThat(data.get("isPartOf").get("name").stringValue()).isEqualTo("Plan abierto");
        assertThat(data.get("publisher").get("@id").stringValue())
                .isEqualTo("http://" + renca.host() + "/#institucion");
    }

    @Test
    void pagesSayWhatTheyAre() {
        var home = data(reader.get(renca.host(), "/"));
        var plan = data(reader.get(renca.host(), "/planes/plan-abierto"));

        assertThat(home.get("@type").stringValue()).isEqualTo("GovernmentOrganization");
        assertThat(home.get("url").stringValue()).isEqualTo("http://" + renca.host() + "/");
        assertThat(home.get("areaServed").get("name").stringValue()).contains("Metropolitana");
        assertThat(plan.get("hasPart").size()).isEqualTo(2);
        assertThat(plan.get("temporalCoverage").stringValue()).isEqualTo("2026-01-01/2027-12-31");
        assertThat(data(reader.get(renca.host(), "/datos")).get("@type").stringValue())
                .isEqualTo("Dataset");
        assertThat(data(reader.get("localhost", "/")).get("@type").stringValue())
                .isEqualTo("WebSite");
    }

    private static JsonNode data(Reader.Page page) {
        return JSON.readTree(page.all("script").getFirst().getTextContent());
    }

    @Test
    void aCardIsDrawnForEachPageAndSaysHowFarItCame() throws IOException {
        var cards = List.of(
                picture(renca.host(), "/tarjeta.png"),
                picture(renca.host(), "/planes/plan-abierto/tarjeta.png"),
                picture(renca.host(), "/planes/plan-abierto/compromisos/1/tarjeta.png"),
                picture(renca.host(), "/planes/plan-abierto/compromisos/2/tarjeta.png"),
                picture("localhost", "/tarjeta.png"));

        for (var card : cards) {
            assertThat(card.getWidth()).isEqualTo(1200);
            assertThat(card.getHeight()).isEqualTo(630);
        }
        assertThat(cards.stream().map(SharingTest::inked).distinct()).hasSize(5);
        assertThat(filled(cards.get(2))).isBetween(200, 240); // a quarter of the bar's 820 pixels
        assertThat(filled(cards.get(3))).isLessThan(5);
        for (var path : List.of("/planes/nada/tarjeta.png", "/planes/plan-secreto/tarjeta.png")) {
            assertThat(reader.get(renca.host(), path).status()).isEqualTo(404);
        }
        assertThat(reader.get(maipu.host(), "/planes/plan-abierto/compromisos/1/tarjeta.png")
                        .status())
                .isEqualTo(404);
        assertThat(reader.get("localhost", "/planes/plan-abierto/tarjeta.png").status())
                .isEqualTo(404);
    }

    private BufferedImage picture(String host, String path) throws IOException {
        var load = reader.load(host, path);
        assertThat(load.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(load.body().length).isLessThan(120_000);
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(load.body())));
    }

    private static int inked(BufferedImage card) {
        var seen = new HashSet<Long>();
        for (int y = 0; y < card.getHeight(); y += 3) {
            for (int x = 0; x < card.getWidth(); x += 3) {
                if (card.getRGB(x, y) != 0xfff8f6f1) {
                    seen.add(((long) y << 32) | x);
                }
            }
        }
        return seen.hashCode();
    }

    /** How many pixels of the bar are of the accent's colour. */
    private static int filled(BufferedImage card) {
        int filled = 0;
        for (int x = 80; x < 900; x++) {
            if (card.getRGB(x, 630 - 196 + 13) == 0xff0f4c5c) {
                filled++;
            }
        }
        return filled;
    }

    @Test
    void theFirstPageIsLightOverTheWire() {
        for (var host : List.of(renca.host(), consortium.host(), "localhost")) {
            var page = reader.load(host, "/");
            var style = reader.load(
                    host,
                    reader.get(host, "/").all("link").stream()
                            .filter(link -> link.getAttribute("rel").equals("stylesheet"))
                            .findFirst()
                            .orElseThrow()
                            .getAttribute("href"));

            assertThat(page.headers().firstValue("Content-Encoding")).as(host).hasValue("gzip");
            assertThat(style.headers().firstValue("Content-Encoding")).as(host).hasValue("gzip");
            assertThat(page.body().length + style.body().length).as(host).isLessThan(60 * 1024);
        }
    }
}
