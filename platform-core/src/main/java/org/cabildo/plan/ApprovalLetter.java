package org.cabildo.plan;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.cabildo.identity.Profiles.Profile;
import org.cabildo.mail.Letter;

/**
 * Tells somebody in their language that a version of a plan waits for their approval. It repeats nothing of what the plan
 * says: letters pass through many hands.
 *
 * @param by who proposed it
 * @param tenant whose plan it is
 * @param amends whether the public reads an earlier version
 */
record ApprovalLetter(Profile to, String by, String tenant, int number, boolean amends, String link) {

    private static final Locale SPANISH = Locale.of("es", "CL");
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    Letter written() {
        return Letter.leading(
                to.email(),
                language(),
                say("subject", tenant),
                List.of(
                        say("greeting", to.name()),
                        say(amends ? "told.amends" : "told", by, number, tenant),
                        say("read")),
                link,
                List.of(say("why"), say("signature")));
    }

    private Locale language() {
        return Objects.requireNonNullElse(to.language(), SPANISH);
    }

    private String say(String key, Object... named) {
        var words = ResourceBundle.getBundle(
                "org.cabildo.plan.letter", Locale.of(language().getLanguage()), EXACT);
        return new MessageFormat(words.getString(key), language()).format(named);
    }

    /** Tells nobody's address: letters stay out of logs. */
    @Override
    public String toString() {
        return "ApprovalLetter";
    }
}
