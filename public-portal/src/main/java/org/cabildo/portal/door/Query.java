package org.cabildo.portal.door;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The two words a query may say; all else in it is ignored, broken or not. */
record Query(Language language, String search) {

    private static final int LONGEST_SEARCH = 60;

    /** @param text the raw query; null: none */
    static Query of(@Nullable String text) {
        var language = Language.SPANISH;
        var search = "";
        for (var part : text == null ? new String[0] : text.split("&", 50)) {
            if (part.startsWith("lang=")) {
                language = Language.of(part.substring(5));
            } else if (part.startsWith("q=")) {
                search = decoded(part.substring(2));
            }
        }
        return new Query(language, search);
    }

    private static String decoded(String raw) {
        try {
            var plain = URLDecoder.decode(raw, StandardCharsets.UTF_8)
                    .replaceAll("[\\p{Cntrl}\\uFFFD]", " ")
                    .strip();
            return plain.length() <= LONGEST_SEARCH ? plain : plain.substring(0, LONGEST_SEARCH);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
