package org.cabildo.mail;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.cabildo.kernel.Articles;

/**
 * The words a room's letters are written with.
 *
 * @param bundle where they stand, such as {@code org.cabildo.plan.letter}; one file for each language, and no other
 *     language in place of one that is missing
 */
public record LetterWords(String bundle, Locale language) {

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** A sentence, with what it names. */
    public String say(String key, Object... named) {
        var words = ResourceBundle.getBundle(bundle, Locale.of(language.getLanguage()), EXACT);
        return new MessageFormat(Articles.placed(words.getString(key), named), language).format(named);
    }
}
