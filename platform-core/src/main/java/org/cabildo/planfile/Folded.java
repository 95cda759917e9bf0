package org.cabildo.planfile;

import java.util.regex.Pattern;
import org.cabildo.kernel.Texts;

/** Words as people compare them: without accents, capitals or needless blanks. */
final class Folded {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u200B\\uFEFF]+");

    private Folded() {}

    static String of(String text) {
        return BLANKS.matcher(Texts.plain(text)).replaceAll(" ").strip();
    }
}
