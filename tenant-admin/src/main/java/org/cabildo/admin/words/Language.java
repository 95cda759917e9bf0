package org.cabildo.admin.words;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** The language a person chose, kept in their session; Spanish of Chile until they do. */
public final class Language {

    private static final String CHOSEN = "cabildo.language";

    private Language() {}

    /** The language of whoever sends this request. */
    public static Locale of(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(CHOSEN) instanceof Locale chosen ? chosen : Words.SPANISH;
    }

    /** Remembers the choice and shows this tab anew in that language. */
    public static void choose(Locale language) {
        var session = VaadinSession.getCurrent();
        session.getSession().setAttribute(CHOSEN, language);
        session.setLocale(language);
        UI.getCurrent().getPage().reload();
    }
}
