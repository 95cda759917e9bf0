package org.cabildo.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cabildo.testing.Promises.TODAY;

import java.time.LocalDate;
import java.util.List;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.AsTenant;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class PlanApprovalTest {

    @Autowired
    Promises promises;

    @Autowired
    Plans plans;

    @Autowired
    PlanApproval approval;

    @Autowired
    Commitments commitments;

    @Autowired
    PublishedPlans published;

    @Autowired
    PublishedCommitments publishedCommitments;

    @Autowired
    FreshTenants fresh;

    @Test
    @AsTenant("renca")
    void theOldVersionKeepsItsAddress() {
        var made = promises.published("Plan 2026");
        commitments.change(
                made.commitment(),
                commitments.require(made.commitment()).version(),
                Promises.commitment("Abrir el presupuesto y las compras", Promises.TWO_YEARS));

        promises.publish(made.plan());

        assertThat(published.current("plan-2026").orElseThrow().number()).isEqualTo(2);
        assertThat(published.version("plan-2026", 1).orElseThrow().current()).isFalse();
        assertThat(publishedCommitments
                        .page("plan-2026", 1, 1, TODAY)
                        .orElseThrow()
                        .title())
                .isEqualTo("Abrir el presupuesto");
        assertThat(publishedCommitments
                        .page("plan-2026", 1, TODAY)
                        .orElseThrow()
                        .title())
                .isEqualTo("Abrir el presupuesto y las compras");
    }

    @Test
    @AsTenant("renca")
    void namesWhatIsMissing() {
        var plan = plans.draft(new PlanDraft("Plan vacío", Framework.OWN, null, "", "", false));

        assertThat(approval.gaps(plan))
                .extracting(PlanContent.Gap::code)
                .containsExactly("plan.period.missing", "plan.commitments.none");
        assertThatThrownBy(() -> approval.propose(plan)).isInstanceOf(Refused.class);
    }

    @Test
    @AsTenant("renca")
    void aCommitmentNeedsAMilestone() {
        var plan = plans.draft(new PlanDraft("Plan", Framework.OWN, Promises.TWO_YEARS, "", "", false));
        commitments.draft(plan, Promises.commitment("Sin hitos", Promises.TWO_YEARS));

        assertThat(approval.gaps(plan)).extracting(PlanContent.Gap::code).containsExactly("commitment.milestones.none");
    }

    @Test
    @AsTenant("renca")
    void equalContentHasAnEqualHashAndAnyChangeAnother() {
        var made = promises.drafted("Plan 2026");
        var before = approval.hash(made.plan());

        assertThat(approval.hash(made.plan())).isEqualTo(before).hasSize(64);
        commitments.addMilestone(made.commitment(), Promises.milestone("Tercer hito", LocalDate.of(2027, 1, 1)));
        assertThat(approval.hash(made.plan())).isNotEqualTo(before);
    }

    @Test
    @AsTenant(value = "renca", role = Role.EDITOR)
    void whoDraftsDoesNotPublish() {
        var made = promises.drafted("Plan 2026");
        var version = approval.propose(made.plan());
        var hash = approval.hash(made.plan());

        assertThatThrownBy(() -> approval.publish(version, hash))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo("identity.role.approver");
        assertThat(published.current()).isEmpty();
    }

    @Test
    @AsTenant("renca")
    void aFactNeedsItsSource() {
        assertThatThrownBy(() -> new Fact(Fact.Kind.LETTER, "Carta", null, Fact.Precision.UNDATED, " "))
                .isInstanceOf(Refused.class);
        plans.state(new Fact(
                Fact.Kind.AFFILIATION, "Afiliación", LocalDate.of(2024, 2, 1), Fact.Precision.MONTH, "Foro 2025"));

        assertThat(published.facts()).singleElement().satisfies(fact -> {
            assertThat(fact.precision()).isEqualTo("MONTH");
            assertThat(fact.source()).isEqualTo("Foro 2025");
        });
    }

    @Test
    @AsTenant("renca")
    void aPlanInPreparationShowsItsQuestionsUntilItIsPublished() {
        var made = promises.drafted("Plan 2026");
        plans.prepare(
                made.plan(), List.of(new PreparationItem(PreparationItem.Kind.QUESTION, "¿Qué falta?", "", "Foro")));
        assertThat(published.inPreparation()).isEmpty();

        var line = plans.require(made.plan());
        plans.change(
                made.plan(),
                line.version(),
                new PlanDraft(
                        line.said().title(),
                        line.said().framework(),
                        line.said().period(),
                        "",
                        "",
                        true));
        assertThat(published.inPreparation().getFirst().items()).hasSize(1);

        promises.publish(made.plan());
        assertThat(published.inPreparation()).isEmpty();
    }

    @Test
    @AsTenant("renca")
    void aDraftIsDeletedAPublishedPlanStays() {
        var draft = promises.drafted("Borrador");
        plans.delete(draft.plan());
        assertThat(plans.all()).isEmpty();

        var made = promises.published("Plan 2026");
        assertThatThrownBy(() -> plans.delete(made.plan())).isInstanceOf(Refused.class);
    }

    @Test
    void maipuNeitherSeesNorPublishesWhatRencaDrafted() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var made = TenantScope.in(
                renca, () -> fresh.officer(renca, Role.ADMINISTRATOR).act(() -> promises.drafted("Plan 2026")));
        var stranger = fresh.officer(maipu, Role.ADMINISTRATOR);

        assertThatThrownBy(() -> TenantScope.in(maipu, () -> stranger.act(() -> plans.require(made.plan()))))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> TenantScope.in(maipu, () -> stranger.act(() -> approval.propose(made.plan()))))
                .isInstanceOf(Unknown.class);
        assertThat(TenantScope.in(maipu, () -> stranger.act(() -> plans.all()))).isEmpty();
    }

    @Test
    void outsideATenantsScopeThereAreNoPlans() {
        var officer = fresh.officer(fresh.municipality("renca"), Role.ADMINISTRATOR);

        assertThatThrownBy(() -> officer.act(() -> plans.all())).hasRootCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> officer.act(() -> TenantScope.platform(() -> plans.all())))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> published.current()).hasRootCauseInstanceOf(IllegalStateException.class);
    }
}
