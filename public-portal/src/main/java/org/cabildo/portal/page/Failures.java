package org.cabildo.portal.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Unknown;
import org.cabildo.portal.door.Language;
import org.cabildo.portal.door.Refusal;
import org.cabildo.portal.door.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;

/**
 * The pages a reader gets instead of the page asked for. They tell nothing of where they were asked for, but that on a
 * tenant's portal the reader of an address that leads nowhere stays there: its frame, and never what was asked.
 */
@Component
public class Failures implements Refusal {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private final Renderer renderer;
    private final ConcurrentMap<Said, byte[]> prepared = new ConcurrentHashMap<>();

    /**
     * What such a page says.
     *
     * @param kind key of its words
     * @param reference under which the story is in the log; empty where there is none
     */
    public record FailurePage(String kind, String reference) {}

    private enum Kind {
        UNKNOWN(404, 0),
        READING(405, 0),
        MIGRATING(503, 30),
        AWAY(503, 5),
        BUSY(503, 10),
        LONG(404, 0),
        FAILED(500, 0);

        private final int status;
        private final int retryAfter; // seconds; 0: no use in trying again

        Kind(int status, int retryAfter) {
            this.status = status;
            this.retryAfter = retryAfter;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Said(Kind kind, Language language) {}

    Failures(Renderer renderer) {
        this.renderer = renderer;
    }

    private byte[] page(Kind kind, Language language, String reference) {
        var words = Words.of(language);
        return renderer.neutral(
                words,
                "failure/failure",
                words.get("failure." + kind.key() + ".title"),
                new FailurePage(kind.key(), reference));
    }

    @Override
    public void unknown(HttpServletResponse response, Language language) throws IOException {
        say(response, Kind.UNKNOWN, language);
    }

    @Override
    public void outOfStep(HttpServletResponse response, Language language) throws IOException {
        say(response, Kind.MIGRATING, language);
    }

    @Override
    public void onlyReading(HttpServletResponse response, Language language) throws IOException {
        response.setHeader("Allow", "GET, HEAD");
        say(response, Kind.READING, language);
    }

    @Override
    public void failed(HttpServletResponse response, Language language, Throwable cause) throws IOException {
        if (response.isCommitted()) {
            LOG.debug("The reader left", cause);
        } else if (isUnknown(cause)) {
            say(response, Kind.UNKNOWN, language);
        } else if (cause instanceof OutOfStep) {
            say(response, Kind.MIGRATING, language);
        } else if (cause instanceof TooLong) {
            say(response, Kind.LONG, language);
        } else if (cause instanceof Busy) {
            say(response, Kind.BUSY, language);
        } else if (Unavailable.isCauseOf(cause)) {
            LOG.warn("A page could not be read from the database: {}", String.valueOf(cause.getMessage()));
            say(response, Kind.AWAY, language);
        } else {
            var reference = Digest.of(Ids.next().toString().getBytes(StandardCharsets.UTF_8))
                    .substring(0, 8);
            LOG.error("Reference {}", reference, cause);
            write(response, Kind.FAILED, page(Kind.FAILED, language, reference));
        }
    }

    @Override
    public void failed(HttpServletResponse response, Visit visit, Throwable cause) throws IOException {
        if (visit.isNation() || response.isCommitted() || !isUnknown(cause)) {
            failed(response, visit.language(), cause);
            return;
        }
        var framed = framed(visit);
        if (framed.isPresent()) {
            write(response, Kind.UNKNOWN, framed.get());
        } else {
            say(response, Kind.UNKNOWN, visit.language());
        }
    }

    /** Empty if how the portal looks cannot be read: then nobody's page says the same. */
    private Optional<byte[]> framed(Visit visit) {
        try {
            var title = Words.of(visit.language()).get("failure." + Kind.UNKNOWN.key() + ".title");
            return Optional.of(
                    renderer.framed(visit, "failure/failure", title, new FailurePage(Kind.UNKNOWN.key(), "")));
        } catch (RuntimeException e) {
            if (!Unavailable.isCauseOf(e)) {
                throw e;
            }
            LOG.debug("The look of a portal could not be read", e);
            return Optional.empty();
        }
    }

    /** What MVC finds wrong with an address (no such page, a word where a number belongs) is an unknown address. */
    private static boolean isUnknown(Throwable cause) {
        return cause instanceof Unknown
                || cause instanceof TypeMismatchException
                || (cause instanceof ErrorResponse response
                        && response.getStatusCode().is4xxClientError());
    }

    private void say(HttpServletResponse response, Kind kind, Language language) throws IOException {
        var page = prepared.computeIfAbsent(new Said(kind, language), said -> page(said.kind(), said.language(), ""));
        write(response, kind, page);
    }

    private static void write(HttpServletResponse response, Kind kind, byte[] page) throws IOException {
        response.resetBuffer();
        response.setStatus(kind.status);
        response.setHeader("Cache-Control", "no-store");
        if (kind.retryAfter > 0) {
            response.setHeader("Retry-After", Integer.toString(kind.retryAfter));
        }
        response.setContentType(Answer.HTML);
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }
}
