package org.cabildo.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cabildo.testing.Promises.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.MilestoneDraft;
import org.cabildo.commitment.Relevance;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.plan.PlanSteps.Taking;
import org.cabildo.plan.published.Document;
import org.cabildo.plan.published.Endorsement;
import org.cabildo.plan.published.Foundation;
import org.cabildo.plan.published.MonitoringBody;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.AsTenant;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class PlanChecklistTest {

    private static final Document RECEIPT = Document.at("https://ejemplo.cl/recibo.pdf");

    @Autowired
    Promises promises;

    @Autowired
    Plans plans;

    @Autowired
    PlanChecklist checklist;

    @Autowired
    PlanApproval approval;

    @Autowired
    PlanSteps steps;

    @Autowired
    Foundations foundations;

    @Autowired
    Commitments commitments;

    @Autowired
    PublishedPlans published;

    @Autowired
    FreshTenants fresh;

    private Set<String> codes(PlanId plan, LocalDate today) {
        return checklist.of(plan, today).stream()
                .map(finding -> finding.gap().code())
                .collect(Collectors.toSet());
    }

    private PlanId plan(Framework framework, String start, String end) {
        return plans.draft(new PlanDraft(
                "Plan de prueba", framework, new Period(LocalDate.parse(start), LocalDate.parse(end)), "", "", false));
    }

    private static MonitoringBody body(String independence) {
        return new MonitoringBody("Universidad Ejemplo", MonitoringBody.BodyKind.UNIVERSITY, independence, "");
    }

    private void found(PlanId plan, Foundation foundation) {
        foundations.change(plan, foundations.of(plan).version(), foundation);
    }

    private void submit(PlanId plan, LocalDate day) {
        steps.take(plan, new Taking(PlanStep.SUBMIT, PlanStage.APPROVED, day, "", RECEIPT), day);
    }

    @Test
    @AsTenant("renca")
    void aLocalPlanIsNotSubmittedWithoutAnIndependentMonitoringBody() {
        var made = promises.published("Plan 2026");
        assertRefused("plan.body.missing", made.plan());
        found(made.plan(), Foundation.NONE.monitoredBy(body("")));
        assertRefused("plan.body.independence.missing", made.plan());
        found(made.plan(), Foundation.NONE.monitoredBy(body("No ejecuta ni financia el plan")));
        assertThat(codes(made.plan(), TODAY)).doesNotContain("plan.body.missing", "plan.body.independence.missing");

        submit(made.plan(), TODAY);

        assertThat(steps.stage(made.plan())).isEqualTo(PlanStage.SUBMITTED);
    }

    private void assertRefused(String code, PlanId plan) {
        assertThat(codes(plan, TODAY)).contains(code);
        assertThatThrownBy(() -> submit(plan, TODAY))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo(code);
        assertThat(steps.stage(plan)).isEqualTo(PlanStage.APPROVED);
    }

    @Test
    @AsTenant("renca")
    void aPlanEndsWithinTheTermOfItsMayor() {
        assertThat(codes(plan(Framework.OGP_LOCAL, "2026-01-01", "2028-12-06"), TODAY))
                .doesNotContain("plan.term.beyond", "plan.term.short");
        assertThat(codes(plan(Framework.OGP_LOCAL, "2026-01-01", "2028-12-07"), TODAY))
                .contains("plan.term.beyond");
        assertThat(codes(plan(Framework.OGP_NATIONAL, "2026-01-01", "2030-12-31"), TODAY))
                .doesNotContain("plan.term.beyond");
        var late = plan(Framework.OGP_LOCAL, "2026-01-01", "2028-12-06");
        assertThat(codes(late, LocalDate.of(2027, 8, 6))).doesNotContain("plan.term.short");
        assertThat(codes(late, LocalDate.of(2027, 8, 7))).contains("plan.term.short");
    }

    @Test
    void aSharedPlanEndsWithinTheTermOfEachMember() {
        var renca = fresh.municipality("renca");
        var santiago = fresh.make(TenantKind.REGIONAL_GOVERNMENT, "santiago", List.of());
        var cuenca = fresh.consortium("cuenca", renca, santiago);
        var officer = fresh.officerFor(cuenca, renca, Role.ADMINISTRATOR);

        var findings = TenantScope.in(
                cuenca,
                () -> officer.act(() -> checklist.of(plan(Framework.CONSORTIUM, "2026-01-01", "2028-12-31"), TODAY)));

        assertThat(findings)
                .filteredOn(finding -> finding.gap().code().equals("plan.term.beyond"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.gap().about()).isEqualTo("renca");
                    assertThat(finding.isObligatory()).isTrue();
                    assertThat(finding.rule().link()).startsWith("https://");
                });
    }

    @Test
    @AsTenant("renca")
    void theWeakFieldIsNamed() {
        var plan = plan(Framework.OWN, "2026-01-01", "2027-12-31");
        var weak = commitments.draft(plan, said("Hacer cosas", "Mejorar", "Es bueno"));
        commitments.addMilestone(weak, milestone("Avanzar", "Algo", "2027-12-31"));
        assertThat(codes(plan, TODAY))
                .contains(
                        "commitment.specific.description",
                        "commitment.value.short",
                        "commitment.measurable.deliverable",
                        "commitment.dated.milestone");

        var strong = plan(Framework.OWN, "2026-01-01", "2027-12-31");
        var said = commitments.draft(
                strong,
                said(
                        "Presupuesto por barrio",
                        "La SECPLA publica cada trimestre en el portal cuánto se gasta en cada barrio",
                        "Las vecinas ven por primera vez en qué se gasta en su barrio"));
        commitments.addMilestone(said, milestone("Publicar", "Ocho informes en el portal", "2026-12-31"));
        assertThat(codes(strong, TODAY))
                .doesNotContain(
                        "commitment.specific.description",
                        "commitment.value.short",
                        "commitment.measurable.deliverable",
                        "commitment.dated.milestone");
        assertThat(checklist.of(plan, TODAY))
                .filteredOn(finding -> finding.gap().code().startsWith("commitment."))
                .noneMatch(PlanChecklist.Finding::isObligatory);
    }

    private static CommitmentDraft said(String title, String description, String explanation) {
        return new CommitmentDraft(
                title,
                "Nadie sabe en qué se gasta",
                description,
                "",
                "SECPLA",
                Promises.TWO_YEARS,
                List.of(new Relevance("ATI", explanation)),
                List.of(),
                null);
    }

    private static MilestoneDraft milestone(String activity, String deliverable, String end) {
        return new MilestoneDraft(
                activity, deliverable, "", new Period(LocalDate.of(2026, 1, 1), LocalDate.parse(end)), 1);
    }

    @Test
    @AsTenant("renca")
    void aCommitmentLiesWithinItsPlan() {
        var plan = plan(Framework.OWN, "2026-01-01", "2026-12-31");
        assertThatThrownBy(() -> commitments.draft(plan, Promises.commitment("Largo", Promises.TWO_YEARS)))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo("commitment.period.plan");

        var seen = plans.require(plan);
        var year = seen.said().period();
        commitments.draft(plan, Promises.commitment("Corto", year));
        var half = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30));
        plans.change(plan, seen.version(), new PlanDraft("Plan de prueba", Framework.OWN, half, "", "", false));
        assertThat(codes(plan, TODAY)).contains("commitment.period.outside");
    }

    @Test
    @AsTenant("renca")
    void aMilestoneLiesWithinItsCommitmentUnlessItWasWithdrawn() {
        var made = promises.drafted("Plan 2026");
        var seen = commitments.require(made.commitment());
        var half = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        commitments.change(seen.id(), seen.version(), Promises.commitment("Abrir el presupuesto", half));
        assertThat(approval.gaps(made.plan())).anySatisfy(gap -> {
            assertThat(gap.code()).isEqualTo("milestone.period.outside");
            assertThat(gap.arguments()).containsExactly("Publicar 2027", half.start(), half.end());
        });

        commitments.withdrawMilestone(made.commitment(), made.second(), "Ya no hace falta");

        assertThat(approval.gaps(made.plan())).isEmpty();
    }

    /** Public facts: eleven commitments, submitted on 16 November 2021, ended in September 2024. */
    @Test
    @AsTenant("penalolen")
    void penalolensFirstPlanLayWithinItsTerm() {
        var submitted = LocalDate.of(2021, 11, 16);
        var plan = publicPlan("2021-11-16", "2024-09-30", 11);

        assertThat(codes(plan, submitted)).doesNotContain("plan.term.beyond", "plan.term.short");
        promises.publish(plan);
        submit(plan, submitted);

        assertThat(published.steps(plan.value()).getLast()).satisfies(step -> {
            assertThat(step.step()).isEqualTo("SUBMIT");
            assertThat(step.day()).isEqualTo(submitted);
        });
    }

    /** Public facts: four commitments, submitted on 31 January 2023, ended in August 2024. */
    @Test
    @AsTenant("maipu")
    void maipusFirstPlanLayWithinItsTermAndALongerOneWouldNot() {
        var submitted = LocalDate.of(2023, 1, 31);
        var plan = publicPlan("2023-01-31", "2024-08-31", 4);
        assertThat(codes(plan, submitted)).doesNotContain("plan.term.beyond", "plan.term.short");
        promises.publish(plan);
        submit(plan, submitted);
        assertThat(steps.stage(plan)).isEqualTo(PlanStage.SUBMITTED);

        var longer = publicPlan("2023-01-31", "2024-12-31", 4);
        promises.publish(longer);
        assertThatThrownBy(() -> submit(longer, submitted))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo("plan.term.beyond");
    }

    private PlanId publicPlan(String start, String end, int size) {
        var plan = plan(Framework.OGP_LOCAL, start, end);
        var period = new Period(LocalDate.parse(start), LocalDate.parse(end));
        found(
                plan,
                Foundation.NONE
                        .monitoredBy(body("No ejecuta ni financia el plan"))
                        .endorsedBy(List.of(
                                new Endorsement("Unión comunal de ejemplo", Endorsement.Sector.CITIZENS, null, null))));
        for (int i = 1; i <= size; i++) {
            var id = commitments.draft(plan, Promises.commitment("Compromiso " + i, period));
            commitments.addMilestone(id, new MilestoneDraft("Hito " + i, "Informe 1", "", period, 1));
        }
        return plan;
    }

    @Test
    void anotherTenantGetsNoListAndNobodyDoesOutside() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var made = TenantScope.in(
                renca, () -> fresh.officer(renca, Role.ADMINISTRATOR).act(() -> promises.drafted("Plan 2026")));
        var stranger = fresh.officer(maipu, Role.ADMINISTRATOR);

        assertThatThrownBy(() -> TenantScope.in(maipu, () -> stranger.act(() -> checklist.of(made.plan(), TODAY))))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> TenantScope.in(renca, () -> stranger.act(() -> checklist.of(made.plan(), TODAY))))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> stranger.act(() -> checklist.of(made.plan(), TODAY)))
                .isInstanceOf(IllegalStateException.class);
    }
}
