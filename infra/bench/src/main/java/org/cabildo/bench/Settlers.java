package org.cabildo.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.cabildo.calendar.Government;
import org.cabildo.calendar.Governments;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.CommitmentId;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.Evidence;
import org.cabildo.commitment.MilestoneDraft;
import org.cabildo.commitment.Relevance;
import org.cabildo.identity.Officer;
import org.cabildo.identity.People;
import org.cabildo.kernel.Percent;
import org.cabildo.kernel.Period;
import org.cabildo.onboarding.Onboarding;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.Plans;
import org.cabildo.tenancy.EventDelivery;
import org.cabildo.tenancy.Provisioning;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.springframework.context.ApplicationContext;

/** Brings governments aboard and publishes their plans, through the doors that people use. */
final class Settlers {

    private static final String ADMINISTRATOR = "administradora@ejemplo.invalid";
    private static final String COORDINATOR = "coordinadora@ejemplo.invalid";
    private static final Period TWO_YEARS = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31));

    /** Of the published commitment, each with one report. */
    static final int MILESTONES = 5;

    private final ApplicationContext rooms;

    Settlers(ApplicationContext rooms) {
        this.rooms = rooms;
    }

    /** Orders tenants from the head of the real list, as the national coordinator does. */
    UUID order(int howMany) {
        var people = rooms.getBean(People.class);
        people.appointCoordinators(List.of(COORDINATOR));
        var codes = rooms.getBean(Governments.class).all().stream()
                .limit(howMany)
                .map(Government::code)
                .toList();
        var onboarding = rooms.getBean(Onboarding.class);
        return people.byEmail(COORDINATOR)
                .orElseThrow()
                .act(() -> onboarding.orderSound(onboarding.previewOf(codes, ADMINISTRATOR, "", false)));
    }

    /** Makes the platform and its first tenant, where one is all that is needed. */
    Tenant one() throws InterruptedException, ExecutionException {
        rooms.getBean(Provisioning.class).migratePlatform();
        order(1);
        new Workers(rooms).work(1);
        return rooms.getBean(Tenants.class).all().getFirst();
    }

    /** Refuses to go on unless every order of the batch was worked. */
    void demandDone(UUID batch, int howMany) {
        var onboarding = rooms.getBean(Onboarding.class);
        var progress =
                rooms.getBean(People.class).byEmail(COORDINATOR).orElseThrow().act(() -> onboarding.progress(batch));
        if (progress.done() != howMany) {
            throw new IllegalStateException(
                    "%d of %d were made; %s".formatted(progress.done(), howMany, progress.failures()));
        }
    }

    /** The administrator of a tenant, as they act there. */
    Officer administrator(Tenant tenant) {
        var people = rooms.getBean(People.class);
        return people.enter(people.byEmail(ADMINISTRATOR).orElseThrow().person(), tenant.id());
    }

    /** Publishes a plan with one commitment, five milestones and as many reports; nothing waits for delivery after. */
    void publish(Tenant tenant) {
        TenantScope.run(
                tenant.id(),
                () -> administrator(tenant).act(() -> {
                    publish();
                    return true;
                }));
        rooms.getBean(EventDelivery.class).deliver(tenant.id());
    }

    private void publish() {
        var plans = rooms.getBean(Plans.class);
        var commitments = rooms.getBean(Commitments.class);
        var approval = rooms.getBean(PlanApproval.class);
        var plan = plans.draft(new PlanDraft("Plan de acción", Framework.OGP_LOCAL, TWO_YEARS, "Resumen", "", false));
        var commitment = commitments.draft(
                plan,
                new CommitmentDraft(
                        "Abrir el presupuesto",
                        "Hoy nadie sabe en qué se gasta cada barrio. ".repeat(8),
                        "Publicar el presupuesto por barrio, con su ejecución mes a mes. ".repeat(8),
                        "Municipio y juntas de vecinos",
                        "SECPLA",
                        TWO_YEARS,
                        List.of(new Relevance("ATI", "Entrega información que no existía")),
                        List.of(),
                        null));
        for (int i = 1; i <= MILESTONES; i++) {
            commitments.addMilestone(
                    commitment,
                    new MilestoneDraft(
                            "Publicar la entrega " + i, "Documento publicado y explicado", "SECPLA", TWO_YEARS, 1));
        }
        approval.publish(approval.propose(plan), approval.hash(plan));
        report(commitments, commitment);
    }

    private void report(Commitments commitments, CommitmentId commitment) {
        var tracking = rooms.getBean(CommitmentTracking.class);
        var today = LocalDate.of(2026, 6, 1);
        commitments
                .require(commitment)
                .milestones()
                .forEach(milestone -> tracking.reportProgress(
                        commitment,
                        milestone.id(),
                        new Percent(40),
                        Evidence.at("https://ejemplo.cl/acta.pdf", "Acta de la sesión"),
                        today));
    }

    /** Where the published commitment is read, under a portal's address. */
    static String page(Tenant tenant) {
        return "/t/" + tenant.slug() + "/planes/plan-de-accion/compromisos/1";
    }
}
