package org.cabildo.portal.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cabildo.benchmarking.published.ToldCommitments;
import org.cabildo.benchmarking.published.ToldCommitments.Told;
import org.cabildo.calendar.Government;
import org.cabildo.calendar.Governments;
import org.cabildo.calendar.Region;
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.About;
import org.cabildo.portal.page.Answer;
import org.cabildo.portal.page.Directory;
import org.cabildo.portal.page.Freshness;
import org.cabildo.portal.page.Layout;
import org.cabildo.portal.page.Renderer;
import org.cabildo.portal.page.Words;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantKind;
import org.springframework.stereotype.Component;

/** The nation's page: every portal, by region, and the invented ones apart. */
@Component
public class DirectoryPages {

    /** Where all are that were found without a portal. */
    static final String AWAITED_PAGE = "/busqueda/instituciones";

    /** Where all commitments are that were found. */
    static final String PROMISES_PAGE = "/busqueda/compromisos";

    private static final int AWAITED = 12; // names of those without a portal; the others have a page
    private static final int PROMISES = 20; // commitments that are named; the others have a page
    private static final int ALL_PROMISES = 500; // on that page; whoever wants still more takes the open data
    private static final int REGIONS = 3; // of so many the portals are told
    /** The region's own government, its municipalities, then what several share; each by name, as they come. */
    private static final Comparator<Tenant> REGIONAL_FIRST = Comparator.comparing(tenant -> switch (tenant.kind()) {
        case REGIONAL_GOVERNMENT -> 0;
        case MUNICIPALITY -> 1;
        case CONSORTIUM, ASSOCIATION -> 2;
    });

    private final Directory directory;
    private final ToldCommitments commitments;
    private final Governments governments;
    private final Addresses addresses;
    private final Freshness freshness;
    private final Renderer renderer;

    DirectoryPages(
            Directory directory,
            ToldCommitments commitments,
            Governments governments,
            Addresses addresses,
            Freshness freshness,
            Renderer renderer) {
        this.directory = directory;
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
     * @param map address of the map
     * @param called whoever is called exactly as was typed, with a portal or without; found again nowhere below
     * @param hits what was looked for and has a portal, the nearest name first
     * @param awaited what was looked for and has none yet, the nearest name first
     * @param more how many others of those there are
     * @param allAwaited where all of those are
     * @param allPromises where all commitments are that were found
     * @param promises commitments that say what was looked for
     * @param possible how many governments could take part
     * @param regions from north to south, those with a portal only; empty where something is looked for
     */
    public record DirectoryPage(
            String search,
            String map,
            Called called,
            List<Hit> hits,
            List<Awaited> awaited,
            int more,
            String allAwaited,
            String allPromises,
            Promises promises,
            int municipalities,
            int regionalGovernments,
            int possible,
            List<OfRegion> regions,
            List<Entry> consortia,
            List<Entry> fictional,
            Promises invented) {

        /** Whether nothing that was looked for is anywhere. */
        public boolean isNothing() {
            return portals() == 0
                    && called.awaited().isEmpty()
                    && awaited.isEmpty()
                    && promises.isEmpty()
                    && fictional.isEmpty()
                    && invented.isEmpty();
        }

        /** How many portals were found. */
        public int portals() {
            return called.hits().size() + hits.size();
        }

        /** Whether neither a portal nor a commitment was found that is not invented. */
        public boolean isWithoutReal() {
            return portals() == 0 && promises.isEmpty();
        }

        /** How many invented portals and commitments were found. */
        public int apart() {
            return fictional.size() + invented.all();
        }
    }

    /**
     * Commitments of several portals.
     *
     * @param nearest those that are named, the nearest title first
     * @param all how many there are
     */
    public record Promises(List<Promise> nearest, int all) {

        static final Promises NONE = new Promises(List.of(), 0);

        /** Whether there are none. */
        public boolean isEmpty() {
            return all == 0;
        }

        /** How many are not named. */
        public int more() {
            return all - nearest.size();
        }
    }

    /**
     * A commitment of one of the portals.
     *
     * @param owner whose it is
     * @param progress in percent
     */
    public record Promise(String title, String address, String owner, int progress) {}

    /** Whoever is called exactly as was typed. */
    public record Called(List<Hit> hits, List<Awaited> awaited) {

        static final Called NOBODY = new Called(List.of(), List.of());
    }

    /**
     * A portal that was looked for.
     *
     * @param region its name; empty where it is in none
     */
    public record Hit(Entry portal, String region) {}

    /**
     * Who of a region was looked for and has no portal yet.
     *
     * @param map address of the region's map
     * @param names at least one
     * @param portals of others in the region
     */
    public record Awaited(String region, String map, List<String> names, List<Entry> portals) {}

    /** The portals of a region, the regional government's first. */
    public record OfRegion(String name, String map, List<Entry> portals) {}

    /** A portal. */
    public record Entry(String name, TenantKind kind, String address) {}

    /** The directory, or what of it was looked for. */
    public Answer page(Visit visit) {
        var state = directory.now();
        return visit.search().isEmpty()
                ? Answer.page(freshness.ofNation(visit, state.digest()), () -> render(visit, state.tenants()))
                : Answer.once(
                        freshness.ofNation(visit, state.digest() + commitments.state()),
                        () -> render(visit, state.tenants()));
    }

    private byte[] render(Visit visit, List<Tenant> tenants) {
        var page = visit.search().isEmpty() ? everyone(visit, tenants) : found(visit, tenants);
        var words = Words.of(visit.language());
        return renderer.render(visit, "directory/directory", words.get("nation.name"), about(visit, words), page);
    }

    private DirectoryPage everyone(Visit visit, List<Tenant> tenants) {
        var real = tenants.stream().filter(tenant -> !tenant.synthetic()).toList();
        return new DirectoryPage(
                "",
                visit.to("/mapa"),
                Called.NOBODY,
                List.of(),
                List.of(),
                0,
                "",
                "",
                Promises.NONE,
                count(real, TenantKind.MUNICIPALITY),
                count(real, TenantKind.REGIONAL_GOVERNMENT),
                governments.all().size(),
                governments.regions().stream()
                        .map(region -> new OfRegion(
                                region.name(), mapOf(visit, region), entries(visit, inRegion(real, region))))
                        .filter(region -> !region.portals().isEmpty())
                        .toList(),
                entries(visit, real.stream().filter(DirectoryPages::isShared).toList()),
                entries(
                        visit,
                        tenants.stream()
                                .filter(Tenant::synthetic)
                                .sorted(REGIONAL_FIRST)
                                .toList()),
                Promises.NONE);
    }

    private DirectoryPage found(Visit visit, List<Tenant> tenants) {
        var sought = sought(visit);
        var real = tenants.stream().filter(tenant -> !tenant.synthetic()).toList();
        var found = tenants.stream()
                .filter(tenant -> sought.isIn(tenant.name(), tenant.slug(), shortName(tenant), regionOf(tenant)))
                .sorted(Comparator.comparingInt(tenant -> sought.distance(tenant.name(), shortName(tenant))))
                .toList();
        var hits = found.stream()
                .filter(tenant -> !tenant.synthetic())
                .collect(Collectors.partitioningBy(tenant -> sought.isName(tenant.name(), shortName(tenant))));
        var awaited = awaited(sought, real).stream()
                .collect(Collectors.partitioningBy(
                        government -> sought.isName(government.name(), government.shortName())));
        var others = real.stream().filter(tenant -> !found.contains(tenant)).toList();
        var named = among(awaited, true);
        var further = among(awaited, false);
        return new DirectoryPage(
                visit.search(),
                visit.to("/mapa"),
                new Called(hits(visit, among(hits, true)), byRegion(visit, named, others)),
                hits(visit, among(hits, false)),
                byRegion(visit, further.subList(0, Math.min(AWAITED, further.size())), others),
                Math.max(0, further.size() - AWAITED),
                visit.toSearch(AWAITED_PAGE),
                visit.toSearch(PROMISES_PAGE),
                promises(visit, sought, real, PROMISES),
                0,
                0,
                governments.all().size(),
                List.of(),
                List.of(),
                entries(visit, found.stream().filter(Tenant::synthetic).toList()),
                promises(
                        visit,
                        sought,
                        tenants.stream().filter(Tenant::synthetic).toList(),
                        PROMISES));
    }

    /**
     * All that were looked for and have no portal yet.
     *
     * @param back address of the search
     * @param count how many they are
     * @param regions at least one name in each
     */
    public record AwaitedPage(String search, String back, int count, List<Awaited> regions) {}

    /**
     * All commitments that were looked for, the nearest titles first.
     *
     * @param back address of the search
     * @param data address of all commitments of the country
     * @param invented those of the demonstration
     */
    public record PromisesPage(String search, String back, String data, Promises promises, Promises invented) {}

    /** All that were looked for and have no portal yet. */
    Answer awaited(Visit visit) {
        var state = directory.now();
        return Answer.once(freshness.ofNation(visit, state.digest()), () -> {
            var found = awaited(
                    sought(visit),
                    state.tenants().stream()
                            .filter(tenant -> !tenant.synthetic())
                            .toList());
            var page = new AwaitedPage(
                    visit.search(), visit.toSearch("/"), found.size(), byRegion(visit, found, List.of()));
            return all(visit, "directory/allawaited", "directory.awaited.all", AWAITED_PAGE, page);
        });
    }

    /** All commitments that were looked for, as many as one page bears. */
    Answer promises(Visit visit) {
        var state = directory.now();
        return Answer.once(freshness.ofNation(visit, state.digest() + commitments.state()), () -> {
            var sought = sought(visit);
            var owners = state.tenants().stream().collect(Collectors.partitioningBy(Tenant::synthetic));
            var page = new PromisesPage(
                    visit.search(),
                    visit.toSearch("/"),
                    visit.to("/datos-del-pais"),
                    promises(visit, sought, among(owners, false), ALL_PROMISES),
                    promises(visit, sought, among(owners, true), ALL_PROMISES));
            return all(visit, "directory/allpromises", "directory.promises.all", PROMISES_PAGE, page);
        });
    }

    private byte[] all(Visit visit, String template, String title, String path, Object page) {
        var words = Words.of(visit.language());
        return renderer.render(
                visit,
                template,
                words.get(title),
                new About(
                        Optional.empty(),
                        visit.asked(path),
                        words.get("directory.lead"),
                        Optional.of("/tarjeta.png"),
                        Map.of()),
                page,
                new Layout.Step(words.get("directory.results"), visit.toSearch("/"), true));
    }

    /** What is looked for; the number of a region, as it stands on the map, means its name. */
    private Sought sought(Visit visit) {
        var typed = visit.search().strip();
        return new Sought(governments.regions().stream()
                .filter(region -> region.roman().equalsIgnoreCase(typed))
                .map(Region::name)
                .findFirst()
                .orElse(typed));
    }

    private static <T> List<T> among(Map<Boolean, List<T>> parts, boolean which) {
        return parts.getOrDefault(which, List.of());
    }

    private List<Hit> hits(Visit visit, List<Tenant> tenants) {
        return tenants.stream()
                .map(tenant -> new Hit(entry(visit, tenant), regionOf(tenant)))
                .toList();
    }

    private Promises promises(Visit visit, Sought sought, List<Tenant> among, int limit) {
        var owners = among.stream().collect(Collectors.toMap(Tenant::id, owner -> owner));
        var found = commitments.find(sought.parts(), sought.phrase(), owners.keySet(), limit);
        return new Promises(
                found.nearest().stream()
                        .map(told -> promise(visit, Objects.requireNonNull(owners.get(told.tenant())), told))
                        .toList(),
                found.all());
    }

    private Promise promise(Visit visit, Tenant owner, Told told) {
        var page = "/planes/%s/compromisos/%d".formatted(told.plan(), told.number());
        return new Promise(told.title(), addresses.of(owner, page, visit), owner.name(), told.progress());
    }

    private static String mapOf(Visit visit, Region region) {
        return visit.to("/mapa/" + region.code());
    }

    /** Who could take part, is called so and does not yet; a region is what its own government is called too. */
    private List<Government> awaited(Sought sought, List<Tenant> real) {
        var present = real.stream().map(Tenant::governmentCode).collect(Collectors.toSet());
        return governments.all().stream()
                .filter(government -> !present.contains(government.code()))
                .filter(government -> sought.isIn(government.name(), government.slug(), ownRegion(government)))
                .sorted(Comparator.comparingInt(government ->
                        sought.distance(government.name(), government.shortName(), ownRegion(government))))
                .toList();
    }

    private static String ownRegion(Government government) {
        return government.kind() == TenantKind.REGIONAL_GOVERNMENT ? government.regionName() : "";
    }

    private List<Awaited> byRegion(Visit visit, List<Government> awaited, List<Tenant> others) {
        var codes = awaited.stream().map(Government::regionCode).distinct().toList();
        return codes.stream()
                .map(code -> governments.regions().stream()
                        .filter(region -> region.code().equals(code))
                        .findFirst()
                        .orElseThrow())
                .map(region -> new Awaited(
                        region.name(),
                        mapOf(visit, region),
                        awaited.stream()
                                .filter(each -> each.regionCode().equals(region.code()))
                                .map(each -> each.kind() == TenantKind.MUNICIPALITY ? each.shortName() : each.name())
                                .toList(),
                        codes.size() > REGIONS ? List.of() : entries(visit, inRegion(others, region))))
                .toList();
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
        return tenants.stream().map(tenant -> entry(visit, tenant)).toList();
    }

    private Entry entry(Visit visit, Tenant tenant) {
        return new Entry(tenant.name(), tenant.kind(), addresses.of(tenant, visit));
    }

    /** The name in daily use of the government that it is; empty for whoever is none. */
    private String shortName(Tenant tenant) {
        return Optional.ofNullable(tenant.governmentCode())
                .flatMap(governments::find)
                .map(Government::shortName)
                .orElse("");
    }

    private String regionOf(Tenant tenant) {
        return governments.regions().stream()
                .filter(region -> region.code().equals(tenant.regionCode()))
                .map(Region::officialName)
                .findFirst()
                .orElse("");
    }
}
