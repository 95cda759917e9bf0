package org.cabildo.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cabildo.commitment.DraftChanges.SinceReturned;
import org.cabildo.commitment.published.Amendment.Change;
import org.cabildo.commitment.published.Amendment.Field;
import org.cabildo.commitment.published.Amendment.How;
import org.cabildo.identity.Role;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.PlanRemarks;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.AsTenant;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class DraftChangesTest {

    private static final String MEND = "Falta decir quién responde por el hito";

    @Autowired
    Promises promises;

    @Autowired
    Commitments commitments;

    @Autowired
    PlanApproval approval;

    @Autowired
    PlanRemarks remarks;

    @Autowired
    DraftChanges changes;

    @Autowired
    FreshTenants fresh;

    @Autowired
    Sql sql;

    @Test
    @AsTenant("renca")
    void whatWasMendedSinceAVersionCameBackIsToldAndNothingElse() {
        var made = promises.drafted("Plan 2026");
        assertThat(changes.sinceReturned(made.plan())).isEmpty();
        remarks.sendBack(approval.propose(made.plan()), MEND);
        assertThat(changes.sinceReturned(made.plan()))
                .hasValueSatisfying(since -> assertThat(since.changes()).isEmpty());

        rename(made, "Abrir las compras");
        approval.propose(made.plan());

        assertThat(changes.sinceReturned(made.plan())).hasValueSatisfying(since -> {
            assertThat(since.number()).isEqualTo(1);
            assertThat(since.changes()).singleElement().satisfies(change -> {
                assertThat(change.how()).isEqualTo(How.CHANGED);
                assertThat(change.fields()).extracting(Field::name).containsExactly("title");
                assertThat(change.fields().getFirst().after()).isEqualTo("Abrir las compras");
            });
        });
        assertThat(changes.of(made.plan())).extracting(Change::how).containsOnly(How.ADDED);
    }

    @Test
    @AsTenant("renca")
    void theNewestThatCameBackCountsAndNoneThatWasTakenBack() {
        var made = promises.drafted("Plan 2026");
        remarks.sendBack(approval.propose(made.plan()), MEND);
        rename(made, "Abrir las compras");
        remarks.sendBack(approval.propose(made.plan()), MEND);
        rename(made, "Abrir las actas");
        approval.withdraw(approval.propose(made.plan()));

        assertThat(changes.sinceReturned(made.plan()))
                .map(SinceReturned::number)
                .contains(2);
        assertThat(changes.sinceReturned(made.plan()).orElseThrow().changes())
                .singleElement()
                .satisfies(change ->
                        assertThat(change.fields().getFirst().before()).isEqualTo("Abrir las compras"));
        approval.propose(made.plan());
        assertThat(sql.of("select v.number from proposed_parts join plan_version v on v.id = version_id order by 1")
                        .query(Integer.class)
                        .list())
                .as("what no version is compared with is not kept")
                .containsExactly(2, 4);
    }

    @Test
    @AsTenant("renca")
    void oncePublishedVersionsAreComparedWithWhatThePublicReads() {
        var made = promises.drafted("Plan 2026");
        remarks.sendBack(approval.propose(made.plan()), MEND);
        promises.publish(made.plan());

        assertThat(changes.sinceReturned(made.plan())).isEmpty();
        assertThat(sql.of("select count(*) from proposed_parts")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @AsTenant("renca")
    void whatIsDraftedAfterAProposalIsNoneOfItsChanges() {
        var made = promises.published("Plan 2026");
        rename(made, "Abrir las compras");
        approval.propose(made.plan(), "Se decidió en el concejo");
        rename(made, "Abrir las actas");

        assertThat(changes.ofProposal(made.plan()))
                .singleElement()
                .satisfies(
                        change -> assertThat(change.fields().getFirst().after()).isEqualTo("Abrir las compras"));
        assertThat(changes.of(made.plan()))
                .singleElement()
                .satisfies(
                        change -> assertThat(change.fields().getFirst().after()).isEqualTo("Abrir las actas"));
    }

    @Test
    @AsTenant("renca")
    void anotherTenantAndNobodyFindNothing() {
        var made = promises.drafted("Plan 2026");
        remarks.sendBack(approval.propose(made.plan()), MEND);
        var maipu = fresh.municipality("maipu");
        var stranger = fresh.officer(maipu, Role.ADMINISTRATOR);

        assertThat(TenantScope.in(maipu, () -> stranger.act(() -> changes.sinceReturned(made.plan()))))
                .isEmpty();
        assertThatThrownBy(() -> TenantScope.platform(() -> changes.sinceReturned(made.plan())))
                .isInstanceOf(RuntimeException.class);
    }

    private void rename(Promises.Made made, String title) {
        var now = commitments.require(made.commitment());
        commitments.change(made.commitment(), now.version(), Promises.commitment(title, Promises.TWO_YEARS));
    }
}
