package org.cabildo.portal.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cabildo.calendar.Governments;
import org.cabildo.calendar.Region;
import org.cabildo.kernel.Texts;
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.About;
import org.cabildo.portal.page.Answer;
import org.cabildo.portal.page.Directory;
import org.cabildo.portal.page.Freshness;
import org.cabildo.portal.page.Renderer;
import org.cabildo.portal.page.Words;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantKind;
import org.springframework.stereotype.Component;

/** The nation's page: every portal, by region, and the invented ones apart. */
@Component
public class DirectoryPages {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    /** The region's own government, its municipalities, then what several share; each by name, as they come. */
    private static final Comparator<Tenant> REGIONAL_FIRST = Comparator.comparing(tenant -> switch (tenant.kind()) {
        case REGIONAL_GOVERNMENT -> 0;
        case MUNICIPALITY -> 1;
        case CONSORTIUM, ASSOCIATION -> 2;
    });

    private final Directory directory;
    private final Governments governments;
    private final Addresses addresses;
    private final Freshness freshness;
    private final Renderer renderer;

    DirectoryPages(
            Directory directory, Governments governments, Addresses addresses, Freshness freshness, Renderer renderer) {
        this.directory = directory;
        this.governments = governments;
        this.addresses = addresses;
        this.freshness = freshness;
        this.renderer = renderer;
    }

    /**
     * The directory as one reader asked for it.
     *
     * @param search what they look for; empty for everything
     * @param map address of the map
     * @param found how many portals are listed
     * @param possible how many governments could take part
     * @param regions from north to south, those with a portal only
     */
    public record DirectoryPage(
            String search,
            String action,
            String map,
            int found,
            int municipalities,
            int regionalGovernments,
            int possible,
            List<OfRegion> regions,
            List<Entry> consortia,
            List<Entry> fictional) {}

    /** The portals of a region, the regional government's first. */
    public record OfRegion(String name, String map, List<Entry> portals) {}

    /** A portal. */
    public record Entry(String name, TenantKind kind, String address) {}

    /** The directory, or what of it was looked for. */
    public Answer page(Visit visit) {
        var state = directory.now();
        var mark = freshness.ofNation(visit, state.digest());
        return visit.search().isEmpty()
                ? Answer.page(mark, () -> render(visit, state.tenants()))
                : Answer.once(mark, () -> render(visit, state.tenants()));
    }

    private byte[] render(Visit visit, List<Tenant> tenants) {
        var real = tenants.stream().filter(tenant -> !tenant.synthetic()).toList();
        var found = tenants.stream()
                .filter(tenant -> matches(tenant, visit.search()))
                .toList();
        var foundReal = found.stream().filter(tenant -> !tenant.synthetic()).toList();
        var page = new DirectoryPage(
                visit.search(),
                visit.prefix() + "/",
                visit.to("/mapa"),
                found.size(),
                count(real, TenantKind.MUNICIPALITY),
                count(real, TenantKind.REGIONAL_GOVERNMENT),
                governments.all().size(),
                governments.regions().stream()
                        .map(region -> new OfRegion(
                                region.name(),
                                visit.to("/mapa/" + region.code()),
                                entries(visit, inRegion(foundReal, region))))
                        .filter(region -> !region.portals().isEmpty())
                        .toList(),
                entries(
                        visit,
                        foundReal.stream().filter(DirectoryPages::isShared).toList()),
                entries(
                        visit,
                        found.stream()
                                .filter(Tenant::synthetic)
                                .sorted(REGIONAL_FIRST)
                                .toList()));
        var words = Words.of(visit.language());
        return renderer.render(visit, "directory/directory", words.get("nation.name"), about(words), page);
    }

    private About about(Words words) {
        var address = addresses.ofNation(words.language());
        Map<String, Object> data = Map.of(
                "@context",
                "https://schema.org",
                "@type",
                "WebSite",
                "name",
                words.get("nation.name"),
                "url",
                address,
                "inLanguage",
                words.language().tag());
        return new About(Optional.empty(), "/", words.get("directory.lead"), Optional.of("/tarjeta.png"), data);
    }

    private static List<Tenant> inRegion(List<Tenant> tenants, Region region) {
        return tenants.stream()
                .filter(tenant -> !isShared(tenant) && Objects.equals(region.code(), tenant.regionCode()))
                .sorted(REGIONAL_FIRST)
                .toList();
    }

    private static boolean isShared(Tenant tenant) {
        return switch (tenant.kind()) {
            case CONSORTIUM, ASSOCIATION -> true;
            case MUNICIPALITY, REGIONAL_GOVERNMENT -> false;
        };
    }

    private static int count(List<Tenant> tenants, TenantKind kind) {
        return Math.toIntExact(
                tenants.stream().filter(tenant -> tenant.kind() == kind).count());
    }

    private List<Entry> entries(Visit visit, List<Tenant> tenants) {
        return tenants.stream()
                .map(tenant -> new Entry(tenant.name(), tenant.kind(), addresses.of(tenant, visit)))
                .toList();
    }

    /** Every word looked for is in the name or the address; accents and case do not matter. */
    private boolean matches(Tenant tenant, String search) {
        if (search.isEmpty()) {
            return true;
        }
        var text = Texts.plain(tenant.name() + " " + tenant.slug() + " " + regionOf(tenant));
        return BLANKS.splitAsStream(Texts.plain(search)).allMatch(text::contains);
    }

    private String regionOf(Tenant tenant) {
        return governments.regions().stream()
                .filter(region -> region.code().equals(tenant.regionCode()))
                .map(Region::officialName)
                .findFirst()
                .orElse("");
    }
}
