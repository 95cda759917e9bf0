package org.cabildo.admin.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Objects;
import java.util.Optional;
import org.cabildo.admin.words.Language;
import org.cabildo.identity.OfficeSessions;
import org.cabildo.identity.PersonId;
import org.cabildo.identity.Profiles;
import org.cabildo.identity.SessionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ties the sessions in this process's memory to the list of sessions that every process reads. */
public final class SignedInSessions implements HttpSessionListener {

    private static final Logger LOG = LoggerFactory.getLogger(SignedInSessions.class);
    private static final String ATTRIBUTE = SignedInSessions.class.getName();
    private static final long A_MINUTE = 60_000_000_000L; // ns
    private final OfficeSessions sessions;
    private final Profiles profiles;

    /** Somebody's session, and when it was last written down that they used it. */
    private record Known(PersonId person, SessionId id, long seen) {}

    SignedInSessions(OfficeSessions sessions, Profiles profiles) {
        this.sessions = sessions;
        this.profiles = profiles;
    }

    /** The session of the list that this session of the servlet container is. */
    public static Optional<SessionId> of(HttpSession session) {
        return known(session).map(Known::id);
    }

    /** Whether nobody ended this session; at a person's first request it is put on the list. */
    boolean goesOn(HttpServletRequest request, PersonId person) {
        var session = request.getSession();
        var known = known(session).filter(one -> one.person().equals(person));
        if (known.isEmpty()) {
            begin(request, person);
            return true;
        }
        if (!sessions.goesOn(known.get().id())) {
            return false;
        }
        see(session, known.get());
        return true;
    }

    private void begin(HttpServletRequest request, PersonId person) {
        var session = request.getSession();
        synchronized (session.getId().intern()) { // a browser asks for several things at once
            if (known(session).filter(one -> one.person().equals(person)).isEmpty()) {
                var browser = Browser.named(Objects.requireNonNullElse(request.getHeader("User-Agent"), ""));
                var id = sessions.begin(person, browser);
                session.setAttribute(ATTRIBUTE, new Known(person, id, System.nanoTime()));
                profiles.languageOf(person).ifPresent(language -> Language.recall(session, language));
            }
        }
    }

    /** Somebody is there, even if they only look: their page's sign of life came. */
    void seen(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return;
        }
        try {
            known(session).ifPresent(known -> see(session, known));
        } catch (RuntimeException e) {
            LOG.debug("A sign of life was not written down", e); // it is again in a minute
        }
    }

    private void see(HttpSession session, Known known) {
        long now = System.nanoTime();
        if (now - known.seen() > A_MINUTE) {
            session.setAttribute(ATTRIBUTE, new Known(known.person(), known.id(), now));
            sessions.seen(known.id());
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        try {
            known(event.getSession()).ifPresent(known -> sessions.over(known.id()));
        } catch (RuntimeException e) {
            LOG.debug("The end of a session was not written down", e); // it is no longer shown after an hour
        }
    }

    private static Optional<Known> known(HttpSession session) {
        return Optional.ofNullable(session.getAttribute(ATTRIBUTE))
                .filter(Known.class::isInstance)
                .map(Known.class::cast);
    }
}
