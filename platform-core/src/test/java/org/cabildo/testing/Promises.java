package org.cabildo.testing;

import java.time.LocalDate;
import java.util.List;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.CommitmentId;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.Evidence;
import org.cabildo.commitment.MilestoneDraft;
import org.cabildo.commitment.MilestoneId;
import org.cabildo.commitment.Relevance;
import org.cabildo.kernel.Period;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.PlanVersionId;
import org.cabildo.plan.Plans;
import org.cabildo.tenancy.TenantId;
import org.springframework.stereotype.Component;

/** Plans with a commitment and milestones, as tests need them. Call inside a tenant's scope, as an officer. */
@Component
public class Promises {

    public static final Period TWO_YEARS = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31));
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    public static final Evidence MINUTES = Evidence.at("https://ejemplo.cl/acta.pdf", "Acta de la sesión");
    private final Plans plans;
    private final PlanApproval approval;
    private final Commitments commitments;

    Promises(Plans plans, PlanApproval approval, Commitments commitments) {
        this.plans = plans;
        this.approval = approval;
        this.commitments = commitments;
    }

    /** A plan with one commitment of two milestones. */
    public record Made(PlanId plan, CommitmentId commitment, MilestoneId first, MilestoneId second) {}

    public Made drafted(String title) {
        var plan = plans.draft(new PlanDraft(title, Framework.OGP_LOCAL, TWO_YEARS, "Resumen", "", false));
        var commitment = commitments.draft(plan, commitment("Abrir el presupuesto", TWO_YEARS));
        return new Made(
                plan,
                commitment,
                commitments.addMilestone(commitment, milestone("Publicar 2026", LocalDate.of(2026, 6, 30))),
                commitments.addMilestone(commitment, milestone("Publicar 2027", LocalDate.of(2027, 6, 30))));
    }

    public Made published(String title) {
        var made = drafted(title);
        publish(made.plan());
        return made;
    }

    public PlanVersionId publish(PlanId plan) {
        var version = approval.isPublished(plan)
                ? approval.propose(plan, "Se ajustó lo que se prometió")
                : approval.propose(plan);
        approval.publish(version, approval.hash(plan));
        return version;
    }

    /** Has a member lead a commitment of a shared plan. */
    public void led(CommitmentId id, TenantId lead, String name) {
        var seen = commitments.require(id);
        var said = seen.said();
        commitments.change(
                id,
                seen.version(),
                new CommitmentDraft(
                        said.title(),
                        said.problem(),
                        said.description(),
                        said.actors(),
                        said.responsible(),
                        said.period(),
                        said.relevance(),
                        said.pillars(),
                        new CommitmentDraft.Lead(lead.value(), name)));
    }

    /** Gives a commitment another title, and changes nothing else. */
    public void retitle(CommitmentId id, String title) {
        var seen = commitments.require(id);
        var said = seen.said();
        commitments.change(
                id,
                seen.version(),
                new CommitmentDraft(
                        title,
                        said.problem(),
                        said.description(),
                        said.actors(),
                        said.responsible(),
                        said.period(),
                        said.relevance(),
                        said.pillars(),
                        said.lead()));
    }

    /** Changes a plan a little, so that there is something to amend. */
    public void alter(PlanId plan) {
        var seen = plans.require(plan);
        var said = seen.said();
        plans.change(
                plan,
                seen.version(),
                new PlanDraft(
                        said.title(),
                        said.framework(),
                        said.period(),
                        said.summary() + ".",
                        said.source(),
                        said.inPreparation()));
    }

    public static CommitmentDraft commitment(String title, Period period) {
        return new CommitmentDraft(
                title,
                "Nadie sabe en qué se gasta",
                "Publicar el presupuesto por barrio",
                "Municipio y juntas de vecinos",
                "SECPLA",
                period,
                List.of(new Relevance("ATI", "Entrega información que no existía")),
                List.of(),
                null);
    }

    public static MilestoneDraft milestone(String activity, LocalDate due) {
        return new MilestoneDraft(
                activity, "Documento publicado", "SECPLA", new Period(LocalDate.of(2026, 1, 1), due), 1);
    }
}
