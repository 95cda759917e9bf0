package org.cabildo.portal.opendata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cabildo.commitment.published.PublishedCommitments;
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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
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
    private final PublishedCommitments commitments;
    private final PublishedPlans plans;
    private final PlanExport planExport;
    private final CommitmentExport export;
    private final ReportExport reports;
    private final Addresses addresses;
    private final Freshness freshness;
    private final Renderer renderer;
    private final JsonMapper json;

    OpenDataPages(
            PublishedCommitments commitments,
            PublishedPlans plans,
            PlanExport planExport,
            CommitmentExport export,
            ReportExport reports,
            Addresses addresses,
            Freshness freshness,
            Renderer renderer,
            JsonMapper json) {
        this.commitments = commitments;
        this.plans = plans;
        this.planExport = planExport;
        this.export = export;
        this.reports = reports;
        this.addresses = addresses;
        this.freshness = freshness;
        this.renderer = renderer;
        this.json = json;
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
                        new OpenDataPage(List.of(
                                offer(
                                        visit,
                                        "data.commitments",
                                        "plan.commitments",
                                        rows(visit),
                                        CommitmentExport.DATA),
                                offer(visit, "data.plans", "data.plans.count", plans.current(), PlanExport.DATA),
                                offer(
                                        visit,
                                        "data.reports",
                                        "data.reports.count",
                                        commitments.reports(),
                                        ReportExport.DATA)))));
    }

    private static Offer offer(Visit visit, String words, String counted, List<?> rows, Dataset data) {
        return new Offer(words, counted, rows.size(), visit.prefix() + "/datos/" + data.name(), data.columns());
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
                Stream.of(CommitmentExport.DATA, PlanExport.DATA, ReportExport.DATA)
                        .flatMap(list -> FILES.entrySet().stream()
                                .map(file -> distribution(
                                        visit, "/datos/%s.%s".formatted(list.name(), file.getKey()), file.getValue())))
                        .toList());
        return new About(visit.place(), "/datos", words.get("data.lead"), Optional.of("/tarjeta.png"), data);
    }

    private Map<String, Object> distribution(Visit visit, String path, String type) {
        return Map.of(
                "@type",
                "DataDownload",
                "encodingFormat",
                type,
                "contentUrl",
                addresses.canonical(visit.tenant(), path, Language.SPANISH));
    }

    @GetMapping("/datos/compromisos.csv")
    Answer csv(Visit visit) {
        return download(visit, "compromisos", CSV, "csv", () -> export.csv(rows(visit)));
    }

    @GetMapping("/datos/compromisos.json")
    Answer json(Visit visit) {
        return download(visit, "compromisos", JSON, "json", () -> commitmentsJson(visit));
    }

    /** The same, for whoever asks for linked data by its name. */
    @GetMapping("/datos/compromisos.jsonld")
    Answer commitmentsAsLinkedData(Visit visit) {
        return download(visit, "compromisos", JSON_LD, "jsonld", () -> commitmentsJson(visit));
    }

    @GetMapping("/datos/compromisos.schema.json")
    Answer commitmentsSchema(Visit visit) {
        return schema(visit, CommitmentExport.DATA, "data.commitments");
    }

    private byte[] commitmentsJson(Visit visit) {
        return export.json(visit.tenant(), address(visit, CommitmentExport.DATA), rows(visit));
    }

    @GetMapping("/datos/avances.csv")
    Answer reportsAsCsv(Visit visit) {
        return download(visit, "avances", CSV, "csv", () -> reports.csv(reported(visit)));
    }

    @GetMapping("/datos/avances.json")
    Answer reportsAsJson(Visit visit) {
        return download(visit, "avances", JSON, "json", () -> reportsJson(visit));
    }

    /** The same, for whoever asks for linked data by its name. */
    @GetMapping("/datos/avances.jsonld")
    Answer reportsAsLinkedData(Visit visit) {
        return download(visit, "avances", JSON_LD, "jsonld", () -> reportsJson(visit));
    }

    @GetMapping("/datos/avances.schema.json")
    Answer reportsSchema(Visit visit) {
        return schema(visit, ReportExport.DATA, "data.reports");
    }

    private byte[] reportsJson(Visit visit) {
        return reports.json(visit.tenant(), address(visit, ReportExport.DATA), reported(visit));
    }

    @GetMapping("/datos/planes.csv")
    Answer plansAsCsv(Visit visit) {
        return download(visit, "planes", CSV, "csv", () -> planExport.csv(inForce(visit)));
    }

    @GetMapping("/datos/planes.json")
    Answer plansAsJson(Visit visit) {
        return download(visit, "planes", JSON, "json", () -> plansJson(visit));
    }

    /** The same, for whoever asks for linked data by its name. */
    @GetMapping("/datos/planes.jsonld")
    Answer plansAsLinkedData(Visit visit) {
        return download(visit, "planes", JSON_LD, "jsonld", () -> plansJson(visit));
    }

    @GetMapping("/datos/planes.schema.json")
    Answer plansSchema(Visit visit) {
        return schema(visit, PlanExport.DATA, "data.plans");
    }

    private byte[] plansJson(Visit visit) {
        return planExport.json(visit.tenant(), address(visit, PlanExport.DATA), inForce(visit));
    }

    /** What the downloads of a list keep, told in Spanish as their names are. */
    private Answer schema(Visit visit, Dataset data, String words) {
        var spanish = Words.of(Language.SPANISH);
        return download(
                visit,
                data.name(),
                SCHEMA,
                "schema.json",
                () -> data.schema(
                        json,
                        address(visit, data),
                        spanish.get(words),
                        column -> spanish.get(words + ".column." + column)));
    }

    private String address(Visit visit, Dataset data) {
        return addresses.canonical(visit.tenant(), data.schemaPath(), Language.SPANISH);
    }

    private List<PlanExport.Row> inForce(Visit visit) {
        return plans.current().stream()
                .map(version -> PlanExport.Row.of(
                        visit.tenant(),
                        version,
                        plans.steps(version.planId()),
                        plans.foundation(version.versionId()),
                        addresses.of(visit.tenant(), "/planes/" + version.slug(), visit)))
                .toList();
    }

    /** Open to programs of any origin: there is nothing here that is not public. */
    private Answer download(Visit visit, String name, String type, String ending, Supplier<byte[]> making) {
        var headers = Map.of(
                "Access-Control-Allow-Origin", "*",
                "Cross-Origin-Resource-Policy", "cross-origin",
                "Content-Disposition",
                        "inline; filename=\"%s-%s.%s\""
                                .formatted(name, visit.tenant().slug(), ending));
        return new Answer(freshness.of(visit), type, true, headers, making);
    }

    private List<ReportExport.Row> reported(Visit visit) {
        return commitments.reports().stream()
                .map(line -> ReportExport.Row.of(
                        visit.tenant(), line, sha256 -> addresses.of(visit.tenant(), "/archivos/" + sha256, visit)))
                .toList();
    }

    private List<CommitmentExport.Row> rows(Visit visit) {
        return commitments.all(freshness.today(visit.tenant())).stream()
                .map(line -> CommitmentExport.Row.of(
                        visit.tenant(),
                        line,
                        addresses.of(
                                visit.tenant(), "/planes/" + line.planSlug() + "/compromisos/" + line.number(), visit)))
                .toList();
    }
}
