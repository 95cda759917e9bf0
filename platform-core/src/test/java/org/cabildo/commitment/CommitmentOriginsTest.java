package org.cabildo.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cabildo.testing.Promises.TODAY;
import static org.cabildo.testing.Promises.TWO_YEARS;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.commitment.Commitments.Whole;
import org.cabildo.commitment.published.Amendment.Change;
import org.cabildo.commitment.published.Amendment.Field;
import org.cabildo.commitment.published.Origin;
import org.cabildo.commitment.published.PublishedAmendments;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.commitment.published.PublishedOrigins;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.AsTenant;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class CommitmentOriginsTest {

    private static final Origin MAIPU = new Origin(
            Origin.Kind.COMMITMENT,
            "Municipalidad de Maipú",
            "Plan 2024",
            "Abrir las actas",
            "3",
            "t/maipu/planes/plan-2024/compromisos/3",
            UUID.fromString("0190a000-0000-7000-8000-000000000001"),
            LocalDate.of(2026, 11, 29));

    @Autowired
    Promises promises;

    @Autowired
    Commitments commitments;

    @Autowired
    CommitmentOrigins origins;

    @Autowired
    OriginContent content;

    @Autowired
    DraftChanges changes;

    @Autowired
    PlanApproval approval;

    @Autowired
    Plans plans;

    @Autowired
    PublishedCommitments published;

    @Autowired
    PublishedOrigins told;

    @Autowired
    PublishedAmendments amendments;

    @Autowired
    FreshTenants fresh;

    @Test
    @AsTenant("renca")
    void whatItWasAdaptedFromIsToldWithEachVersionOfIt() {
        var made = promises.drafted("Plan 2026");
        var copy = adapted(made.plan());
        assertThat(told(2)).isEmpty();

        promises.publish(made.plan());

        assertThat(origins.of(made.plan())).isEqualTo(Map.of(copy, MAIPU));
        assertThat(told(2)).contains(MAIPU);
        assertThat(told(1)).isEmpty();
        assertThat(told.all()).isEqualTo(Map.of(copy.value(), MAIPU));
    }

    @Test
    @AsTenant("renca")
    void whatItWasAdaptedFromIsApprovedWithItAndAPlanWithoutItIsHashedAsBefore() {
        var made = promises.drafted("Plan 2026");
        var copy = adapted(made.plan());
        var with = approval.hash(made.plan());

        origins.remove(copy);

        assertThat(approval.hash(made.plan())).isNotEqualTo(with);
        assertThat(content.canonical(made.plan())).isEmpty();
    }

    @Test
    @AsTenant("renca")
    void itIsAFieldOfWhatADraftChangesAndOfWhatAVersionChanged() {
        var made = promises.published("Plan 2026");
        adapted(made.plan());
        var field = new Field("origin", "", "Abrir las actas · Municipalidad de Maipú · Plan 2024 · 3");

        assertThat(changes.of(made.plan())).flatExtracting(Change::fields).contains(field);
        promises.publish(made.plan());

        assertThat(amendments.of("plan-2026", 2).orElseThrow().changes())
                .flatExtracting(Change::fields)
                .contains(field);
        assertThat(changes.of(made.plan())).isEmpty();
    }

    @Test
    @AsTenant("renca")
    void itIsRemovedWhileThePublicHasNotReadItAndGoesWithItsDraft() {
        var made = promises.drafted("Plan 2026");
        var changed = adapted(made.plan());
        var deleted = adapted(made.plan());
        var kept = adapted(made.plan());

        origins.remove(changed);
        commitments.delete(deleted);
        promises.publish(made.plan());

        assertThat(origins.of(changed)).isEmpty();
        assertThat(origins.of(deleted)).isEmpty();
        assertThat(told.all()).containsOnlyKeys(kept.value());
        assertThatThrownBy(() -> origins.remove(kept))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo("commitment.origin.published");
        assertThat(origins.of(kept)).contains(MAIPU);
    }

    @Test
    @AsTenant("renca")
    void aPlanThatIsDeletedTakesItAlong() {
        var made = promises.drafted("Plan 2026");
        var copy = adapted(made.plan());

        plans.delete(made.plan());

        assertThat(origins.of(copy)).isEmpty();
    }

    @Test
    @AsTenant(value = "renca", role = Role.READER)
    void whoOnlyReadsNeitherDraftsNorRemoves() {
        var plan = new PlanId(UUID.randomUUID());

        assertThatThrownBy(() -> origins.draft(plan, whole(), MAIPU)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> origins.remove(new CommitmentId(UUID.randomUUID())))
                .isInstanceOf(Refused.class);
    }

    @Test
    void anotherTenantNeitherSeesNorRemovesIt() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var plan = TenantScope.in(
                renca,
                () -> fresh.officer(renca, Role.ADMINISTRATOR)
                        .act(() -> promises.drafted("Plan 2026").plan()));
        var copy = TenantScope.in(renca, () -> fresh.officer(renca, Role.EDITOR).act(() -> adapted(plan)));
        var stranger = fresh.officer(maipu, Role.ADMINISTRATOR);

        TenantScope.run(
                maipu,
                () -> stranger.act(() -> {
                    assertThat(origins.of(copy)).isEmpty();
                    assertThat(origins.of(plan)).isEmpty();
                    assertThat(told.all()).isEmpty();
                    assertThatThrownBy(() -> origins.remove(copy)).isInstanceOf(Unknown.class);
                    assertThatThrownBy(() -> origins.draft(plan, whole(), MAIPU))
                            .isInstanceOf(Unknown.class);
                    return true;
                }));
        assertThatThrownBy(() -> TenantScope.in(renca, () -> stranger.act(() -> origins.of(copy))))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(told::all).hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void onlyPagesOfOurPortalsAreReferredTo() {
        for (var path : List.of("https://otra.cl", "//otra.cl", "t/x/planes/p/compromisos/1", "javascript:alert(1)")) {
            assertThatThrownBy(() -> new Origin(
                            Origin.Kind.COMMITMENT, "Otra", "Plan", "Título", "1", path, null, LocalDate.EPOCH))
                    .as(path)
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private CommitmentId adapted(PlanId plan) {
        return origins.draft(plan, whole(), MAIPU);
    }

    private static Whole whole() {
        return new Whole(
                Promises.commitment("Abrir las actas del concejo", TWO_YEARS),
                List.of(Promises.milestone("Publicar las actas", LocalDate.of(2027, 3, 31))));
    }

    private Optional<Origin> told(int number) {
        return published.page("plan-2026", number, TODAY).map(PublishedCommitments.Page::origin);
    }
}
