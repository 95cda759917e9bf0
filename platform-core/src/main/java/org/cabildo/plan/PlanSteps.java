package org.cabildo.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Texts;
import org.cabildo.ledger.Act;
import org.cabildo.ledger.Facts;
import org.cabildo.ledger.Ledger;
import org.cabildo.ledger.Subject;
import org.cabildo.plan.published.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a plan from stage to stage, as its framework lays down. Publishing a version takes its step by itself. */
@Service
public class PlanSteps {

    /** Shorter reasons say nothing. */
    public static final int SHORTEST_REASON = 10;

    /** Longer reasons belong into a document. */
    public static final int LONGEST_REASON = 2_000;

    private final PlanRows plans;
    private final Plans holding;
    private final PlanTrail trail;
    private final PlanChecklist checklist;
    private final PlanOwners owners;
    private final TransactionTemplate transaction;
    private final Ledger ledger;

    PlanSteps(
            PlanRows plans,
            Plans holding,
            PlanTrail trail,
            PlanChecklist checklist,
            PlanOwners owners,
            TransactionTemplate transaction,
            Ledger ledger) {
        this.plans = plans;
        this.holding = holding;
        this.trail = trail;
        this.checklist = checklist;
        this.owners = owners;
        this.transaction = transaction;
        this.ledger = ledger;
    }

    /**
     * A step that was taken.
     *
     * @param day null: the day it was written down
     * @param by who wrote it down; empty: nobody knows any more
     * @param reason empty: none was asked for
     */
    public record Line(
            PlanStep step,
            PlanStage from,
            PlanStage to,
            @Nullable LocalDate day,
            Instant at,
            String by,
            String onBehalfOf,
            String reason,
            @Nullable Document document) {}

    /**
     * A step as an officer takes it.
     *
     * @param from the stage they saw the plan in
     * @param day when it happened, at the latest today
     */
    public record Taking(
            PlanStep step,
            PlanStage from,
            LocalDate day,
            String reason,
            @Nullable Document document) {}

    /** Where a plan is. */
    @Transactional(readOnly = true)
    public PlanStage stage(PlanId id) {
        Officer.require(Role.READER);
        plans.require(id);
        return trail.stage(id);
    }

    /** The steps a plan has taken, newest first. */
    @Transactional(readOnly = true)
    public List<Line> history(PlanId id) {
        Officer.require(Role.READER);
        plans.require(id);
        return trail.of(id);
    }

    /** The steps that lead on from where a plan is and that this officer may take. */
    @Transactional(readOnly = true)
    public List<Transition> possible(PlanId id) {
        var officer = Officer.require(Role.READER);
        var plan = plans.require(id);
        return LifeCycle.from(plan.said().framework(), trail.stage(id)).stream()
                .filter(way -> !way.byPublication() && officer.may(way.role()))
                .toList();
    }

    /** The step back to where versions are proposed, whoever may take it; nothing where they are, or no step leads back. */
    @Transactional(readOnly = true)
    public Optional<Transition> wayBack(PlanId id) {
        Officer.require(Role.READER);
        var plan = holding.require(id);
        var framework = plan.said().framework();
        var first = plan.published() == null;
        if (plan.takesVersions()) {
            return Optional.empty();
        }
        return LifeCycle.from(framework, plan.stage()).stream()
                .filter(way -> LifeCycle.publishing(framework, way.to(), first).isPresent())
                .findFirst();
    }

    /**
     * Takes a step.
     *
     * @param today in the tenant's time zone
     * @throws org.cabildo.kernel.Unknown if there is no such plan
     * @throws Refused if the framework does not know the step from there, the officer may not, somebody took one
     *     meanwhile, or something is missing
     */
    public void take(PlanId id, Taking taking, LocalDate today) {
        Officer.require(Role.READER);
        var owned = owners.now(); // read from the platform before the tenant's transaction begins
        transaction.executeWithoutResult(_ -> takeNow(id, taking, today, owned));
    }

    private void takeNow(PlanId id, Taking taking, LocalDate today, List<PlanOwners.Owner> owned) {
        holding.hold(id);
        var plan = plans.require(id);
        var way = way(plan, taking);
        Officer.require(way.role());
        var reason = taking.reason().strip();
        requireDay(id, taking.day(), today);
        requireReason(way, reason);
        if (way.documented() && taking.document() == null) {
            throw new Refused(
                    "plan.step.document", "This step shows where it is written: give a link or upload the document.");
        }
        checklist.require(plan, way.step(), owned, today);
        trail.add(id, way, taking.day(), reason, taking.document());
        var document = taking.document();
        var file = document == null ? null : document.file();
        ledger.add(
                Act.PLAN_STEPPED,
                new Subject("plan", id.value()),
                new Facts()
                        .with("step", way.step().name())
                        .with("from", way.from().name())
                        .with("to", way.to().name())
                        .with("day", taking.day().toString())
                        .with("file", file == null ? null : file.sha256())
                        .said("link", document == null ? null : document.link())
                        .said("reason", reason));
    }

    private Transition way(Plan plan, Taking taking) {
        var stage = trail.stage(plan.id());
        if (stage != taking.from()) {
            throw new Refused(
                    "plan.step.meanwhile",
                    "Somebody took a step meanwhile: the plan is %s now. Look at it again.".formatted(stage),
                    stage);
        }
        return LifeCycle.find(plan.said().framework(), stage, taking.step())
                .filter(way -> !way.byPublication())
                .orElseThrow(() -> new Refused(
                        "plan.step.unknown",
                        "A plan of the framework %s does not take the step %s while it is %s."
                                .formatted(plan.said().framework(), taking.step(), stage),
                        plan.said().framework(),
                        taking.step(),
                        stage));
    }

    private void requireDay(PlanId id, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw new Refused(
                    "plan.step.day.future",
                    "A step is written down once it was taken: at the latest %s, but you gave %s."
                            .formatted(today, day),
                    today,
                    day);
        }
        var last = trail.lastDay(id);
        if (last != null && day.isBefore(last)) {
            throw new Refused(
                    "plan.step.day.before",
                    "The step before was taken on %s: this one cannot be earlier, but you gave %s."
                            .formatted(last, day),
                    last,
                    day);
        }
    }

    private static void requireReason(Transition way, String reason) {
        Texts.between(way.reasoned() ? SHORTEST_REASON : 0, LONGEST_REASON, "plan.step.reason", reason);
    }
}
