package org.cabildo.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How long what people write may be, how much of it is repeated, and what in it makes no difference. */
public final class Texts {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Texts() {}

    /**
     * The text without blanks around it.
     *
     * @param code of the refusal
     * @throws Refused if it has more characters than fit
     */
    public static String within(int most, String code, String text) {
        var said = text.strip();
        if (said.length() > most) {
            throw new Refused(
                    code,
                    "These are %,d characters, and %,d fit here: shorten the text, or put the rest into a document."
                            .formatted(said.length(), most),
                    said.length(),
                    most);
        }
        return said;
    }

    /**
     * The text without blanks around it.
     *
     * @param code of the refusal, whose sentence is given both bounds and what was written
     * @throws Refused if it has fewer or more characters than are asked for
     */
    public static String between(int least, int most, String code, String text) {
        var said = text.strip();
        if (said.length() < least || said.length() > most) {
            throw new Refused(
                    code,
                    "Write %,d to %,d characters; you wrote %,d.".formatted(least, most, said.length()),
                    least,
                    most,
                    said.length());
        }
        return said;
    }

    /** The text for a sentence that repeats it: cut, and marked so, where it has more characters than fit. */
    public static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }

    /** The text as people compare words: without accents and capitals. */
    public static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
