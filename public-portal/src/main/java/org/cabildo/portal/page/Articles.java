package org.cabildo.portal.page;

import java.util.Map;

/** Spanish gives the names of institutions their article; whatever else one is called stands by itself. */
final class Articles {

    private static final Map<String, String> BY_FIRST_WORD = Map.of(
            "Municipalidad", "la",
            "Asociación", "la",
            "Gobierno", "el",
            "Consorcio", "el");

    private Articles() {}

    /** A text with the article before the place of the name. */
    static String before(String text, String name) {
        var article = BY_FIRST_WORD.get(name.strip().split("\\s", 2)[0]);
        if (article == null) {
            return text;
        }
        return article.equals("el")
                ? text.replace("de {0}", "del {0}").replaceFirst("(?<!del )\\{0}", "el {0}")
                : text.replace("{0}", "la {0}");
    }
}
