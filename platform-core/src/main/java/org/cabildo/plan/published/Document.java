package org.cabildo.plan.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.cabildo.kernel.HttpsAddress;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Where an act is written: at an address elsewhere, or in a file that is kept here.
 *
 * @param link an https address; null: it is in the file
 * @param file null: it is at the address
 */
public record Document(@Nullable String link, @Nullable PlanFile file) {

    private static final int REPEATED = 100;

    /**
     * A document at the address a person typed.
     *
     * @throws Refused if it is none
     */
    public static Document at(String typed) {
        var shown = Texts.shortened(typed.strip(), REPEATED);
        return HttpsAddress.typed(typed)
                .map(link -> new Document(link, null))
                .orElseThrow(() -> new Refused(
                        "plan.document.link",
                        "The address of a document begins with https:// and has at most 2,000 characters, but was «%s»."
                                .formatted(shown),
                        shown));
    }

    /** A document in a file that was put in here. */
    public static Document in(PlanFile file) {
        return new Document(null, file);
    }

    /** What a reader sees of where it is. */
    public String shown() {
        return file != null ? file.name() : link == null ? "" : link;
    }

    /** The document that a row names; null: it names none. */
    public static @Nullable Document of(ResultSet row) throws SQLException {
        var file = PlanFile.of(row);
        var link = row.getString("document_link");
        return file == null && link == null ? null : new Document(link, file);
    }
}
