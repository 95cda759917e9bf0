package org.cabildo.portal.page;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cabildo.tenancy.Tenant;

/**
 * What a page says of itself to machines.
 *
 * @param owner whose page it is, wherever it is also shown; empty: the nation's
 * @param path of the page within the owner's portal
 * @param description in a sentence or two
 * @param card path of its picture within the owner's portal
 * @param data about it as schema.org says it; empty: nothing
 */
public record About(
        Optional<Tenant> owner, String path, String description, Optional<String> card, Map<String, Object> data) {

    private static final int LONGEST = 200; // what is shown of it is less
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    public About {
        description = cut(description);
    }

    /** One line of a text: as many whole words as are shown. */
    public static String cut(String text) {
        var line = BLANKS.matcher(text.strip()).replaceAll(" ");
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = line.lastIndexOf(' ', LONGEST);
        return line.substring(0, end > 0 ? end : line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
