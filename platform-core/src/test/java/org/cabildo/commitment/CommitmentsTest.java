package org.cabildo.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManagerFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cabildo.commitment.CommitmentView.MilestoneLine;
import org.cabildo.commitment.Commitments.Whole;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Unknown;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.AsTenant;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class CommitmentsTest {

    private static final Period MARCH = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    @Autowired
    Plans plans;

    @Autowired
    Commitments commitments;

    @Autowired
    FreshTenants fresh;

    @Autowired
    EntityManagerFactory hibernate;

    /** Statements grow with hundreds of rows, not with rows: one by one a plan of this size takes a thousand. */
    @Test
    @AsTenant("renca")
    void aLargePlanIsWrittenAndReadInAFewStatements() {
        var plan = plans.draft(new PlanDraft("Plan", Framework.OGP_LOCAL, Promises.TWO_YEARS, "", "", false));
        var milestones = Collections.nCopies(8, draft("Publicar"));
        var wholes = Collections.nCopies(60, new Whole(Promises.commitment("Abrir", Promises.TWO_YEARS), milestones));

        long written = statements(() -> commitments.draft(plan, wholes));
        var kept = new ArrayList<CommitmentView>();
        long read = statements(() -> kept.addAll(commitments.of(plan)));

        assertThat(kept).hasSize(60).allMatch(one -> one.milestones().size() == 8 && !one.published());
        assertThat(written).isBetween(3L, 12L);
        assertThat(read).isBetween(3L, 12L);
    }

    private long statements(Runnable act) {
        var statistics = hibernate.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            statistics.clear();
            act.run();
            return statistics.getPrepareStatementCount();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    @AsTenant("renca")
    void aRemovedMilestoneComesBackAsTheSameAtItsPlace() {
        var id = commitment("Plantar", "Regar", "Podar", "Cosechar");
        var regar = remove(id, "Regar");
        var podar = remove(id, "Podar");

        commitments.putBack(id, podar);
        commitments.putBack(id, regar);

        assertThat(lines(id)).extracting(MilestoneLine::position).containsExactly(1, 2, 3, 4);
        assertThat(activities(id)).containsExactly("Plantar", "Regar", "Podar", "Cosechar");
        assertThat(line(id, "Regar")).isEqualTo(regar);
    }

    @Test
    @AsTenant("renca")
    void whatTookItsPlaceMeanwhileMovesOn() {
        var id = commitment("Plantar", "Regar");
        var regar = remove(id, "Regar");
        commitments.addMilestone(id, draft("Podar"));

        commitments.putBack(id, regar);

        assertThat(activities(id)).containsExactly("Plantar", "Regar", "Podar");
        assertThat(lines(id)).extracting(MilestoneLine::position).containsExactly(1, 2, 3);
    }

    @Test
    @AsTenant("renca")
    void whatIsThereIsNotPutBackAgainNorTakenFromAnotherCommitment() {
        var id = commitment("Plantar", "Regar");
        var other = commitment("Barrer");
        var regar = remove(id, "Regar");

        commitments.putBack(id, regar);
        commitments.putBack(id, regar);
        commitments.putBack(other, regar);

        assertThat(activities(id)).containsExactly("Plantar", "Regar");
        assertThat(activities(other)).containsExactly("Barrer");
    }

    @Test
    @AsTenant("renca")
    void nothingIsPutBackInAnotherTenantsCommitment() {
        var id = commitment("Plantar", "Regar");
        var regar = remove(id, "Regar");
        var maipu = fresh.municipality("maipu");
        var stranger = fresh.officer(maipu, Role.ADMINISTRATOR);

        assertThatThrownBy(() -> TenantScope.run(
                        maipu,
                        () -> stranger.act(() -> {
                            commitments.putBack(id, regar);
                            return true;
                        })))
                .isInstanceOf(Unknown.class);

        assertThat(activities(id)).containsExactly("Plantar");
    }

    @Test
    @AsTenant("renca")
    void whoAnswersIsOfferedAgainByHowOftenTheyAreNamedAndToNoOtherTenant() {
        var plan = plans.draft(new PlanDraft("Plan", Framework.OWN, null, "", "", false));
        var id = answeredBy(plan, "SECPLA");
        answeredBy(plan, "DIDECO");
        answeredBy(plan, "");
        commitments.addMilestone(id, new MilestoneDraft("Regar", "Agua", "DIDECO", MARCH, 1));
        var maipu = fresh.municipality("maipu");

        assertThat(commitments.responsibles()).containsExactly("DIDECO", "SECPLA");
        assertThat(elsewhere(maipu, fresh.officer(maipu, Role.READER))).isEmpty();
        assertThatThrownBy(() -> elsewhere(maipu, Officer.current())).isInstanceOf(Unknown.class);
    }

    private CommitmentId answeredBy(PlanId plan, String responsible) {
        return commitments.draft(
                plan, new CommitmentDraft("Plazas", "", "", "", responsible, null, List.of(), List.of(), null));
    }

    private List<String> elsewhere(TenantId tenant, Officer officer) {
        return TenantScope.in(tenant, () -> officer.act(commitments::responsibles));
    }

    private CommitmentId commitment(String... activities) {
        var plan = plans.draft(new PlanDraft("Plan de prueba", Framework.OWN, null, "", "", false));
        var id = commitments.draft(
                plan, new CommitmentDraft("Plazas", "", "", "", "", null, List.of(), List.of(), null));
        for (var activity : activities) {
            commitments.addMilestone(id, draft(activity));
        }
        return id;
    }

    private static MilestoneDraft draft(String activity) {
        return new MilestoneDraft(activity, "Lo que se ve", "", MARCH, 1);
    }

    private MilestoneLine remove(CommitmentId id, String activity) {
        var line = line(id, activity);
        commitments.removeMilestone(id, line.id());
        return line;
    }

    private MilestoneLine line(CommitmentId id, String activity) {
        return lines(id).stream()
                .filter(line -> line.said().activity().equals(activity))
                .findFirst()
                .orElseThrow();
    }

    private List<String> activities(CommitmentId id) {
        return lines(id).stream().map(line -> line.said().activity()).toList();
    }

    private List<MilestoneLine> lines(CommitmentId id) {
        return commitments.require(id).milestones();
    }
}
