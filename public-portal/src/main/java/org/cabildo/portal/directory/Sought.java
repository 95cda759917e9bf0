package org.cabildo.portal.directory;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.cabildo.kernel.Texts;

/** What a reader looks for among names: its words, without what makes no difference. */
public final class Sought {

    private static final Pattern APOSTROPHES = Pattern.compile("['’‘´`]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private final List<String> words;

    /** @param typed as it was typed */
    public Sought(String typed) {
        var plain = plain(typed);
        words = plain.isEmpty() ? List.of() : List.of(plain.split(" "));
    }

    /** Accents, capitals, apostrophes and whatever stands between words make no difference. */
    private static String plain(String text) {
        var joined = APOSTROPHES.matcher(Texts.plain(text)).replaceAll("");
        return BETWEEN.matcher(joined).replaceAll(" ").strip();
    }

    /** Its words, without accents and capitals; none where only signs were typed. */
    List<String> words() {
        return words;
    }

    /** Whether every word is in one of these; nothing is found by what has no word at all. */
    public boolean isIn(String... texts) {
        var all = plain(String.join(" ", texts));
        return !words.isEmpty() && words.stream().allMatch(all::contains);
    }

    /** Whether one of these is exactly what was typed. */
    boolean isName(String... names) {
        return Arrays.stream(names).map(Sought::plain).anyMatch(String.join(" ", words)::equals);
    }

    /** How near a name with several forms is: 0 if one begins so, 1 if a word of one does, 2 otherwise. */
    public int distance(String... names) {
        var phrase = String.join(" ", words);
        return Arrays.stream(names)
                .map(Sought::plain)
                .mapToInt(name -> name.startsWith(phrase) ? 0 : name.contains(" " + phrase) ? 1 : 2)
                .min()
                .orElse(2);
    }
}
