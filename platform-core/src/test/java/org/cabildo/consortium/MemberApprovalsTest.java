package org.cabildo.consortium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.cabildo.testing.Promises.TODAY;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.consortium.published.DecisionRule;
import org.cabildo.consortium.published.MemberRight;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Percent;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.PlanRemarks;
import org.cabildo.plan.PlanSteps;
import org.cabildo.plan.Plans;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class MemberApprovalsTest {

    @Autowired
    PlanSteps steps;

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
    Consortia consortia;

    @Autowired
    Joining joining;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PublishedPlans plans;

    @Autowired
    Plans drafts;

    @Autowired
    PlanRemarks remarks;

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
        assertThat(as(renca, () -> steps.history(made.plan())).getFirst())
                .as("all members' step, and of none of their people")
                .satisfies(step -> {
                    assertThat(step.by()).isEmpty();
                    assertThat(step.onBehalfOf()).isEqualTo("renca, santiago");
                });
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
    void byUnanimityOneMemberThatSendsItBackEndsTheProposal() {
        var made = as(santiago, () -> promises.drafted("Plan compartido"));
        var version = as(santiago, () -> members.propose(made.plan()));
        var hash = as(santiago, () -> approval.hash(made.plan()));
        as(santiago, () -> members.approve(version, hash));

        assertThat(as(renca, () -> remarks.sendBack(version, "Falta quién lidera")))
                .isTrue();

        assertRefused("plan.version.gone", () -> as(renca, () -> members.approve(version, hash)));
        assertThat(as(santiago, () -> remarks.of(version)))
                .singleElement()
                .satisfies(remark -> assertThat(remark.member()).isEqualTo(renca.value()));
        assertThat(as(santiago, () -> drafts.require(made.plan())).returned()).isEqualTo(1);
    }

    @Test
    void byMajorityTheProposalWaitsOnWhileTheOthersAreEnough() {
        joined("tercera");
        ruled(DecisionRule.MAJORITY);
        var made = as(santiago, () -> promises.drafted("Plan compartido"));
        var version = as(santiago, () -> members.propose(made.plan()));
        var hash = as(santiago, () -> approval.hash(made.plan()));

        assertThat(as(renca, () -> remarks.sendBack(version, "Falta quién lidera")))
                .isFalse();
        assertThat(as(renca, () -> remarks.sendBack(version, "Faltan los plazos")))
                .isFalse();

        assertThat(as(santiago, () -> remarks.of(version)))
                .extracting(PlanRemarks.Remark::said)
                .containsExactly("Faltan los plazos");
        as(santiago, () -> members.approve(version, hash));
        assertThat(as(renca, () -> members.approve(version, hash))).isTrue(); // it thought better of it
    }

    @Test
    void byMajorityTwoOfThreeThatSendItBackEndTheProposal() {
        var third = joined("tercera");
        ruled(DecisionRule.MAJORITY);
        var made = as(santiago, () -> promises.drafted("Plan compartido"));
        var version = as(santiago, () -> members.propose(made.plan()));
        as(santiago, () -> members.approve(version, approval.hash(made.plan())));

        assertRefused("consortium.approved", () -> as(santiago, () -> remarks.sendBack(version, "Pensándolo bien")));
        assertThat(as(renca, () -> remarks.sendBack(version, "Falta quién lidera")))
                .isFalse();
        assertThat(as(third, () -> remarks.sendBack(version, "Faltan los plazos")))
                .isTrue();
    }

    @Test
    void whoeverIsNotAskedSendsNothingBack() {
        var third = fresh.municipality("tercera");
        asCoordinator(() -> consortia.invite(consortium, third, MemberRight.DRAFTS));
        fresh.joins(third, consortium);
        var made = as(santiago, () -> promises.drafted("Plan compartido"));
        var version = as(santiago, () -> members.propose(made.plan()));

        assertRefused("consortium.approved", () -> as(third, () -> remarks.sendBack(version, "Falta quién lidera")));
        as(third, () -> {
            approval.withdraw(version);
            return true;
        });
        assertThat(as(santiago, () -> approval.waiting(made.plan()))).isEmpty();
    }

    @Test
    void onlyTheMemberThatLeadsACommitmentReportsOnIt() {
        var made = as(santiago, () -> promises.drafted("Plan compartido"));
        led(made, renca);
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

    @Test
    void byMajorityTwoOfThreePublishAndTheThirdIsTold() {
        var third = joined("tercera");
        ruled(DecisionRule.MAJORITY);
        var made = as(santiago, () -> promises.drafted("Plan compartido"));
        var version = as(santiago, () -> members.propose(made.plan()));
        var hash = as(santiago, () -> approval.hash(made.plan()));

        assertThat(as(santiago, () -> members.decision(version)))
                .isEqualTo(new MemberApprovals.Decision(DecisionRule.MAJORITY, 2, 3));
        assertThat(as(santiago, () -> members.approve(version, hash))).isFalse();
        assertThat(as(renca, () -> members.approve(version, hash))).isTrue();

        assertThat(TenantScope.in(consortium, () -> plans.current("plan-compartido"))
                        .orElseThrow()
                        .approvals())
                .hasSize(2);
        assertRefused("plan.version.gone", () -> as(third, () -> members.approve(version, hash)));
    }

    @Test
    void whoeverOnlyDraftsIsNotAsked() {
        var third = joined("tercera");
        asCoordinator(() -> consortia.grant(consortium, third, MemberRight.DRAFTS));
        var made = as(third, () -> promises.drafted("Plan compartido"));
        var version = as(third, () -> members.propose(made.plan()));

        assertThat(as(third, () -> members.of(version)))
                .extracting(MemberApprovals.Approval::member)
                .containsExactlyInAnyOrder(santiago.value(), renca.value());
    }

    @Test
    void whenAThirdJoinsTheSameContentIsProposedAgainAndAllApproveAnew() {
        var made = as(santiago, () -> promises.drafted("Plan compartido"));
        var version = as(santiago, () -> members.propose(made.plan()));
        var hash = as(santiago, () -> approval.hash(made.plan()));
        as(santiago, () -> members.approve(version, hash));
        var third = joined("tercera");

        assertRefused("consortium.body.changed", () -> as(renca, () -> members.approve(version, hash)));

        var again = as(renca, () -> members.propose(made.plan()));
        assertThat(as(renca, () -> members.of(again))).hasSize(3).allMatch(line -> line.approvedAt() == null);
        as(santiago, () -> members.approve(again, hash));
        as(renca, () -> members.approve(again, hash));
        assertThat(as(third, () -> members.approve(again, hash))).isTrue();
    }

    @Test
    void aRuleThatChangesAsksForANewProposal() {
        joined("tercera");
        var made = as(santiago, () -> promises.drafted("Plan compartido"));
        var version = as(santiago, () -> members.propose(made.plan()));
        var hash = as(santiago, () -> approval.hash(made.plan()));
        ruled(DecisionRule.TWO_THIRDS);

        assertRefused("consortium.body.changed", () -> as(santiago, () -> members.approve(version, hash)));
        assertThat(as(
                        santiago,
                        () -> members.decision(members.propose(made.plan())).needed()))
                .isEqualTo(2);
    }

    @Test
    void whatAMemberLedThatLeftNeedsAnotherLeadBeforeItIsProposed() {
        joined("tercera");
        var made = as(santiago, () -> promises.drafted("Plan compartido"));
        led(made, renca);
        TenantScope.run(
                renca,
                () -> fresh.officer(renca, Role.ADMINISTRATOR).act(() -> {
                    joining.leave(consortium, "El concejo acordó terminar el convenio");
                    return true;
                }));

        assertRefused("consortium.lead.gone", () -> as(santiago, () -> members.propose(made.plan())));
        led(made, santiago);
        var version = as(santiago, () -> members.propose(made.plan()));
        assertThat(as(santiago, () -> members.of(version)))
                .extracting(MemberApprovals.Approval::member)
                .doesNotContain(renca.value());
    }

    @Test
    void aSuspendedMemberIsNotAskedAndOneAloneProposesNothing() {
        var made = as(santiago, () -> promises.drafted("Plan compartido"));
        asCoordinator(() -> consortia.suspend(consortium, renca, "No hay alcaldía hasta la elección"));

        assertRefused("consortium.members.few", () -> as(santiago, () -> members.propose(made.plan())));
    }

    @Test
    void aConsortiumInWhichNobodyDecidesIsTold() {
        asCoordinator(() -> consortia.grant(consortium, renca, MemberRight.DRAFTS));
        asCoordinator(() -> consortia.grant(consortium, santiago, MemberRight.DRAFTS));
        var made = as(santiago, () -> promises.drafted("Plan compartido"));

        assertRefused("consortium.deciders.none", () -> as(santiago, () -> members.propose(made.plan())));
    }

    @Test
    void whatIsAddedWhileTheLastMemberApprovesIsNotPublishedUnseen() throws Exception {
        var made = as(santiago, () -> promises.drafted("Plan compartido"));
        var version = as(santiago, () -> members.propose(made.plan()));
        var hash = as(santiago, () -> approval.hash(made.plan()));
        as(santiago, () -> members.approve(version, hash));
        var drafted = new CountDownLatch(1);
        var released = new CountDownLatch(1);

        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var editing = both.submit(() -> as(
                    santiago,
                    () -> transaction.execute(_ -> {
                        var said = commitments.require(made.commitment()).said();
                        var added = commitments.draft(made.plan(), said);
                        drafted.countDown();
                        await(released);
                        return added;
                    })));
            await(drafted);
            var approving = both.submit(() -> as(renca, () -> members.approve(version, hash)));
            assertThat(catchThrowable(() -> approving.get(500, TimeUnit.MILLISECONDS)))
                    .isInstanceOf(TimeoutException.class); // it waits for the editor
            released.countDown();
            editing.get();
            assertThat(catchThrowable(approving::get))
                    .cause()
                    .isInstanceOf(Refused.class)
                    .extracting("code")
                    .isEqualTo("plan.changed");
        }
        assertThat(TenantScope.in(consortium, () -> plans.versions("plan-compartido")))
                .isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private TenantId joined(String name) {
        var third = fresh.municipality(name);
        asCoordinator(() -> consortia.invite(consortium, third, MemberRight.DECIDES));
        fresh.joins(third, consortium);
        return third;
    }

    private void ruled(DecisionRule rule) {
        asCoordinator(() -> consortia.rule(consortium, rule, "Convenio, cláusula 4"));
    }

    private static void asCoordinator(Runnable work) {
        FreshTenants.coordinator().act(() -> {
            work.run();
            return true;
        });
    }

    private void led(Promises.Made made, TenantId lead) {
        as(santiago, () -> {
            promises.led(made.commitment(), lead, "Quien lidera");
            return made;
        });
    }

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(Refused.class).extracting("code").isEqualTo(code);
    }

    private boolean report(Promises.Made made) {
        tracking.reportProgress(made.commitment(), made.first(), Percent.ALL, Promises.MINUTES, TODAY);
        return true;
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
