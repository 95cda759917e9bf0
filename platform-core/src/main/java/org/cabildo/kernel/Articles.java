package org.cabildo.kernel;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spanish gives the names of institutions their article; whatever else one is called stands by itself. */
public final class Articles {

    private static final Map<String, String> BY_FIRST_WORD = Map.of(
            "Municipalidad", "la",
            "Asociación", "la",
            "Gobierno", "el",
            "Consorcio", "el");
    private static final Pattern MARKED = Pattern.compile("(\\b(?:de|a) )?\\((la|La)\\) (\\{(\\d)})");

    private Articles() {}

    /**
     * A sentence with the articles of what will be named in it. The places of institutions are marked: «de (la) {0}» becomes
     * «de la {0}», «del {0}» or «de {0}», and «(La) {0}» begins the sentence.
     */
    public static String placed(String sentence, Object... named) {
        return MARKED.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(placed(found, named)));
    }

    private static String placed(MatchResult found, Object... named) {
        var before = found.group(1) == null ? "" : found.group(1);
        var name = named[Integer.parseInt(found.group(4))].toString();
        var article = BY_FIRST_WORD.getOrDefault(name.strip().split("\\s", 2)[0], "");
        if (article.isEmpty()) {
            return before + found.group(3);
        }
        if (article.equals("el") && !before.isEmpty()) {
            return before.strip() + "l " + found.group(3);
        }
        var said = found.group(2).equals("La") ? (article.equals("la") ? "La" : "El") : article;
        return before + said + " " + found.group(3);
    }
}
