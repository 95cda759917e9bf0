package org.cabildo.admin.commitment;

import java.time.LocalDate;
import java.time.ZoneId;
import org.cabildo.admin.words.Words;
import org.cabildo.commitment.CommitmentView.ReportLine;

/** Names a report with evidence so that it is told apart from the others of its milestone. */
final class ReportNames {

    private ReportNames() {}

    static String of(ReportLine report, ZoneId zone) {
        return Words.of(
                key(report),
                Words.of(report.previous()),
                Words.of(report.reached()),
                LocalDate.ofInstant(report.at(), zone),
                shown(report));
    }

    private static String key(ReportLine report) {
        if (report.correction()) {
            return "report.line.mended";
        }
        return report.isOfEvidence() ? "report.line.more" : "report.line.advanced";
    }

    private static String shown(ReportLine report) {
        var file = report.evidenceFile();
        return file == null
                ? report.evidence()
                : Words.of("report.line.file", report.evidence(), Words.of(file.kind()));
    }
}
