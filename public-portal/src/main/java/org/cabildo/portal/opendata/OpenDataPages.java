package org.cabildo.portal.opendata;

import java.util.List;
import java.util.Map;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.Answer;
import org.cabildo.portal.page.Freshness;
import org.cabildo.portal.page.Renderer;
import org.cabildo.portal.page.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The commitments of a tenant as CSV and JSON, with a page that explains the columns. */
@Controller
public class OpenDataPages {

    private final PublishedCommitments commitments;
    private final CommitmentExport export;
    private final Addresses addresses;
    private final Freshness freshness;
    private final Renderer renderer;

    OpenDataPages(
            PublishedCommitments commitments,
            CommitmentExport export,
            Addresses addresses,
            Freshness freshness,
            Renderer renderer) {
        this.commitments = commitments;
        this.export = export;
        this.addresses = addresses;
        this.freshness = freshness;
        this.renderer = renderer;
    }

    /**
     * What can be downloaded.
     *
     * @param columns their names, in order
     */
    public record OpenDataPage(int commitments, String csv, String json, List<String> columns) {}

    @GetMapping("/datos")
    Answer page(Visit visit) {
        return Answer.page(
                freshness.of(visit),
                () -> renderer.render(
                        visit,
                        "opendata/opendata",
                        Words.of(visit.language()).get("data.title"),
                        new OpenDataPage(
                                rows(visit).size(),
                                visit.prefix() + "/datos/compromisos.csv",
                                visit.prefix() + "/datos/compromisos.json",
                                CommitmentExport.COLUMNS)));
    }

    @GetMapping("/datos/compromisos.csv")
    Answer csv(Visit visit) {
        return download(visit, "text/csv;charset=UTF-8;header=present", "csv");
    }

    @GetMapping("/datos/compromisos.json")
    Answer json(Visit visit) {
        return download(visit, "application/json", "json");
    }

    /** Open to programs of any origin: there is nothing here that is not public. */
    private Answer download(Visit visit, String type, String ending) {
        var headers = Map.of(
                "Access-Control-Allow-Origin", "*",
                "Cross-Origin-Resource-Policy", "cross-origin",
                "Content-Disposition",
                        "inline; filename=\"compromisos-%s.%s\""
                                .formatted(visit.tenant().slug(), ending));
        return new Answer(
                freshness.of(visit),
                type,
                true,
                headers,
                () -> ending.equals("csv") ? export.csv(rows(visit)) : export.json(visit.tenant(), rows(visit)));
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
