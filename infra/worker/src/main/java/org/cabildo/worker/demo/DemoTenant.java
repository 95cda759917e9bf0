package org.cabildo.worker.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.CommitmentId;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.Evidence;
import org.cabildo.commitment.MilestoneDraft;
import org.cabildo.commitment.MilestoneId;
import org.cabildo.commitment.Relevance;
import org.cabildo.consortium.Joining;
import org.cabildo.consortium.MemberApprovals;
import org.cabildo.file.Arrival;
import org.cabildo.file.StoredFiles;
import org.cabildo.identity.Officer;
import org.cabildo.identity.People;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Percent;
import org.cabildo.kernel.Period;
import org.cabildo.pillar.Pillars;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Component;

/** Fills one tenant, as its own people would. */
@Component
class DemoTenant {

    private final People people;
    private final Pillars pillars;
    private final Plans plans;
    private final PlanApproval approval;
    private final Joining joining;
    private final MemberApprovals members;
    private final Commitments commitments;
    private final CommitmentTracking tracking;
    private final StoredFiles files;
    private final Clock clock;

    DemoTenant(
            People people,
            Pillars pillars,
            Plans plans,
            PlanApproval approval,
            Joining joining,
            MemberApprovals members,
            Commitments commitments,
            CommitmentTracking tracking,
            StoredFiles files,
            Clock clock) {
        this.people = people;
        this.pillars = pillars;
        this.plans = plans;
        this.approval = approval;
        this.joining = joining;
        this.members = members;
        this.commitments = commitments;
        this.tracking = tracking;
        this.files = files;
        this.clock = clock;
    }

    void furnish(Content.Government government, Tenant tenant) {
        as(
                government.administrator(),
                tenant,
                () -> government.people().stream()
                        .collect(Collectors.groupingBy(Content.Person::email))
                        .forEach(this::employ));
        as(
                government.administrator(),
                tenant,
                () -> { // who has a name from here on
                    say(government);
                    government.facts().forEach(plans::state);
                    for (var plan : government.plans()) {
                        var drafted = draft(plan, code -> tenant);
                        approval.publish(approval.propose(drafted), approval.hash(drafted));
                        report(drafted, plan, tenant);
                    }
                });
    }

    void join(Content.Government government, Tenant member, Content.Consortium consortium, Tenant made) {
        var grounds = new Joining.Grounds(consortium.joined(), consortium.source(), "");
        as(government.administrator(), member, () -> joining.accept(made.id(), grounds));
    }

    void furnish(Content.Consortium consortium, Tenant tenant, Function<String, Tenant> byCode) {
        as(consortium.actors().getFirst(), tenant, () -> {
            pillars.publish();
            consortium.facts().forEach(plans::state);
            prepare(consortium);
        });
        var plan = consortium.plan();
        if (plan == null) {
            return;
        }
        var drafted = in(consortium.actors().getFirst(), tenant, () -> draft(plan, byCode));
        var version = in(consortium.actors().getFirst(), tenant, () -> members.propose(drafted));
        for (var actor : consortium.actors()) {
            as(actor, tenant, () -> members.approve(version, approval.hash(drafted)));
        }
        for (var actor : consortium.actors()) {
            as(actor, tenant, () -> report(drafted, plan, tenant));
        }
    }

    private void employ(String email, List<Content.Person> roles) {
        people.give(
                email,
                roles.getFirst().name(),
                roles.stream()
                        .map(Content.Person::role)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class))));
    }

    private void say(Content.Government government) {
        var text = government.text();
        if (text != null) {
            pillars.changeText(pillars.text().version(), text.definition(), text.benefits());
        }
        if (government.publishPillars()) {
            pillars.publish();
        }
    }

    private void prepare(Content.Consortium consortium) {
        var preparation = consortium.preparation();
        if (preparation != null) {
            var plan = plans.draft(new PlanDraft(
                    preparation.title(),
                    Framework.CONSORTIUM,
                    null,
                    preparation.summary(),
                    preparation.source(),
                    true));
            plans.prepare(plan, preparation.items());
        }
    }

    private PlanId draft(Content.Plan plan, Function<String, Tenant> byCode) {
        var drafted = plans.draft(new PlanDraft(
                plan.title(), plan.framework(), new Period(plan.start(), plan.end()), plan.summary(), "", false));
        for (var said : plan.commitments()) {
            var id = commitments.draft(drafted, draft(said, byCode));
            for (var milestone : said.milestones()) {
                commitments.addMilestone(
                        id,
                        new MilestoneDraft(
                                milestone.activity(),
                                milestone.deliverable(),
                                said.responsible(),
                                new Period(milestone.starts(), milestone.ends()),
                                milestone.weight()));
            }
        }
        return drafted;
    }

    private CommitmentDraft draft(Content.Commitment said, Function<String, Tenant> byCode) {
        var lead = said.lead();
        var leader = lead == null ? null : byCode.apply(lead);
        var ids = pillars.all().stream()
                .filter(pillar -> pillar.said().ogpValues().stream().anyMatch(said.relevance()::containsKey))
                .map(pillar -> pillar.id().value())
                .toList();
        return new CommitmentDraft(
                said.title(),
                said.problem(),
                said.description(),
                said.actors(),
                said.responsible(),
                new Period(said.starts(), said.ends()),
                said.relevance().entrySet().stream()
                        .map(entry -> new Relevance(entry.getKey(), entry.getValue()))
                        .toList(),
                ids,
                leader == null ? null : new CommitmentDraft.Lead(leader.id().value(), leader.name()));
    }

    /** Reports on what the officer's own institution leads. */
    private void report(PlanId plan, Content.Plan said, Tenant tenant) {
        var speaksFor = Officer.current().onBehalfOfId().value();
        var today = LocalDate.now(clock.withZone(tenant.zone()));
        var drafted = commitments.of(plan);
        for (int c = 0; c < drafted.size(); c++) {
            var lead = drafted.get(c).said().lead();
            if (lead != null && !lead.tenant().equals(speaksFor)) {
                continue;
            }
            var steps = said.commitments().get(c).milestones();
            for (int m = 0; m < steps.size(); m++) {
                var milestone = drafted.get(c).milestones().get(m).id();
                for (var report : steps.get(m).reports()) {
                    report(drafted.get(c).id(), milestone, report, today);
                }
            }
        }
    }

    private void report(CommitmentId commitment, MilestoneId milestone, Content.Report report, LocalDate today) {
        var reached = new Percent(report.reached());
        if (report.reason().isEmpty()) {
            tracking.reportProgress(commitment, milestone, reached, prove(report), today);
        } else {
            tracking.correctProgress(commitment, milestone, reached, report.reason(), today);
        }
    }

    /** An invented proof is a file that says so. */
    private Evidence prove(Content.Report report) {
        var text = "SINTÉTICO: este archivo es parte de la demostración de Cabildo.\n\n%s\n".formatted(report.shows());
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var arrival = new Arrival("evidencia-sintetica.txt", bytes.length, new ByteArrayInputStream(bytes));
        return Evidence.in(files.keep(arrival), report.shows());
    }

    private void as(String email, Tenant tenant, Runnable work) {
        in(email, tenant, () -> {
            work.run();
            return true;
        });
    }

    private <T> T in(String email, Tenant tenant, Supplier<T> work) {
        Officer officer = people.enter(people.byEmail(email).orElseThrow().person(), tenant.id());
        return TenantScope.in(tenant.id(), () -> officer.act(work::get));
    }
}
