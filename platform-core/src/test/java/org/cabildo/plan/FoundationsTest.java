package org.cabildo.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.DraftChanges;
import org.cabildo.commitment.published.Amendment;
import org.cabildo.commitment.published.PublishedAmendments;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.plan.published.ApprovalAct;
import org.cabildo.plan.published.Document;
import org.cabildo.plan.published.Endorsement;
import org.cabildo.plan.published.Foundation;
import org.cabildo.plan.published.MonitoringBody;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.plan.published.VisionPart;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.AsTenant;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class FoundationsTest {

    private static final Foundation FULL = new Foundation(
            Map.of(VisionPart.LONG_TERM, "Un gobierno de puertas abiertas", VisionPart.GOALS, "Tres barrios al año"),
            new ApprovalAct(
                    ApprovalAct.ActKind.DECREE,
                    "1.234",
                    LocalDate.of(2026, 3, 1),
                    Document.at("https://ejemplo.cl/decreto.pdf")),
            new MonitoringBody(
                    "Universidad Ejemplo",
                    MonitoringBody.BodyKind.UNIVERSITY,
                    "No ejecuta el plan",
                    "ente@ejemplo.invalid"),
            List.of(new Endorsement("Unión comunal", Endorsement.Sector.CITIZENS, LocalDate.of(2026, 2, 1), null)));

    @Autowired
    Promises promises;

    @Autowired
    Foundations foundations;

    @Autowired
    PlanApproval approval;

    @Autowired
    Commitments commitments;

    @Autowired
    DraftChanges changes;

    @Autowired
    PublishedPlans published;

    @Autowired
    PublishedAmendments amendments;

    @Autowired
    FreshTenants fresh;

    private void say(PlanId plan, Foundation said) {
        foundations.change(plan, foundations.of(plan).version(), said);
    }

    @Test
    @AsTenant("renca")
    void eachVersionKeepsWhatItStoodOn() {
        var made = promises.drafted("Plan 2026");
        var bare = approval.hash(made.plan());
        say(made.plan(), FULL);
        assertThat(approval.hash(made.plan())).isNotEqualTo(bare);
        assertThat(foundations.of(made.plan()).said()).isEqualTo(FULL);

        var first = promises.publish(made.plan());
        say(made.plan(), FULL.envisioning(Map.of(VisionPart.LONG_TERM, "Un gobierno de puertas siempre abiertas")));
        assertThat(published.foundation(
                        published.current("plan-2026").orElseThrow().versionId()))
                .isEqualTo(FULL);
        var second = promises.publish(made.plan());

        assertThat(published.foundation(first.value())).isEqualTo(FULL);
        assertThat(published.foundation(second.value()).vision())
                .containsExactly(Map.entry(VisionPart.LONG_TERM, "Un gobierno de puertas siempre abiertas"));
        assertThat(amendments.of("plan-2026", 2).orElseThrow().changes())
                .singleElement()
                .satisfies(change -> assertThat(change.fields())
                        .containsExactly(
                                new Amendment.Field(
                                        "vision.LONG_TERM",
                                        "Un gobierno de puertas abiertas",
                                        "Un gobierno de puertas siempre abiertas"),
                                new Amendment.Field("vision.GOALS", "Tres barrios al año", "")));
    }

    @Test
    @AsTenant("renca")
    void whatSaysNothingKeepsTheHashItHad() {
        var made = promises.drafted("Plan 2026");
        var bare = approval.hash(made.plan());
        say(made.plan(), FULL);
        say(made.plan(), Foundation.NONE);

        assertThat(approval.hash(made.plan())).isEqualTo(bare);
    }

    @Test
    @AsTenant("renca")
    void whoApprovesSeesExactlyWhatTheAmendmentWillTell() {
        var made = promises.published("Plan 2026");
        assertThat(changes.of(made.plan())).isEmpty();

        commitments.change(
                made.commitment(),
                commitments.require(made.commitment()).version(),
                Promises.commitment("Abrir el presupuesto y las compras", Promises.TWO_YEARS));
        commitments.withdrawMilestone(made.commitment(), made.second(), "Ya lo exige una ley");
        say(made.plan(), FULL);
        var before = changes.of(made.plan());
        promises.publish(made.plan());

        assertThat(before).hasSize(3);
        assertThat(before).isEqualTo(amendments.of("plan-2026", 2).orElseThrow().changes());
    }

    @Test
    @AsTenant("renca")
    void allOfADraftIsNewWhileNothingIsPublished() {
        var made = promises.drafted("Plan 2026");

        assertThat(changes.of(made.plan())).hasSize(4).allMatch(change -> change.how() == Amendment.How.ADDED);
    }

    @Test
    @AsTenant("renca")
    void badInputIsRefusedAndWhatWasSaidStays() {
        var plan = promises.drafted("Plan 2026").plan();
        say(plan, FULL);

        assertRefused(
                "plan.vision.long",
                () -> new Foundation(Map.of(VisionPart.GOALS, "x".repeat(900_000)), null, null, List.of()));
        assertRefused(
                "plan.act.number",
                () -> new ApprovalAct(ApprovalAct.ActKind.DECREE, " ", LocalDate.of(2026, 1, 1), null));
        assertRefused("plan.body.name", () -> new MonitoringBody("U", MonitoringBody.BodyKind.OTHER, "", ""));
        assertRefused(
                "plan.body.independence",
                () -> new MonitoringBody("Ente", MonitoringBody.BodyKind.OTHER, "x".repeat(3_001), ""));
        assertRefused("plan.endorsement.actor", () -> new Endorsement("", Endorsement.Sector.PRIVATE, null, null));
        assertRefused(
                "plan.summary.long", () -> new PlanDraft("Plan", Framework.OWN, null, "x".repeat(900_000), "", false));
        assertRefused("stale", () -> foundations.change(plan, 7, Foundation.NONE));
        assertThat(foundations.of(plan).said()).isEqualTo(FULL);
    }

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(Refused.class).extracting("code").isEqualTo(code);
    }

    @Test
    void anotherTenantNeitherReadsNorWritesIt() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var made = TenantScope.in(
                renca,
                () -> fresh.officer(renca, Role.ADMINISTRATOR).act(() -> {
                    var drafted = promises.drafted("Plan 2026");
                    say(drafted.plan(), FULL);
                    return drafted;
                }));
        var version = TenantScope.in(
                renca, () -> fresh.officer(renca, Role.ADMINISTRATOR).act(() -> promises.publish(made.plan())));
        var stranger = fresh.officer(maipu, Role.ADMINISTRATOR);

        assertThatThrownBy(() -> TenantScope.in(maipu, () -> stranger.act(() -> foundations.of(made.plan()))))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> TenantScope.in(
                        maipu,
                        () -> stranger.act(() -> {
                            foundations.change(made.plan(), 0, FULL);
                            return true;
                        })))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> TenantScope.in(maipu, () -> stranger.act(() -> changes.of(made.plan()))))
                .isInstanceOf(Unknown.class);
        assertThat(TenantScope.in(maipu, () -> published.foundation(version.value())))
                .isEqualTo(Foundation.NONE);
        assertThat(TenantScope.in(renca, () -> published.foundation(version.value())))
                .isEqualTo(FULL);
        assertThatThrownBy(() -> published.foundation(version.value()))
                .hasRootCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stranger.act(() -> foundations.of(made.plan())))
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }
}
