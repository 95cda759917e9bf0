package org.cabildo.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cabildo.testing.Promises.TODAY;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cabildo.commitment.Commitments;
import org.cabildo.file.Arrival;
import org.cabildo.file.StoredFiles;
import org.cabildo.file.published.PublishedFiles;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.plan.PlanSteps.Taking;
import org.cabildo.plan.published.Document;
import org.cabildo.plan.published.Foundation;
import org.cabildo.plan.published.MonitoringBody;
import org.cabildo.plan.published.PlanFile;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.AsTenant;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class PlanStepsTest {

    private static final Document LETTER = Document.at("https://ejemplo.cl/carta.pdf");

    @Autowired
    Promises promises;

    @Autowired
    Plans plans;

    @Autowired
    PlanSteps steps;

    @Autowired
    Foundations foundations;

    @Autowired
    PlanApproval approval;

    @Autowired
    Commitments commitments;

    @Autowired
    PublishedPlans published;

    @Autowired
    PublishedFiles publishedFiles;

    @Autowired
    StoredFiles files;

    @Autowired
    FreshTenants fresh;

    private void take(PlanId plan, PlanStep step, String reason, @Nullable Document document) {
        steps.take(plan, new Taking(step, steps.stage(plan), TODAY, reason, document), TODAY);
    }

    private void nameABody(PlanId plan) {
        var body = new MonitoringBody(
                "Universidad Ejemplo", MonitoringBody.BodyKind.UNIVERSITY, "No ejecuta ni financia el plan", "");
        foundations.change(plan, foundations.of(plan).version(), Foundation.NONE.monitoredBy(body));
    }

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(Refused.class).extracting("code").isEqualTo(code);
    }

    private void retitle(Promises.Made made, String title) {
        commitments.change(
                made.commitment(),
                commitments.require(made.commitment()).version(),
                Promises.commitment(title, Promises.TWO_YEARS));
    }

    @Test
    @AsTenant("renca")
    void aPlanGoesItsWholeWayAndThePublicReadsHow() {
        var made = promises.drafted("Plan 2026");
        take(made.plan(), PlanStep.COCREATE, "", null);
        take(made.plan(), PlanStep.CONSULT, "", null);
        nameABody(made.plan());
        assertThat(published.steps(made.plan().value())).isEmpty();

        promises.publish(made.plan());
        assertThat(steps.stage(made.plan())).isEqualTo(PlanStage.APPROVED);
        take(made.plan(), PlanStep.SUBMIT, "", LETTER);
        take(made.plan(), PlanStep.START, "", null);
        retitle(made, "Abrir el presupuesto y las compras");
        promises.publish(made.plan());
        take(made.plan(), PlanStep.CLOSE, "Terminó el plazo del plan", null);
        take(made.plan(), PlanStep.EVALUATE, "", LETTER);

        assertThat(plans.require(made.plan()).stage()).isEqualTo(PlanStage.EVALUATED);
        assertThat(published.steps(made.plan().value()))
                .extracting(PublishedPlans.Step::step)
                .containsExactly("COCREATE", "CONSULT", "APPROVE", "SUBMIT", "START", "AMEND", "CLOSE", "EVALUATE");
        assertThat(published.steps(made.plan().value()).get(3)).satisfies(step -> {
            assertThat(step.document()).isEqualTo(LETTER);
            assertThat(step.day()).isEqualTo(TODAY);
        });
        assertThat(published.steps(made.plan().value()).get(5).reason()).isEqualTo("Se ajustó lo que se prometió");
        assertThat(steps.history(made.plan()).getFirst().by()).startsWith("Ana de renca");
    }

    @Test
    @AsTenant("renca")
    void aDocumentIsTheOfficesUntilThePlanIsPublic() {
        var made = promises.drafted("Plan 2026");
        var bytes = "Acta de inicio".getBytes(StandardCharsets.UTF_8);
        var file = files.keep(new Arrival("acta.txt", bytes.length, new ByteArrayInputStream(bytes)));
        take(
                made.plan(),
                PlanStep.COCREATE,
                "",
                Document.in(new PlanFile(file.id().sha256(), file.name(), file.kind(), file.bytes())));
        assertThat(publishedFiles.find(file.id().sha256())).isEmpty();

        promises.publish(made.plan());

        assertThat(publishedFiles.find(file.id().sha256())).isPresent();
        assertThat(published.steps(made.plan().value()).getFirst().document().shown())
                .isEqualTo("acta.txt");
    }

    @Test
    @AsTenant("renca")
    void badInputIsRefusedInASentenceAndNothingIsNoted() {
        var plan = promises.drafted("Plan 2026").plan();
        assertRefused("plan.step.unknown", () -> take(plan, PlanStep.SUBMIT, "", LETTER));
        assertRefused("plan.step.unknown", () -> take(plan, PlanStep.APPROVE, "", null));
        assertRefused("plan.step.reason", () -> take(plan, PlanStep.ABANDON, "no", null));
        assertRefused("plan.step.reason", () -> take(plan, PlanStep.COCREATE, "x".repeat(2_001), null));
        assertRefused(
                "plan.step.day.future",
                () -> steps.take(
                        plan,
                        new Taking(PlanStep.COCREATE, PlanStage.PREPARATION, TODAY.plusDays(1), "", null),
                        TODAY));
        assertThat(steps.history(plan)).isEmpty();

        take(plan, PlanStep.COCREATE, "", null);
        assertRefused(
                "plan.step.day.before",
                () -> steps.take(
                        plan, new Taking(PlanStep.CONSULT, PlanStage.COCREATION, TODAY.minusDays(1), "", null), TODAY));
        assertRefused(
                "plan.step.meanwhile",
                () -> steps.take(plan, new Taking(PlanStep.COCREATE, PlanStage.PREPARATION, TODAY, "", null), TODAY));
        promises.publish(plan);
        assertRefused("plan.step.document", () -> take(plan, PlanStep.SUBMIT, "", null));
        for (var link : List.of("", "http://ejemplo.cl", "javascript:alert(1)", "https://a b", "carta")) {
            assertRefused("plan.document.link", () -> Document.at(link));
        }
        assertThat(steps.stage(plan)).isEqualTo(PlanStage.APPROVED);
    }

    @Test
    @AsTenant("renca")
    void aPlanThatEndedIsNeitherProposedNorAmended() {
        var left = promises.drafted("Plan que se dejó").plan();
        take(left, PlanStep.ABANDON, "El concejo lo rechazó", null);
        assertRefused("plan.stage.closed", () -> approval.propose(left));
        assertThat(plans.require(left).takesVersions()).isFalse();
        assertThat(steps.wayBack(left)).map(Transition::step).contains(PlanStep.RESUME);

        var made = promises.drafted("Plan 2026");
        nameABody(made.plan());
        promises.publish(made.plan());
        take(made.plan(), PlanStep.SUBMIT, "", LETTER);
        take(made.plan(), PlanStep.START, "", null);
        assertThat(plans.require(made.plan()).takesVersions()).isTrue();
        assertThat(steps.wayBack(made.plan())).isEmpty();
        retitle(made, "Otro título");
        var version = approval.propose(made.plan(), "Se ajustó lo que se prometió");
        take(made.plan(), PlanStep.CLOSE, "Terminó el plazo", null);
        assertRefused("plan.stage.closed", () -> approval.publish(version, approval.hash(made.plan())));
        assertThat(steps.wayBack(made.plan())).map(Transition::step).contains(PlanStep.REOPEN);
        take(made.plan(), PlanStep.EVALUATE, "", LETTER);
        assertThat(steps.wayBack(made.plan())).isEmpty();
    }

    @Test
    @AsTenant("renca")
    void anAmendmentSaysSomethingNewAndIsProposedOnce() {
        var made = promises.published("Plan 2026");
        assertRefused("plan.amendment.nothing", () -> approval.propose(made.plan(), "Se ajustó lo prometido"));

        retitle(made, "Otro título");
        var first = approval.propose(made.plan(), "Se ajustó lo prometido");
        assertRefused("plan.proposed.already", () -> approval.propose(made.plan(), "Lo mismo otra vez"));
        var before = approval.hash(made.plan());
        retitle(made, "Todavía otro");
        assertRefused("plan.changed", () -> approval.publish(first, approval.hash(made.plan())));
        approval.propose(made.plan(), "Se ajustó más lo prometido");
        assertRefused("plan.version.gone", () -> approval.publish(first, before));
        assertThatThrownBy(() -> approval.publish(new PlanVersionId(UUID.randomUUID()), before))
                .isInstanceOf(Unknown.class);
    }

    @Test
    @AsTenant("renca")
    void theFrameworkIsNotChangedToOneThatHasNoSuchStage() {
        var made = promises.drafted("Plan 2026");
        nameABody(made.plan());
        promises.publish(made.plan());
        take(made.plan(), PlanStep.SUBMIT, "", LETTER);
        var seen = plans.require(made.plan());
        var own = new PlanDraft(seen.said().title(), Framework.OWN, seen.said().period(), "", "", false);

        assertRefused("plan.framework.stage", () -> plans.change(made.plan(), seen.version(), own));
    }

    @Test
    @AsTenant(value = "renca", role = Role.EDITOR)
    void whoDraftsDoesNotAbandon() {
        var plan = promises.drafted("Plan 2026").plan();

        assertThat(steps.possible(plan)).extracting(Transition::step).containsExactly(PlanStep.COCREATE);
        assertRefused("identity.role.approver", () -> take(plan, PlanStep.ABANDON, "Porque no sigue", null));
    }

    @Test
    @AsTenant("renca")
    void stepsGoWithTheDraftThatIsDeleted() {
        var plan = promises.drafted("Plan 2026").plan();
        take(plan, PlanStep.COCREATE, "", LETTER);

        plans.delete(plan);

        assertThat(plans.all()).isEmpty();
    }

    @Test
    void anotherTenantNeitherSeesNorTakesAStepAndNobodyDoesOutside() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var made = TenantScope.in(
                renca, () -> fresh.officer(renca, Role.ADMINISTRATOR).act(() -> promises.published("Plan 2026")));
        var stranger = fresh.officer(maipu, Role.ADMINISTRATOR);
        var taking = new Taking(PlanStep.SUBMIT, PlanStage.APPROVED, LocalDate.of(2026, 11, 1), "", LETTER);

        for (ThrowingCallable reading : List.<ThrowingCallable>of(
                () -> TenantScope.in(maipu, () -> stranger.act(() -> steps.history(made.plan()))),
                () -> TenantScope.in(maipu, () -> stranger.act(() -> steps.possible(made.plan()))),
                () -> TenantScope.in(maipu, () -> stranger.act(() -> steps.stage(made.plan()))),
                () -> TenantScope.in(renca, () -> stranger.act(() -> steps.stage(made.plan()))),
                () -> TenantScope.in(
                        maipu,
                        () -> stranger.act(() -> {
                            steps.take(made.plan(), taking, TODAY);
                            return true;
                        })))) {
            assertThatThrownBy(reading).isInstanceOf(Unknown.class);
        }
        assertThat(TenantScope.in(maipu, () -> published.steps(made.plan().value())))
                .isEmpty();
        assertThat(TenantScope.in(renca, () -> published.steps(made.plan().value())))
                .hasSize(1);
        assertThatThrownBy(() -> published.steps(made.plan().value()))
                .hasRootCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stranger.act(() -> steps.stage(made.plan())))
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }
}
