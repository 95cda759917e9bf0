package org.cabildo.consortium;

import java.util.List;
import org.cabildo.identity.Profiles.Profile;
import org.cabildo.mail.Letter;
import org.cabildo.mail.LetterWords;

/**
 * Tells somebody in their language that their institution is asked to join a consortium.
 *
 * @param member the institution they administer
 */
record JoiningLetter(Profile to, String consortium, String member, String link) {

    Letter written() {
        return Letter.leading(
                to.email(),
                to.written(),
                say("subject", consortium),
                List.of(say("greeting", to.name()), say("told", consortium, member), say("what", member), say("read")),
                link,
                List.of(say("why", member), say("signature")));
    }

    private String say(String key, Object... named) {
        return new LetterWords("org.cabildo.consortium.letter", to.written()).say(key, named);
    }

    /** Tells nobody's address: letters stay out of logs. */
    @Override
    public String toString() {
        return "JoiningLetter";
    }
}
