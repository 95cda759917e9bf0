package org.cabildo.comment;

import java.util.List;
import org.cabildo.identity.Profiles.Profile;
import org.cabildo.mail.Letter;
import org.cabildo.mail.LetterWords;

/**
 * Tells somebody that a comment turns to them, in their language. It repeats nothing of the comment nor of the commitment:
 * letters pass through many hands.
 *
 * @param by the name of whoever wrote the comment; empty if they were forgotten
 */
record MentionLetter(Profile to, String by, String tenant, String link) {

    Letter written() {
        return Letter.leading(
                to.email(),
                to.written(),
                say("subject", tenant),
                List.of(say("greeting", to.name()), told(), say("read")),
                link,
                List.of(say("why"), say("signature")));
    }

    private String told() {
        return by.isEmpty() ? say("told.somebody", tenant) : say("told", by, tenant);
    }

    private String say(String key, Object... named) {
        return new LetterWords("org.cabildo.comment.letter", to.written()).say(key, named);
    }

    /** Tells nobody's address: letters stay out of logs. */
    @Override
    public String toString() {
        return "MentionLetter";
    }
}
