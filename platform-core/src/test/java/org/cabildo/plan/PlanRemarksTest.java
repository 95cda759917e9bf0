package org.cabildo.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class PlanRemarksTest {

    private static final String MEND = "Falta el indicador del hito 2";

    @Autowired
    Promises promises;

    @Autowired
    Plans plans;

    @Autowired
    PlanApproval approval;

    @Autowired
    PlanRemarks remarks;

    @Autowired
    PublishedPlans published;

    @Autowired
    FreshTenants fresh;

    @Test
    @AsTenant("renca")
    void whatIsSentBackIsReadByWhoDraftsAndProposedAgainAsItIs() {
        var made = promises.drafted("Plan 2026");
        var version = approval.propose(made.plan());

        assertThat(remarks.sendBack(version, "  " + MEND + " ")).isTrue();

        assertThat(published.current()).isEmpty();
        assertThat(remarks.of(version)).singleElement().satisfies(remark -> {
            assertThat(remark.said()).isEqualTo(MEND);
            assertThat(remark.member()).isEqualTo(TenantScope.tenant().value());
        });
        assertThat(plans.require(made.plan()).returned()).isEqualTo(1);
        assertThat(plans.versions(made.plan())).singleElement().satisfies(line -> {
            assertThat(line.state()).isEqualTo(VersionState.RETURNED);
            assertThat(line.endedBy()).isNotEmpty();
            assertThat(line.endedAt()).isNotNull();
        });
        approval.propose(made.plan());
        assertThat(plans.require(made.plan()).returned()).isNull();
        assertThat(plans.require(made.plan()).proposed()).isEqualTo(2);
    }

    @Test
    @AsTenant("renca")
    void whatIsTakenBackIsApprovedByNobody() {
        var made = promises.drafted("Plan 2026");
        var version = approval.propose(made.plan());
        var hash = approval.hash(made.plan());

        approval.withdraw(version);

        assertThat(plans.versions(made.plan()).getFirst().state()).isEqualTo(VersionState.WITHDRAWN);
        assertThat(plans.require(made.plan()).returned()).isNull();
        assertRefused("plan.version.gone", () -> approval.publish(version, hash));
        assertRefused("plan.version.gone", () -> approval.withdraw(version));
        assertRefused("plan.version.gone", () -> remarks.sendBack(version, MEND));
        assertThat(remarks.of(version)).isEmpty();
    }

    @Test
    @AsTenant("renca")
    void whatIsPublishedIsNeitherSentNorTakenBack() {
        var made = promises.published("Plan 2026");
        var version = plans.versions(made.plan()).getFirst().id();

        assertRefused("plan.version.gone", () -> remarks.sendBack(version, MEND));
        assertRefused("plan.version.gone", () -> approval.withdraw(version));
        assertThat(published.current()).hasSize(1);
        assertThat(plans.require(made.plan()).publishedAt()).isNotNull();
    }

    @Test
    @AsTenant("renca")
    void remarksSayWhatToMend() {
        var version = approval.propose(promises.drafted("Plan 2026").plan());

        assertRefused("plan.remark", () -> remarks.sendBack(version, "   no      "));
        assertRefused("plan.remark", () -> remarks.sendBack(version, "x".repeat(2_001)));
        assertThat(remarks.of(version)).isEmpty();
    }

    /** Whose role allows what: an approver sends back, an editor takes back. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyWhoApprovesSendsBackAndOnlyWhoDraftsTakesBack(Role role) {
        var renca = fresh.municipality("renca");
        var all = fresh.officer(renca, Role.ADMINISTRATOR);
        var officer = fresh.officer(renca, role);
        for (boolean back : new boolean[] {true, false}) {
            var made = TenantScope.in(renca, () -> all.act(() -> promises.drafted("Plan 2026")));
            var version = TenantScope.in(renca, () -> all.act(() -> approval.propose(made.plan())));
            ThrowingCallable work = () -> TenantScope.in(
                    renca,
                    () -> officer.act(() -> {
                        if (back) {
                            remarks.sendBack(version, MEND);
                        } else {
                            approval.withdraw(version);
                        }
                        return true;
                    }));
            if (officer.may(back ? Role.APPROVER : Role.EDITOR)) {
                assertThat(catchThrowable(work)).isNull();
            } else {
                assertRefused(back ? "identity.role.approver" : "identity.role.editor", work);
            }
        }
    }

    @Test
    void maipuNeitherReadsNorSendsBackWhatRencaProposed() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var own = fresh.officer(renca, Role.ADMINISTRATOR);
        var version = TenantScope.in(
                renca,
                () -> own.act(
                        () -> approval.propose(promises.drafted("Plan 2026").plan())));
        var stranger = fresh.officer(maipu, Role.ADMINISTRATOR);

        assertThatThrownBy(() -> TenantScope.in(maipu, () -> stranger.act(() -> remarks.sendBack(version, MEND))))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> TenantScope.in(
                        maipu,
                        () -> stranger.act(() -> {
                            approval.withdraw(version);
                            return true;
                        })))
                .isInstanceOf(Unknown.class);
        TenantScope.in(renca, () -> own.act(() -> remarks.sendBack(version, MEND)));
        assertThat(TenantScope.in(maipu, () -> stranger.act(() -> remarks.of(version))))
                .isEmpty();
        assertThatThrownBy(() -> own.act(() -> remarks.of(version)))
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(Refused.class).extracting("code").isEqualTo(code);
    }
}
