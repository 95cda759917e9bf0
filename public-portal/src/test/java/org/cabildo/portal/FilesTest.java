package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cabildo.testing.Papers.pdf;
import static org.cabildo.testing.Papers.sent;
import static org.cabildo.testing.Promises.TODAY;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.commitment.Evidence;
import org.cabildo.file.StoredFile;
import org.cabildo.file.StoredFiles;
import org.cabildo.kernel.Percent;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.cabildo.testing.Machine;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class FilesTest {

    private static final byte[] ACTA = pdf("Acta firmada por todos");
    private static Office.Place renca;
    private static Office.Place maipu;
    private static Office.Place consortium;
    private static StoredFile acta;
    private static StoredFile draft;
    private static StoredFile shared;

    @Autowired
    Reader reader;

    @BeforeAll
    static void evidenceIsPublished() {
        renca = Office.municipality("renca");
        maipu = Office.municipality("maipu");
        consortium = Office.consortium("cuenca", renca, maipu);
        var made = renca.publishes("Plan abierto");
        acta = renca.acts(() -> keep("Acta de «ñandú».pdf", ACTA));
        draft = renca.acts(() -> keep("borrador.pdf", pdf("Nadie lo ha visto")));
        renca.acts(() -> report(made, acta));
        var together = Office.publishesTogether(consortium, renca, maipu, "Plan compartido");
        shared = consortium.actsFor(renca, () -> keep("compartida.pdf", pdf("De la cuenca")));
        consortium.actsFor(renca, () -> report(together, shared));
    }

    private static StoredFile keep(String name, byte[] content) {
        return Office.the(StoredFiles.class).keep(sent(name, content));
    }

    private static boolean report(Promises.Made made, StoredFile file) {
        Office.the(CommitmentTracking.class)
                .reportProgress(
                        made.commitment(),
                        made.first(),
                        new Percent(80),
                        Evidence.in(file, "Acta de instalación"),
                        TODAY);
        return true;
    }

    private static String address(StoredFile file) {
        return "/archivos/" + file.id();
    }

    @Test
    void theTimelineNamesTheFileItsKindAndItsSizeAndLeadsToIt() {
        var page = reader.get(renca.host(), "/planes/plan-abierto/compromisos/1");

        assertThat(page.text())
                .contains("Acta de instalación", "Acta de «ñandú».pdf\u00a0· PDF\u00a0· " + ACTA.length + "\u00a0bytes")
                .contains("Huella del archivo (SHA-256)", acta.id().sha256());
        assertThat(page.all("a").stream().map(link -> link.getAttribute("href")))
                .contains(address(acta));
        assertThat(page.body())
                .as("on paper the whole address")
                .contains("data-printed=\"http://" + renca.host() + address(acta) + "\"");
        assertThat(reader.get(
                                renca.host(),
                                "/consorcios/" + consortium.slug() + "/planes/plan-compartido/compromisos/1")
                        .body())
                .contains("data-printed=\"http://" + renca.host() + "/consorcios/" + consortium.slug() + address(shared)
                        + "\"");
        assertThat(reader.get("localhost", "/t/" + renca.slug() + "/planes/plan-abierto/compromisos/1?lang=en")
                        .body())
                .contains("href=\"/t/" + renca.slug() + address(acta) + "\"");
    }

    @Test
    void aPublishedFileIsGivenToKeepAndNeverToRun() {
        for (var file : List.of(
                reader.get(renca.host(), address(acta)),
                reader.get("localhost", "/t/" + renca.slug() + address(acta)),
                reader.get(renca.host(), address(acta), "Accept", "text/html"))) {
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.body().getBytes(StandardCharsets.UTF_8)).isEqualTo(ACTA);
            assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
            assertThat(file.header("Content-Length")).isEqualTo(Integer.toString(ACTA.length));
            assertThat(file.header("Content-Disposition"))
                    .startsWith("attachment;")
                    .contains("filename*=UTF-8''Acta%20de%20%C2%AB%C3%B1and%C3%BA%C2%BB.pdf");
            assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(file.header("Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
            assertThat(file.headers()).doesNotContainKey("Set-Cookie");
        }
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        var whole = reader.get(renca.host(), address(acta));
        var again = reader.get(renca.host(), address(acta), "If-None-Match", whole.header("ETag"));

        assertThat(whole.header("ETag")).isEqualTo("\"" + acta.id() + "\"");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void aPartIsGivenToWhoeverHasTheRest() {
        var text = new String(ACTA, StandardCharsets.ISO_8859_1);

        var part = reader.get(renca.host(), address(acta), "Range", "bytes=5-9");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(text.substring(5, 10));
        assertThat(part.header("Content-Range")).isEqualTo("bytes 5-9/" + ACTA.length);
        assertThat(reader.get(renca.host(), address(acta), "Range", "bytes=-6").body())
                .isEqualTo(text.substring(ACTA.length - 6));
        assertThat(reader.get(renca.host(), address(acta), "Range", "bytes=10-").body())
                .isEqualTo(text.substring(10));
        assertThat(reader.get(renca.host(), address(acta), "Range", "bytes=999999-")
                        .status())
                .isEqualTo(416);
        for (var all : new String[] {"bytes=0-1,3-4", "chapters=1", "bytes=x-y"}) {
            assertThat(reader.get(renca.host(), address(acta), "Range", all).body())
                    .isEqualTo(text);
        }
        assertThat(reader.get(renca.host(), address(acta), "Range", "bytes=5-9", "If-Range", "\"other\"")
                        .body())
                .isEqualTo(text);
    }

    @Test
    void headSaysWhatGetWouldWithoutSayingIt() {
        var head = reader.send("HEAD", renca.host(), address(acta));

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(ACTA.length));
        assertThat(head.body()).isEmpty();
    }

    @Test
    void draftsForeignFilesAndWhatNobodyHasAreAnsweredAlikeToTheByte() {
        var upper = acta.id().sha256().toUpperCase(java.util.Locale.ROOT);

        for (var asked : new String[][] {
            {renca.host(), address(draft)},
            {renca.host(), "/archivos/" + "0".repeat(64)},
            {renca.host(), "/archivos/acta.pdf"},
            {renca.host(), "/archivos/" + upper},
            {renca.host(), address(acta) + "/Acta.pdf"},
            {renca.host(), address(shared)},
            {renca.host(), "/archivos/'%20or%201=1"},
            {maipu.host(), address(acta)},
            {maipu.host(), address(draft)},
            {"localhost", "/t/" + maipu.slug() + address(acta)},
            {"localhost", address(acta)},
            {maipu.host(), "/consorcios/" + renca.slug() + address(acta)},
            {Office.municipality("ajena").host(), "/consorcios/" + consortium.slug() + address(shared)},
            {renca.host(), "/consorcios/" + consortium.slug() + address(acta)}
        }) {
            var page = reader.get(asked[0], asked[1]);
            var unknown = reader.nowhere(asked[0], asked[1]);
            assertThat(page.status()).as(String.join(" ", asked)).isEqualTo(404);
            assertThat(page.body()).as(String.join(" ", asked)).isEqualTo(unknown.body());
            assertThat(page.lasting()).as(String.join(" ", asked)).isEqualTo(unknown.lasting());
        }
    }

    @Test
    void theFileOfASharedPlanIsGivenOnTheConsortiumsPortalAndOnItsMembers() {
        assertThat(reader.get(consortium.host(), address(shared)).status()).isEqualTo(200);
        for (var member : List.of(renca, maipu)) {
            var base = "/consorcios/" + consortium.slug();
            assertThat(reader.get(member.host(), base + "/planes/plan-compartido/compromisos/1")
                            .body())
                    .contains("href=\"" + base + address(shared) + "\"");
            assertThat(reader.get(member.host(), base + address(shared)).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void openDataNamesTheFileOfEachReport() {
        var csv = reader.get(renca.host(), "/datos/avances.csv");
        var json = reader.get(renca.host(), "/datos/avances.json");

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body().lines()).hasSize(2);
        assertThat(csv.body())
                .contains("http://" + renca.host() + address(acta))
                .contains("Acta de «ñandú».pdf,application/pdf," + ACTA.length + "," + acta.id())
                .doesNotContain(draft.id().sha256());
        assertThat(json.body())
                .contains("\"archivo_sha256\" : \"" + acta.id() + "\"", "\"archivo_bytes\" : " + ACTA.length)
                .contains("\"evidencia\" : \"Acta de instalación\"");
        assertThat(reader.get(maipu.host(), "/datos/avances.csv").body().lines())
                .hasSize(1);
        assertThat(reader.get("localhost", "/datos/avances.csv").status()).isEqualTo(404);
    }

    @Test
    void whenTheBytesAreAwayThePortalSaysSoAndClaimsNothing() throws Exception {
        var lost = renca.acts(() -> keep("perdida.pdf", pdf("Se perderá")));
        renca.acts(() -> Office.the(StoredFiles.class).publish(lost.id(), lost.name()));
        var place = Machine.files()
                .resolve(renca.id().toString())
                .resolve(lost.id().sha256().substring(0, 2))
                .resolve(lost.id().sha256());
        Files.delete(place);

        var page = reader.get(renca.host(), address(lost));

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Content-Disposition")).isEmpty();
        assertThat(page.header("ETag")).isEmpty();
    }
}
