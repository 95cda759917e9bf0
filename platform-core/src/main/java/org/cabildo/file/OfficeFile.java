package org.cabildo.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.cabildo.file.published.FileKind;
import org.cabildo.kernel.Refused;

/**
 * An office file: an archive that says in one of its parts what it is. Every part is unpacked once, into nothing, so
 * that what it unpacks to is measured and not believed.
 */
final class OfficeFile {

    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
    private static final Map<String, FileKind> MAIN_PARTS = Map.of(
            OOXML + "wordprocessingml.document.main+xml", FileKind.DOCX,
            OOXML + "spreadsheetml.sheet.main+xml", FileKind.XLSX,
            OOXML + "presentationml.presentation.main+xml", FileKind.PPTX);
    private static final Pattern MACRO =
            Pattern.compile("(?i)(basic|scripts)/.*|(.*/)?(vbaproject|vbadata)[^/]*|(.*/)?(activex|macrosheets)/.*");
    private static final Pattern PROGRAM = Pattern.compile(
            "(?i)META-INF/MANIFEST\\.MF|AndroidManifest\\.xml|.*\\.(class|dex|exe|dll|jar|js|vbs|bat|cmd|ps1)");
    private static final Pattern OUTSIDE = Pattern.compile("/.*|.*\\\\.*|(.*/)?\\.\\.(/.*)?|[A-Za-z]:.*");
    private static final String TYPES = "[Content_Types].xml";
    private static final String MIMETYPE = "mimetype";
    private static final long SMALL = 1 << 20; // bytes a part may unpack to whatever it was packed in

    private OfficeFile() {}

    /**
     * Which office file it is.
     *
     * @throws Refused if it is none, holds macros or programs, or unpacks to too much
     */
    static FileKind kind(Content content, FileSettings.Archive limits) {
        if (!content.endsAsArchive()) {
            throw broken();
        }
        try (var archive = new ZipFile(content.path().toFile(), StandardCharsets.UTF_8)) {
            refuseParts(archive, limits);
            unpack(archive, limits);
            return kind(archive).orElseThrow(OfficeFile::archive);
        } catch (ZipException | IllegalArgumentException _) { // as Java calls names that are no UTF-8
            throw broken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseParts(ZipFile archive, FileSettings.Archive limits) {
        if (archive.size() > limits.entries()) {
            throw new Refused(
                    "file.archive.entries",
                    "This file has %d parts inside, and at most %d are accepted."
                            .formatted(archive.size(), limits.entries()),
                    archive.size(),
                    limits.entries());
        }
        var names = new HashSet<String>();
        for (var part : Collections.list(archive.entries())) {
            var name = part.getName();
            if (MACRO.matcher(name).matches()) {
                throw macros();
            }
            if (PROGRAM.matcher(name).matches() || OUTSIDE.matcher(name).matches() || !names.add(name)) {
                throw Mixed.refusal();
            }
        }
    }

    private static void unpack(ZipFile archive, FileSettings.Archive limits) throws IOException {
        long most = limits.total().toBytes();
        long total = 0;
        var buffer = new byte[1 << 16];
        for (var part : Collections.list(archive.entries())) {
            long mostOfPart = Math.max(SMALL, Math.max(1, part.getCompressedSize()) * limits.ratio());
            long unpacked = 0;
            try (var stream = archive.getInputStream(part)) {
                for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                    unpacked += read;
                    total += read;
                    if (unpacked > mostOfPart || total > most) {
                        throw new Refused(
                                "file.archive.bomb",
                                "This file unpacks to far more than it should: at most %d MB, and at most %d times its size."
                                        .formatted(limits.total().toMegabytes(), limits.ratio()),
                                limits.total().toMegabytes(),
                                limits.ratio());
                    }
                }
            }
        }
    }

    private static Optional<FileKind> kind(ZipFile archive) throws IOException {
        var types = archive.getEntry(TYPES);
        return types == null ? openDocument(archive) : openXml(archive, types);
    }

    private static Optional<FileKind> openDocument(ZipFile archive) throws IOException {
        var mimetype = archive.getEntry(MIMETYPE);
        if (mimetype == null || archive.getEntry("content.xml") == null) {
            return Optional.empty();
        }
        try (var stream = archive.getInputStream(mimetype)) {
            var said = new String(stream.readNBytes(100), StandardCharsets.US_ASCII).strip();
            return Arrays.stream(FileKind.values())
                    .filter(kind -> kind.mediaType().contains("opendocument"))
                    .filter(kind -> kind.mediaType().equals(said))
                    .findFirst();
        }
    }

    private static Optional<FileKind> openXml(ZipFile archive, ZipEntry types) throws IOException {
        Set<String> said;
        try (var stream = archive.getInputStream(types)) {
            said = contentTypes(stream);
        } catch (XMLStreamException _) {
            throw broken();
        }
        if (said.stream().anyMatch(type -> type.toLowerCase(Locale.ROOT).matches(".*(macroenabled|vbaproject).*"))) {
            throw macros();
        }
        var kinds = said.stream()
                .filter(MAIN_PARTS::containsKey)
                .map(MAIN_PARTS::get)
                .distinct()
                .toList();
        return kinds.size() == 1 ? Optional.of(kinds.getFirst()) : Optional.empty();
    }

    private static Set<String> contentTypes(InputStream stream) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var types = new TreeSet<String>();
        var reader = factory.createXMLStreamReader(stream);
        while (reader.hasNext()) {
            if (reader.next() == javax.xml.stream.XMLStreamConstants.START_ELEMENT) {
                var type = reader.getAttributeValue(null, "ContentType");
                if (type != null) {
                    types.add(type);
                }
            }
        }
        return types;
    }

    private static Refused macros() {
        return new Refused(
                "file.macros", "This file holds macros, which are programs. Save it without macros, or as PDF.");
    }

    private static Refused broken() {
        return new Refused(
                "file.archive.broken",
                "This file cannot be opened: it may have arrived in part or hold a password. Save it anew without"
                        + " password and upload that.");
    }

    /** What is said of archives that are no office file. */
    static Refused archive() {
        return new Refused(
                "file.kind.archive",
                "This is an archive and no office file. Upload what is in it, one file for each report.");
    }
}
