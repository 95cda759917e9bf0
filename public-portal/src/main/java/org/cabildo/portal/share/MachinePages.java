package org.cabildo.portal.share;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cabildo.calendar.Governments;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.door.Language;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.Answer;
import org.cabildo.portal.page.Directory;
import org.cabildo.portal.page.Freshness;
import org.cabildo.tenancy.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What search engines ask for first: who may read what, and which pages there are, in both languages. */
@Controller
class MachinePages {

    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private final PublishedPlans plans;
    private final PublishedCommitments commitments;
    private final Directory directory;
    private final Governments governments;
    private final Addresses addresses;
    private final Freshness freshness;

    MachinePages(
            PublishedPlans plans,
            PublishedCommitments commitments,
            Directory directory,
            Governments governments,
            Addresses addresses,
            Freshness freshness) {
        this.plans = plans;
        this.commitments = commitments;
        this.directory = directory;
        this.governments = governments;
        this.addresses = addresses;
        this.freshness = freshness;
    }

    @GetMapping("/robots.txt")
    Answer robots(Visit asked) {
        var visit = asked.at("/robots.txt");
        var state = directory.now();
        var mark = freshness.ofNation(visit, state.digest());
        return new Answer(mark, "text/plain;charset=UTF-8", true, Map.of(), () -> robots(visit, state));
    }

    /** What a reader looked for is no page to be found; invented portals say {@code noindex} and name no map. */
    private byte[] robots(Visit visit, Directory.State state) {
        var lines = new ArrayList<>(List.of("User-agent: *", "Disallow: /*?q=", "Disallow: /*&q=", "Allow: /", ""));
        if (visit.place().filter(Tenant::synthetic).isEmpty()) {
            lines.add("Sitemap: " + address(visit.place(), "/sitemap.xml", Language.SPANISH));
        }
        if (visit.isNation() && addresses.isByPath()) { // only the host's own robots.txt is ever read
            state.tenants().stream()
                    .filter(tenant -> !tenant.synthetic())
                    .map(tenant -> "Sitemap: " + address(Optional.of(tenant), "/sitemap.xml", Language.SPANISH))
                    .forEach(lines::add);
        }
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @GetMapping("/sitemap.xml")
    Answer map(Visit asked) {
        var visit = asked.at("/sitemap.xml");
        var mark = visit.isNation() ? freshness.ofNation(visit, "") : freshness.of(visit);
        return new Answer(mark, "application/xml;charset=UTF-8", true, Map.of(), () -> map(visit.place()));
    }

    private byte[] map(Optional<Tenant> place) {
        var map = new Markup("urlset", "http://www.sitemaps.org/schemas/sitemap/0.9").prefix("xhtml", XHTML);
        pages(place).forEach((path, changed) -> {
            for (var language : Language.values()) {
                map.within("url", () -> entry(map, place, path, changed, language));
            }
        });
        return map.end();
    }

    private void entry(Markup map, Optional<Tenant> place, String path, String changed, Language language) {
        map.text("loc", address(place, path, language));
        if (!changed.isEmpty()) {
            map.text("lastmod", changed);
        }
        for (var other : Language.values()) {
            alternate(map, other.tag(), address(place, path, other));
        }
        alternate(map, "x-default", address(place, path, Language.SPANISH));
    }

    private static void alternate(Markup map, String language, String address) {
        map.empty("xhtml:link", "rel", "alternate", "hreflang", language, "href", address);
    }

    /** The pages in force, each with when it changed if that is known. */
    private Map<String, String> pages(Optional<Tenant> place) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("/", "");
        if (place.isEmpty()) {
            pages.put("/mapa", "");
            pages.put("/datos-del-pais", "");
            pages.put("/bitacora", "");
            governments.regions().forEach(region -> pages.put("/mapa/" + region.code(), ""));
        }
        place.ifPresent(tenant -> {
            plans.current()
                    .forEach(plan -> pages.put(
                            "/planes/" + plan.slug(), plan.publishedAt().toString()));
            plans.inPreparation().forEach(plan -> pages.putIfAbsent("/planes/" + plan.slug(), ""));
            commitments
                    .all(freshness.today(tenant))
                    .forEach(line -> pages.put("/planes/" + line.planSlug() + "/compromisos/" + line.number(), ""));
            pages.put("/datos", "");
            pages.put("/bitacora", "");
        });
        return pages;
    }

    private String address(Optional<Tenant> place, String path, Language language) {
        return place.map(tenant -> addresses.canonical(tenant, path, language))
                .orElseGet(() -> addresses.ofNation(path, language));
    }
}
