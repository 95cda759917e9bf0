package org.cabildo.plan;

import java.util.List;
import org.cabildo.identity.Profiles.Profile;
import org.cabildo.mail.Letter;
import org.cabildo.mail.LetterWords;

/**
 * Tells somebody in their language that a version of a plan waits for their approval. It repeats nothing of what the plan
 * says: letters pass through many hands.
 *
 * @param by who proposed it
 * @param tenant whose plan it is
 * @param amends whether the public reads an earlier version
 */
record ApprovalLetter(Profile to, String by, String tenant, int number, boolean amends, String link) {

    Letter written() {
        return Letter.leading(
                to.email(),
                to.written(),
                say("subject", tenant),
                List.of(
                        say("greeting", to.name()),
                        say(amends ? "told.amends" : "told", by, number, tenant),
                        say("read")),
                link,
                List.of(say("why"), say("signature")));
    }

    private String say(String key, Object... named) {
        return new LetterWords("org.cabildo.plan.letter", to.written()).say(key, named);
    }

    /** Tells nobody's address: letters stay out of logs. */
    @Override
    public String toString() {
        return "ApprovalLetter";
    }
}
