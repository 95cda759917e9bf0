package org.cabildo.admin.plain;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.cabildo.admin.words.Language;
import org.cabildo.admin.words.Words;

/** The pages that are said without Vaadin: they need no session, no database and no script. */
public enum PlainPage {
    /** Unknown and not-yours read the same. */
    NOT_FOUND(404),
    /** The person was removed while they worked. */
    NO_LONGER(403),
    /** The tenant's schema waits for a migration. */
    OUT_OF_STEP(503),
    /** The tenant is suspended. */
    SUSPENDED(403),
    /** PostgreSQL is away, or no connection is free. */
    UNAVAILABLE(503),
    /** Something is wrong with the house itself, and is in its log. */
    FAILED(500),
    /** The request contradicts itself. */
    CONTRADICTION(400),
    /** The provider has not verified the e-mail address. */
    ADDRESS_UNVERIFIED(403),
    /** The address belongs to an account of another provider. */
    ADDRESS_TAKEN(403),
    /** The provider or the way back from it failed. */
    SIGN_IN_FAILED(401),
    /** The person lost a role while they worked. */
    ROLES_CHANGED(403),
    /** The person ended this session from another one. */
    SESSION_ENDED(403),
    /** The invitation was accepted already. */
    INVITATION_USED(410),
    /** Nobody accepted the invitation in time. */
    INVITATION_EXPIRED(410),
    /** An administrator took the invitation back. */
    INVITATION_WITHDRAWN(410),
    /** A newer letter has the link that works. */
    INVITATION_REPLACED(410);

    private final int status;

    PlainPage(int status) {
        this.status = status;
    }

    /** Answers with this page. */
    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, Language.of(request));
    }

    /** Answers with this page in a language that somebody else knows better. */
    public void write(HttpServletRequest request, HttpServletResponse response, Locale language) throws IOException {
        if (status == 503) {
            response.setHeader("Retry-After", "5");
        }
        PlainHtml.write(request, response, status, language, title(language), """
                <p>%s</p>
                <p>%s</p>
                """.formatted(
                        text(language), ways(request, language)));
    }

    /** The ways on: home, and for whoever is signed in to what is theirs, their language and sign-out among it. */
    private String ways(HttpServletRequest request, Locale language) {
        var home = "<a href=\"/\">%s</a>".formatted(Words.in(language, "page.home"));
        return status < 500 && request.getUserPrincipal() != null
                ? home + " · <a href=\"/perfil\">%s</a>".formatted(Words.in(language, "nav.profile"))
                : home;
    }

    /** What it is about. */
    public String title(Locale language) {
        return Words.in(language, key() + ".title");
    }

    /** What happened and what to do next. */
    public String text(Locale language) {
        return Words.in(language, key() + ".text");
    }

    private String key() {
        return "page." + name().toLowerCase(Locale.ROOT);
    }
}
