package org.cabildo.comment;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.cabildo.identity.Profiles.Profile;
import org.cabildo.mail.Letter;

/**
 * Tells somebody that a comment turns to them, in their language. It repeats nothing of the comment nor of the commitment:
 * letters pass through many hands.
 *
 * @param by the name of whoever wrote the comment; empty if they were forgotten
 */
record MentionLetter(Profile to, String by, String tenant, String link) {

    private static final Locale SPANISH = Locale.of("es", "CL");
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    Letter written() {
        return new Letter(to.email(), language(), subject(), text(), html());
    }

    private Locale language() {
        return Objects.requireNonNullElse(to.language(), SPANISH);
    }

    private String subject() {
        return say("subject", tenant).replaceAll("\\s+", " ");
    }

    private String told() {
        return by.isEmpty() ? say("told.somebody", tenant) : say("told", by, tenant);
    }

    private String text() {
        return String.join("\n\n", say("greeting", to.name()), told(), say("read"), link, say("why"), say("signature"));
    }

    private String html() {
        return """
                <!doctype html>
                <html lang="%s">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body>
                <p>%s</p>
                <p>%s</p>
                <p>%s<br><a href="%6$s">%6$s</a></p>
                <p>%7$s</p>
                <p>%8$s</p>
                </body>
                </html>
                """.formatted(
                        language().toLanguageTag(),
                        escaped(subject()),
                        escaped(say("greeting", to.name())),
                        escaped(told()),
                        escaped(say("read")),
                        escaped(link),
                        escaped(say("why")),
                        escaped(say("signature")));
    }

    private String say(String key, Object... named) {
        var words = ResourceBundle.getBundle(
                "org.cabildo.comment.letter", Locale.of(language().getLanguage()), EXACT);
        return new MessageFormat(words.getString(key), language()).format(named);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Tells nobody's address: letters stay out of logs. */
    @Override
    public String toString() {
        return "MentionLetter";
    }
}
