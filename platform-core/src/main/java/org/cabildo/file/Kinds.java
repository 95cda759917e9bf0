package org.cabildo.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.cabildo.file.published.FileKind;
import org.cabildo.kernel.Refused;
import org.springframework.stereotype.Component;

/** Judges what a file is by its bytes alone: neither its name nor what the sender claims is asked. */
@Component
class Kinds {

    private static final int GUESSED_FROM = 2048; // bytes
    private static final String[] PROGRAMS = {
        "application/x-msdownload",
        "application/x-dosexec",
        "application/x-executable",
        "application/x-elf",
        "application/x-sharedlib",
        "application/x-mach",
        "application/java-vm",
        "application/x-sh",
        "application/x-bat",
        "application/javascript",
        "text/javascript",
        "application/x-ms-installer"
    };
    private static final String[] ARCHIVES = {
        "application/gzip",
        "application/x-7z-compressed",
        "application/x-rar",
        "application/x-tar",
        "application/x-bzip",
        "application/x-xz",
        "application/zstd"
    };
    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final FileSettings settings;

    Kinds(FileSettings settings) {
        this.settings = settings;
    }

    /**
     * What the file is.
     *
     * @throws Refused if it is of no accepted kind, or more than it should be
     */
    FileKind judge(Content content) {
        var type = type(content);
        return switch (type) {
            case "application/pdf" -> {
                PdfFile.check(content);
                yield FileKind.PDF;
            }
            case "image/png" -> FileKind.PNG;
            case "image/jpeg" -> FileKind.JPEG;
            case "text/plain", "application/x-sylk" -> text(content); // a table may begin with ID;
            default -> {
                if (content.startsWith("PK\u0003\u0004")) {
                    yield OfficeFile.kind(content, settings.archive());
                }
                throw refusal(type);
            }
        };
    }

    private static FileKind text(Content content) {
        if (content.readsAsPage(0, GUESSED_FROM)) {
            throw refusal("text/html");
        }
        return PlainText.kind(content);
    }

    private String type(Content content) {
        try (var stream = new BufferedInputStream(Files.newInputStream(content.path()))) {
            MediaType type = types.detect(stream, new Metadata());
            return type.getBaseType().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refused refusal(String type) {
        if (type.equals("image/svg+xml")) {
            return new Refused(
                    "file.kind.svg", "SVG drawings can hold programs and are not accepted: save it as PNG or PDF.");
        }
        if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
            return new Refused(
                    "file.kind.page",
                    "This is a web page, whatever its name says. Give its address as a link, or save it as PDF.");
        }
        if (type.startsWith("image/")) {
            return new Refused(
                    "file.kind.picture",
                    "Pictures of the type %s are not accepted: save it as JPEG or PNG.".formatted(type),
                    type);
        }
        if (type.startsWith("video/") || type.startsWith("audio/") || type.equals("application/mp4")) {
            return new Refused(
                    "file.kind.recording",
                    "Recordings are not accepted: publish it where it can be seen and give the link.");
        }
        if (isOneOf(type, PROGRAMS)) {
            return new Refused(
                    "file.kind.program", "This is a program, whatever its name says. Programs are not accepted.");
        }
        if (isOneOf(type, ARCHIVES)) {
            return OfficeFile.archive();
        }
        if (type.equals("application/x-tika-msoffice") || type.startsWith("application/msword")) {
            return new Refused(
                    "file.kind.old",
                    "This is an old or password-protected Office file: save it without password as DOCX, XLSX, PPTX"
                            + " or PDF.");
        }
        return new Refused(
                "file.kind.other",
                "Files of the type %s are not accepted. Accepted are PDF, PNG, JPEG, text, CSV, ODT, ODS, ODP, DOCX,"
                                .formatted(type)
                        + " XLSX and PPTX.",
                type);
    }

    private static boolean isOneOf(String type, String[] beginnings) {
        for (var beginning : beginnings) {
            if (type.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
