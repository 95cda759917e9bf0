package org.cabildo.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cabildo.file.Samples.bytes;
import static org.cabildo.file.Samples.joined;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.cabildo.file.published.FileKind;
import org.cabildo.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;

class KindsTest {

    static final FileSettings.Archive LIMITS = new FileSettings.Archive(2000, DataSize.ofMegabytes(200), 200);
    static final FileSettings SETTINGS = new FileSettings(
            Path.of("nowhere"),
            DataSize.ofMegabytes(20),
            DataSize.ofGigabytes(2),
            Map.of(),
            new FileSettings.Picture(1_000_000),
            LIMITS,
            Duration.ofHours(24),
            null);

    @TempDir
    Path folder;

    private final Kinds kinds = new Kinds(SETTINGS);

    static Stream<Arguments> honest() {
        return Stream.of(
                Arguments.of(FileKind.PDF, Samples.pdf()),
                Arguments.of(FileKind.PNG, Samples.png(4, 4)),
                Arguments.of(FileKind.JPEG, Samples.photograph(4, 4, 1)),
                Arguments.of(FileKind.TEXT, "Acta de la sesión\nCon tilde.".getBytes(UTF_8)),
                Arguments.of(FileKind.TEXT, "Acta de la sesión\r\nComo antes.".getBytes(ISO_8859_1)),
                Arguments.of(FileKind.TEXT, bytes("Una línea, con coma\ny otra sin ella")),
                Arguments.of(FileKind.CSV, "ID;Barrio;Litros\n1;Ñuñoa;20\n2;\"Cerro; alto\";3\n".getBytes(UTF_8)),
                Arguments.of(FileKind.CSV, bytes("ID;PROYECTO\r\n1;Plaza\r\n")),
                Arguments.of(FileKind.CSV, bytes("a,b\n1,2\n")),
                Arguments.of(FileKind.ODT, Samples.openDocument(FileKind.ODT.mediaType(), Map.of())),
                Arguments.of(FileKind.ODS, Samples.openDocument(FileKind.ODS.mediaType(), Map.of())),
                Arguments.of(FileKind.ODP, Samples.openDocument(FileKind.ODP.mediaType(), Map.of())),
                Arguments.of(FileKind.DOCX, Samples.openXml(Samples.WORD, Map.of())),
                Arguments.of(FileKind.XLSX, Samples.openXml(Samples.SHEET, Map.of())),
                Arguments.of(FileKind.PPTX, Samples.openXml(Samples.SLIDES, Map.of())));
    }

    @ParameterizedTest
    @MethodSource("honest")
    void knowsAFileByItsContent(FileKind kind, byte[] file) {
        assertThat(kinds.judge(Samples.content(folder, file))).isEqualTo(kind);
    }

    static Stream<Arguments> refused() {
        var script = bytes("<script>alert(1)</script>");
        var archive = Samples.archive(Map.of("a.txt", bytes("hola")));
        return Stream.of(
                refused(
                        "file.kind.svg",
                        "a drawing with a program",
                        bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")),
                refused(
                        "file.kind.svg",
                        "a drawing after a prologue",
                        bytes("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
                refused("file.kind.page", "a page", bytes("<!DOCTYPE html><html><body>hola</body></html>")),
                refused("file.kind.page", "a page after text", joined(bytes("Acta de la sesion\n"), script)),
                refused("file.kind.picture", "a GIF", bytes("GIF89a\1\0\1\0\0\0\0;")),
                refused("file.kind.picture", "a GIF that is a program", bytes("GIF89a/*\0\0\0\0*/=1;alert(1)")),
                refused(
                        "file.kind.picture",
                        "a WebP",
                        bytes("RIFF\32\0\0\0WEBPVP8L\15\0\0\0/\0\0\0\20\7\20\21\21\210\210\376\7\0")),
                refused(
                        "file.kind.program",
                        "a program of Windows",
                        joined(bytes("MZ\220\0\3\0\0\0\4\0\0\0\377\377\0\0"), new byte[512])),
                refused("file.kind.program", "a program of Linux", joined(bytes("\177ELF\2\1\1"), new byte[57])),
                refused("file.kind.archive", "an archive", archive),
                refused("file.kind.archive", "a gzip", joined(bytes("\37\213\10\0"), new byte[64])),
                refused(
                        "file.kind.old",
                        "an old Office file",
                        joined(bytes("\320\317\21\340\241\261\32\341"), new byte[2048])),
                refused("file.kind.recording", "a film", joined(bytes("\0\0\0\30ftypmp42"), new byte[64])),
                refused("file.kind.other", "noise", bytes("\1\2\3\4\5\6\7\0\1\2")),
                refused("file.text", "text with signs that are none", bytes("Acta ".repeat(200) + "\0\1")),
                refused("file.text", "text in UTF-16", "Acta de la sesión, con mucho texto".getBytes(UTF_16)),
                refused("file.pdf.end", "half a PDF", Arrays.copyOf(Samples.pdf(), 200)),
                refused("file.mixed", "a PDF behind a page", joined(bytes("%PDF-1.4\n"), script, Samples.pdf())),
                refused("file.mixed", "a PDF with a page behind it", joined(Samples.pdf(), script)),
                refused("file.mixed", "a PDF that is an archive", joined(Samples.pdf(), archive)),
                refused(
                        "file.mixed",
                        "an office file that is a program",
                        Samples.openXml(
                                Samples.WORD,
                                Map.of("META-INF/MANIFEST.MF", bytes("Main-Class: A"), "A.class", bytes("x")))),
                refused(
                        "file.mixed",
                        "a part outside",
                        Samples.openXml(Samples.WORD, Map.of("../../etc/x", bytes("x")))),
                refused(
                        "file.macros",
                        "macros in a document",
                        Samples.openXml("application/vnd.ms-word.document.macroEnabled.main+xml", Map.of())),
                refused(
                        "file.macros",
                        "macros by another name",
                        Samples.openXml(Samples.WORD, Map.of("word/vbaProject.bin", bytes("x")))),
                refused(
                        "file.macros",
                        "macros in an OpenDocument",
                        Samples.openDocument(
                                FileKind.ODT.mediaType(), Map.of("Basic/Standard/Module1.xml", bytes("x")))),
                refused("file.archive.broken", "half an office file", half(Samples.openXml(Samples.WORD, Map.of()))),
                refused(
                        "file.archive.broken",
                        "an office file with something behind it",
                        joined(Samples.openXml(Samples.WORD, Map.of()), bytes("more"))));
    }

    private static byte[] half(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    private static Arguments refused(String code, String what, byte[] file) {
        return Arguments.of(code, what, file);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refused")
    void refusesWhatIsNotAcceptedOrDeceives(String code, String what, byte[] file) {
        assertThatThrownBy(() -> kinds.judge(Samples.content(folder, file)))
                .as(what)
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo(code);
    }

    @Test
    void anArchiveThatUnpacksToFarMoreIsRefusedByWhatItUnpacksTo() {
        var zeros = new byte[80 << 20];
        var bomb = Samples.openXml(Samples.WORD, Map.of("word/bomb.xml", zeros));
        assertThat(bomb).hasSizeLessThan(200_000);

        assertRefused("file.archive.bomb", bomb, LIMITS);
    }

    @Test
    void anArchiveThatUnpacksToTooMuchInAllIsRefused() {
        var parts = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 5; i++) {
            parts.put("word/" + i + ".xml", new byte[300_000]);
        }

        assertRefused(
                "file.archive.bomb",
                Samples.openXml(Samples.WORD, parts),
                new FileSettings.Archive(2000, DataSize.ofMegabytes(1), 200));
    }

    @Test
    void anArchiveOfTooManyPartsIsRefused() {
        var parts = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 1999; i++) {
            parts.put("word/" + i + ".xml", new byte[0]);
        }

        assertRefused("file.archive.entries", Samples.openXml(Samples.WORD, parts), LIMITS);
    }

    @Test
    void anArchiveThatLiesAboutWhatItUnpacksToIsMeasuredAllTheSame() {
        var bomb = Samples.openXml(Samples.WORD, Map.of("word/bomb.xml", new byte[80 << 20]));
        for (int i = 0; i < bomb.length - 46; i++) { // the directory says that every part is small
            if (bomb[i] == 'P' && bomb[i + 1] == 'K' && bomb[i + 2] == 1 && bomb[i + 3] == 2) {
                bomb[i + 24] = 10;
                bomb[i + 25] = bomb[i + 26] = bomb[i + 27] = 0;
            }
        }

        assertThatThrownBy(() -> OfficeFile.kind(Samples.content(folder, bomb), LIMITS))
                .isInstanceOf(Refused.class);
    }

    private void assertRefused(String code, byte[] file, FileSettings.Archive limits) {
        assertThatThrownBy(() -> OfficeFile.kind(Samples.content(folder, file), limits))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo(code);
    }
}
