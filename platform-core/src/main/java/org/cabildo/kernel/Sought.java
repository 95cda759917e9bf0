package org.cabildo.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody looks for among names and texts: its words, without what makes no difference. */
public final class Sought {

    private static final Pattern APOSTROPHES = Pattern.compile("['’‘´`]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORT = 3; // letters: such a word is found where another begins, and not in its midst
    private static final int PLURAL =
            5; // letters: so long a word that ends like a plural is looked for in the singular too
    /** Words that stand in every name; they tell something only where nothing else was typed. */
    private static final Set<String> FILLING = Set.of(
            "a", "al", "de", "del", "e", "el", "en", "i", "ilustre", "la", "las", "los", "y", "and", "in", "of", "the");

    private final List<String> words;
    private final List<String> telling;

    /** @param typed as it was typed */
    public Sought(String typed) {
        var plain = plain(typed);
        words = plain.isEmpty() ? List.of() : List.of(plain.split(" "));
        telling = words.stream().filter(word -> !FILLING.contains(word)).toList();
    }

    /** Accents, capitals, apostrophes and whatever stands between words make no difference. */
    private static String plain(String text) {
        var joined = APOSTROPHES.matcher(Texts.plain(text)).replaceAll("");
        return BETWEEN.matcher(joined).replaceAll(" ").strip();
    }

    /** All its words in their order, without accents and capitals. */
    public String phrase() {
        return String.join(" ", words);
    }

    /**
     * What a text with a space around each of its words must contain, of each word that tells something one of these: as
     * it was typed, a short one with such a space before it; if it may be a plural, its singulars as whole words. None
     * where no word tells anything.
     */
    public List<List<String>> parts() {
        return telling.stream()
                .map(word -> Stream.concat(
                                Stream.of(word.length() <= SHORT ? " " + word : word),
                                singulars(word).map(" %s "::formatted))
                        .toList())
                .toList();
    }

    /** Parts as one text, which a query takes apart: forms stand between strokes, parts between bars. */
    public static String joined(List<List<String>> parts) {
        return parts.stream().map(forms -> String.join("/", forms)).collect(Collectors.joining("|"));
    }

    /** What a word is the plural of, if it is one: «calles», «camiones» and «luces» are told apart by no rule. */
    private static Stream<String> singulars(String word) {
        if (word.length() < PLURAL || !word.endsWith("s")) {
            return Stream.empty();
        }
        var singulars = Stream.<String>builder().add(word.substring(0, word.length() - 1));
        if (word.endsWith("es")) {
            singulars.add(word.substring(0, word.length() - 2));
        }
        if (word.endsWith("ces")) {
            singulars.add(word.substring(0, word.length() - 3) + "z");
        }
        return singulars.build();
    }

    /**
     * Whether every word that tells something is in one of these; where none does, whether one of these begins so.
     * Nothing is found by what has no word at all.
     */
    public boolean isIn(String... texts) {
        if (telling.isEmpty()) {
            return !words.isEmpty()
                    && Arrays.stream(texts).map(Sought::plain).anyMatch(text -> text.startsWith(phrase()));
        }
        var all = " " + plain(String.join(" ", texts)) + " ";
        return parts().stream().allMatch(forms -> forms.stream().anyMatch(all::contains));
    }

    /** Whether one of these is exactly what was typed. */
    public boolean isName(String... names) {
        return Arrays.stream(names).map(Sought::plain).anyMatch(phrase()::equals);
    }

    /** Whether a name is what was typed, or begins with these words and goes on. */
    public boolean begins(String name) {
        return !words.isEmpty() && (plain(name) + " ").startsWith(phrase() + " ");
    }

    /** How near a name with several forms is: 0 if one begins so, 1 if a word of one does, 2 otherwise. */
    public int distance(String... names) {
        var phrase = phrase();
        return Arrays.stream(names)
                .map(Sought::plain)
                .mapToInt(name -> name.startsWith(phrase) ? 0 : name.contains(" " + phrase) ? 1 : 2)
                .min()
                .orElse(2);
    }
}
