package org.cabildo.admin.plain;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    /** The request contradicts itself. */
    CONTRADICTION(400),
    /** The provider has not verified the e-mail address. */
    ADDRESS_UNVERIFIED(403),
    /** The address belongs to an account of another provider. */
    ADDRESS_TAKEN(403),
    /** The provider or the way back from it failed. */
    SIGN_IN_FAILED(401);

    private final int status;

    PlainPage(int status) {
        this.status = status;
    }

    /** Answers with this page. */
    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        if (status == 503) {
            response.setHeader("Retry-After", "5");
        }
        response.getWriter().write(html(Language.of(request)));
    }

    private String html(Locale language) {
        var key = "page." + name().toLowerCase(Locale.ROOT);
        return """
                <!doctype html>
                <html lang="%s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · Cabildo</title><link rel="icon" href="/icons/cabildo.svg"><link rel="stylesheet" href="/office.css"></head>
                <body class="plain"><main><p class="brand">Cabildo</p><h1>%s</h1><p>%s</p>
                <p><a href="/">%s</a></p></main></body>
                </html>
                """.formatted(
                        language.toLanguageTag(),
                        Words.in(language, key + ".title"),
                        Words.in(language, key + ".title"),
                        Words.in(language, key + ".text"),
                        Words.in(language, "page.home"));
    }
}
