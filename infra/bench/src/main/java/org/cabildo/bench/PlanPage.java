package org.cabildo.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.cabildo.commitment.Commitments;
import org.cabildo.kernel.Period;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.Plans;
import org.cabildo.tenancy.EventDelivery;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantScope;
import org.springframework.context.ApplicationContext;

/** What the page of a large plan takes when no cache has it, and how many statements it asks. */
final class PlanPage {

    private static final int ROUNDS = 7;
    private static final double SECONDS = 2.5;
    private static final double WARM_UP = 20;
    private static final int NEW_PAGES = 5;
    private static final long UNTIL_FORGOTTEN = 1_000_000_000L; // the directory is remembered for half a second
    private static final Period TWO_YEARS = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31));

    /** Makes a PostgreSQL of its own with one tenant, and measures there. */
    void measure(Report report) throws Exception {
        try (var ground = new Ground()) {
            Tenant tenant;
            try (var rooms = ground.asWorker()) {
                var settlers = new Settlers(rooms);
                tenant = settlers.one();
                settlers.publish(tenant);
                TenantScope.run(
                        tenant.id(),
                        () -> settlers.administrator(tenant).act(() -> {
                            publish(rooms);
                            return true;
                        }));
                rooms.getBean(EventDelivery.class).deliver(tenant.id());
            }
            try (var portal = Application.startPortalWithConstantPage(ground)) {
                compare(report, ground, portal, tenant);
            }
        }
    }

    private static void publish(ApplicationContext rooms) {
        var approval = rooms.getBean(PlanApproval.class);
        var plan = rooms.getBean(Plans.class)
                .draft(new PlanDraft("Plan mayor", Framework.OGP_LOCAL, TWO_YEARS, "Resumen", "", false));
        rooms.getBean(Commitments.class).draft(plan, PlanFileSpeed.wholes());
        approval.publish(approval.propose(plan), approval.hash(plan));
    }

    private static void compare(Report report, Ground ground, Application portal, Tenant tenant) throws Exception {
        var small = "/t/" + tenant.slug() + "/planes/plan-de-accion";
        var large = "/t/" + tenant.slug() + "/planes/plan-mayor";
        var load = new Load(portal.port());
        var page = page(load, large);
        var constantPath = "/constant?bytes=" + page.length();
        load.perSecond(constantPath, "", page, WARM_UP);
        load.perSecondAnew(large, page, WARM_UP);
        var constant = new double[ROUNDS];
        var anew = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            constant[round] = load.perSecond(constantPath, "", page, SECONDS);
            anew[round] = load.perSecondAnew(large, page, SECONDS);
        }
        var few = statements(ground, portal, small);
        var many = statements(ground, portal, large);
        report.chapter("9. The page of a large plan");
        report.say(
                """
                A plan of 80 commitments with 10 milestones each (%,d bytes, uncompressed), asked for each time in a way in which nobody
                asked before, so that no cache has it; against a constant page of equal size in the same server. 8 connections, %d
                rounds of %.1f s each in turn after %.0f s of warm-up each. Answers/s: %s against %s. Statements of such a page: %s; of
                one of a plan with one commitment: %s.""",
                page.length(),
                ROUNDS,
                SECONDS,
                WARM_UP,
                Sample.of(anew).each("%.0f"),
                Sample.of(constant).each("%.0f"),
                many,
                few);
        report.add(Figure.atLeast(
                "Page of a plan of 80 × 10 that is in no cache, against a constant page",
                0.1,
                Sample.of(anew).over(Sample.of(constant)).median(),
                " ×",
                "–"));
        report.add(new Figure(
                "Its statements, against those of a plan of one commitment",
                "equal",
                few.getLast() + " → " + many.getLast(),
                few.getLast().equals(many.getLast()),
                "–"));
    }

    private static Load.Answer page(Load load, String path) throws IOException {
        var page = load.once(Load.anew(path), "");
        if (page.status() != 200) {
            throw new IllegalStateException(path + " answered " + page.status());
        }
        return page;
    }

    /** How many statements each of some new pages took, without signs of life. */
    private static List<Long> statements(Ground ground, Application portal, String path) {
        var asked = new ArrayList<Long>();
        for (int i = 0; i < NEW_PAGES; i++) {
            LockSupport.parkNanos(UNTIL_FORGOTTEN);
            ground.count();
            portal.get(Load.anew(path));
            ground.uncount();
            asked.add(ground.counted("%") - ground.counted("select $1"));
        }
        return asked;
    }
}
