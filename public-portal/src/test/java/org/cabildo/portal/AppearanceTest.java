package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cabildo.testing.Papers.png;
import static org.cabildo.testing.Papers.sent;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.cabildo.appearance.AppearanceDraft;
import org.cabildo.appearance.Appearances;
import org.cabildo.appearance.published.Appearance;
import org.cabildo.appearance.published.Section;
import org.cabildo.appearance.published.Shades;
import org.cabildo.file.StoredFiles;
import org.cabildo.pillar.Pillars;
import org.cabildo.plan.Fact;
import org.cabildo.plan.Plans;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.cabildo.portal.town.Statements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each portal in its own colours, with its own arms, in its own order, and never in another's. */
@PortalTest
class AppearanceTest {

    private static final String ALTERNATIVE = "Escudo: un «ñandú» & \"dos\" <ríos>";
    private static final Pattern COLOURS = Pattern.compile("href=\"([^\"]*/apariencia/[^\"]+/colores\\.css)\"");
    private static final Pattern ARMS = Pattern.compile("src=\"([^\"]*/apariencia/[^\"]+/escudo\\.png)\"");
    private static Office.Place renca;
    private static Office.Place maipu;
    private static Office.Place plain;
    private static Office.Place consortium;

    @Autowired
    Reader reader;

    @BeforeAll
    static void twoPortalsAreDressed() {
        renca = Office.municipality("vestida");
        maipu = Office.municipality("otra");
        plain = Office.municipality("sencilla");
        consortium = Office.consortium("juntas", renca, maipu);
        renca.publishes("Plan abierto");
        Office.publishesTogether(consortium, renca, maipu, "Plan compartido");
        renca.acts(() -> {
            var pillars = Office.the(Pillars.class);
            pillars.changeText(pillars.text().version(), "Gobernar a la vista", List.of("Confianza"));
            pillars.publish();
            Office.the(Plans.class)
                    .state(new Fact(
                            Fact.Kind.AFFILIATION, "Ingresó", LocalDate.of(2024, 2, 1), Fact.Precision.MONTH, "Acta"));
            return true;
        });
        dress(renca, "#7a1f5c", "#1d663a", 0xaa0000, List.of(Section.FACTS, Section.PILLARS), Set.of(Section.BENEFITS));
        dress(maipu, "#8a3a00", "", 0x0000aa, List.of(), Set.of());
    }

    private static void dress(
            Office.Place place, String accent, String second, int arms, List<Section> order, Set<Section> hidden) {
        place.acts(() -> {
            var kept = Office.the(StoredFiles.class).keep(sent("escudo.png", png(600, 800, arms)));
            var appearances = Office.the(Appearances.class);
            appearances.save(
                    appearances.draft().version(),
                    new AppearanceDraft(
                            accent,
                            second,
                            Optional.of(new Appearance.Arms(kept.id().sha256(), ALTERNATIVE)),
                            order,
                            hidden));
            appearances.publish();
            return true;
        });
    }

    private String found(Pattern pattern, String host, String path) {
        var address = pattern.matcher(reader.get(host, path).body());
        assertThat(address.find()).as(host + path).isTrue();
        return address.group(1);
    }

    @Test
    void thePortalsPaperIsTheOneThatColoursAreJudgedOn() throws IOException {
        try (var sheet = AppearanceTest.class.getResourceAsStream("/org/cabildo/portal/portal.css")) {
            assertThat(new String(Objects.requireNonNull(sheet).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("--paper: " + Shades.PAPER, "--paper: " + Shades.NIGHT, "--card: #1a2128");
        }
    }

    @Test
    void theColoursComeAfterThePortalsOwnByHostAndByPath() {
        for (var at : List.of(new String[] {renca.host(), ""}, new String[] {"localhost", "/t/" + renca.slug()})) {
            var page = reader.get(at[0], at[1] + "/");
            var sheets = page.all("link").stream()
                    .filter(link -> link.getAttribute("rel").equals("stylesheet"))
                    .map(link -> link.getAttribute("href"))
                    .toList();
            assertThat(sheets).hasSize(2);
            assertThat(sheets.getFirst()).startsWith("/assets/");
            assertThat(sheets.getLast()).startsWith(at[1] + "/apariencia/").endsWith("/colores.css");

            var style = reader.get(at[0], sheets.getLast());
            assertThat(style.status()).isEqualTo(200);
            assertThat(style.header("Content-Type")).isEqualTo("text/css;charset=UTF-8");
            assertThat(style.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
            assertThat(style.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(style.body())
                    .contains("--accent: #7a1f5c;", "--on-accent: #ffffff;", "--copper: #1d663a;")
                    .contains("@media screen and (prefers-color-scheme: dark)")
                    .contains("--accent: "
                            + Shades.byNight(new org.cabildo.appearance.published.Colour(0x7a1f5c))
                                    .plain());
            assertThat(reader.get(at[0], sheets.getLast(), "If-None-Match", style.header("ETag"))
                            .status())
                    .isEqualTo(304);
        }
    }

    @Test
    void theArmsStandInTheHeaderSmallWithTheirWords() throws IOException {
        var page = reader.get(renca.host(), "/planes/plan-abierto");
        var image = page.all("img").getFirst();
        assertThat(image.getAttribute("alt")).isEqualTo(ALTERNATIVE);

        var address = image.getAttribute("src");
        var loaded = reader.load(renca.host(), address);
        var drawn = ImageIO.read(new ByteArrayInputStream(loaded.body()));

        assertThat(loaded.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(loaded.headers().firstValue("Cache-Control")).contains("max-age=31536000, public, immutable");
        assertThat(drawn.getWidth()).isEqualTo(144);
        assertThat(drawn.getHeight()).isEqualTo(144);
        assertThat(drawn.getRGB(72, 120)).isEqualTo(0xffaa0000);
        assertThat(drawn.getRGB(72, 20) >>> 24)
                .as("what is transparent stays so")
                .isZero();
        assertThat(drawn.getRGB(4, 72) >>> 24)
                .as("beside the arms there is nothing")
                .isZero();
        var tag = loaded.headers().firstValue("ETag").orElseThrow();
        assertThat(reader.get(renca.host(), address, "If-None-Match", tag).status())
                .isEqualTo(304);
        assertThat(loaded.body().length).isLessThan(10_000);
    }

    @Test
    void theFirstPageIsInTheTenantsOrderWithoutWhatItHid() {
        var titles = reader.get(renca.host(), "/").all("h2").stream()
                .map(title -> title.getTextContent())
                .toList();

        assertThat(titles)
                .containsExactly(
                        "Camino en la Alianza para el Gobierno Abierto",
                        "Qué es el gobierno abierto aquí",
                        "Pilares",
                        "Planes publicados",
                        "Plan compartido");
        assertThat(reader.get(renca.host(), "/").text())
                .contains("Gobernar a la vista")
                .doesNotContain("Confianza");
    }

    @Test
    void aPortalThatSaidNothingLooksAsEver() {
        var page = reader.get(plain.host(), "/");

        assertThat(page.body()).doesNotContain("/apariencia/");
        assertThat(page.all("img").getFirst().getAttribute("src")).startsWith("/assets/");
        assertThat(reader.get("localhost", "/").body()).doesNotContain("/apariencia/");
        assertThat(reader.get("localhost", "/no/existe").body()).doesNotContain("/apariencia/");
        assertThat(reader.get(renca.host(), "/no/existe").body()).contains("/apariencia/", "escudo.png");
    }

    @Test
    void noPortalLooksLikeAnotherAndForeignAddressesAreUnknown() {
        var colours = found(COLOURS, renca.host(), "/");
        var arms = found(ARMS, renca.host(), "/");

        assertThat(found(COLOURS, maipu.host(), "/")).isNotEqualTo(colours);
        assertThat(found(ARMS, maipu.host(), "/")).isNotEqualTo(arms);
        for (var host : List.of(maipu.host(), plain.host(), consortium.host(), "localhost")) {
            for (var address : List.of(colours, arms, "/t/" + renca.slug() + "x" + arms)) {
                var page = reader.get(host, address);
                assertThat(page.status()).as(host + address).isEqualTo(404);
                assertThat(page.body())
                        .as(host + address)
                        .isEqualTo(reader.nowhere(host, address).body());
                assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            }
        }
        assertThat(reader.get("localhost", "/t/" + maipu.slug() + arms).status())
                .isEqualTo(404);
        assertThat(reader.get(renca.host(), "/apariencia/x/colores.css").status())
                .isEqualTo(404);
        assertThat(reader.get(renca.host(), "/apariencia/" + "A".repeat(22) + "/escudo.png")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aSharedPlanLooksLikeThePortalItIsReadOnAndChangesWithIt() {
        var path = "/consorcios/" + consortium.slug() + "/planes/plan-compartido";
        assertThat(found(COLOURS, renca.host(), path)).isEqualTo(found(COLOURS, renca.host(), "/"));
        assertThat(found(COLOURS, maipu.host(), path)).isEqualTo(found(COLOURS, maipu.host(), "/"));
        assertThat(reader.get(consortium.host(), "/planes/plan-compartido").body())
                .doesNotContain("/apariencia/");
    }

    @Test
    void aNewLookIsSeenAtOnceTheOldOneIsGoneAndADraftIsNobodys() {
        var place = Office.municipality("cambia");
        var other = Office.municipality("testigo");
        place.publishes("Plan abierto");
        assertThat(reader.get(place.host(), "/planes/plan-abierto").body()).doesNotContain("/apariencia/");

        dress(place, "#7a1f5c", "", 0xaa0000, List.of(), Set.of());
        await().atMost(1, TimeUnit.SECONDS).until(() -> isDressed(place));
        var first = found(COLOURS, place.host(), "/planes/plan-abierto");
        place.acts(() -> {
            var appearances = Office.the(Appearances.class);
            appearances.save(
                    appearances.draft().version(),
                    new AppearanceDraft("#1d663a", "", Optional.empty(), List.of(), Set.of()));
            return true;
        });
        assertThat(found(COLOURS, place.host(), "/planes/plan-abierto")).isEqualTo(first);
        place.acts(() -> {
            Office.the(Appearances.class).publish();
            return true;
        });
        await().atMost(1, TimeUnit.SECONDS)
                .until(() ->
                        !found(COLOURS, place.host(), "/planes/plan-abierto").equals(first));

        var page = reader.get(place.host(), "/planes/plan-abierto");
        var second = found(COLOURS, place.host(), "/planes/plan-abierto");
        assertThat(second).isNotEqualTo(first);
        assertThat(page.body()).doesNotContain("escudo.png");
        assertThat(reader.get(place.host(), second).body()).contains("--accent: #1d663a;");
        assertThat(reader.get(place.host(), first).status()).isEqualTo(404);
        assertThat(reader.get(other.host(), second).status()).isEqualTo(404);
    }

    private boolean isDressed(Office.Place place) {
        return reader.get(place.host(), "/planes/plan-abierto").body().contains("/apariencia/");
    }

    @Test
    void aCardIsInTheTenantsColours() throws IOException {
        var card = card(renca);

        assertThat(card.getRGB(600, 5)).isEqualTo(0xff7a1f5c);
        assertThat(card(plain).getRGB(600, 5)).isEqualTo(0xff0f4c5c);
        assertThat(card.getRGB(122, 580)).as("the arms").isEqualTo(0xffaa0000);
    }

    private BufferedImage card(Office.Place place) throws IOException {
        var loaded = reader.load(place.host(), "/tarjeta.png");
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(loaded.body())));
    }

    @Test
    void aPageThatNobodyKeptCostsNoStatementMoreForItsLook() {
        reader.get(renca.host(), "/datos"); // the tenant and its login are known
        var page = "/planes/plan-abierto/compromisos/1";

        assertThat(Statements.during(() -> reader.get(renca.host(), page))).isBetween(1, 3);
        assertThat(Statements.during(() -> reader.get(renca.host(), page + "?lang=en")))
                .isLessThanOrEqualTo(3);
    }
}
