package org.cabildo.commitment.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a commitment was adapted from. The public reads it with the commitment, and whoever approves it approves it too.
 *
 * @param institution its name on the day of the copy, like all that follows
 * @param plan title
 * @param title of what was copied
 * @param code given by OGP, or the number within its plan
 * @param path of its page, after the address of the nation's portal; empty: it has none there
 * @param source the id that its institution gave it; null: none
 * @param copied the day of the copy, in the time zone of whoever copied
 */
public record Origin(
        Kind kind,
        String institution,
        String plan,
        String title,
        String code,
        String path,
        @Nullable UUID source,
        LocalDate copied) {

    /** Where it was found. */
    public enum Kind {
        /** Among the commitments of Chile's national plans. */
        NATIONAL_LIBRARY,
        /** On the portal of an institution: another one's, or one's own. */
        COMMITMENT
    }

    private static final Pattern PAGE =
            Pattern.compile("|t/[a-z][a-z0-9-]{0,38}[a-z0-9]/planes/[a-z0-9-]{1,60}/compromisos/[0-9]{1,9}");

    /** Refuses a page that is not on a portal of ours: readers are sent there. */
    public Origin {
        if (!PAGE.matcher(path).matches()) {
            throw new IllegalStateException("No page of a portal: " + path);
        }
    }

    /** As it stands in a row. */
    public static Origin of(ResultSet row) throws SQLException {
        return new Origin(
                Kind.valueOf(row.getString("kind")),
                row.getString("institution"),
                row.getString("plan"),
                row.getString("title"),
                row.getString("code"),
                row.getString("path"),
                row.getObject("source_id", UUID.class),
                row.getObject("copied_on", LocalDate.class));
    }

    /** All of it in one line, the same in all languages. */
    public String shown() {
        return Stream.of(title, institution, plan, code)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
