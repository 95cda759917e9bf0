package org.cabildo.mail;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A letter to one person, the same in plain text and in simple HTML.
 *
 * @param to the address it goes to
 * @param language it is written in
 * @param subject one line
 * @param text for programs that show no HTML
 * @param html a whole document, without pictures or scripts
 */
public record Letter(String to, Locale language, String subject, String text, String html) {

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    public Letter {
        if (LINE_BREAK.matcher(to + subject).find()) {
            throw new IllegalArgumentException("Address and subject of a letter are one line each");
        }
    }

    /** Tells nobody's address: letters stay out of logs. */
    @Override
    public String toString() {
        return "Letter[" + language.toLanguageTag() + "]";
    }
}
