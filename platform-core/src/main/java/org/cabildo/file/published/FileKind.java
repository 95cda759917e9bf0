package org.cabildo.file.published;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of files that are accepted, and how each is served. Whatever is not here is refused. */
public enum FileKind {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
    TEXT("text/plain", "txt"),
    CSV("text/csv", "csv"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx");

    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> endings;

    FileKind(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    /** The media type that such a file is served as. */
    public String mediaType() {
        return mediaType;
    }

    /** The usual ending of its name, without a dot. */
    public String ending() {
        return endings.getFirst();
    }

    /** All endings its name may have, without dots, in lower case. */
    public List<String> endings() {
        return endings;
    }

    /** The kind of files whose name usually ends so. */
    public static Optional<FileKind> endingIn(String ending) {
        return Arrays.stream(values())
                .filter(kind -> kind.endings.contains(ending))
                .findFirst();
    }
}
