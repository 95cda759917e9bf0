package org.cabildo.portal.directory;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cabildo.benchmarking.published.ToldCommitments;
import org.cabildo.benchmarking.published.ToldCommitments.Standing;
import org.cabildo.calendar.Government;
import org.cabildo.calendar.Governments;
import org.cabildo.calendar.Region;
import org.cabildo.commitment.published.Status;
import org.cabildo.kernel.Sought;
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.door.Visit;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds who and what of the nation a reader looks for: portals, governments without one, plans, commitments. */
@Component
public class Finder {

    private static final int REGIONS = 3; // of so many the portals are told

    /** The region's own government, its municipalities, then what several share; each by name, as they come. */
    static final Comparator<Tenant> REGIONAL_FIRST = Comparator.comparing(tenant -> switch (tenant.kind()) {
        case REGIONAL_GOVERNMENT -> 0;
        case MUNICIPALITY -> 1;
        case CONSORTIUM, ASSOCIATION -> 2;
    });

    private final ToldCommitments commitments;
    private final Governments governments;
    private final Addresses addresses;
    private final Clock clock;

    Finder(ToldCommitments commitments, Governments governments, Addresses addresses, Clock clock) {
        this.clock = clock;
        this.commitments = commitments;
        this.governments = governments;
        this.addresses = addresses;
    }

    /**
     * What several portals published.
     *
     * @param nearest those that are named, the nearest title first
     * @param all how many there are
     */
    public record Found<T>(List<T> nearest, int all) {

        static <T> Found<T> none() {
            return new Found<>(List.of(), 0);
        }

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
     * @param status null: it depends on dates that were not told
     * @param late how many of its milestones are late
     */
    public record Promise(
            String title,
            String address,
            String owner,
            int progress,
            @Nullable Status status,
            long late) {}

    /**
     * A plan of one of the portals.
     *
     * @param owner whose it is
     */
    public record Plan(String title, String address, String owner) {}

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

    /** A portal. */
    public record Entry(String name, TenantKind kind, String address) {}

    /** The region that is looked for by its number or its name, as it stands on the map. */
    Optional<Region> region(Visit visit) {
        return meant(visit).or(() -> perhaps(visit));
    }

    /** Whether a municipality is called so too. */
    boolean isMunicipalityToo(Visit visit) {
        var sought = new Sought(visit.search());
        return meant(visit).isEmpty()
                && governments.all().stream()
                        .anyMatch(government ->
                                government.kind() == TenantKind.MUNICIPALITY && sought.isIn(government.shortName()));
    }

    private Optional<Region> meant(Visit visit) {
        return numbered(visit).or(() -> RegionSaid.named(visit.search(), governments.regions()));
    }

    private Optional<Region> perhaps(Visit visit) {
        var daily = governments.all().stream()
                .filter(government -> government.kind() == TenantKind.REGIONAL_GOVERNMENT)
                .collect(Collectors.toMap(
                        Government::regionCode,
                        government -> government.shortName().replaceFirst("^GORE ", "")));
        return RegionSaid.perhaps(visit.search(), governments.regions(), daily);
    }

    private Optional<Region> numbered(Visit visit) {
        return RegionSaid.numbered(visit.search(), governments.regions());
    }

    /**
     * Whose portals were looked for: those in the region that is meant, else whoever is called so, the nearest name first,
     * and those in the region that may be meant.
     */
    List<Tenant> portals(Visit visit, List<Tenant> among) {
        var sought = new Sought(visit.search());
        return meant(visit).map(region -> inRegion(among, region)).orElseGet(() -> {
            var region = perhaps(visit);
            var called = among.stream()
                    .filter(tenant -> sought.isIn(
                            tenant.name(),
                            tenant.slug(),
                            shortName(tenant),
                            region.isPresent() ? "" : regionOf(tenant)))
                    .sorted(Comparator.comparingInt(tenant -> sought.distance(tenant.name(), shortName(tenant))));
            return Stream.concat(called, region.stream().flatMap(one -> inRegion(among, one).stream()))
                    .distinct()
                    .toList();
        });
    }

    List<Hit> hits(Visit visit, List<Tenant> tenants) {
        return tenants.stream()
                .map(tenant -> new Hit(entry(visit, tenant), regionOf(tenant)))
                .toList();
    }

    /** Commitments that say what was looked for; none says the number of a region. */
    Found<Promise> promises(Visit visit, List<Tenant> among, int limit) {
        if (numbered(visit).isPresent()) {
            return Found.none();
        }
        var owners = byId(among);
        var found = commitments.find(asked(visit, limit), owners.keySet(), clock.instant());
        return new Found<>(
                found.nearest().stream()
                        .map(standing -> promise(
                                visit,
                                Objects.requireNonNull(
                                        owners.get(standing.told().tenant())),
                                standing))
                        .toList(),
                found.all());
    }

    /** Plans whose title says what was looked for; none says the number of a region. */
    Found<Plan> plans(Visit visit, List<Tenant> among, int limit) {
        if (numbered(visit).isPresent()) {
            return Found.none();
        }
        var owners = byId(among);
        var found = commitments.plans(asked(visit, limit), owners.keySet());
        return new Found<>(
                found.nearest().stream()
                        .map(plan -> plan(visit, Objects.requireNonNull(owners.get(plan.tenant())), plan))
                        .toList(),
                found.all());
    }

    private static Map<TenantId, Tenant> byId(List<Tenant> tenants) {
        return tenants.stream().collect(Collectors.toMap(Tenant::id, Function.identity()));
    }

    private static ToldCommitments.Asked asked(Visit visit, int limit) {
        var sought = new Sought(visit.search());
        return new ToldCommitments.Asked(sought.parts(), sought.phrase(), limit);
    }

    private Plan plan(Visit visit, Tenant owner, ToldCommitments.Plan told) {
        return new Plan(told.title(), addresses.of(owner, "/planes/" + told.slug(), visit), owner.name());
    }

    private Promise promise(Visit visit, Tenant owner, Standing standing) {
        var told = standing.told();
        var page = "/planes/%s/compromisos/%d".formatted(told.plan(), told.number());
        return new Promise(
                told.title(),
                addresses.of(owner, page, visit),
                owner.name(),
                told.progress(),
                standing.status(),
                standing.late());
    }

    static String mapOf(Visit visit, Region region) {
        return visit.to("/mapa/" + region.code());
    }

    /**
     * Who could take part, is looked for and does not yet: whoever is in the region that is meant, else is called so or is in
     * the region that may be meant, after whoever's name begins so; a region is what its own government is called too.
     */
    List<Government> awaited(Visit visit, List<Tenant> real) {
        var present = real.stream().map(Tenant::governmentCode).collect(Collectors.toSet());
        var absent = governments.all().stream()
                .filter(government -> !present.contains(government.code()))
                .toList();
        var sought = new Sought(visit.search());
        return meant(visit).map(region -> within(region, absent).toList()).orElseGet(() -> {
            var called = called(sought, absent);
            return Stream.of(
                            called.stream().filter(one -> sought.begins(one.shortName())),
                            perhaps(visit).stream().flatMap(region -> within(region, absent)),
                            called.stream())
                    .flatMap(Function.identity())
                    .distinct()
                    .toList();
        });
    }

    private static Stream<Government> within(Region region, List<Government> governments) {
        return governments.stream().filter(government -> government.regionCode().equals(region.code()));
    }

    private static List<Government> called(Sought sought, List<Government> absent) {
        return absent.stream()
                .filter(government -> sought.isIn(government.name(), government.slug(), ownRegion(government)))
                .sorted(Comparator.comparingInt(government ->
                        sought.distance(government.name(), government.shortName(), ownRegion(government))))
                .toList();
    }

    private static String ownRegion(Government government) {
        return government.kind() == TenantKind.REGIONAL_GOVERNMENT ? government.regionName() : "";
    }

    List<Awaited> byRegion(Visit visit, List<Government> awaited, List<Tenant> others) {
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

    static List<Tenant> inRegion(List<Tenant> tenants, Region region) {
        return tenants.stream()
                .filter(tenant -> !isShared(tenant) && Objects.equals(region.code(), tenant.regionCode()))
                .sorted(REGIONAL_FIRST)
                .toList();
    }

    static boolean isShared(Tenant tenant) {
        return switch (tenant.kind()) {
            case CONSORTIUM, ASSOCIATION -> true;
            case MUNICIPALITY, REGIONAL_GOVERNMENT -> false;
        };
    }

    List<Entry> entries(Visit visit, List<Tenant> tenants) {
        return tenants.stream().map(tenant -> entry(visit, tenant)).toList();
    }

    private Entry entry(Visit visit, Tenant tenant) {
        return new Entry(tenant.name(), tenant.kind(), addresses.of(tenant, visit));
    }

    /** The name in daily use of the government that it is; empty for whoever is none. */
    String shortName(Tenant tenant) {
        return Optional.ofNullable(tenant.governmentCode())
                .flatMap(governments::find)
                .map(Government::shortName)
                .orElse("");
    }

    String regionOf(Tenant tenant) {
        return governments.regions().stream()
                .filter(region -> region.code().equals(tenant.regionCode()))
                .map(Region::officialName)
                .findFirst()
                .orElse("");
    }
}
