package org.cabildo.dev;

import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.web.util.HtmlUtils;

/** The words of the local identity provider's pages: Spanish unless the reader prefers English. */
final class SignInWords {

    private final ResourceBundle words;

    private SignInWords(Locale locale) {
        this.words = ResourceBundle.getBundle(
                "org.cabildo.dev.sign-in",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Takes the language that the address names, else the browser's. */
    static SignInWords chosenBy(HttpServletRequest request) {
        var named = request.getParameter("lang");
        if (named != null) {
            return in(Locale.forLanguageTag(named));
        }
        return in(request.getHeader("Accept-Language") == null ? Locale.ROOT : request.getLocale());
    }

    private static SignInWords in(Locale preferred) {
        return new SignInWords(preferred.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT);
    }

    /** Gives a text, ready for HTML. */
    String get(String key) {
        return HtmlUtils.htmlEscape(words.getString(key), "UTF-8");
    }

    /** Gives a text with its blanks filled in, ready for HTML. */
    String get(String key, Object... blanks) {
        return HtmlUtils.htmlEscape(MessageFormat.format(words.getString(key), blanks), "UTF-8");
    }

    String role(DemoRole role) {
        return get("lang").equals("en") ? role.english() : role.spanish();
    }

    String place(DemoPerson person) {
        return person.slug().isEmpty() ? get("nation") : HtmlUtils.htmlEscape(person.place(), "UTF-8");
    }
}
