package org.cabildo.portal.opendata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.kernel.Unknown;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.door.Language;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.About;
import org.cabildo.portal.page.Answer;
import org.cabildo.portal.page.Freshness;
import org.cabildo.portal.page.Renderer;
import org.cabildo.portal.page.SchemaOrg;
import org.cabildo.portal.page.Words;
import org.cabildo.tenancy.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** The commitments of a tenant and what was reported on them, for machines, with a page that explains the columns. */
@Controller
public class OpenDataPages {

    private static final String CSV = "text/csv;charset=UTF-8;header=present";
    private static final String JSON = "application/json";
    private static final String JSON_LD = "application/ld+json";
    private static final String SCHEMA = "application/schema+json";
    private static final Map<String, String> FILES =
            new TreeMap<>(Map.of("csv", "text/csv", "json", JSON, "jsonld", JSON_LD));
    private final PublishedPlans plans;
    private final List<Listing<?, ?>> lists;
    private final Addresses addresses;
    private final Freshness freshness;
    private final Renderer renderer;
    private final JsonMapper json;

    OpenDataPages(
            PublishedCommitments commitments,
            PublishedPlans plans,
            Addresses addresses,
            Freshness freshness,
            Renderer renderer,
            JsonMapper json) {
        this.plans = plans;
        this.addresses = addresses;
        this.freshness = freshness;
        this.renderer = renderer;
        this.json = json;
        this.lists = List.of(
                new Listing<>(
                        CommitmentExport.DATA,
                        "data.commitments",
                        "plan.commitments",
                        tenant -> commitments.all(freshness.today(tenant)),
                        this::row,
                        CommitmentExport.Row::cells),
                new Listing<>(
                        PlanExport.DATA,
                        "data.plans",
                        "data.plans.count",
                        _ -> plans.current(),
                        this::row,
                        PlanExport.Row::cells),
                new Listing<>(
                        ReportExport.DATA,
                        "data.reports",
                        "data.reports.count",
                        _ -> commitments.reports(),
                        this::row,
                        ReportExport.Row::cells));
    }

    /** What can be downloaded, one after another. */
    public record OpenDataPage(List<Offer> offers) {}

    /**
     * A list that can be downloaded.
     *
     * @param words how the keys of its words begin
     * @param counted key of how many there are
     * @param count how many
     * @param address of its files, without their ending
     * @param columns their names, in order
     */
    public record Offer(String words, String counted, int count, String address, List<String> columns) {}

    @GetMapping("/datos")
    Answer page(Visit visit) {
        return Answer.page(
                freshness.of(visit),
                () -> renderer.render(
                        visit,
                        "opendata/opendata",
                        Words.of(visit.language()).get("data.title"),
                        about(visit),
                        new OpenDataPage(
                                lists.stream().map(list -> offer(visit, list)).toList())));
    }

    private static Offer offer(Visit visit, Listing<?, ?> list) {
        return new Offer(
                list.words(),
                list.counted(),
                list.count(visit.tenant()),
                visit.prefix() + "/datos/" + list.data().name(),
                list.data().columns());
    }

    private About about(Visit visit) {
        var words = Words.of(visit.language());
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", "https://schema.org");
        data.put("@type", "Dataset");
        data.put("name", words.get("data.title") + " · " + visit.tenant().name());
        data.put("description", words.get("data.lead"));
        data.put("url", addresses.canonical(visit.tenant(), "/datos", visit.language()));
        data.put("isAccessibleForFree", true);
        data.put("creator", SchemaOrg.government(visit.tenant(), addresses));
        data.put(
                "distribution",
                lists.stream()
                        .flatMap(list -> FILES.entrySet().stream()
                                .map(file -> distribution(
                                        visit,
                                        "/datos/%s.%s".formatted(list.data().name(), file.getKey()),
                                        file.getValue())))
                        .toList());
        return new About(visit.place(), "/datos", words.get("data.lead"), Optional.of("/tarjeta.png"), data);
    }

    private Map<String, Object> distribution(Visit visit, String path, String type) {
        return Map.of("@type", "DataDownload", "encodingFormat", type, "contentUrl", canonical(visit.tenant(), path));
    }

    @GetMapping("/datos/{list}.csv")
    Answer csv(Visit visit, @PathVariable String list) {
        return download(visit, list, CSV, "csv", found -> found.csv(visit.tenant()));
    }

    @GetMapping("/datos/{list}.json")
    Answer json(Visit visit, @PathVariable String list) {
        return download(visit, list, JSON, "json", found -> json(visit.tenant(), found));
    }

    /** The same, for whoever asks for linked data by its name. */
    @GetMapping("/datos/{list}.jsonld")
    Answer linkedData(Visit visit, @PathVariable String list) {
        return download(visit, list, JSON_LD, "jsonld", found -> json(visit.tenant(), found));
    }

    /** What the downloads of a list keep, told in Spanish as their names are. */
    @GetMapping("/datos/{list}.schema.json")
    Answer schema(Visit visit, @PathVariable String list) {
        var spanish = Words.of(Language.SPANISH);
        return download(
                visit,
                list,
                SCHEMA,
                "schema.json",
                found -> found.data()
                        .schema(
                                json,
                                canonical(visit.tenant(), found.data().schemaPath()),
                                spanish.get(found.words()),
                                column -> spanish.get(found.words() + ".column." + column)));
    }

    private byte[] json(Tenant tenant, Listing<?, ?> list) {
        return list.data().json(json, tenant, canonical(tenant, list.data().schemaPath()), list.rows(tenant));
    }

    /** Open to programs of any origin: there is nothing here that is not public. */
    private Answer download(
            Visit visit, String list, String type, String ending, Function<Listing<?, ?>, byte[]> making) {
        var found = lists.stream()
                .filter(one -> one.data().name().equals(list))
                .findFirst()
                .orElseThrow(() -> new Unknown("list", list));
        var headers = Map.of(
                "Access-Control-Allow-Origin", "*",
                "Cross-Origin-Resource-Policy", "cross-origin",
                "Content-Disposition",
                        "inline; filename=\"%s-%s.%s\""
                                .formatted(list, visit.tenant().slug(), ending));
        return new Answer(freshness.of(visit), type, true, headers, () -> making.apply(found));
    }

    private CommitmentExport.Row row(Tenant tenant, PublishedCommitments.Line line) {
        return CommitmentExport.Row.of(
                tenant, line, canonical(tenant, "/planes/" + line.planSlug() + "/compromisos/" + line.number()));
    }

    private PlanExport.Row row(Tenant tenant, PublishedPlans.Version version) {
        return PlanExport.Row.of(
                tenant,
                version,
                plans.steps(version.planId()),
                plans.foundation(version.versionId()),
                canonical(tenant, "/planes/" + version.slug()));
    }

    private ReportExport.Row row(Tenant tenant, PublishedCommitments.ReportLine line) {
        return ReportExport.Row.of(tenant, line, sha256 -> canonical(tenant, "/archivos/" + sha256));
    }

    /** The one address of a thing, whichever way and in whichever language a reader came: it names the thing. */
    private String canonical(Tenant tenant, String path) {
        return addresses.canonical(tenant, path, Language.SPANISH);
    }
}
