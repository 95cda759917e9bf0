package org.cabildo.portal.opendata;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.commitment.published.PublishedMilestones;
import org.cabildo.commitment.published.PublishedOrigins;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.door.Language;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.opendata.CommitmentExport.Promised;
import org.cabildo.portal.opendata.Dataset.Publisher;
import org.cabildo.portal.page.About;
import org.cabildo.portal.page.Answer;
import org.cabildo.portal.page.Freshness;
import org.cabildo.portal.page.Renderer;
import org.cabildo.portal.page.SchemaOrg;
import org.cabildo.portal.page.Words;
import org.cabildo.portal.plan.Source;
import org.cabildo.portal.plan.Sources;
import org.cabildo.tenancy.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** The commitments of a tenant, their milestones and what was reported on them, for machines, with a page that explains the columns. */
@Controller
public class OpenDataPages {

    private final PublishedPlans plans;
    private final Sources sources;
    private final Downloads<Tenant> downloads;
    private final Addresses addresses;
    private final Freshness freshness;
    private final Renderer renderer;

    OpenDataPages(
            PublishedCommitments commitments,
            PublishedMilestones milestones,
            PublishedOrigins origins,
            PublishedPlans plans,
            Sources sources,
            Addresses addresses,
            Freshness freshness,
            Renderer renderer,
            JsonMapper json) {
        this.plans = plans;
        this.sources = sources;
        this.addresses = addresses;
        this.freshness = freshness;
        this.renderer = renderer;
        this.downloads = new Downloads<>(
                "/datos",
                List.of(
                        new Listing<>(
                                CommitmentExport.DATA,
                                "data.commitments",
                                "data.commitments.count",
                                tenant -> promised(commitments, origins, freshness.today(tenant)),
                                this::row,
                                CommitmentExport.Row::cells),
                        new Listing<>(
                                MilestoneExport.DATA,
                                "data.milestones",
                                "data.milestones.count",
                                tenant -> milestones.all(freshness.today(tenant)),
                                this::row,
                                MilestoneExport.Row::cells),
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
                                ReportExport.Row::cells)),
                json);
    }

    /**
     * What can be downloaded, one after another.
     *
     * @param lead key of what is said of it before
     * @param shared where the commitments are that it shares with others
     * @param papers the plans in force as documents
     */
    public record OpenDataPage(String lead, List<Shared> shared, List<Offer> offers, List<Paper> papers) {}

    /** A consortium and the address of its open data. */
    public record Shared(String name, String address) {}

    /** A plan as a document. */
    public record Paper(String title, String address) {}

    /**
     * A list that can be downloaded.
     *
     * @param words how the keys of its words begin
     * @param counted key of how many there are
     * @param count how many
     * @param joint how many others there are of several together
     * @param invented how many others there are of the demonstration
     * @param address of its files, without their ending
     * @param printed the same for whoever reads it on paper
     * @param columns their names, in order
     */
    public record Offer(
            String words,
            String counted,
            int count,
            int joint,
            int invented,
            String address,
            String printed,
            List<String> columns) {}

    @GetMapping("/datos")
    Answer page(Visit visit) {
        var shared = sources.allShared(visit).stream()
                .map(each -> each.source().owner())
                .map(owner -> new Shared(owner.name(), addresses.of(owner, "/datos", visit)))
                .toList();
        return Answer.page(
                freshness.of(visit, List.of(), shared),
                () -> renderer.render(
                        visit,
                        "opendata/opendata",
                        Words.of(visit.language()).get("data.title"),
                        about(visit, lead(shared)),
                        new OpenDataPage(
                                lead(shared),
                                shared,
                                downloads.offers(
                                        visit.tenant(), visit.prefix(), path -> canonical(visit.tenant(), path)),
                                papers(visit))));
    }

    private static String lead(List<Shared> shared) {
        return shared.isEmpty() ? "data.lead" : "data.lead.own";
    }

    private List<Paper> papers(Visit visit) {
        var source = sources.own(visit);
        return plans.current().stream()
                .map(version -> new Paper(version.title(), source.paper(version)))
                .toList();
    }

    private About about(Visit visit, String lead) {
        var words = Words.of(visit.language());
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", "https://schema.org");
        data.put("@type", "Dataset");
        data.put("name", words.get("data.title") + " · " + visit.tenant().name());
        data.put("description", words.get(lead));
        data.put("url", addresses.canonical(visit.tenant(), "/datos", visit.language()));
        data.put("isAccessibleForFree", true);
        data.put("creator", SchemaOrg.government(visit.tenant(), addresses));
        data.put("distribution", downloads.distributions(path -> canonical(visit.tenant(), path)));
        return new About(visit.place(), "/datos", words.get(lead), Optional.of("/tarjeta.png"), data);
    }

    @GetMapping("/datos/{list}.csv")
    Answer csv(Visit visit, @PathVariable String list) {
        return downloads.csv(asked(visit), list);
    }

    @GetMapping("/datos/{list}.json")
    Answer json(Visit visit, @PathVariable String list) {
        return downloads.json(asked(visit), list);
    }

    @GetMapping("/datos/{list}.jsonld")
    Answer linkedData(Visit visit, @PathVariable String list) {
        return downloads.linkedData(asked(visit), list);
    }

    @GetMapping("/datos/{list}.schema.json")
    Answer schema(Visit visit, @PathVariable String list) {
        return downloads.schema(asked(visit), list);
    }

    private Downloads.Asked<Tenant> asked(Visit visit) {
        var tenant = visit.tenant();
        return new Downloads.Asked<>(
                tenant, Publisher.of(tenant), tenant.slug(), freshness.of(visit), path -> canonical(tenant, path));
    }

    private static List<Promised> promised(
            PublishedCommitments commitments, PublishedOrigins origins, LocalDate today) {
        var late = commitments.late(today);
        var said = commitments.said();
        var adapted = origins.all();
        return commitments.all(today).stream()
                .map(line -> new Promised(
                        line,
                        Math.toIntExact(late.getOrDefault(line.id(), 0L)),
                        Objects.requireNonNull(said.get(line.id())),
                        adapted.get(line.id())))
                .toList();
    }

    private MilestoneExport.Row row(Tenant tenant, PublishedMilestones.Line line) {
        var page = canonical(tenant, "/planes/" + line.planSlug() + "/compromisos/" + line.number());
        return MilestoneExport.Row.of(tenant, line, page + "#" + Source.anchor(line.place()));
    }

    private CommitmentExport.Row row(Tenant tenant, Promised promised) {
        var line = promised.line();
        return CommitmentExport.Row.of(
                tenant,
                promised,
                canonical(tenant, "/planes/" + line.planSlug() + "/compromisos/" + line.number()),
                page -> addresses.ofNation(page, Language.SPANISH));
    }

    private PlanExport.Row row(Tenant tenant, PublishedPlans.Version version) {
        var grounds = plans.grounds(version);
        return PlanExport.Row.of(
                tenant, version, grounds.steps(), grounds.foundation(), canonical(tenant, "/planes/" + version.slug()));
    }

    private ReportExport.Row row(Tenant tenant, PublishedCommitments.ReportLine line) {
        return ReportExport.Row.of(tenant, line, sha256 -> canonical(tenant, "/archivos/" + sha256));
    }

    /** The one address of a thing, whichever way and in whichever language a reader came: it names the thing. */
    private String canonical(Tenant tenant, String path) {
        return addresses.canonical(tenant, path, Language.SPANISH);
    }
}
