package org.cabildo.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cabildo.commitment.BulkEdits.Altered;
import org.cabildo.commitment.published.Detail;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.plan.PlanId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.AsTenant;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class BulkEditsTest {

    private static final Period HALF = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 9, 30));

    @Autowired
    Promises promises;

    @Autowired
    Commitments commitments;

    @Autowired
    BulkEdits edits;

    @Autowired
    FreshTenants fresh;

    @Test
    @AsTenant("renca")
    void severalAreChangedAtOnceAndUndoneAsTheyWere() {
        var made = promises.drafted("Plan");
        var other = within(made.plan(), "Abrir las actas");
        var before = said(made.plan());

        var seen = edits.preview(made.plan(), Set.of(made.commitment(), other), new Alteration.Responsible("DIDECO"));
        assertThat(said(made.plan())).isEqualTo(before);
        var undoing = edits.apply(seen);

        assertThat(said(made.plan())).extracting(CommitmentDraft::responsible).containsOnly("DIDECO");
        edits.apply(undoing);
        assertThat(said(made.plan())).isEqualTo(before);
    }

    @Test
    @AsTenant("renca")
    void milestonesMoveWithTheirCommitments() {
        var plan = promises.drafted("Plan").plan();
        var id = within(plan, "Abrir las actas");

        edits.apply(edits.preview(plan, Set.of(id), new Alteration.Move(31)));

        var now = commitments.require(id);
        assertThat(now.said().period()).isEqualTo(new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 10, 31)));
        assertThat(now.milestones().getFirst().said().period().end()).isEqualTo(LocalDate.of(2026, 7, 31));
    }

    @Test
    @AsTenant("renca")
    void oneThatCannotBeChangedKeepsAllAsTheyWere() {
        var made = promises.drafted("Plan"); // its commitment fills the plan
        var other = within(made.plan(), "Abrir las actas");
        var before = said(made.plan());

        var seen = edits.preview(made.plan(), Set.of(made.commitment(), other), new Alteration.Move(1));

        assertRefused(() -> edits.apply(seen), "commitment.period.plan");
        assertThat(said(made.plan())).isEqualTo(before);
    }

    @Test
    @AsTenant("renca")
    void whatSomebodyChangedMeanwhileIsNeitherChangedNorUndone() {
        var made = promises.drafted("Plan");
        var seen = edits.preview(made.plan(), Set.of(made.commitment()), new Alteration.Say(Detail.AXIS, "DATA"));
        promises.led(made.commitment(), fresh.municipality("maipu"), "Maipú");
        assertRefused(() -> edits.apply(seen), "stale");

        var undoing = edits.apply(
                edits.preview(made.plan(), Set.of(made.commitment()), new Alteration.Say(Detail.AXIS, "DATA")));
        promises.led(made.commitment(), fresh.municipality("renca"), "Renca");
        assertRefused(() -> edits.apply(undoing), "stale");
    }

    @Test
    @AsTenant("renca")
    void whatSaysSoAlreadyOrWasWithdrawnIsLeftOut() {
        var made = promises.drafted("Plan");
        var other = within(made.plan(), "Abrir las actas");
        commitments.withdraw(other, "Ya no hace falta");

        var seen = edits.preview(made.plan(), Set.of(made.commitment(), other), new Alteration.Responsible("SECPLA"));

        assertThat(seen).isEmpty();
        assertRefused(() -> edits.apply(seen), "bulk.nothing");
        assertRefused(
                () -> edits.preview(made.plan(), Set.of(made.commitment()), new Alteration.Say(Detail.SDG, "18")),
                "commitment.sdg");
    }

    @Test
    void whoOnlyReadsOrWorksElsewhereChangesNothing() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var made = TenantScope.in(renca, () -> fresh.officer(renca, Role.EDITOR).act(() -> promises.drafted("Plan")));
        List<Altered> seen = TenantScope.in(
                renca,
                () -> fresh.officer(renca, Role.EDITOR)
                        .act(() -> edits.preview(
                                made.plan(), Set.of(made.commitment()), new Alteration.Responsible("DIDECO"))));

        assertThatThrownBy(() -> TenantScope.in(
                        renca, () -> fresh.officer(renca, Role.READER).act(() -> edits.apply(seen))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> TenantScope.in(
                        maipu, () -> fresh.officer(maipu, Role.EDITOR).act(() -> edits.apply(seen))))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> fresh.officer(renca, Role.EDITOR).act(() -> edits.apply(seen)))
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    private CommitmentId within(PlanId plan, String title) {
        var id = commitments.draft(plan, Promises.commitment(title, HALF));
        commitments.addMilestone(
                id,
                new MilestoneDraft(
                        "Publicar", "Acta", "SECPLA", new Period(HALF.start(), LocalDate.of(2026, 6, 30)), 1));
        return id;
    }

    private List<CommitmentDraft> said(PlanId plan) {
        return commitments.of(plan).stream().map(CommitmentView::said).toList();
    }

    private static void assertRefused(ThrowingCallable act, String code) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
