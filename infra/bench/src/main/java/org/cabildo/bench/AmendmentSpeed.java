package org.cabildo.bench;

import java.time.LocalDate;
import java.util.List;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.MilestoneDraft;
import org.cabildo.commitment.Relevance;
import org.cabildo.commitment.published.Amendment;
import org.cabildo.commitment.published.PublishedAmendments;
import org.cabildo.kernel.Period;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.tenancy.TenantScope;
import org.springframework.context.ApplicationContext;

/** How long it takes to say what a version of a plan with 80 commitments changed in every one of them. */
final class AmendmentSpeed {

    private static final int COMMITMENTS = 80;
    private static final int MILESTONES = 10;
    private static final int ROUNDS = 9;
    private static final Period TWO_YEARS = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31));

    /** Makes a PostgreSQL of its own with one tenant, and measures there. */
    void measure(Report report) throws Exception {
        report.chapter("7. What an amendment changed");
        try (var ground = new Ground();
                var rooms = ground.asWorker()) {
            var settlers = new Settlers(rooms);
            var tenant = settlers.one();
            TenantScope.run(
                    tenant.id(),
                    () -> settlers.administrator(tenant).act(() -> {
                        amend(rooms);
                        return true;
                    }));
            var amendments = rooms.getBean(PublishedAmendments.class);
            TenantScope.run(tenant.id(), () -> tell(report, amendments));
        }
    }

    private static void amend(ApplicationContext rooms) {
        var approval = rooms.getBean(PlanApproval.class);
        var commitments = rooms.getBean(Commitments.class);
        var plan = rooms.getBean(Plans.class)
                .draft(new PlanDraft("Plan de acción", Framework.OGP_LOCAL, TWO_YEARS, "Resumen", "", false));
        for (int number = 1; number <= COMMITMENTS; number++) {
            var commitment = commitments.draft(plan, draft(number, "cada barrio"));
            for (int i = 1; i <= MILESTONES; i++) {
                commitments.addMilestone(
                        commitment,
                        new MilestoneDraft("Publicar la entrega " + i, "Documento publicado", "SECPLA", TWO_YEARS, 1));
            }
        }
        approval.publish(approval.propose(plan), approval.hash(plan));
        change(commitments, plan);
        approval.publish(approval.propose(plan, "Se ajustó lo que se prometió"), approval.hash(plan));
    }

    private static void change(Commitments commitments, PlanId plan) {
        for (var commitment : commitments.of(plan)) {
            commitments.change(
                    commitment.id(), commitment.version(), draft(commitment.number(), "cada unidad vecinal"));
        }
    }

    private static CommitmentDraft draft(int number, String where) {
        return new CommitmentDraft(
                "Abrir el presupuesto " + number,
                ("Hoy nadie sabe en qué se gasta " + where + ". ").repeat(12),
                ("Publicar el presupuesto por " + where + ", con su ejecución mes a mes. ").repeat(12),
                "Municipio y juntas de vecinos",
                "SECPLA",
                TWO_YEARS,
                List.of(new Relevance("ATI", "Entrega información que no existía")),
                List.of(),
                null);
    }

    private static void tell(Report report, PublishedAmendments amendments) {
        var seconds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            var amendment = amendments.of("plan-de-accion", 2).orElseThrow();
            long pieces = amendment.changes().stream()
                    .flatMap(change -> change.fields().stream())
                    .map(Amendment.Field::pieces)
                    .mapToLong(List::size)
                    .sum();
            seconds[round] = (System.nanoTime() - begun) / 1e9;
            if (amendment.changes().size() != COMMITMENTS || pieces == 0) {
                throw new IllegalStateException("Not every commitment was found to be changed");
            }
        }
        report.say(
                "Two versions of a plan with %d commitments of %d milestones, read and compared field by field and word by word; two"
                        + " texts of about 150 words differ in every commitment. Seconds, the first with cold code: %s.",
                COMMITMENTS, MILESTONES, Sample.of(seconds).each("%.3f"));
        report.add(Figure.atMost(
                "Differences of two versions with 80 commitments: the slowest of " + ROUNDS,
                1,
                Sample.of(seconds).quantile(1),
                " s",
                "–"));
    }
}
