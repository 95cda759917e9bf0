package org.cabildo.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cabildo.testing.Promises.MINUTES;
import static org.cabildo.testing.Promises.TODAY;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Percent;
import org.cabildo.kernel.Refused;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.AtOnce;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What is reported of a commitment when two officers tell it in the same instant. */
@RoomTest
class ReportedAtOnceTest {

    private static final Percent HALF = new Percent(50);
    private static final Percent MOST = new Percent(80);

    @Autowired
    FreshTenants fresh;

    @Autowired
    Promises promises;

    @Autowired
    Commitments commitments;

    @Autowired
    CommitmentTracking tracking;

    @Autowired
    PublishedCommitments published;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    AtOnce atOnce;

    TenantId tenant;
    Officer editor;
    Promises.Made made;

    @BeforeEach
    void aMilestoneHalfDone() {
        tenant = fresh.municipality("a-la-vez");
        editor = fresh.officer(tenant, Role.ADMINISTRATOR);
        made = as(() -> promises.published("Plan 2026"));
        as(() -> report(Percent.NONE, HALF));
    }

    @Test
    void whoeverReportsByAnotherProgressInTheSameInstantIsTold() {
        assertRefused("milestone.moved", () -> report(HALF, MOST), () -> report(HALF, new Percent(90)));

        assertThat(milestone().progress()).isEqualTo(MOST);
        assertThat(milestone().reports()).hasSize(2);
    }

    @Test
    void whoeverCorrectsByAnotherProgressInTheSameInstantIsTold() {
        assertRefused("milestone.moved", () -> correct(new Percent(40)), () -> correct(new Percent(20)));

        assertThat(milestone().progress()).isEqualTo(new Percent(40));
    }

    @Test
    void whoeverCorrectsEvidenceByAnotherProgressIsTold() {
        var report = milestone().reports().getFirst().id();

        assertRefused("milestone.moved", () -> correct(new Percent(40)), () -> {
            tracking.correctEvidence(
                    made.commitment(),
                    made.first(),
                    HALF,
                    report,
                    Evidence.at("https://ejemplo.cl/otra.pdf", "Acta"),
                    "Era otra acta");
            return true;
        });

        assertThat(milestone().reports()).hasSize(2);
    }

    @Test
    void whoeverCorrectsTheSameEvidenceInTheSameInstantIsTold() {
        var report = milestone().reports().getFirst().id();
        Callable<?> mend = () -> {
            tracking.correctEvidence(
                    made.commitment(),
                    made.first(),
                    HALF,
                    report,
                    Evidence.at("https://ejemplo.cl/otra.pdf", "Acta"),
                    "Era otra acta");
            return true;
        };

        assertRefused("milestone.proof.mended", mend, mend);

        assertThat(milestone().reports()).hasSize(2);
    }

    @Test
    void bothMilestonesThatAreReportedOnAtOnceCountForTheCommitment() throws Exception {
        atOnce.both(tenant, editor, () -> report(HALF, Percent.ALL), () -> {
            tracking.reportProgress(made.commitment(), made.second(), Percent.ALL, MINUTES, TODAY);
            return true;
        });

        assertThat(TenantScope.in(tenant, () -> published.all(TODAY)))
                .singleElement()
                .satisfies(line -> assertThat(line.progress()).isEqualTo(100));
    }

    @Test
    void whoeverWordsAMilestoneAnewLeavesTheProgressThatIsReportedMeanwhile() {
        as(() -> transaction.execute(_ -> {
            commitments.changeMilestone(
                    made.commitment(),
                    commitments.require(made.commitment()).version(),
                    made.first(),
                    Promises.milestone("Publicar todo 2026", LocalDate.of(2026, 6, 30)));
            CompletableFuture.supplyAsync(() -> as(() -> report(HALF, MOST))).join();
            return true;
        }));

        assertThat(milestone().said().activity()).isEqualTo("Publicar todo 2026");
        assertThat(milestone().progress()).isEqualTo(MOST);
    }

    private boolean report(Percent seen, Percent reached) {
        tracking.reportProgress(made.commitment(), made.first(), seen, reached, MINUTES, TODAY);
        return true;
    }

    private boolean correct(Percent reached) {
        tracking.correctProgress(made.commitment(), made.first(), HALF, reached, "Se contó dos veces", TODAY);
        return true;
    }

    private void assertRefused(String code, Callable<?> first, Callable<?> second) {
        assertThatThrownBy(() -> atOnce.both(tenant, editor, first, second))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo(code);
    }

    private CommitmentView.MilestoneLine milestone() {
        return as(() -> commitments.require(made.commitment()).milestones().getFirst());
    }

    private <T> T as(Callable<T> work) {
        return TenantScope.in(tenant, () -> editor.act(() -> AtOnce.call(work)));
    }
}
