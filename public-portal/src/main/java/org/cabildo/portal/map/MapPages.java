package org.cabildo.portal.map;

import java.util.Map;
import java.util.Optional;
import org.cabildo.calendar.Governments;
import org.cabildo.calendar.Region;
import org.cabildo.kernel.Unknown;
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.About;
import org.cabildo.portal.page.Answer;
import org.cabildo.portal.page.Directory;
import org.cabildo.portal.page.Freshness;
import org.cabildo.portal.page.Layout;
import org.cabildo.portal.page.Renderer;
import org.cabildo.portal.page.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The nation's map, by region and by comuna. The invented territory has none. */
@Controller
class MapPages {

    private static final String COUNTRY = "/mapa";
    private final Directory directory;
    private final Governments governments;
    private final Addresses addresses;
    private final Freshness freshness;
    private final CountryMap country;
    private final RegionMap region;
    private final Renderer renderer;

    MapPages(
            Directory directory,
            Governments governments,
            Addresses addresses,
            Freshness freshness,
            CountryMap country,
            RegionMap region,
            Renderer renderer) {
        this.directory = directory;
        this.governments = governments;
        this.addresses = addresses;
        this.freshness = freshness;
        this.country = country;
        this.region = region;
        this.renderer = renderer;
    }

    @GetMapping(COUNTRY)
    Answer country(Visit asked) {
        var visit = nations(asked).at(COUNTRY);
        var now = directory.counted();
        return Answer.page(freshness.ofNation(visit, now.digest()), () -> country(visit, now));
    }

    private byte[] country(Visit visit, Directory.Counted now) {
        var words = Words.of(visit.language());
        var title = words.get("map.title");
        var about = about(COUNTRY, title, words.get("map.lead"), words);
        return renderer.render(visit, "map/country", title, about, country.page(visit, now));
    }

    @GetMapping(COUNTRY + "/{code}")
    Answer region(Visit asked, @PathVariable String code) {
        var shown = governments.regions().stream()
                .filter(region -> region.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Unknown("region", code));
        var visit = nations(asked).at(COUNTRY + "/" + code);
        var now = directory.counted();
        return Answer.page(freshness.ofNation(visit, now.digest()), () -> region(visit, now, shown));
    }

    private byte[] region(Visit visit, Directory.Counted now, Region shown) {
        var words = Words.of(visit.language());
        var title = shown.officialName();
        var about = about(visit.path(), title, words.get("map.region.lead", title), words);
        return renderer.render(
                visit,
                "map/region",
                title,
                about,
                region.page(visit, now, shown),
                new Layout.Step(words.get("map.title"), visit.to(COUNTRY)));
    }

    /** Tenants have no map. */
    private static Visit nations(Visit visit) {
        if (!visit.isNation()) {
            throw new Unknown("page", visit.path());
        }
        return visit;
    }

    private About about(String path, String name, String description, Words words) {
        Map<String, Object> data = Map.of(
                "@context",
                "https://schema.org",
                "@type",
                "CollectionPage",
                "name",
                name,
                "url",
                addresses.ofNation(path, words.language()),
                "inLanguage",
                words.language().tag());
        return new About(Optional.empty(), path, description, Optional.of("/tarjeta.png"), data);
    }
}
