package org.cabildo.portal.page;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.door.Language;
import org.cabildo.portal.door.Visit;
import org.cabildo.tenancy.Tenant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts a page record into its template, and the layout around it. */
@Component
public class Renderer {

    private static final int PIECES = 2_048; // of a page with a long list; the output grows where there are more
    private static final String NATIONS_DATA = "/datos-del-pais";
    private static final String LEDGER = "/bitacora";
    private static final String ABOUT = "/acerca";
    private final TemplateEngine templates;
    private final StyleSheet style;
    private final Looks looks;
    private final Addresses addresses;
    private final JsonMapper json;

    Renderer(TemplateEngine templates, StyleSheet style, Looks looks, Addresses addresses, JsonMapper json) {
        this.templates = templates;
        this.style = style;
        this.looks = looks;
        this.addresses = addresses;
        this.json = json;
    }

    /**
     * Renders a page of the portal visited.
     *
     * @param template its name, without ending
     * @param title of the page; the portal's own name on its first page
     * @param about what the page says to machines
     * @param page all the template may say
     */
    public byte[] render(Visit visit, String template, String title, About about, Object page, Layout.Step... trail) {
        return render(visit, template, title, synthetic(visit), about, page, trail);
    }

    /**
     * Renders a page that may show another tenant's content.
     *
     * @param synthetic whether that content is invented
     */
    public byte[] render(
            Visit visit,
            String template,
            String title,
            boolean synthetic,
            About about,
            Object page,
            Layout.Step... trail) {
        var words = Words.of(visit.language());
        var look = looks.of(visit);
        return filled(
                template,
                new Layout(
                        words,
                        visit.path().equals("/"),
                        title,
                        visit.place().map(Tenant::name).orElse(words.get("nation.name")),
                        visit.to("/"),
                        visit.to(visit.isNation() ? NATIONS_DATA : "/datos"),
                        visit.to(LEDGER),
                        visit.to(ABOUT),
                        addresses.ofNation(visit),
                        visit.inOtherLanguage(),
                        synthetic,
                        style.styleAddress(),
                        style.iconAddress(),
                        look.coloursAddress(visit),
                        look.arms(visit),
                        Optional.of(head(visit, about)),
                        Arrays.asList(trail)),
                page);
    }

    private Layout.Head head(Visit visit, About about) {
        return new Layout.Head(
                about.description(),
                address(about, about.path(), visit.language()),
                address(about, about.path(), Language.SPANISH),
                address(about, about.path(), Language.ENGLISH),
                visit.place().map(_ -> visit.to("/feed.atom")),
                about.card().map(card -> address(about, card, visit.language())),
                about.data().isEmpty() ? Optional.empty() : Optional.of(LinkedData.of(about.data(), json)));
    }

    private String address(About about, String path, Language language) {
        return about.owner()
                .map(owner -> addresses.canonical(owner, path, language))
                .orElseGet(() -> addresses.ofNation(path, language));
    }

    /** Renders a page in a tenant's frame that tells nothing of what was asked for there. */
    byte[] framed(Visit visit, String template, String title, Object page) {
        var look = looks.of(visit);
        return filled(
                template,
                new Layout(
                        Words.of(visit.language()),
                        false,
                        title,
                        visit.tenant().name(),
                        visit.to("/"),
                        visit.to("/datos"),
                        visit.to(LEDGER),
                        visit.to(ABOUT),
                        addresses.ofNation(visit),
                        samePageIn(visit.language().other()),
                        visit.tenant().synthetic(),
                        style.styleAddress(),
                        style.iconAddress(),
                        look.coloursAddress(visit),
                        look.arms(visit),
                        Optional.empty(),
                        List.of()),
                page);
    }

    /** Renders a page that belongs to nobody's portal and tells nothing of where it was asked for. */
    byte[] neutral(Words words, String template, String title, Object page) {
        return filled(
                template,
                new Layout(
                        words,
                        false,
                        title,
                        words.get("nation.name"),
                        addresses.ofNation(words.language()),
                        addresses.ofNation(NATIONS_DATA, words.language()),
                        addresses.ofNation(LEDGER, words.language()),
                        addresses.ofNation(ABOUT, words.language()),
                        addresses.ofNation(words.language()),
                        samePageIn(words.language().other()),
                        false,
                        style.styleAddress(),
                        style.iconAddress(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()),
                page);
    }

    /** A link to this same page in another language, whichever page it is: it does not name it. */
    private static String samePageIn(Language other) {
        return other == Language.SPANISH ? "?" : "?lang=" + other.code();
    }

    private static boolean synthetic(Visit visit) {
        return visit.place().filter(Tenant::synthetic).isPresent();
    }

    private byte[] filled(String template, Layout layout, Object page) {
        var output = new Utf8ByteOutput(PIECES);
        templates.render(template + ".jte", Map.of("layout", layout, "page", page), output);
        return output.toByteArray();
    }
}
