package org.cabildo.admin.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.cabildo.admin.door.Away;
import org.cabildo.admin.words.Words;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.web.util.DisconnectedClientHelper;

/** What a person reads when something fails: a rule's sentence, that the database is away, or a reference number. */
final class Mishaps implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void error(ErrorEvent event) {
        if (DisconnectedClientHelper.isClientDisconnectedException(event.getThrowable())) {
            return; // nobody is there to read the answer: they went on to another page, or away
        }
        var sentence = sentence(event.getThrowable());
        if (UI.getCurrent() != null) {
            Notes.refused(sentence);
        }
    }

    /** The sentence for a failure; a bug is written to the log under the number that the sentence names. */
    static String sentence(Throwable failure) {
        if (Away.isNow() || Away.isDatabase(failure)) {
            return Words.of("away");
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return Words.of(refused);
            }
            if (cause instanceof Unknown) {
                return Words.of("unknown");
            }
            if (cause instanceof OptimisticLockingFailureException) {
                return Words.of("race");
            }
        }
        var bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        var reference = HexFormat.of().withUpperCase().formatHex(bytes);
        LOG.error("Mishap {}", reference, failure);
        return Words.of("mishap", reference);
    }
}
