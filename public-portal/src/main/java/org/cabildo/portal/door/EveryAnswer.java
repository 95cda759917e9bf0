package org.cabildo.portal.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.LogMark;
import org.springframework.web.filter.OncePerRequestFilter;

/** What every answer carries, whoever writes it, and the rule that pages are only read. */
class EveryAnswer extends OncePerRequestFilter {

    /** No script runs; {@code connect-src} is for tools that fetch {@code robots.txt} as the page would. */
    static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "strict-origin-when-cross-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private static final int NUMBER_BEGINS =
            19; // where the number drawn by lot begins; the time before it is in the log
    private final Refusal refusal;

    EveryAnswer(Refusal refusal) {
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        dress(response);
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        var number = Ids.next().toString().substring(NUMBER_BEGINS);
        response.setHeader("X-Request-Id", number);
        try (var _ = LogMark.request(number)) {
            if (isReading(request)) {
                chain.doFilter(request, response);
            } else {
                refusal.onlyReading(response, Query.of(request.getQueryString()).language());
            }
        }
    }

    /** Gives it the headers that are the same on every answer. */
    static void dress(HttpServletResponse response) {
        HEADERS.forEach(response::setHeader);
    }

    private static boolean isReading(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    }
}
