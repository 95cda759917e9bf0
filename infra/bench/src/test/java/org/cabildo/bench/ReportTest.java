package org.cabildo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void whatIsMeasuredAnewTakesThePlaceOfWhatWasAndNothingElseChanges() {
        var whole = new Report();
        add(whole, "1. Reading", "Reads", "1.00 ×");
        add(whole, "2. Start", "Statements at start", "3 → 4");
        add(whole, "3. Ledger", "Entries", "0.20 ×");
        var before = whole.text("Introduction");
        var part = new Report();
        add(part, "2. Start", "Statements at start", "3 → 3 $1");

        var after = part.into(before, "*Anew.*");

        assertThat(after)
                .isEqualTo(before.replace(
                                "| Statements at start | equal | 3 → 4 | **NOT MET** | – |",
                                "| Statements at start | equal | 3 → 3 $1 | met | – |")
                        .replace(
                                "## 2. Start\n\nStatements at start: 3 → 4",
                                "## 2. Start\n\n*Anew.*\n\nStatements at start: 3 → 3 $1")
                        .replace("| a | 3 → 4 |", "| a | 3 → 3 $1 |"));
        assertThat(part.into(after, "*Anew.*")).isEqualTo(after);
    }

    @Test
    void whatTheDocumentDoesNotKnowAsksForAWholeRun() {
        var whole = new Report();
        add(whole, "1. Reading", "Reads", "1.00 ×");
        var part = new Report();
        add(part, "2. Start", "Statements at start", "3 → 3");

        assertThatThrownBy(() -> part.into(whole.text("Introduction"), "*Anew.*"))
                .hasMessageContaining("«Statements at start»: measure all of it");
    }

    private static void add(Report report, String chapter, String figure, String measured) {
        report.chapter(chapter);
        report.say("%s: %s", figure, measured);
        report.add(new Figure(figure, "equal", measured, !measured.endsWith("4"), "–"));
        report.table(List.of("what", "measured"), List.of(List.of("a", measured)));
    }
}
