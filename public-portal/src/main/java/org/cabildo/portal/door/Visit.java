package org.cabildo.portal.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.Tenant;

/**
 * One reader's request: whose portal, which page of it, in which language.
 *
 * @param place the tenant; empty for the nation's page
 * @param prefix what links begin with: empty, or {@code /t/<slug>}
 * @param path of the page within the portal, as it was written
 * @param search what the reader looks for; empty for nothing
 */
public record Visit(Optional<Tenant> place, String prefix, String path, Language language, String search) {

    static final String ATTRIBUTE = Visit.class.getName();

    /** The visit a request is, once it came through the door. */
    public static Optional<Visit> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Visit visit ? Optional.of(visit) : Optional.empty();
    }

    /** The tenant whose portal it is. @throws Unknown on the nation's: there is no such page there */
    public Tenant tenant() {
        return place.orElseThrow(() -> new Unknown("page", path));
    }

    public boolean isNation() {
        return place.isEmpty();
    }

    /** The same visit of this page, without what the reader wrote differently or looks for. */
    public Visit at(String page) {
        return new Visit(place, prefix, page, language, "");
    }

    /** A link to a page of this portal, in this language. */
    public String to(String page) {
        return prefix + page + (language == Language.SPANISH ? "" : "?lang=" + language.code());
    }

    /** A link to a page of this portal that shows what the reader looks for, in this language. */
    public String toSearch(String page) {
        return prefix + asked(page) + (language == Language.SPANISH ? "" : "&lang=" + language.code());
    }

    /** The path of a page with what is looked for there, in neither language; the path alone if nothing is. */
    public String asked(String page) {
        return search.isEmpty() ? page : page + "?q=" + URLEncoder.encode(search, StandardCharsets.UTF_8);
    }

    /** A link to this same page in the other language. */
    public String inOtherLanguage() {
        var query = (language.other() == Language.SPANISH
                        ? ""
                        : "&lang=" + language.other().code())
                + (search.isEmpty() ? "" : "&q=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
        return prefix + path + (query.isEmpty() ? "" : "?" + query.substring(1));
    }
}
