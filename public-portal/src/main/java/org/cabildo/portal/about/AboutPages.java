package org.cabildo.portal.about;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.About;
import org.cabildo.portal.page.Answer;
import org.cabildo.portal.page.Freshness;
import org.cabildo.portal.page.Renderer;
import org.cabildo.portal.page.Words;
import org.cabildo.tenancy.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What each portal says of itself, in words for whoever never saw one. */
@Controller
public class AboutPages {

    private static final String PAGE = "/acerca";

    /** What the words of a portal mean, in the order in which a reader meets them. */
    private static final List<String> TERMS = List.of(
            "plan",
            "commitment",
            "milestone",
            "progress",
            "running",
            "late",
            "evidence",
            "version",
            "consortium",
            "ogp");

    private final Freshness freshness;
    private final Renderer renderer;

    AboutPages(Freshness freshness, Renderer renderer) {
        this.freshness = freshness;
        this.renderer = renderer;
    }

    /**
     * What the page shows.
     *
     * @param owner the institution whose portal it is; empty on the nation's
     * @param terms the keys of the words that are explained
     * @param data where the open data are
     * @param ledger where one sees that nothing was altered
     */
    public record AboutPage(Optional<String> owner, List<String> terms, String data, String ledger) {}

    @GetMapping(PAGE)
    Answer page(Visit visit) {
        var mark = visit.isNation() ? freshness.ofNation(visit.at(PAGE), PAGE) : freshness.of(visit);
        return Answer.page(mark, () -> render(visit));
    }

    private byte[] render(Visit visit) {
        var words = Words.of(visit.language());
        var page = new AboutPage(
                visit.place().map(Tenant::name),
                TERMS,
                visit.to(visit.isNation() ? "/datos-del-pais" : "/datos"),
                visit.to("/bitacora"));
        var about = new About(visit.place(), PAGE, words.get("about.lead"), Optional.empty(), Map.of());
        return renderer.render(visit, "about/about", words.get("about.title"), about, page);
    }
}
