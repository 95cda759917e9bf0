package org.cabildo.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cabildo.commitment.Completeness.Item;
import org.cabildo.commitment.published.Detail;
import org.cabildo.commitment.published.Details;
import org.cabildo.plan.PlanApproval;
import org.cabildo.testing.AsTenant;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class CompletenessTest {

    @Autowired
    Promises promises;

    @Autowired
    Commitments commitments;

    @Autowired
    PlanApproval approval;

    @Test
    @AsTenant("renca")
    void aTitleAloneNeedsAllThatForbidsToPropose() {
        var plan = promises.drafted("Plan").plan();
        var id = commitments.draft(
                plan, new CommitmentDraft("Plazas", "", "", "", "", null, List.of(), List.of(), null));

        var so = of(id);

        assertThat(so.needed())
                .containsExactly(
                        Item.PROBLEM, Item.DESCRIPTION, Item.RESPONSIBLE, Item.PERIOD, Item.VALUE, Item.MILESTONE);
        assertThat(approval.gaps(plan)).hasSameSizeAs(so.needed());
        assertThat(so.isReady()).isFalse();
        assertThat(so.said()).isZero();
        assertThat(so.saidBeyond()).isZero();
    }

    @Test
    @AsTenant("renca")
    void whatCanBePublishedMayStillBeBetter() {
        var id = promises.drafted("Plan").commitment();

        assertThat(of(id).isReady()).isTrue();
        assertThat(of(id).said()).isEqualTo(Completeness.asked(true)).isEqualTo(6);
        assertThat(of(id).saidBeyond()).isEqualTo(1);
        assertThat(of(id).advised())
                .containsExactly(
                        Item.PILLAR,
                        Item.STATUS_QUO,
                        Item.CONTRIBUTION,
                        Item.RESULTS,
                        Item.CONTACT,
                        Item.POLICY_AREA,
                        Item.BUDGET);

        var seen = commitments.require(id);
        commitments.change(
                id,
                seen.version(),
                seen.said()
                        .detailed(new Details(Map.of(
                                Detail.STATUS_QUO, "Nadie lo sabe",
                                Detail.CONTRIBUTION, "Lo muestra",
                                Detail.RESULTS, "Todos lo saben",
                                Detail.UNIT, "SECPLA",
                                Detail.PRIMARY_AREA, "Open Data",
                                Detail.BUDGET, "M$ 10, municipal"))));
        assertThat(of(id).advised()).containsExactly(Item.PILLAR);
        assertThat(of(id).saidBeyond()).isEqualTo(7);
        assertThat(Completeness.asked(false)).isEqualTo(8);
    }

    @Test
    @AsTenant("renca")
    void aWithdrawnMilestoneIsNone() {
        var made = promises.drafted("Plan");
        commitments.withdrawMilestone(made.commitment(), made.first(), "Ya no hace falta");
        commitments.withdrawMilestone(made.commitment(), made.second(), "Ya no hace falta");

        assertThat(of(made.commitment()).needed()).containsExactly(Item.MILESTONE);
    }

    private Completeness of(CommitmentId id) {
        return Completeness.of(commitments.require(id));
    }
}
