package org.cabildo.admin.plain;

import com.vaadin.flow.component.page.ColorScheme;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** The one shape of all pages that are said without Vaadin. */
public final class PlainHtml {

    /** Attribute of a session: the {@link ColorScheme.Value light} that the person chose. */
    public static final String LIGHT = "cabildo.light";

    private PlainHtml() {}

    /**
     * Answers with a page.
     *
     * @param title plain text
     * @param body HTML: whoever writes it escapes what people typed
     */
    public static void write(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            Locale language,
            String title,
            String body)
            throws IOException {
        response.setStatus(status);
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write("""
                        <!doctype html>
                        <html lang="%s"%s>
                        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                        <meta name="robots" content="noindex">
                        <title>%s · Cabildo</title><link rel="icon" href="/icons/cabildo.svg"><link rel="stylesheet" href="/aura/aura.css"><link rel="stylesheet" href="/office.css"></head>
                        <body class="plain"><main><p><a class="brand" href="/">Cabildo</a></p><h1>%3$s</h1>
                        %s</main></body>
                        </html>
                        """.formatted(language.toLanguageTag(), light(request), escaped(title), body));
    }

    /** As the person's machine has it, until they choose. */
    private static String light(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(LIGHT) instanceof ColorScheme.Value chosen
                ? " style=\"color-scheme: %s\"".formatted(chosen.getValue())
                : "";
    }

    /** A text as it may stand in HTML. */
    public static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
