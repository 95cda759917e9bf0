package org.cabildo.portal.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cabildo.kernel.Unknown;
import org.cabildo.ledger.published.PublishedHeads;
import org.cabildo.ledger.published.PublishedLedger;
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.door.Language;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.About;
import org.cabildo.portal.page.Answer;
import org.cabildo.portal.page.Freshness;
import org.cabildo.portal.page.Renderer;
import org.cabildo.portal.page.SchemaOrg;
import org.cabildo.portal.page.Words;
import org.cabildo.portal.plan.Sources;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.Tenants;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** The page that explains the trail, and the trail as a file; on the nation's, all heads and the keys that signed them. */
@Controller
public class LedgerPages {

    private static final String PAGE = "/bitacora";
    private static final String JSON = "/bitacora.json";
    private static final String FILE = "/bitacora.jsonl";
    private static final ZoneId CHILE = ZoneId.of("America/Santiago");
    private static final int NEWEST = 30;
    private static final int BUFFER = 1 << 16;
    private final PublishedLedger ledger;
    private final Mentions mentions;
    private final Sources sources;
    private final Heads heads;
    private final Tenants tenants;
    private final JsonMapper json;
    private final Addresses addresses;
    private final Freshness freshness;
    private final Renderer renderer;

    LedgerPages(
            PublishedLedger ledger,
            Mentions mentions,
            Sources sources,
            Heads heads,
            Tenants tenants,
            JsonMapper json,
            Addresses addresses,
            Freshness freshness,
            Renderer renderer) {
        this.ledger = ledger;
        this.mentions = mentions;
        this.sources = sources;
        this.heads = heads;
        this.tenants = tenants;
        this.json = json;
        this.addresses = addresses;
        this.freshness = freshness;
        this.renderer = renderer;
    }

    /**
     * What the page shows.
     *
     * @param head empty before the first act
     * @param newest what was done last, newest first
     * @param mentions what of it the public reads, by its id
     * @param files addresses of what came with it, by SHA-256
     * @param portals addresses of those it was done for, by name
     * @param file where the whole trail is
     * @param printed the same for whoever reads it on paper
     * @param name of that file
     * @param nation where all heads and keys are
     * @param zone the tenant's
     */
    public record LedgerPage(
            Optional<PublishedLedger.LastHead> head,
            List<PublishedLedger.Step> newest,
            Map<UUID, Mention> mentions,
            Map<String, Mentions.Proof> files,
            Map<String, String> portals,
            String file,
            String printed,
            String name,
            String nation,
            ZoneId zone) {}

    /**
     * What the nation's page shows.
     *
     * @param keys the one that signs now first
     * @param heads the newest of every tenant, by name
     * @param file the same for programs
     * @param printed its address for whoever reads it on paper
     * @param zone of the nation's dates
     */
    public record HeadsPage(
            List<PublishedHeads.Key> keys, List<HeadLine> heads, String file, String printed, ZoneId zone) {

        /** Those of institutions that there are. */
        public List<HeadLine> real() {
            return heads.stream().filter(line -> !line.synthetic()).toList();
        }

        /** Those of the demonstration. */
        public List<HeadLine> invented() {
            return heads.stream().filter(HeadLine::synthetic).toList();
        }
    }

    /** A tenant's newest head, the address of its ledger, and whether the tenant is invented. */
    public record HeadLine(PublishedHeads.NewestHead head, String address, boolean synthetic) {}

    @GetMapping(PAGE)
    Answer page(Visit visit) {
        return visit.isNation() ? nations(visit.at(PAGE)) : own(visit);
    }

    private Answer nations(Visit visit) {
        var now = heads.now();
        return Answer.page(freshness.ofNation(visit, now.state()), () -> {
            var words = Words.of(visit.language());
            var lines = lines(now, visit.language());
            return renderer.render(
                    visit,
                    "ledger/heads",
                    words.get("heads.title"),
                    new About(Optional.empty(), PAGE, words.get("heads.lead"), Optional.of("/tarjeta.png"), Map.of()),
                    new HeadsPage(now.keys(), lines, JSON, addresses.ofNation(JSON, Language.SPANISH), CHILE));
        });
    }

    private List<HeadLine> lines(Heads.Known now, Language language) {
        var owners = tenants.all().stream().collect(Collectors.toMap(Tenant::id, Function.identity()));
        return now.heads().stream()
                .flatMap(head -> Stream.ofNullable(owners.get(head.tenant()))
                        .map(owner ->
                                new HeadLine(head, addresses.canonical(owner, PAGE, language), owner.synthetic())))
                .toList();
    }

    /** The same for programs: whoever asks for it each day and keeps it can prove later what was there. */
    @GetMapping(JSON)
    Answer forPrograms(Visit visit) {
        if (!visit.isNation()) {
            throw new Unknown("page", visit.path());
        }
        var now = heads.now();
        return new Answer(
                freshness.ofNation(visit.at(JSON), now.state()),
                "application/json",
                true,
                Map.of("Access-Control-Allow-Origin", "*", "Cross-Origin-Resource-Policy", "cross-origin"),
                () -> written(now));
    }

    private byte[] written(Heads.Known now) {
        var all = new LinkedHashMap<String, Object>();
        all.put("format", "cabildo-heads/1");
        all.put("keys", now.keys().stream().map(LedgerPages::said).toList());
        all.put(
                "heads",
                lines(now, Language.SPANISH).stream().map(LedgerPages::said).toList());
        return json.writeValueAsBytes(all);
    }

    private static Map<String, Object> said(PublishedHeads.Key key) {
        var said = new LinkedHashMap<String, Object>();
        said.put("id", key.id());
        said.put("public", key.publicKey());
        said.put("since", key.since().toString());
        key.until().ifPresent(until -> said.put("until", until.toString()));
        return said;
    }

    /** The members of a head as they are signed, and beside them whose it is. */
    private static Map<String, Object> said(HeadLine line) {
        var head = line.head();
        var said = new LinkedHashMap<String, Object>();
        said.put("at", head.at().toString());
        said.put("count", head.count());
        said.put("hash", head.hash());
        said.put("key", head.key());
        said.put("tenant", head.tenant().value().toString());
        said.put("signature", head.signature());
        said.put("name", head.name());
        said.put("ledger", line.address());
        said.put("synthetic", line.synthetic());
        return said;
    }

    private Answer own(Visit visit) {
        var partners = sources.partners(visit);
        return Answer.page(freshness.of(visit, List.of(), partners), () -> {
            var newest = ledger.newest(NEWEST);
            var source = sources.own(visit);
            return renderer.render(
                    visit,
                    "ledger/ledger",
                    Words.of(visit.language()).get("ledger.title"),
                    about(visit),
                    new LedgerPage(
                            ledger.head(),
                            newest,
                            mentions.of(source, newest, partners),
                            mentions.files(source, newest),
                            mentions.portals(source, partners),
                            visit.prefix() + FILE,
                            addresses.canonical(visit.tenant(), FILE, Language.SPANISH),
                            name(visit),
                            addresses.ofNation(PAGE, visit.language()),
                            visit.tenant().zone()));
        });
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

    /**
     * Written while it is read, however long it is. No cache keeps it: whoever checks it must see what is there now, and a
     * head says nothing of rows that were altered since it was signed.
     */
    @GetMapping(FILE)
    void file(Visit visit, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setContentType("application/jsonl");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment().filename(name(visit)).build().toString());
        try (var out = new BufferedOutputStream(response.getOutputStream(), BUFFER)) {
            ledger.export(out);
        }
    }
}
