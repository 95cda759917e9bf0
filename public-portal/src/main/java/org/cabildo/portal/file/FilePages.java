package org.cabildo.portal.file;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.cabildo.file.published.PublishedFiles;
import org.cabildo.kernel.Unknown;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.plan.Source;
import org.cabildo.portal.plan.Sources;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Published files, at addresses that name their content. They are for keeping and not for showing: no browser runs
 * them, guesses what they are, or lets them speak for the portal.
 */
@Controller
class FilePages {

    private static final String POLICY = "sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'";
    private final PublishedFiles files;
    private final Sources sources;

    FilePages(PublishedFiles files, Sources sources) {
        this.files = files;
        this.sources = sources;
    }

    @GetMapping("/archivos/{sha256}")
    void own(Visit visit, @PathVariable String sha256, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        give(sources.own(visit), sha256, request, response);
    }

    @GetMapping("/consorcios/{consortium}/archivos/{sha256}")
    void shared(
            Visit visit,
            @PathVariable String consortium,
            @PathVariable String sha256,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        give(sources.shared(visit, consortium), sha256, request, response);
    }

    private void give(Source source, String sha256, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var file = source.read(() -> files.find(sha256)).orElseThrow(() -> new Unknown("file", sha256));
        var tag = '"' + file.sha256() + '"';
        var seen = request.getHeader("If-None-Match");
        if (seen != null && seen.contains(tag)) {
            describe(file, tag, response);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        var part = Part.asked(request.getHeader("Range"), request.getHeader("If-Range"), tag, file.bytes());
        if (part.isOutside()) {
            response.setHeader("Content-Range", "bytes */" + file.bytes());
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        try (var content = source.read(() -> files.open(file))) { // first of all: if it fails, nothing was said yet
            describe(file, tag, response);
            response.setContentType(file.kind().mediaType());
            response.setContentLengthLong(part.length());
            if (!part.isAll(file.bytes())) {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader("Content-Range", part.described(file.bytes()));
            }
            part.copy(content, response.getOutputStream());
        }
    }

    private static void describe(PublishedFiles.Found file, String tag, HttpServletResponse response) {
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
