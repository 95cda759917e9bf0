package org.cabildo.admin.words;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;

/** The language a person chose, kept in their session; Spanish of Chile until they do. */
public final class Language {

    private static final String CHOSEN = "cabildo.language";

    private Language() {}

    /** The language of whoever sends this request. */
    public static Locale of(HttpServletRequest request) {
        return of(request, Words.SPANISH);
    }

    /** The language of whoever sends this request, else another one. */
    public static Locale of(HttpServletRequest request, Locale otherwise) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(CHOSEN) instanceof Locale chosen ? chosen : otherwise;
    }

    /** Remembers what a person chose another day, unless they chose anew in this session. */
    public static void recall(HttpSession session, Locale language) {
        if (session.getAttribute(CHOSEN) == null) {
            session.setAttribute(CHOSEN, language);
        }
    }

    /** Remembers the choice and shows this tab anew in that language. */
    public static void choose(Locale language) {
        var session = VaadinSession.getCurrent();
        session.getSession().setAttribute(CHOSEN, language);
        session.setLocale(language);
        UI.getCurrent().getPage().reload();
    }
}
