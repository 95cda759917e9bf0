package org.cabildo.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cabildo.identity.Role.APPROVER;
import static org.cabildo.identity.Role.EDITOR;
import static org.cabildo.plan.Framework.CONSORTIUM;
import static org.cabildo.plan.Framework.INTERNAL;
import static org.cabildo.plan.Framework.MUNICIPAL_MODEL;
import static org.cabildo.plan.Framework.OGP_LOCAL;
import static org.cabildo.plan.Framework.OGP_NATIONAL;
import static org.cabildo.plan.Framework.OWN;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cabildo.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The machine held against a second account of it, written as people would say it: every step in every stage. */
class LifeCycleTest {

    private static final Set<Framework> OGP = EnumSet.of(OGP_NATIONAL, OGP_LOCAL, CONSORTIUM);
    private static final Set<PlanStage> ENDED = EnumSet.of(PlanStage.CLOSED, PlanStage.EVALUATED, PlanStage.ABANDONED);

    static Stream<Arguments> everyStepInEveryStage() {
        var all = new ArrayList<Arguments>();
        for (var framework : Framework.values()) {
            for (var stage : PlanStage.values()) {
                for (var step : PlanStep.values()) {
                    all.add(Arguments.of(framework, stage, step));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("everyStepInEveryStage")
    void aStepLeadsWhereItIsMeantToAndNowhereElse(Framework framework, PlanStage stage, PlanStep step) {
        var found = LifeCycle.find(framework, stage, step);

        assertThat(found.map(Transition::to).orElse(null)).isEqualTo(expected(framework, stage, step));
        found.ifPresent(way -> {
            for (var role : Role.values()) {
                assertThat(role.includes(way.role())).as(role.name()).isEqualTo(mayTake(role, step));
            }
            assertThat(way.reasoned()).isEqualTo(saysWhy(step));
            assertThat(way.documented()).isEqualTo(showsADocument(framework, step));
            assertThat(way.byPublication()).isEqualTo(step == PlanStep.APPROVE || step == PlanStep.AMEND);
        });
    }

    private static boolean mayTake(Role role, PlanStep step) {
        var needed = switch (step) {
            case DIAGNOSE, COCREATE, CONSULT, RETURN, REVIEW -> EDITOR;
            default -> APPROVER;
        };
        return role == needed || role == Role.ADMINISTRATOR;
    }

    private static boolean saysWhy(PlanStep step) {
        return EnumSet.of(
                        PlanStep.RETURN,
                        PlanStep.AMEND,
                        PlanStep.CLOSE,
                        PlanStep.REOPEN,
                        PlanStep.ABANDON,
                        PlanStep.RESUME)
                .contains(step);
    }

    private static boolean showsADocument(Framework framework, PlanStep step) {
        return EnumSet.of(PlanStep.SUBMIT, PlanStep.REVIEW, PlanStep.EVALUATE).contains(step)
                || (framework == MUNICIPAL_MODEL && step == PlanStep.COCREATE);
    }

    private static List<PlanStage> prepared(Framework framework) {
        return switch (framework) {
            case OGP_NATIONAL, OGP_LOCAL, CONSORTIUM, OWN ->
                List.of(PlanStage.PREPARATION, PlanStage.COCREATION, PlanStage.CONSULTATION);
            case INTERNAL -> List.of(PlanStage.PREPARATION);
            case MUNICIPAL_MODEL ->
                List.of(PlanStage.PREPARATION, PlanStage.DIAGNOSIS, PlanStage.COCREATION, PlanStage.CONSULTATION);
        };
    }

    /** @return null: refused */
    private static @org.jspecify.annotations.Nullable PlanStage expected(
            Framework framework, PlanStage stage, PlanStep step) {
        var prepared = prepared(framework);
        int at = prepared.indexOf(stage);
        boolean ogp = OGP.contains(framework);
        return switch (step) {
            case DIAGNOSE, COCREATE, CONSULT -> {
                var goal = switch (step) {
                    case DIAGNOSE -> PlanStage.DIAGNOSIS;
                    case COCREATE -> PlanStage.COCREATION;
                    default -> PlanStage.CONSULTATION;
                };
                yield at >= 0 && prepared.indexOf(goal) == at + 1 ? goal : null;
            }
            case RETURN -> at > 0 ? prepared.get(at - 1) : null;
            case APPROVE -> at >= 0 ? PlanStage.APPROVED : null;
            case AMEND -> at < 0 && !ENDED.contains(stage) && LifeCycle.knows(framework, stage) ? stage : null;
            case SUBMIT -> ogp && stage == PlanStage.APPROVED ? PlanStage.SUBMITTED : null;
            case START -> stage == (ogp ? PlanStage.SUBMITTED : PlanStage.APPROVED) ? PlanStage.IN_FORCE : null;
            case REVIEW ->
                stage == PlanStage.IN_FORCE && (framework == OGP_NATIONAL || framework == MUNICIPAL_MODEL)
                        ? PlanStage.IN_FORCE
                        : null;
            case CLOSE -> stage == PlanStage.IN_FORCE ? PlanStage.CLOSED : null;
            case REOPEN -> stage == PlanStage.CLOSED ? PlanStage.IN_FORCE : null;
            case EVALUATE -> stage == PlanStage.CLOSED ? PlanStage.EVALUATED : null;
            case ABANDON -> at >= 0 ? PlanStage.ABANDONED : null;
            case RESUME -> stage == PlanStage.ABANDONED ? PlanStage.PREPARATION : null;
        };
    }

    @ParameterizedTest
    @EnumSource(Framework.class)
    void noStepIsThereTwiceAndEveryStageIsReached(Framework framework) {
        var ways = LifeCycle.of(framework);

        assertThat(ways.stream().map(way -> way.from() + " " + way.step())).doesNotHaveDuplicates();
        var reached = new HashSet<>(Set.of(PlanStage.PREPARATION));
        for (int i = 0; i < PlanStage.values().length; i++) {
            ways.stream().filter(way -> reached.contains(way.from())).forEach(way -> reached.add(way.to()));
        }
        assertThat(ways.stream().map(Transition::from)).allMatch(reached::contains);
        assertThat(reached).contains(PlanStage.EVALUATED);
    }

    @Test
    void onlyOgpsPlansAreSubmittedAndOnlyTheModelIsDiagnosed() {
        for (var framework : Framework.values()) {
            assertThat(LifeCycle.knows(framework, PlanStage.SUBMITTED)).isEqualTo(OGP.contains(framework));
            assertThat(LifeCycle.knows(framework, PlanStage.DIAGNOSIS)).isEqualTo(framework == MUNICIPAL_MODEL);
            assertThat(LifeCycle.knows(framework, PlanStage.COCREATION)).isEqualTo(framework != INTERNAL);
        }
    }
}
