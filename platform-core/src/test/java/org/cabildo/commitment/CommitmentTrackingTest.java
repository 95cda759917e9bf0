package org.cabildo.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cabildo.testing.Papers.pdf;
import static org.cabildo.testing.Papers.sent;
import static org.cabildo.testing.Promises.MINUTES;
import static org.cabildo.testing.Promises.TODAY;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.cabildo.commitment.published.EvidenceFile;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.commitment.published.Status;
import org.cabildo.file.StoredFiles;
import org.cabildo.file.published.FileKind;
import org.cabildo.file.published.PublishedFiles;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Percent;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.PublishedState;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.AsTenant;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.Scenario;

@RoomTest
class CommitmentTrackingTest {

    private static final Evidence SIGNED = Evidence.at("https://ejemplo.cl/firmada.pdf", "Acta firmada");

    @Autowired
    Promises promises;

    @Autowired
    Commitments commitments;

    @Autowired
    CommitmentTracking tracking;

    @Autowired
    PublishedCommitments published;

    @Autowired
    PublishedState state;

    @Autowired
    StoredFiles files;

    @Autowired
    PublishedFiles publicFiles;

    @Autowired
    FreshTenants fresh;

    @Test
    @AsTenant("renca")
    void thePublicReadsProgressWithItsEvidenceAtOnce() {
        var made = promises.published("Plan 2026");
        var before = state.version();

        tracking.reportProgress(made.commitment(), made.first(), new Percent(60), MINUTES, TODAY);

        var page = published.page("plan-2026", 1, TODAY).orElseThrow();
        assertThat(page.progress()).isEqualTo(30);
        assertThat(page.milestones().getFirst().status()).isEqualTo(Status.LATE);
        assertThat(page.timeline()).singleElement().satisfies(report -> {
            assertThat(report.evidenceUrl()).isEqualTo("https://ejemplo.cl/acta.pdf");
            assertThat(report.reached()).isEqualTo(60);
        });
        assertThat(state.version()).isGreaterThan(before);
    }

    @Test
    @AsTenant("renca")
    void aFileBecomesPublicWithTheReportThatItProvesAndNotBefore() {
        var made = promises.published("Plan 2026");
        var file = files.keep(sent("Acta.pdf", pdf("Acta firmada")));
        assertThat(publicFiles.find(file.id().sha256())).isEmpty();

        tracking.reportProgress(
                made.commitment(), made.first(), new Percent(60), Evidence.in(file, "Acta de la sesión"), TODAY);

        var report =
                published.page("plan-2026", 1, TODAY).orElseThrow().timeline().getFirst();
        assertThat(report.evidenceUrl()).isNull();
        assertThat(report.evidence()).isEqualTo("Acta de la sesión");
        assertThat(report.evidenceFile())
                .isEqualTo(new EvidenceFile(file.id().sha256(), "Acta.pdf", FileKind.PDF, file.bytes()));
        assertThat(published.reports())
                .singleElement()
                .satisfies(line -> assertThat(line.evidenceFile()).isEqualTo(report.evidenceFile()));
        assertThat(commitments
                        .require(made.commitment())
                        .milestones()
                        .getFirst()
                        .reports()
                        .getFirst()
                        .evidenceFile())
                .isEqualTo(report.evidenceFile());
        assertThat(publicFiles.find(file.id().sha256())).isPresent();
    }

    @Test
    @AsTenant("renca")
    void aReportThatIsRefusedLeavesItsFileAsItWas() {
        var made = promises.published("Plan 2026");
        var file = files.keep(sent("Acta.pdf", pdf("Acta de otra sesión")));
        tracking.reportProgress(made.commitment(), made.first(), new Percent(60), MINUTES, TODAY);

        assertThatThrownBy(() -> tracking.reportProgress(
                        made.commitment(), made.first(), new Percent(50), Evidence.in(file, "Acta"), TODAY))
                .isInstanceOf(Refused.class);

        assertThat(publicFiles.find(file.id().sha256())).isEmpty();
    }

    @Test
    void aFileOfAnotherTenantProvesNothing() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var file = as(renca, () -> files.keep(sent("Acta.pdf", pdf("de Renca"))));
        var made = as(maipu, () -> promises.published("Plan 2026"));

        assertThatThrownBy(() -> as(maipu, () -> {
                    tracking.reportProgress(
                            made.commitment(), made.first(), Percent.ALL, Evidence.in(file, "Acta"), TODAY);
                    return true;
                }))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo("file.gone");
        assertThat(as(maipu, () -> published.reports())).isEmpty();
    }

    @Test
    @AsTenant("renca")
    void aCorrectionLowersProgressAndSaysWhyInPublic() {
        var made = promises.published("Plan 2026");
        tracking.reportProgress(made.commitment(), made.first(), Percent.ALL, MINUTES, TODAY);

        tracking.correctProgress(made.commitment(), made.first(), new Percent(40), "El acta no estaba firmada", TODAY);

        var page = published.page("plan-2026", 1, TODAY).orElseThrow();
        assertThat(page.milestones().getFirst().progress()).isEqualTo(40);
        assertThat(page.milestones().getFirst().completedOn()).isNull();
        assertThat(page.timeline().getFirst().reason()).isEqualTo("El acta no estaba firmada");
    }

    @Test
    @AsTenant("renca")
    void otherEvidenceTakesThePlaceOfWhatWasWrongAndProgressStays() {
        var made = promises.published("Plan 2026");
        tracking.reportProgress(made.commitment(), made.first(), Percent.ALL, MINUTES, TODAY);

        tracking.correctEvidence(
                made.commitment(),
                made.first(),
                Percent.ALL,
                last(made),
                Evidence.at("https://ejemplo.cl/otra.pdf", "La firmada"),
                "Era otra acta");

        var page = published.page("plan-2026", 1, TODAY).orElseThrow();
        assertThat(page.milestones().getFirst().progress()).isEqualTo(100);
        assertThat(page.milestones().getFirst().completedOn()).as("as it was").isEqualTo(TODAY);
        assertThat(page.timeline()).hasSize(2).first().satisfies(report -> {
            assertThat(report.isOfEvidence()).isTrue();
            assertThat(report.evidenceUrl()).isEqualTo("https://ejemplo.cl/otra.pdf");
            assertThat(report.reason()).isEqualTo("Era otra acta");
        });
        assertThat(page.timeline().getLast().isOfEvidence()).isFalse();
    }

    @Test
    @AsTenant("renca")
    void evidenceIsCorrectedWithAReasonAndWhereThereIsSome() {
        var made = promises.published("Plan 2026");
        tracking.reportProgress(made.commitment(), made.first(), new Percent(60), MINUTES, TODAY);
        var report = last(made);

        assertThatThrownBy(() -> correct(made, report, SIGNED, "  "))
                .extracting("code")
                .isEqualTo("milestone.correction.reason");
        assertThatThrownBy(() -> correct(made, report, MINUTES, "Era otra acta"))
                .as("what the public reads already")
                .extracting("code")
                .isEqualTo("milestone.proof.same");
        tracking.correctProgress(made.commitment(), made.first(), Percent.NONE, "No era nada", TODAY);
        assertThatThrownBy(() -> correct(made, report, SIGNED, "Era otra acta"))
                .extracting("code")
                .isEqualTo("milestone.proof.none");
    }

    @Test
    @AsTenant("renca")
    void theEvidenceOfAnEarlierReportIsCorrectedOnceAndWhatTookItsPlaceAgain() {
        var made = promises.published("Plan 2026");
        tracking.reportProgress(made.commitment(), made.first(), new Percent(40), MINUTES, TODAY);
        var forty = last(made);
        tracking.reportProgress(made.commitment(), made.first(), new Percent(60), SIGNED, TODAY);
        var sixty = last(made);

        correct(made, forty, Evidence.at("https://ejemplo.cl/otra.pdf", "Acta"), "Era otra acta");

        var correction = last(made);
        var timeline = published.page("plan-2026", 1, TODAY).orElseThrow().timeline();
        assertThat(timeline.getFirst().mends()).isEqualTo(forty);
        assertThat(timeline.getFirst().reached()).as("as it was").isEqualTo(60);
        assertThat(published.reports().getFirst().mends()).isEqualTo(forty);
        assertThat(reports(made))
                .filteredOn(report -> report.mended())
                .extracting(report -> report.id())
                .containsExactly(forty);
        assertThatThrownBy(() -> correct(made, forty, SIGNED, "Tampoco"))
                .extracting("code")
                .isEqualTo("milestone.proof.mended");
        correct(made, correction, SIGNED, "Tampoco era esa");
        assertThat(reports(made))
                .filteredOn(report -> report.isProof())
                .extracting(report -> report.id())
                .containsExactly(sixty, last(made));
    }

    @Test
    @AsTenant("renca")
    void noEvidenceIsCorrectedWhereAReportHasNoneOrIsNotOfThisMilestone() {
        var made = promises.published("Plan 2026");
        tracking.reportProgress(made.commitment(), made.first(), new Percent(40), MINUTES, TODAY);
        var forty = last(made);
        tracking.correctProgress(made.commitment(), made.first(), new Percent(20), "Eran menos", TODAY);
        var lowered = last(made);
        tracking.reportProgress(made.commitment(), made.second(), new Percent(40), MINUTES, TODAY);

        assertThatThrownBy(() -> correct(made, lowered, SIGNED, "Era otra acta"))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo("milestone.proof.lowered");
        assertThatThrownBy(() -> correct(made, Ids.next(), SIGNED, "Era otra acta"))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> tracking.correctEvidence(
                        made.commitment(), made.second(), new Percent(40), forty, SIGNED, "Era otra acta"))
                .isInstanceOf(Unknown.class);
    }

    @Test
    @AsTenant("renca")
    void anEvidenceThatProvesNothingAnyMoreIsCorrectedAllTheSame() {
        var made = promises.published("Plan 2026");
        tracking.reportProgress(made.commitment(), made.first(), new Percent(40), MINUTES, TODAY);
        tracking.reportProgress(made.commitment(), made.first(), new Percent(60), MINUTES, TODAY);
        var sixty = last(made);
        tracking.correctProgress(made.commitment(), made.first(), new Percent(40), "Eran menos", TODAY);

        correct(made, sixty, SIGNED, "Era otra acta");

        assertThat(published.reports().getFirst().mends()).isEqualTo(sixty);
        assertThat(published
                        .page("plan-2026", 1, TODAY)
                        .orElseThrow()
                        .milestones()
                        .getFirst()
                        .progress())
                .isEqualTo(40);
    }

    @Test
    void maipuCorrectsNoEvidenceOfRenca() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var made = as(renca, () -> promises.published("Plan 2026"));

        assertThatThrownBy(() -> as(maipu, () -> {
                    correct(made, Ids.next(), MINUTES, "Era otra acta");
                    return true;
                }))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void aReportOfRencaIsNoneOfMaipu() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var foreign = as(renca, () -> {
            var made = promises.published("Plan 2026");
            tracking.reportProgress(made.commitment(), made.first(), new Percent(40), MINUTES, TODAY);
            return last(made);
        });

        assertThatThrownBy(() -> as(maipu, () -> {
                    var made = promises.published("Plan 2026");
                    tracking.reportProgress(made.commitment(), made.first(), new Percent(40), MINUTES, TODAY);
                    correct(made, foreign, SIGNED, "Era otra acta");
                    return true;
                }))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void outsideAnyScopeNoEvidenceIsCorrected() {
        var id = Ids.next();

        assertThatThrownBy(() -> tracking.correctEvidence(
                        new CommitmentId(id), new MilestoneId(id), Percent.NONE, id, MINUTES, "Era otra acta"))
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    @AsTenant("renca")
    void refusesToGoBackwardsWithoutACorrection() {
        var made = promises.published("Plan 2026");
        tracking.reportProgress(made.commitment(), made.first(), new Percent(60), MINUTES, TODAY);

        assertThatThrownBy(
                        () -> tracking.reportProgress(made.commitment(), made.first(), new Percent(59), MINUTES, TODAY))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo("milestone.progress.backwards");
        assertThatThrownBy(
                        () -> tracking.reportProgress(made.commitment(), made.second(), Percent.NONE, MINUTES, TODAY))
                .extracting("code")
                .isEqualTo("milestone.progress.none");
    }

    @Test
    @AsTenant("renca")
    void moreEvidenceOfTheSameProgressLeavesAllFiguresAsTheyWere() {
        var made = promises.published("Plan 2026");
        tracking.reportProgress(made.commitment(), made.first(), Percent.ALL, MINUTES, TODAY);
        tracking.reportProgress(made.commitment(), made.second(), new Percent(40), MINUTES, TODAY);
        var lines = published.all(TODAY);
        var milestones = published.page("plan-2026", 1, TODAY).orElseThrow().milestones();

        tracking.reportProgress(made.commitment(), made.first(), Percent.ALL, SIGNED, TODAY.plusDays(1));
        tracking.reportProgress(made.commitment(), made.second(), new Percent(40), SIGNED, TODAY.plusDays(1));

        assertThat(published.all(TODAY)).isEqualTo(lines);
        var page = published.page("plan-2026", 1, TODAY).orElseThrow();
        assertThat(page.milestones()).as("with the day it was complete").isEqualTo(milestones);
        assertThat(page.timeline()).hasSize(4).first().satisfies(report -> {
            assertThat(report.isMore()).isTrue();
            assertThat(report.correction()).isFalse();
            assertThat(report.evidenceUrl()).isEqualTo("https://ejemplo.cl/firmada.pdf");
        });
        assertThat(reports(made).getLast().isProof()).isTrue();
    }

    @Test
    @AsTenant("renca")
    void progressIsReportedOnPublishedPlansOnly() {
        var made = promises.drafted("Borrador");

        assertThatThrownBy(
                        () -> tracking.reportProgress(made.commitment(), made.first(), new Percent(10), MINUTES, TODAY))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo("milestone.unpublished");
        assertThat(published.all(TODAY)).isEmpty();
    }

    @Test
    @AsTenant(value = "renca", role = Role.READER)
    void aReaderReportsNothing() {
        assertThatThrownBy(() -> tracking.reportProgress(
                        new CommitmentId(Ids.next()), new MilestoneId(Ids.next()), new Percent(10), MINUTES, TODAY))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo("identity.role.editor");
    }

    @Test
    @AsTenant("renca")
    void theSecondOfTwoOfficersIsToldAndLosesNothing() {
        var made = promises.drafted("Plan 2026");
        var seen = commitments.require(made.commitment()).version();
        commitments.change(made.commitment(), seen, Promises.commitment("Primera mano", Promises.TWO_YEARS));

        assertThatThrownBy(() -> commitments.change(
                        made.commitment(), seen, Promises.commitment("Segunda mano", Promises.TWO_YEARS)))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo("stale");
        assertThat(commitments.require(made.commitment()).said().title()).isEqualTo("Primera mano");
    }

    @Test
    @AsTenant("renca")
    void whatIsDraftedLaterIsNotPublic() {
        var made = promises.published("Plan 2026");

        commitments.change(
                made.commitment(),
                commitments.require(made.commitment()).version(),
                Promises.commitment("Otro título", Promises.TWO_YEARS));
        commitments.addMilestone(made.commitment(), Promises.milestone("Tercer hito", TODAY));

        var page = published.page("plan-2026", 1, TODAY).orElseThrow();
        assertThat(page.title()).isEqualTo("Abrir el presupuesto");
        assertThat(page.milestones()).hasSize(2);
    }

    @Test
    @AsTenant("renca")
    void tellsTheOtherRoomsTheFigures(Scenario scenario) {
        var made = promises.published("Plan 2026");

        scenario.stimulate(
                        () -> tracking.reportProgress(made.commitment(), made.first(), new Percent(40), MINUTES, TODAY))
                .andWaitForEventOfType(CommitmentFigures.class)
                .matching(told -> told.commitments().getFirst().progress() == 20)
                .toArrive();
    }

    @Test
    void maipuNeitherSeesNorChangesWhatRencaPromised() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var made = as(renca, () -> promises.published("Plan 2026"));

        assertThat(as(maipu, () -> published.all(TODAY))).isEmpty();
        assertThat(as(maipu, () -> published.page("plan-2026", 1, TODAY))).isEmpty();
        assertThatThrownBy(() -> as(maipu, () -> commitments.require(made.commitment())))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> as(maipu, () -> {
                    tracking.reportProgress(made.commitment(), made.first(), Percent.ALL, MINUTES, TODAY);
                    return true;
                }))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void anOfficerOfAnotherTenantIsNobodyHere() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var made = as(renca, () -> promises.published("Plan 2026"));
        var stranger = fresh.officer(maipu, Role.ADMINISTRATOR);

        assertThatThrownBy(() ->
                        TenantScope.in(renca, () -> stranger.act(() -> commitments.require(made.commitment()))))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void outsideAnyScopeThereIsNothing() {
        assertThatThrownBy(() -> published.all(TODAY)).hasRootCauseInstanceOf(IllegalStateException.class);
    }

    private void correct(Promises.Made made, UUID report, Evidence proof, String reason) {
        var seen =
                commitments.require(made.commitment()).milestones().getFirst().progress();
        tracking.correctEvidence(made.commitment(), made.first(), seen, report, proof, reason);
    }

    private UUID last(Promises.Made made) {
        return reports(made).getLast().id();
    }

    private List<CommitmentView.ReportLine> reports(Promises.Made made) {
        return commitments.require(made.commitment()).milestones().getFirst().reports();
    }

    private <T> T as(TenantId tenant, Supplier<T> work) {
        return TenantScope.in(
                tenant, () -> fresh.officer(tenant, Role.ADMINISTRATOR).act(work::get));
    }
}
