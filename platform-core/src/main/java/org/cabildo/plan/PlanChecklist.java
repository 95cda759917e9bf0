package org.cabildo.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.plan.PlanContent.Gap;
import org.cabildo.plan.PlanRule.Severity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What a plan lacks: what forbids a step, what is only weak, and which rule says so. */
@Service
public class PlanChecklist {

    /** OGP Local admits nobody with less of a term left. */
    static final int FEWEST_MONTHS = 16;

    private final PlanRows plans;
    private final List<PlanContent> contents;
    private final PlanOwners owners;
    private final TransactionTemplate transaction;

    PlanChecklist(PlanRows plans, List<PlanContent> contents, PlanOwners owners, TransactionTemplate transaction) {
        this.plans = plans;
        this.contents = contents;
        this.owners = owners;
        this.transaction = transaction;
    }

    /** A gap and the rule that speaks of it. */
    public record Finding(Gap gap, PlanRule rule) {

        /** Whether it forbids a step. */
        public boolean isObligatory() {
            return rule.severity() == Severity.OBLIGATORY;
        }
    }

    /**
     * All that is missing or weak, what is obligatory first.
     *
     * @param today in the tenant's time zone
     */
    public List<Finding> of(PlanId id, LocalDate today) {
        Officer.require(Role.READER);
        var owned = owners.now(); // read from the platform before the tenant's transaction begins
        return transaction.execute(_ -> findings(plans.require(id), owned, today));
    }

    /** Lets a step be taken unless a rule forbids it. */
    void require(Plan plan, PlanStep step, List<PlanOwners.Owner> owned, LocalDate today) {
        refuse(findings(plan, owned, today), step);
    }

    /** What forbids to propose a version, without asking whose plan it is. */
    List<Gap> before(Plan plan, PlanStep step) {
        return judged(plan, gaps(plan))
                .filter(finding -> forbids(finding, step))
                .map(Finding::gap)
                .toList();
    }

    private static void refuse(List<Finding> findings, PlanStep step) {
        findings.stream().filter(finding -> forbids(finding, step)).findFirst().ifPresent(finding -> {
            throw refused(finding.gap());
        });
    }

    /** Whoever may not approve yet may not submit either. */
    private static boolean forbids(Finding finding, PlanStep step) {
        var before = finding.rule().before();
        return finding.isObligatory() && (before == step || (before == PlanStep.APPROVE && step == PlanStep.SUBMIT));
    }

    static Refused refused(Gap gap) {
        return new Refused(gap.code(), gap.message(), gap.arguments().toArray());
    }

    private List<Finding> findings(Plan plan, List<PlanOwners.Owner> owned, LocalDate today) {
        var all = new ArrayList<>(gaps(plan));
        all.addAll(ofTerms(plan, owned, today));
        var judged = judged(plan, all).toList();
        return Stream.concat(
                        judged.stream().filter(Finding::isObligatory),
                        judged.stream().filter(finding -> !finding.isObligatory()))
                .toList();
    }

    private static Stream<Finding> judged(Plan plan, List<Gap> gaps) {
        return gaps.stream()
                .flatMap(gap ->
                        PlanRules.find(plan.said().framework(), gap.code())
                                .map(rule -> new Finding(gap, rule))
                                .stream());
    }

    private List<Gap> gaps(Plan plan) {
        var gaps = new ArrayList<Gap>();
        if (plan.period() == null) {
            gaps.add(new Gap(
                    plan.said().title(),
                    "plan.period.missing",
                    "Say when the plan begins and ends before proposing it."));
        }
        contents.forEach(content -> gaps.addAll(content.gaps(plan.id())));
        return gaps;
    }

    private static List<Gap> ofTerms(Plan plan, List<PlanOwners.Owner> owned, LocalDate today) {
        var gaps = new ArrayList<Gap>();
        var period = plan.period();
        if (period == null) {
            return gaps;
        }
        for (var owner : owned) {
            Terms.at(owner.kind(), period.start()).ifPresent(term -> {
                if (period.end().isAfter(term.end())) {
                    gaps.add(new Gap(
                            owner.name(),
                            "plan.term.beyond",
                            "The plan ends on %s, after the term of %s, which ends on %s: bring its end forward."
                                    .formatted(period.end(), owner.name(), term.end()),
                            List.of(owner.name(), period.end(), term.end())));
                }
                var from = today.isBefore(term.start()) ? term.start() : today;
                var left = Math.max(0, ChronoUnit.MONTHS.between(from, term.end()));
                if (left < FEWEST_MONTHS) {
                    gaps.add(new Gap(
                            owner.name(),
                            "plan.term.short",
                            "%d months are left of the term of %s, and OGP Local asks for %d."
                                    .formatted(left, owner.name(), FEWEST_MONTHS),
                            List.of(owner.name(), left, FEWEST_MONTHS)));
                }
            });
        }
        return gaps;
    }
}
