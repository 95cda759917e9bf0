package org.cabildo.consortium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cabildo.testing.Promises.TODAY;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Percent;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class MemberApprovalsTest {

    @Autowired
    FreshTenants fresh;

    @Autowired
    Promises promises;

    @Autowired
    PlanApproval approval;

    @Autowired
    MemberApprovals members;

    @Autowired
    Commitments commitments;

    @Autowired
    CommitmentTracking tracking;

    @Autowired
    PublishedPlans plans;

    @Autowired
    PublishedCommitments published;

    TenantId santiago;
    TenantId renca;
    TenantId consortium;

    @BeforeEach
    void twoMembersShareAConsortium() {
        santiago = fresh.municipality("santiago");
        renca = fresh.municipality("renca");
        consortium = fresh.consortium("santiago-renca", santiago, renca);
    }

    @Test
    void theLastApprovalPublishesThePlan() {
        var made = as(santiago, () -> promises.drafted("Plan compartido"));
        var version = as(santiago, () -> members.propose(made.plan()));
        var hash = as(santiago, () -> approval.hash(made.plan()));

        assertThat(as(santiago, () -> members.approve(version, hash))).isFalse();
        assertThat(TenantScope.in(consortium, () -> plans.current("plan-compartido")))
                .isEmpty();
        assertThat(as(renca, () -> members.approve(version, hash))).isTrue();

        var shown = TenantScope.in(consortium, () -> plans.current("plan-compartido"))
                .orElseThrow();
        assertThat(shown.hash()).isEqualTo(hash);
        assertThat(shown.approvals()).hasSize(2);
    }

    @Test
    void aPlanThatChangedAfterItsProposalIsApprovedByNobody() {
        var made = as(santiago, () -> promises.drafted("Plan compartido"));
        var version = as(santiago, () -> members.propose(made.plan()));
        var hash = as(santiago, () -> approval.hash(made.plan()));
        as(santiago, () -> members.approve(version, hash));
        as(santiago, () -> {
            commitments.addMilestone(made.commitment(), Promises.milestone("Tercer hito", TODAY));
            return true;
        });

        assertThatThrownBy(() -> as(renca, () -> members.approve(version, hash)))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo("plan.changed");
    }

    @Test
    void noSingleMemberPublishesAlone() {
        var made = as(santiago, () -> promises.drafted("Plan compartido"));

        assertThatThrownBy(() -> as(santiago, () -> promises.publish(made.plan())))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo("consortium.approval.missing");
        assertThat(TenantScope.in(consortium, () -> published.all(TODAY))).isEmpty();
    }

    @Test
    void aMemberApprovesOnce() {
        var made = as(santiago, () -> promises.drafted("Plan compartido"));
        var version = as(santiago, () -> members.propose(made.plan()));
        var hash = as(santiago, () -> approval.hash(made.plan()));
        as(santiago, () -> members.approve(version, hash));

        assertThatThrownBy(() -> as(santiago, () -> members.approve(version, hash)))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo("consortium.approved");
    }

    @Test
    void approvalsInTheSameSecondPublishOnce() throws Exception {
        var made = as(santiago, () -> promises.drafted("Plan compartido"));
        var version = as(santiago, () -> members.propose(made.plan()));
        var hash = as(santiago, () -> approval.hash(made.plan()));

        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> first = () -> as(santiago, () -> members.approve(version, hash));
            Callable<Boolean> second = () -> as(renca, () -> members.approve(version, hash));
            var answers = both.invokeAll(java.util.List.of(first, second));
            assertThat(answers.get(0).get() ^ answers.get(1).get()).isTrue();
        }
        assertThat(TenantScope.in(consortium, () -> plans.versions("plan-compartido")))
                .hasSize(1);
    }

    @Test
    void onlyTheMemberThatLeadsACommitmentReportsOnIt() {
        var made = as(santiago, () -> promises.drafted("Plan compartido"));
        as(santiago, () -> {
            var seen = commitments.require(made.commitment());
            commitments.change(made.commitment(), seen.version(), ledBy(seen.said(), renca));
            return made;
        });
        var version = as(santiago, () -> members.propose(made.plan()));
        var hash = as(santiago, () -> approval.hash(made.plan()));
        as(santiago, () -> members.approve(version, hash));
        as(renca, () -> members.approve(version, hash));

        assertThatThrownBy(() -> as(santiago, () -> report(made)))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo("commitment.led.by.other");
        assertThat(as(renca, () -> report(made))).isTrue();
    }

    private boolean report(Promises.Made made) {
        tracking.reportProgress(made.commitment(), made.first(), Percent.ALL, Promises.MINUTES, TODAY);
        return true;
    }

    private static CommitmentDraft ledBy(CommitmentDraft said, TenantId lead) {
        return new CommitmentDraft(
                said.title(),
                said.problem(),
                said.description(),
                said.actors(),
                said.responsible(),
                said.period(),
                said.relevance(),
                said.pillars(),
                new CommitmentDraft.Lead(lead.value(), "Renca"));
    }

    @Test
    void membersKeepTheirOwnRowsToThemselves() {
        as(santiago, () -> promises.drafted("Plan compartido"));

        assertThat(TenantScope.in(renca, () -> fresh.officer(renca, Role.EDITOR).act(() -> commitments.late(TODAY))))
                .isEmpty();
        assertThat(TenantScope.in(santiago, () -> published.all(TODAY))).isEmpty();
    }

    private <T> T as(TenantId member, Supplier<T> work) {
        var officer = fresh.officerFor(consortium, member, Role.APPROVER, Role.EDITOR);
        return TenantScope.in(consortium, () -> officer.act(work::get));
    }

    @Test
    void anotherConsortiumNeitherSeesNorGivesTheApprovals() {
        var other = fresh.consortium("santiago-otra", santiago, fresh.municipality("otra"));
        var made = as(santiago, () -> promises.drafted("Plan compartido"));
        var version = as(santiago, () -> members.propose(made.plan()));
        var hash = as(santiago, () -> approval.hash(made.plan()));
        var elsewhere = fresh.officerFor(other, santiago, Role.APPROVER, Role.EDITOR);

        assertThat(TenantScope.in(other, () -> elsewhere.act(() -> members.of(version))))
                .isEmpty();
        assertThatThrownBy(() -> TenantScope.in(other, () -> elsewhere.act(() -> members.approve(version, hash))))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> TenantScope.in(consortium, () -> elsewhere.act(() -> members.approve(version, hash))))
                .isInstanceOf(Unknown.class);
        assertThat(as(santiago, () -> members.of(version))).allMatch(line -> line.approvedAt() == null);
    }

    @Test
    void outsideAnyScopeNothingIsApproved() {
        var made = as(santiago, () -> promises.drafted("Plan compartido"));
        var version = as(santiago, () -> members.propose(made.plan()));
        var officer = fresh.officerFor(consortium, santiago, Role.APPROVER);

        assertThatThrownBy(() -> officer.act(() -> members.of(version))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> officer.act(() -> members.approve(version, "")))
                .isInstanceOf(IllegalStateException.class);
    }
}
