package org.cabildo.portal.opendata;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cabildo.benchmarking.published.ToldCommitments;
import org.cabildo.benchmarking.published.ToldCommitments.Standing;
import org.cabildo.kernel.Unknown;
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.door.Language;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.opendata.Dataset.Publisher;
import org.cabildo.portal.opendata.OpenDataPages.OpenDataPage;
import org.cabildo.portal.page.About;
import org.cabildo.portal.page.Answer;
import org.cabildo.portal.page.Directory;
import org.cabildo.portal.page.Freshness;
import org.cabildo.portal.page.Renderer;
import org.cabildo.portal.page.Words;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** The country's institutions and all their commitments, for machines: what each told of what it published. */
@Controller
class NationalDataPages {

    static final String HOME = "/datos-del-pais";
    private static final Publisher COUNTRY = new Publisher("Chile", null, false);
    private final Downloads<Country> downloads;
    private final Directory directory;
    private final ToldCommitments commitments;
    private final Addresses addresses;
    private final Freshness freshness;
    private final Renderer renderer;

    NationalDataPages(
            Directory directory,
            ToldCommitments commitments,
            Addresses addresses,
            Freshness freshness,
            Renderer renderer,
            JsonMapper json,
            Clock clock) {
        this.directory = directory;
        this.commitments = commitments;
        this.addresses = addresses;
        this.freshness = freshness;
        this.renderer = renderer;
        this.downloads = new Downloads<>(
                HOME,
                List.of(
                        new Listing<>(
                                NationalExport.COMMITMENTS,
                                "data.national",
                                "data.national.count",
                                country -> commitments.all(clock.instant()).stream()
                                        .filter(standing -> country.tenants()
                                                .containsKey(standing.told().tenant()))
                                        .toList(),
                                this::row,
                                NationalExport.Commitment::cells,
                                (country, standing) -> isInvented(
                                        country.tenants().get(standing.told().tenant())),
                                _ -> false),
                        new Listing<>(
                                NationalExport.INSTITUTIONS,
                                "data.institutions",
                                "data.institutions.count",
                                country -> country.now().tenants(),
                                this::row,
                                NationalExport.Institution::cells,
                                (_, tenant) -> isInvented(tenant),
                                NationalDataPages::isShared)),
                json);
    }

    /** Who takes part, and by id. */
    private record Country(Directory.Counted now, Map<TenantId, Tenant> tenants) {}

    private static boolean isInvented(@Nullable Tenant tenant) {
        return tenant != null && tenant.synthetic();
    }

    private static boolean isShared(Tenant tenant) {
        return tenant.kind() == TenantKind.CONSORTIUM || tenant.kind() == TenantKind.ASSOCIATION;
    }

    @GetMapping(HOME)
    Answer page(Visit visit) {
        var asked = asked(visit);
        return Answer.page(
                asked.mark(),
                () -> renderer.render(
                        visit,
                        "opendata/opendata",
                        Words.of(visit.language()).get("data.national.title"),
                        about(visit, asked),
                        new OpenDataPage(
                                "data.national.lead",
                                List.of(),
                                downloads.offers(asked.whose(), visit.prefix(), asked.canonical()),
                                List.of())));
    }

    private About about(Visit visit, Downloads.Asked<Country> asked) {
        var words = Words.of(visit.language());
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", "https://schema.org");
        data.put("@type", "Dataset");
        data.put("name", words.get("data.national.title"));
        data.put("description", words.get("data.national.lead"));
        data.put("url", addresses.ofNation(HOME, visit.language()));
        data.put("isAccessibleForFree", true);
        data.put("distribution", downloads.distributions(asked.canonical()));
        return new About(Optional.empty(), HOME, words.get("data.national.lead"), Optional.of("/tarjeta.png"), data);
    }

    @GetMapping(HOME + "/{list}.csv")
    Answer csv(Visit visit, @PathVariable String list) {
        return downloads.csv(asked(visit), list);
    }

    @GetMapping(HOME + "/{list}.json")
    Answer json(Visit visit, @PathVariable String list) {
        return downloads.json(asked(visit), list);
    }

    @GetMapping(HOME + "/{list}.jsonld")
    Answer linkedData(Visit visit, @PathVariable String list) {
        return downloads.linkedData(asked(visit), list);
    }

    @GetMapping(HOME + "/{list}.schema.json")
    Answer schema(Visit visit, @PathVariable String list) {
        return downloads.schema(asked(visit), list);
    }

    /** @throws Unknown on a tenant's portal: these are the nation's */
    private Downloads.Asked<Country> asked(Visit visit) {
        if (!visit.isNation()) {
            throw new Unknown("page", HOME);
        }
        var now = directory.counted();
        var tenants = now.tenants().stream().collect(Collectors.toMap(Tenant::id, Function.identity()));
        return new Downloads.Asked<>(
                new Country(now, tenants),
                COUNTRY,
                "chile",
                freshness.ofNation(visit, now.digest() + commitments.state() + freshness.days(now.tenants())),
                path -> addresses.ofNation(path, Language.SPANISH));
    }

    private NationalExport.Commitment row(Country country, Standing standing) {
        var told = standing.told();
        var tenant = country.tenants().get(told.tenant());
        if (tenant == null) {
            throw new IllegalStateException("Whoever is gone was left out before");
        }
        var lead = told.lead() == null ? null : country.tenants().get(told.lead());
        return NationalExport.Commitment.of(
                tenant,
                standing,
                lead == null ? null : lead.name(),
                canonical(tenant, "/planes/" + told.plan() + "/compromisos/" + told.number()));
    }

    private NationalExport.Institution row(Country country, Tenant tenant) {
        return NationalExport.Institution.of(
                tenant, country.now().commitments().getOrDefault(tenant.id(), 0), canonical(tenant, "/"));
    }

    private String canonical(Tenant tenant, String path) {
        return addresses.canonical(tenant, path, Language.SPANISH);
    }
}
