package org.cabildo.portal.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives the reader an answer: nothing new if they have it, else the kept one, else a new one; or leads elsewhere. */
final class Answering implements HandlerMethodReturnValueHandler {

    private final PageCache cache;

    Answering(PageCache cache) {
        this.cache = cache;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returned) {
        return Reply.class.isAssignableFrom(returned.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter returned, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        if (value instanceof Reply reply) {
            switch (reply) {
                case Answer answer -> give(answer, request, response);
                case Elsewhere elsewhere -> lead(elsewhere, response);
            }
        }
    }

    private static void lead(Elsewhere elsewhere, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", elsewhere.address());
        response.setHeader("Cache-Control", "no-cache");
    }

    private void give(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var tag = "W/\"" + answer.mark().digest() + "\"";
        if (has(request.getHeader("If-None-Match"), answer.mark().digest())) {
            describe(response, tag);
            answer.headers().forEach(response::setHeader);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        var content = answer.kept()
                ? cache.get(answer.mark(), answer.making())
                : answer.making().get();
        describe(response, tag);
        answer.headers().forEach(response::setHeader);
        response.setContentType(answer.type());
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static void describe(HttpServletResponse response, String tag) {
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "no-cache");
    }

    /** Compared weakly, as reading allows; {@code *} is not taken for a page that was seen. */
    private static boolean has(@Nullable String seen, String digest) {
        return seen != null && seen.contains("\"" + digest + "\"");
    }
}
