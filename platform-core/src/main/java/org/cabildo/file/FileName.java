package org.cabildo.file;

import java.util.Locale;
import org.cabildo.file.published.FileKind;
import org.cabildo.kernel.Refused;

/** What people call a file, made harmless: no path, no signs that hide or turn letters, an ending that fits. */
final class FileName {

    private static final int LONGEST = 120;
    private static final String NAMELESS = "archivo";

    private FileName() {}

    /**
     * The name under which a file of this kind is kept.
     *
     * @throws Refused if the name says another kind
     */
    static String of(String said, FileKind kind) {
        var name = harmless(said);
        int dot = name.lastIndexOf('.');
        var ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (fits(ending, kind)) {
            return shortened(name.substring(0, dot)) + "." + ending;
        }
        if (FileKind.endingIn(ending).isPresent()) {
            throw new Refused(
                    "file.name",
                    "«%s» ends in .%s but holds a file of the kind %s. Choose the right file, or give it the ending .%s."
                            .formatted(name, ending, kind, kind.ending()),
                    name,
                    ending,
                    kind.name(),
                    kind.ending());
        }
        return shortened(name) + "." + kind.ending();
    }

    private static boolean fits(String ending, FileKind kind) {
        return kind.endings().contains(ending)
                || (isText(kind)
                        && FileKind.endingIn(ending).filter(FileName::isText).isPresent());
    }

    private static boolean isText(FileKind kind) {
        return kind == FileKind.TEXT || kind == FileKind.CSV;
    }

    /** The last part of a path, without what cannot be seen. */
    static String harmless(String said) {
        var last = said.substring(Math.max(said.lastIndexOf('/'), said.lastIndexOf('\\')) + 1);
        var seen = last.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}<>:\"|?*]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return seen.isEmpty() ? NAMELESS : seen;
    }

    private static String shortened(String stem) {
        var visible =
                stem.replaceFirst("^[. ]+", "").strip(); // a name that begins with a dot is hidden on many machines
        var whole = visible.isEmpty() ? NAMELESS : visible;
        return whole.length() <= LONGEST
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, whole.codePointCount(0, LONGEST)));
    }
}
