package org.cabildo.comment;

import java.text.MessageFormat;
import java.util.List;
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
        return Letter.leading(
                to.email(),
                language(),
                say("subject", tenant),
                List.of(say("greeting", to.name()), told(), say("read")),
                link,
                List.of(say("why"), say("signature")));
    }

    private Locale language() {
        return Objects.requireNonNullElse(to.language(), SPANISH);
    }

    private String told() {
        return by.isEmpty() ? say("told.somebody", tenant) : say("told", by, tenant);
    }

    private String say(String key, Object... named) {
        var words = ResourceBundle.getBundle(
                "org.cabildo.comment.letter", Locale.of(language().getLanguage()), EXACT);
        return new MessageFormat(words.getString(key), language()).format(named);
    }

    /** Tells nobody's address: letters stay out of logs. */
    @Override
    public String toString() {
        return "MentionLetter";
    }
}
