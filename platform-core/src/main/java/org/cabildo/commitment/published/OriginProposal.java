package org.cabildo.commitment.published;

import java.util.regex.Pattern;
import org.cabildo.kernel.HttpsAddress;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that a commitment comes from, as a person wrote it.
 *
 * @param text what it is called; the address where there is nothing else
 * @param link where it is published; null: nowhere
 */
public record OriginProposal(String text, @Nullable String link) {

    private static final Pattern AT_THE_END = Pattern.compile("(.*?)[\\s:(]*(https://[^\\s()]+)[).]?");

    /** A line whose last word may be an https address. */
    public static OriginProposal of(String line) {
        var parts = AT_THE_END.matcher(line);
        var link = parts.matches() ? HttpsAddress.typed(parts.group(2)).orElse(null) : null;
        if (link == null) {
            return new OriginProposal(line, null);
        }
        return new OriginProposal(parts.group(1).isEmpty() ? link : parts.group(1), link);
    }
}
