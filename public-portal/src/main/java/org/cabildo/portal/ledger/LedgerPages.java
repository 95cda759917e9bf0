package org.cabildo.portal.ledger;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.cabildo.ledger.published.PublishedLedger;
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.About;
import org.cabildo.portal.page.Answer;
import org.cabildo.portal.page.Freshness;
import org.cabildo.portal.page.Renderer;
import org.cabildo.portal.page.SchemaOrg;
import org.cabildo.portal.page.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that explains the trail, and the trail as a file. */
@Controller
public class LedgerPages {

    private static final int NEWEST = 30;
    private static final int BUFFER = 1 << 16;
    private final PublishedLedger ledger;
    private final Addresses addresses;
    private final Freshness freshness;
    private final Renderer renderer;

    LedgerPages(PublishedLedger ledger, Addresses addresses, Freshness freshness, Renderer renderer) {
        this.ledger = ledger;
        this.addresses = addresses;
        this.freshness = freshness;
        this.renderer = renderer;
    }

    /**
     * What the page shows.
     *
     * @param head empty before the first act
     * @param newest what was done last, newest first
     * @param file where the whole trail is
     * @param name of that file
     * @param zone the tenant's
     */
    public record LedgerPage(
            Optional<PublishedLedger.LastHead> head,
            List<PublishedLedger.Done> newest,
            String file,
            String name,
            ZoneId zone) {}

    @GetMapping("/bitacora")
    Answer page(Visit visit) {
        return Answer.page(
                freshness.of(visit),
                () -> renderer.render(
                        visit,
                        "ledger/ledger",
                        Words.of(visit.language()).get("ledger.title"),
                        about(visit),
                        new LedgerPage(
                                ledger.head(),
                                ledger.newest(NEWEST),
                                visit.prefix() + "/bitacora.jsonl",
                                name(visit),
                                visit.tenant().zone())));
    }

    private static String name(Visit visit) {
        return visit.tenant().slug() + "-bitacora.jsonl";
    }

    private About about(Visit visit) {
        var words = Words.of(visit.language());
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", "https://schema.org");
        data.put("@type", "Dataset");
        data.put("name", words.get("ledger.title") + " · " + visit.tenant().name());
        data.put("description", words.get("ledger.lead"));
        data.put("url", addresses.canonical(visit.tenant(), "/bitacora", visit.language()));
        data.put("isAccessibleForFree", true);
        data.put("creator", SchemaOrg.government(visit.tenant(), addresses));
        return new About(visit.place(), "/bitacora", words.get("ledger.lead"), Optional.of("/tarjeta.png"), data);
    }

    /** Written while it is read, however long it is; the head says of which state it is. */
    @GetMapping("/bitacora.jsonl")
    void file(Visit visit, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var tag = '"' + ledger.head().map(PublishedLedger.LastHead::hash).orElse("empty") + '"';
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        var seen = request.getHeader("If-None-Match");
        if (seen != null && seen.contains(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("application/jsonl");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment().filename(name(visit)).build().toString());
        try (var out = new BufferedOutputStream(response.getOutputStream(), BUFFER)) {
            ledger.export(out);
        }
    }
}
