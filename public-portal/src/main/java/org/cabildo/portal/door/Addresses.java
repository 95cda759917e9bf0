package org.cabildo.portal.door;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** Which portal an address leads to, and which address leads to a portal. */
@Component
public class Addresses {

    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,62})(\\.[a-z0-9]([a-z0-9-]{0,62}))*");
    private static final Pattern BY_PATH = Pattern.compile("/t/([a-z][a-z0-9-]{0,38}[a-z0-9])(/.*)?");
    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{0,38}[a-z0-9]");
    private final Tenants tenants;
    private final PortalSettings settings;
    private final String nation;

    Addresses(Tenants tenants, PortalSettings settings) {
        this.tenants = tenants;
        this.settings = settings;
        this.nation = settings.address().getHost().toLowerCase(Locale.ROOT);
    }

    /**
     * What an address leads to.
     *
     * @param tenant empty: the nation's page
     * @param prefix the part of the path that names the tenant
     */
    record Found(Optional<Tenant> tenant, String prefix) {}

    /**
     * Finds whose portal a request visits.
     *
     * @param host as the request names it, without port
     * @param path as the request writes it, not decoded: a slug in disguise is none
     * @return empty for addresses nobody has
     */
    Optional<Found> find(String host, String path) {
        var name = host.toLowerCase(Locale.ROOT);
        name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (!HOST.matcher(name).matches()) {
            return Optional.empty();
        }
        if (name.equals(nation)) {
            return onNationsHost(path);
        }
        if (name.endsWith("." + nation)) {
            var slug = name.substring(0, name.length() - nation.length() - 1);
            return SLUG.matcher(slug).matches() ? visible(tenants.bySlug(slug), "") : Optional.empty();
        }
        return visible(tenants.byHost(name), "");
    }

    private Optional<Found> onNationsHost(String path) {
        var named = BY_PATH.matcher(path);
        if (named.matches()) {
            return visible(tenants.bySlug(named.group(1)), "/t/" + named.group(1));
        }
        return Optional.of(new Found(Optional.empty(), ""));
    }

    private static Optional<Found> visible(Optional<Tenant> tenant, String prefix) {
        return tenant.filter(Tenant::active).map(found -> new Found(Optional.of(found), prefix));
    }

    /** The nation's page. */
    public String ofNation(Visit from) {
        return ofNation(from.language());
    }

    /** The nation's page in this language. */
    public String ofNation(Language language) {
        return at(settings.address(), nation) + in(language);
    }

    /**
     * A page of the nation in this language.
     *
     * @param page its path, and what is asked there
     */
    public String ofNation(String page, Language language) {
        return at(settings.address(), nation)
                + page.substring(1)
                + (page.contains("?") ? in(language).replace('?', '&') : in(language));
    }

    /** A tenant's first page. */
    public String of(Tenant tenant, Visit from) {
        return of(tenant, "/", from);
    }

    /** A page of a tenant, named the way the reader came: by host or by path. */
    public String of(Tenant tenant, String page, Visit from) {
        return from.prefix().isEmpty()
                ? canonical(tenant, page, from.language())
                : byPath(tenant, page, from.language());
    }

    /** The one address of a tenant's page among those it is answered under, whichever way a reader came. */
    public String canonical(Tenant tenant, String page, Language language) {
        if (isByPath()) {
            return byPath(tenant, page, language);
        }
        var own = tenant.host();
        var host = own != null ? own : tenant.slug() + "." + nation;
        return at(settings.address(), host) + page.substring(1) + in(language);
    }

    private String byPath(Tenant tenant, String page, Language language) {
        return at(settings.address(), nation) + "t/" + tenant.slug() + page + in(language);
    }

    /** Whether all portals are at one host. */
    public boolean isByPath() {
        return settings.addressing() == PortalSettings.Addressing.PATH;
    }

    private static String in(Language language) {
        return language == Language.SPANISH ? "" : "?lang=" + language.code();
    }

    private static String at(URI address, String host) {
        var port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + host + port + "/";
    }
}
