package org.cabildo.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.cabildo.testing.Promises.MINUTES;
import static org.cabildo.testing.Promises.TODAY;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cabildo.commitment.published.PlanGlance;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Percent;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.tenancy.PublishedState;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class DelayTest {

    private static final String REASON = "La licitación quedó desierta y se llamó a otra";

    @Autowired
    FreshTenants fresh;

    @Autowired
    Promises promises;

    @Autowired
    Commitments commitments;

    @Autowired
    CommitmentTracking tracking;

    @Autowired
    PublishedCommitments published;

    @Autowired
    PublishedPlans plans;

    @Autowired
    PublishedState state;

    @Autowired
    Sql sql;

    TenantId renca;
    Promises.Made made;

    @BeforeEach
    void aPlanWithALateMilestone() {
        renca = fresh.municipality("renca");
        made = as(Role.ADMINISTRATOR, () -> promises.published("Plan 2026"));
    }

    @Test
    void thePublicReadsWhyAMilestoneIsLateAtOnce() {
        var before = in(() -> state.version());

        explain("  " + REASON + " ");

        assertThat(milestone().delay()).isEqualTo(REASON);
        assertThat(glance().late()).singleElement().satisfies(due -> {
            assertThat(due.activity()).isEqualTo("Publicar 2026");
            assertThat(due.delay()).isEqualTo(REASON);
        });
        assertThat(in(() -> state.version())).isGreaterThan(before);
        assertThat(in(() -> sql.of("select act from ledger_entry where object_id = ? order by number")
                        .param(made.first().value())
                        .query(String.class)
                        .list()))
                .contains("DELAY_EXPLAINED");
    }

    @Test
    void anotherReasonTakesItsPlace() {
        explain(REASON);
        explain("Ya hay contrato; termina en marzo");

        assertThat(milestone().delay()).isEqualTo("Ya hay contrato; termina en marzo");
    }

    @Test
    void nothingIsReadOfItOnceTheMilestoneIsCompleteOrDueLater() {
        explain(REASON);
        as(Role.ADMINISTRATOR, () -> {
            var seen = commitments.require(made.commitment());
            commitments.changeMilestone(
                    made.commitment(),
                    seen.version(),
                    made.first(),
                    Promises.milestone("Publicar 2026", LocalDate.of(2026, 10, 31)));
            promises.publish(made.plan());
            return true;
        });
        assertThat(milestone().delay()).as("late again, for another day").isNull();
        assertThat(as(Role.READER, () -> tracking.delays(made.commitment()))).isEmpty();

        explain(REASON);
        as(Role.EDITOR, () -> {
            tracking.reportProgress(made.commitment(), made.first(), Percent.ALL, MINUTES, TODAY);
            return true;
        });
        assertThat(milestone().delay()).isNull();
        assertThat(glance().late()).isEmpty();
    }

    @Test
    void onlyWhatIsLateInTheVersionInForceIsExplained() {
        assertRefused("milestone.delay.none", () -> explain(made.second(), REASON));
        as(Role.EDITOR, () -> {
            tracking.reportProgress(made.commitment(), made.first(), Percent.ALL, MINUTES, TODAY);
            return true;
        });
        assertRefused("milestone.delay.none", () -> explain(REASON));
        var draft = as(Role.EDITOR, () -> promises.drafted("Otro plan"));
        assertRefused(
                "milestone.delay.none",
                () -> as(Role.EDITOR, () -> {
                    tracking.explainDelay(draft.commitment(), draft.first(), REASON, TODAY);
                    return true;
                }));
    }

    @Test
    void whatIsLateIsCountedForItsCommitmentUntilItIsCompleteAndThenByHowMuchItWas() {
        assertThat(in(() -> published.late(TODAY)))
                .containsExactly(entry(made.commitment().value(), 1L));
        assertThat(in(() -> published.late(LocalDate.of(2026, 6, 30)))).isEmpty();
        assertThat(glance().lateOf()).containsExactly(entry(made.commitment().value(), 1L));
        assertThat(page().late()).isEqualTo(1);
        assertThat(milestone().late(ChronoUnit.DAYS)).isZero();

        as(Role.EDITOR, () -> {
            tracking.reportProgress(made.commitment(), made.first(), Percent.ALL, MINUTES, TODAY);
            return true;
        });

        assertThat(in(() -> published.late(TODAY))).isEmpty();
        assertThat(page().late()).isZero();
        assertThat(milestone().late(ChronoUnit.DAYS)).isEqualTo(143);
        assertThat(milestone().late(ChronoUnit.MONTHS)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 1001})
    void aReasonHasAtLeastTenAndAtMostAThousandCharacters(int length) {
        assertRefused("milestone.delay.reason", () -> explain("x".repeat(length)));
        assertThat(milestone().delay()).isNull();
    }

    @Test
    void neitherAReaderNorAnotherTenantNorNobodyExplains() {
        assertRefused(
                "identity.role.editor",
                () -> as(Role.READER, () -> {
                    tracking.explainDelay(made.commitment(), made.first(), REASON, TODAY);
                    return true;
                }));
        var maipu = fresh.municipality("maipu");
        var stranger = fresh.officer(maipu, Role.ADMINISTRATOR);
        assertThatThrownBy(() -> TenantScope.run(
                        maipu,
                        () -> stranger.act(() -> {
                            tracking.explainDelay(made.commitment(), made.first(), REASON, TODAY);
                            return true;
                        })))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> TenantScope.run(renca, () -> stranger.act(() -> tracking.delays(made.commitment()))))
                .isInstanceOf(Unknown.class);
        explain(REASON);
        assertThat(TenantScope.in(maipu, () -> stranger.act(() -> tracking.delays(made.commitment()))))
                .isEmpty();
        assertThatThrownBy(() -> stranger.act(() -> tracking.delays(made.commitment())))
                .hasRootCauseInstanceOf(IllegalStateException.class); // no scope, no connection
    }

    private void explain(String reason) {
        explain(made.first(), reason);
    }

    private void explain(MilestoneId milestone, String reason) {
        as(Role.EDITOR, () -> {
            tracking.explainDelay(made.commitment(), milestone, reason, TODAY);
            return true;
        });
    }

    private PublishedCommitments.Milestone milestone() {
        return page().milestones().getFirst();
    }

    private PublishedCommitments.Page page() {
        return in(() -> published.page("plan-2026", 1, TODAY).orElseThrow());
    }

    private PlanGlance glance() {
        return in(() -> {
            var version = plans.current("plan-2026").orElseThrow().versionId();
            return published.glance(version, published.of(version, TODAY), TODAY);
        });
    }

    private <T> T in(Supplier<T> work) {
        return TenantScope.in(renca, work);
    }

    private <T> T as(Role role, Supplier<T> work) {
        return TenantScope.in(renca, () -> fresh.officer(renca, role).act(work::get));
    }

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(Refused.class).extracting("code").isEqualTo(code);
    }
}
