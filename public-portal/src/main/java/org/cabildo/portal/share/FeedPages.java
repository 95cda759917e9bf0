package org.cabildo.portal.share;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cabildo.commitment.published.PublishedNews;
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.door.Language;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.Answer;
import org.cabildo.portal.page.Freshness;
import org.cabildo.portal.page.Words;
import org.cabildo.tenancy.PublishedState;
import org.cabildo.tenancy.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The news of a tenant as an Atom feed (RFC 4287). An entry is named by what happened and not by where it is read, so it
 * stays the same entry when the portal moves to another host.
 */
@Controller
class FeedPages {

    static final String TYPE = "application/atom+xml;charset=UTF-8";
    private static final int MOST = 50; // entries
    private final PublishedNews news;
    private final PublishedState state;
    private final Addresses addresses;
    private final Freshness freshness;

    FeedPages(PublishedNews news, PublishedState state, Addresses addresses, Freshness freshness) {
        this.news = news;
        this.state = state;
        this.addresses = addresses;
        this.freshness = freshness;
    }

    @GetMapping("/feed.atom")
    Answer feed(Visit asked) {
        var visit = asked.at("/feed.atom");
        var headers = Map.of("Access-Control-Allow-Origin", "*", "Cross-Origin-Resource-Policy", "cross-origin");
        return new Answer(freshness.of(visit), TYPE, true, headers, () -> write(visit));
    }

    private byte[] write(Visit visit) {
        var tenant = visit.tenant();
        var language = visit.language();
        var words = Words.of(language);
        var pieces = news.latest(MOST);
        var feed = new Markup("feed", "http://www.w3.org/2005/Atom");
        feed.language(language.tag())
                .text("id", "urn:uuid:" + idOf(tenant, language))
                .text("title", marked(tenant, words.get("feed.title", tenant.name())))
                .text("updated", updated(pieces).toString())
                .empty(
                        "link",
                        "rel",
                        "self",
                        "type",
                        "application/atom+xml",
                        "href",
                        to(tenant, "/feed.atom", language))
                .empty("link", "rel", "alternate", "type", "text/html", "href", to(tenant, "/", language))
                .within("author", () -> feed.text("name", tenant.name()))
                .text("generator", "Cabildo");
        pieces.forEach(piece -> entry(feed, piece, tenant, words));
        return feed.end();
    }

    private Instant updated(List<PublishedNews.Piece> pieces) {
        return pieces.isEmpty() ? state.changedAt() : pieces.getFirst().at();
    }

    /** The feed in English is another feed: a reader may follow both. */
    private static UUID idOf(Tenant tenant, Language language) {
        return language == Language.SPANISH
                ? tenant.id().value()
                : UUID.nameUUIDFromBytes((tenant.id() + "/" + language.code()).getBytes(StandardCharsets.UTF_8));
    }

    private void entry(Markup feed, PublishedNews.Piece piece, Tenant tenant, Words words) {
        feed.within(
                "entry",
                () -> feed.text("id", "urn:uuid:" + piece.id())
                        .text("title", marked(tenant, titleOf(piece, tenant, words)))
                        .text("updated", piece.at().toString())
                        .text("published", piece.at().toString())
                        .empty(
                                "link",
                                "rel",
                                "alternate",
                                "type",
                                "text/html",
                                "href",
                                to(tenant, pathOf(piece), words.language()))
                        .empty("category", "term", piece.kind().name().toLowerCase(Locale.ROOT))
                        .text("summary", summaryOf(piece)));
    }

    /** What is invented says so wherever it is read: a feed reader shows entries without their page. */
    private static String marked(Tenant tenant, String title) {
        return tenant.synthetic() ? "SINTÉTICO · " + title : title;
    }

    private static String titleOf(PublishedNews.Piece piece, Tenant tenant, Words words) {
        var key = "feed." + piece.kind();
        return switch (piece.kind()) {
            case PLAN, AMENDMENT -> words.get(key, piece.version(), piece.planTitle());
            case COMMITMENT -> words.get(key, piece.number(), piece.title());
            case COMMITMENT_AMENDED -> words.get(key, piece.number(), piece.title(), piece.version());
            case ADVANCE, CORRECTION ->
                piece.previous() == piece.reached()
                        ? evidenceOf(piece, tenant, words)
                        : words.get(key, piece.previous(), piece.reached(), piece.activity(), piece.title());
        };
    }

    private static String evidenceOf(PublishedNews.Piece piece, Tenant tenant, Words words) {
        if (piece.kind() == PublishedNews.Kind.ADVANCE) {
            return words.get("feed.MORE", piece.reached(), piece.activity(), piece.title());
        }
        var mended = piece.mended();
        if (mended == null) {
            return words.get("feed.EVIDENCE", piece.reached(), piece.activity(), piece.title());
        }
        var day = words.date(mended.at(), tenant.zone());
        return mended.correction()
                ? words.get("feed.EVIDENCE_AGAIN", piece.reached(), piece.activity(), piece.title(), day)
                : words.get(
                        "feed.EVIDENCE_OF", piece.reached(), piece.activity(), piece.title(), mended.reached(), day);
    }

    private static String summaryOf(PublishedNews.Piece piece) {
        return piece.text().isEmpty() ? piece.activity() : piece.text();
    }

    private static String pathOf(PublishedNews.Piece piece) {
        var plan = "/planes/" + piece.planSlug() + (piece.current() ? "" : "/v/" + piece.version());
        return switch (piece.kind()) {
            case PLAN -> plan;
            case AMENDMENT, COMMITMENT_AMENDED -> "/planes/" + piece.planSlug() + "/v/" + piece.version() + "/cambios";
            case COMMITMENT, ADVANCE, CORRECTION -> plan + "/compromisos/" + piece.number();
        };
    }

    private String to(Tenant tenant, String path, Language language) {
        return addresses.canonical(tenant, path, language);
    }
}
