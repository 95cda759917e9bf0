package org.cabildo.portal.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cabildo.benchmarking.published.ToldCommitments;
import org.cabildo.calendar.Governments;
import org.cabildo.kernel.Sought;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The nation's page: every portal, by region, and the invented ones apart. */
@Component
public class DirectoryPages {

    private static final int AWAITED = 12; // names of those without a portal; the others have a page
    private static final int PLANS = 10; // plans that are named; the others have a page
    private static final int PROMISES = 20; // commitments, likewise

    private final Directory directory;
    private final Finder finder;
    private final ToldCommitments commitments;
    private final Governments governments;
    private final Addresses addresses;
    private final Freshness freshness;
    private final Renderer renderer;

    DirectoryPages(
            Directory directory,
            Finder finder,
            ToldCommitments commitments,
            Governments governments,
            Addresses addresses,
            Freshness freshness,
            Renderer renderer) {
        this.directory = directory;
        this.finder = finder;
        this.commitments = commitments;
        this.governments = governments;
        this.addresses = addresses;
        this.freshness = freshness;
        this.renderer = renderer;
    }

    /**
     * The directory as one reader asked for it.
     *
     * @param search what they look for; empty for everything
     * @param read the region whose number or name was looked for; null: none was
     * @param map address of the map
     * @param called whoever is called exactly as was typed, with a portal or without; found again nowhere below
     * @param hits what was looked for and has a portal, the nearest name first
     * @param awaited what was looked for and has none yet, the nearest name first
     * @param more how many others of those there are
     * @param allAwaited where all of those are
     * @param allPlans where all plans are that were found
     * @param plans whose title says what was looked for
     * @param allPromises where all commitments are that were found
     * @param promises commitments that say what was looked for
     * @param possible how many governments could take part
     * @param regions from north to south, those with a portal only; empty where something is looked for
     */
    public record DirectoryPage(
            String search,
            @Nullable Read read,
            String map,
            Called called,
            List<Finder.Hit> hits,
            List<Finder.Awaited> awaited,
            int more,
            String allAwaited,
            String allPlans,
            Finder.Found<Finder.Plan> plans,
            String allPromises,
            Finder.Found<Finder.Promise> promises,
            int municipalities,
            int regionalGovernments,
            int possible,
            List<OfRegion> regions,
            List<Finder.Entry> consortia,
            List<Finder.Entry> fictional,
            Finder.Found<Finder.Plan> inventedPlans,
            Finder.Found<Finder.Promise> invented) {

        /** Whether nothing that was looked for is anywhere. */
        public boolean isNothing() {
            return portals() == 0
                    && called.awaited().isEmpty()
                    && awaited.isEmpty()
                    && plans.isEmpty()
                    && promises.isEmpty()
                    && apart() == 0;
        }

        /** How many portals were found. */
        public int portals() {
            return called.hits().size() + hits.size();
        }

        /** Whether no portal, plan or commitment was found that is not invented. */
        public boolean isWithoutReal() {
            return portals() == 0 && plans.isEmpty() && promises.isEmpty();
        }

        /** How many invented portals, plans and commitments were found. */
        public int apart() {
            return fictional.size() + inventedPlans.all() + invented.all();
        }

        /** Whether something is named that was published, in Spanish. */
        public boolean isQuoting() {
            return !plans.isEmpty() || !promises.isEmpty() || !inventedPlans.isEmpty() || !invented.isEmpty();
        }
    }

    /**
     * A region that was read from its number or its name.
     *
     * @param map address of its map
     * @param also whether a municipality is called so too
     */
    public record Read(String name, String map, boolean also) {}

    /** Whoever is called exactly as was typed. */
    public record Called(List<Finder.Hit> hits, List<Finder.Awaited> awaited) {

        static final Called NOBODY = new Called(List.of(), List.of());
    }

    /** The portals of a region, the regional government's first. */
    public record OfRegion(String name, String map, List<Finder.Entry> portals) {}

    /** The directory, or what of it was looked for. */
    public Answer page(Visit visit) {
        var state = directory.now();
        return visit.search().isEmpty()
                ? Answer.page(freshness.ofNation(visit, state.digest()), () -> render(visit, state.tenants()))
                : Answer.once(
                        freshness.ofNation(
                                visit, state.digest() + commitments.state() + freshness.days(state.tenants())),
                        () -> render(visit, state.tenants()));
    }

    private byte[] render(Visit visit, List<Tenant> tenants) {
        var page = visit.search().isEmpty() ? everyone(visit, tenants) : found(visit, tenants);
        var words = Words.of(visit.language());
        var title = visit.search().isEmpty()
                ? words.get("nation.name")
                : words.get("search.title.of", page.search(), summary(page, words));
        return renderer.render(visit, "directory/directory", title, about(visit, words), page);
    }

    /** What the page says that it found, in short. */
    private static String summary(DirectoryPage page, Words words) {
        var found = new ArrayList<String>();
        if (page.isWithoutReal()) {
            var none = page.apart() > 0 ? "search.title.none.real" : "search.title.none";
            found.add(words.get(page.read() == null ? none : "search.title.none.read"));
        }
        if (page.portals() > 0) {
            found.add(words.count("search.title.portals", page.portals()));
        }
        if (!page.plans().isEmpty()) {
            found.add(words.count("search.title.plans", page.plans().all()));
        }
        if (!page.promises().isEmpty()) {
            found.add(words.count("search.title.commitments", page.promises().all()));
        }
        if (page.apart() > 0) {
            found.add(words.count("search.title.apart", page.apart()));
        }
        return String.join(", ", found);
    }

    private DirectoryPage everyone(Visit visit, List<Tenant> tenants) {
        var real = tenants.stream().filter(tenant -> !tenant.synthetic()).toList();
        return new DirectoryPage(
                "",
                null,
                visit.to("/mapa"),
                Called.NOBODY,
                List.of(),
                List.of(),
                0,
                "",
                "",
                Finder.Found.none(),
                "",
                Finder.Found.none(),
                count(real, TenantKind.MUNICIPALITY),
                count(real, TenantKind.REGIONAL_GOVERNMENT),
                governments.all().size(),
                governments.regions().stream()
                        .map(region -> new OfRegion(
                                region.name(),
                                Finder.mapOf(visit, region),
                                finder.entries(visit, Finder.inRegion(real, region))))
                        .filter(region -> !region.portals().isEmpty())
                        .toList(),
                finder.entries(visit, real.stream().filter(Finder::isShared).toList()),
                finder.entries(
                        visit,
                        tenants.stream()
                                .filter(Tenant::synthetic)
                                .sorted(Finder.REGIONAL_FIRST)
                                .toList()),
                Finder.Found.none(),
                Finder.Found.none());
    }

    private DirectoryPage found(Visit visit, List<Tenant> tenants) {
        var sought = new Sought(visit.search());
        var real = tenants.stream().filter(tenant -> !tenant.synthetic()).toList();
        var invented = tenants.stream().filter(Tenant::synthetic).toList();
        var found = finder.portals(visit, tenants);
        var hits = found.stream()
                .filter(tenant -> !tenant.synthetic())
                .collect(Collectors.partitioningBy(tenant -> sought.isName(tenant.name(), finder.shortName(tenant))));
        var awaited = finder.awaited(visit, real).stream()
                .collect(Collectors.partitioningBy(
                        government -> sought.isName(government.name(), government.shortName())));
        var others = real.stream().filter(tenant -> !found.contains(tenant)).toList();
        var named = among(awaited, true);
        var further = among(awaited, false);
        return new DirectoryPage(
                visit.search(),
                finder.region(visit)
                        .map(region -> new Read(
                                region.officialName(), Finder.mapOf(visit, region), finder.isMunicipalityToo(visit)))
                        .orElse(null),
                visit.to("/mapa"),
                new Called(finder.hits(visit, among(hits, true)), finder.byRegion(visit, named, others)),
                finder.hits(visit, among(hits, false)),
                finder.byRegion(visit, further.subList(0, Math.min(AWAITED, further.size())), others),
                Math.max(0, further.size() - AWAITED),
                visit.toSearch(SearchPages.AWAITED),
                visit.toSearch(SearchPages.PLANS),
                finder.plans(visit, real, PLANS),
                visit.toSearch(SearchPages.PROMISES),
                finder.promises(visit, real, PROMISES),
                0,
                0,
                governments.all().size(),
                List.of(),
                List.of(),
                finder.entries(visit, found.stream().filter(Tenant::synthetic).toList()),
                finder.plans(visit, invented, PLANS),
                finder.promises(visit, invented, PROMISES));
    }

    private static <T> List<T> among(Map<Boolean, List<T>> parts, boolean which) {
        return parts.getOrDefault(which, List.of());
    }

    private About about(Visit visit, Words words) {
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
        return new About(
                Optional.empty(), visit.asked("/"), words.get("directory.lead"), Optional.of("/tarjeta.png"), data);
    }

    private static int count(List<Tenant> tenants, TenantKind kind) {
        return Math.toIntExact(
                tenants.stream().filter(tenant -> tenant.kind() == kind).count());
    }
}
