package org.cabildo.plan;

import java.util.List;
import org.cabildo.identity.Profiles.Profile;
import org.cabildo.mail.Letter;
import org.cabildo.mail.LetterWords;

/**
 * Tells whoever proposed a version of a plan, in their language, what was decided. It repeats neither the plan nor the
 * remarks: letters pass through many hands.
 *
 * @param by whose word decided it
 * @param tenant whose plan it is
 * @param published whether the public reads it now; otherwise it was sent back
 */
record DecisionLetter(Profile to, String by, String tenant, int number, boolean published, String link) {

    Letter written() {
        var what = published ? "published" : "returned";
        return Letter.leading(
                to.email(),
                to.written(),
                say("subject." + what, tenant),
                List.of(say("greeting", to.name()), say("told." + what, by, number, tenant), say("read." + what)),
                link,
                List.of(say("why"), say("signature")));
    }

    private String say(String key, Object... named) {
        return new LetterWords("org.cabildo.plan.decision", to.written()).say(key, named);
    }

    /** Tells nobody's address: letters stay out of logs. */
    @Override
    public String toString() {
        return "DecisionLetter";
    }
}
