package org.cabildo.planfile;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Texts;
import org.cabildo.plan.published.Document;
import org.jspecify.annotations.Nullable;

/**
 * Documents in cells: the address of one that stands elsewhere, or the name of a file that was put in here and the hash
 * of its content, by which the institution that has it finds it again.
 *
 * @param files of the tenant in scope, by the SHA-256 of their content
 */
record PaperCells(Function<String, Optional<Document>> files) {

    private static final Pattern KEPT = Pattern.compile("(?s)(.*?)\\s*\\(sha256:([0-9a-f]{64})\\)");
    private static final int REPEATED = 100;

    /**
     * The document that a cell names.
     *
     * @throws Refused if it is neither an address nor a file of this tenant
     */
    Document read(String cell) {
        var kept = KEPT.matcher(cell.strip());
        if (!kept.matches()) {
            return Document.at(cell);
        }
        return files.apply(kept.group(2)).orElseThrow(() -> {
            var name = Texts.shortened(kept.group(1), REPEATED);
            return new Refused(
                    "planfile.file.unknown",
                    "No file here has the content of «%s». Put it in first, or write its https address."
                            .formatted(name),
                    name);
        });
    }

    /** A document as a cell says it; nothing where there is none. */
    static String said(@Nullable Document document) {
        if (document == null) {
            return "";
        }
        var file = document.file();
        return file == null ? document.shown() : "%s (sha256:%s)".formatted(file.name(), file.sha256());
    }
}
