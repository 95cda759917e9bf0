package org.cabildo.portal.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Even if markup came into a template, a document would fetch nothing. */
class PressTest {

    private static final String PAGE =
            "<html lang=\"es-CL\"><head><title>Prueba</title>%s</head><body>%s</body></html>";
    private static final Press PRESS = new Press(TemplateEngine.createPrecompiled(ContentType.Html));
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer elsewhere;

    @TempDir
    Path folder;

    @BeforeEach
    void somebodyListens() throws IOException {
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
        });
        elsewhere.start();
    }

    @AfterEach
    void nobodyListens() {
        elsewhere.stop(0);
    }

    private String address() {
        return "http://127.0.0.1:" + elsewhere.getAddress().getPort();
    }

    @Test
    void nothingIsFetchedFromOutsideNorFromThisMachine() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.css"), "h1::after { content: 'secreto' }")
                .toUri();
        var picture = Files.write(folder.resolve("picture.png"), org.cabildo.testing.Papers.png(8, 8, 0xff0000))
                .toUri();
        var head = """
                <link rel="stylesheet" href="%1$s/a.css" /><link rel="stylesheet" href="%2$s" />
                <style>@import url('%1$s/b.css'); @import url('%2$s');
                @font-face { font-family: 'X'; src: url('%1$s/c.ttf'); } body { background: url('%1$s/d.png'); }</style>
                """.formatted(address(), secret);
        var body = """
                <h1>Título</h1><p><img src="%1$s/e.png" alt="" /><img src="%2$s" alt="" /></p>
                <object data="%1$s/f.svg" type="image/svg+xml"></object><iframe src="%1$s/g"></iframe>
                <a href="%2$s" download="x" relationship="Data">archivo</a>
                """.formatted(address(), picture);

        try (var printed = new Printed(PRESS.pdf(PAGE.formatted(head, body)))) {
            assertThat(asked).isEmpty();
            assertThat(printed.text()).contains("Título").doesNotContain("secreto");
            for (var page : printed.document().getPages()) {
                for (var name : page.getResources().getXObjectNames()) {
                    assertThat(page.getResources().getXObject(name)).isNotInstanceOf(PDImageXObject.class);
                }
            }
            var names = printed.document().getDocumentCatalog().getNames();
            assertThat(names == null || names.getEmbeddedFiles() == null).isTrue();
        }
    }

    @Test
    void noEntityIsDeclared() {
        var declared = "<!DOCTYPE html [<!ENTITY x SYSTEM \"%s/x\">]>".formatted(address());

        assertThatThrownBy(() -> PRESS.pdf(declared + PAGE.formatted("", "<p>&x;</p>")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> PRESS.pdf(PAGE.formatted("", "<p>&x;</p>"))).isInstanceOf(IllegalStateException.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void writesEveryLetterThatPeopleHereTypeAndNoneThatXmlForbids() {
        var letters = "áéíóúüñÁÉÍÓÚÜÑ ¿¡ «» – — “” ‘’ … → · • ≤ ≥ ✓ º ª € Ŵ ğ";

        try (var printed = new Printed(
                PRESS.pdf(PAGE.formatted("", "<h1>Uno</h1><p>" + letters + "</p><p>a\u000Bb\u0001c\uFFFEd 😀中</p>")))) {
            assertThat(printed.text()).contains(letters).contains("a b c d");
            assertThat(printed.foreignFonts()).isEmpty();
            assertThat(printed.faults()).isEmpty();
        }
    }

    @Test
    void noPageIsBlankHoweverFarTheLastOneReaches() {
        for (int above = 200; above <= 240; above++) { // mm, of 248 on a page
            var body = "<div class=\"cover\"><h1>Plan</h1></div><p style=\"height: %dmm\">Arriba</p>".formatted(above)
                    + "<div class=\"provenance\"><p>Abajo</p><p class=\"synthetic\">Inventado</p></div>";

            try (var printed = new Printed(PRESS.pdf(PAGE.formatted("", body)))) {
                assertThat(printed.pages())
                        .as("%d mm", above)
                        .allMatch(page -> page.contains("Arriba") || page.contains("Inventado"));
            }
        }
    }
}
