package org.cabildo.portal.opendata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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

/** The commitments of a tenant and what was reported on them, as CSV and JSON, with a page that explains the columns. */
@Controller
public class OpenDataPages {

    private static final String CSV = "text/csv;charset=UTF-8;header=present";
    private static final String JSON = "application/json";
    private final PublishedCommitments commitments;
    private final PublishedPlans plans;
    private final PlanExport planExport;
    private final CommitmentExport export;
    private final ReportExport reports;
    private final Addresses addresses;
    private final Freshness freshness;
    private final Renderer renderer;

    OpenDataPages(
            PublishedCommitments commitments,
            PublishedPlans plans,
            PlanExport planExport,
            CommitmentExport export,
            ReportExport reports,
            Addresses addresses,
            Freshness freshness,
            Renderer renderer) {
        this.commitments = commitments;
        this.plans = plans;
        this.planExport = planExport;
        this.export = export;
        this.reports = reports;
        this.addresses = addresses;
        this.freshness = freshness;
        this.renderer = renderer;
    }

    /**
     * What can be downloaded.
     *
     * @param columns their names, in order
     */
    public record OpenDataPage(
            int commitments, String csv, String json, List<String> columns, Reports reports, Reports plans) {}

    /**
     * What was reported, or what plans are in force.
     *
     * @param count how many
     * @param columns their names, in order
     */
    public record Reports(int count, String csv, String json, List<String> columns) {}

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
                                rows(visit).size(),
                                visit.prefix() + "/datos/compromisos.csv",
                                visit.prefix() + "/datos/compromisos.json",
                                CommitmentExport.COLUMNS,
                                new Reports(
                                        commitments.reports().size(),
                                        visit.prefix() + "/datos/avances.csv",
                                        visit.prefix() + "/datos/avances.json",
                                        ReportExport.COLUMNS),
                                new Reports(
                                        plans.current().size(),
                                        visit.prefix() + "/datos/planes.csv",
                                        visit.prefix() + "/datos/planes.json",
                                        PlanExport.COLUMNS))));
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
                List.of(
                        distribution(visit, "/datos/compromisos.csv", "text/csv"),
                        distribution(visit, "/datos/compromisos.json", JSON),
                        distribution(visit, "/datos/planes.csv", "text/csv"),
                        distribution(visit, "/datos/planes.json", JSON),
                        distribution(visit, "/datos/avances.csv", "text/csv"),
                        distribution(visit, "/datos/avances.json", JSON)));
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
        return download(visit, "compromisos", JSON, "json", () -> export.json(visit.tenant(), rows(visit)));
    }

    @GetMapping("/datos/avances.csv")
    Answer reportsAsCsv(Visit visit) {
        return download(visit, "avances", CSV, "csv", () -> reports.csv(reported(visit)));
    }

    @GetMapping("/datos/avances.json")
    Answer reportsAsJson(Visit visit) {
        return download(visit, "avances", JSON, "json", () -> reports.json(visit.tenant(), reported(visit)));
    }

    @GetMapping("/datos/planes.csv")
    Answer plansAsCsv(Visit visit) {
        return download(visit, "planes", CSV, "csv", () -> planExport.csv(inForce(visit)));
    }

    @GetMapping("/datos/planes.json")
    Answer plansAsJson(Visit visit) {
        return download(visit, "planes", JSON, "json", () -> planExport.json(visit.tenant(), inForce(visit)));
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
