package org.cabildo.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cabildo.testing.Promises.MINUTES;
import static org.cabildo.testing.Promises.TODAY;

import java.time.LocalDate;
import java.util.Random;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.kernel.Percent;
import org.cabildo.kernel.Period;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.testing.AsTenant;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A list and a page say the same of a commitment, whatever was published and reported before. */
@RoomTest
class StandingsTest {

    private static final Period ALL_YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    private static final int ACTS = 60;

    @Autowired
    Promises promises;

    @Autowired
    Commitments commitments;

    @Autowired
    CommitmentTracking tracking;

    @Autowired
    PlanApproval approval;

    @Autowired
    PublishedPlans plans;

    @Autowired
    PublishedCommitments published;

    @Test
    @AsTenant("renca")
    void listAndPageAgreeInEveryVersionAfterEachAct() {
        var made = promises.drafted("Plan 2026");
        var other = commitments.draft(made.plan(), Promises.commitment("Abrir las actas", Promises.TWO_YEARS));
        for (int weight = 1; weight <= 4; weight++) {
            commitments.addMilestone(other, new MilestoneDraft("Publicar", "Actas", "", ALL_YEAR, weight));
        }
        promises.publish(made.plan());
        assertAgree();
        var random = new Random(20_261_129);
        for (int i = 0; i < ACTS; i++) {
            act(random, made.plan());
            assertAgree();
        }
        assertThat(plans.versions("plan-2026")).hasSizeGreaterThan(3);
        assertThat(published.all(TODAY)).anyMatch(line -> line.progress() > 0 && line.kept() > 0);
    }

    private void act(Random random, PlanId plan) {
        var all = commitments.of(plan);
        var commitment = all.get(random.nextInt(all.size()));
        var milestone = commitment
                .milestones()
                .get(random.nextInt(commitment.milestones().size()));
        int reached = milestone.progress().value();
        if (random.nextInt(6) == 0) {
            amend(random, plan, commitment, milestone);
        } else if (milestone.withdrawn() != null) {
            return;
        } else if (reached == 100) {
            tracking.correctProgress(
                    commitment.id(), milestone.id(), new Percent(random.nextInt(100)), "Se contó dos veces", TODAY);
        } else {
            var more = random.nextInt(3) == 0 ? 100 : reached + 1 + random.nextInt(100 - reached);
            tracking.reportProgress(commitment.id(), milestone.id(), new Percent(more), MINUTES, TODAY);
        }
    }

    private void amend(Random random, PlanId plan, CommitmentView commitment, CommitmentView.MilestoneLine milestone) {
        var standing = commitment.milestones().stream()
                .filter(one -> one.withdrawn() == null)
                .count();
        if (milestone.withdrawn() == null && standing > 1 && random.nextBoolean()) {
            commitments.withdrawMilestone(commitment.id(), milestone.id(), "Ya no se hará de esta manera");
        } else {
            commitments.addMilestone(
                    commitment.id(), new MilestoneDraft("Agregado", "Acta", "SECPLA", ALL_YEAR, 1 + random.nextInt(5)));
        }
        approval.publish(approval.propose(plan, "Se ajustó lo que se prometió"), approval.hash(plan));
    }

    private void assertAgree() {
        for (var version : plans.versions("plan-2026")) {
            for (var line : published.of(version.versionId(), TODAY)) {
                var page = published
                        .page("plan-2026", line.number(), version.number(), TODAY)
                        .orElseThrow();
                var standing = page.milestones().stream()
                        .filter(one -> one.withdrawn() == null)
                        .toList();
                assertThat(line.progress()).isEqualTo(page.progress());
                assertThat(line.milestones()).isEqualTo(standing.size());
                assertThat(line.kept()).isEqualTo((int)
                        standing.stream().filter(one -> one.progress() == 100).count());
                assertThat(line.status()).isEqualTo(page.status());
            }
        }
    }
}
