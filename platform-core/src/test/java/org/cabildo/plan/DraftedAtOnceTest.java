package org.cabildo.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.cabildo.commitment.CommitmentView;
import org.cabildo.commitment.Commitments;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Machine;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What is numbered, addressed or copied in the order of arrival, when two officers arrive together. */
@RoomTest
class DraftedAtOnceTest {

    private static final PlanDraft PLAN = new PlanDraft("Plan 2026", Framework.OWN, null, "", "", false);

    @Autowired
    FreshTenants fresh;

    @Autowired
    Plans plans;

    @Autowired
    Commitments commitments;

    @Autowired
    Promises promises;

    @Autowired
    PublishedPlans published;

    @Autowired
    Sql sql;

    @Autowired
    TransactionTemplate transaction;

    TenantId tenant;
    Officer editor;

    @BeforeEach
    void aMunicipalityWithAnEditor() {
        tenant = fresh.municipality("a-la-vez");
        editor = fresh.officer(tenant, Role.EDITOR);
    }

    @Test
    void twoPlansOfOneTitleGetAnAddressEach() throws Exception {
        together(() -> plans.draft(PLAN));

        assertThat(as(plans::all)).extracting(Plans.Line::slug).containsExactlyInAnyOrder("plan-2026", "plan-2026-2");
    }

    @Test
    void twoCommitmentsOfOnePlanGetANumberEach() throws Exception {
        var plan = as(() -> plans.draft(PLAN));

        together(() -> commitments.draft(plan, Promises.commitment("Abrir el presupuesto", Promises.TWO_YEARS)));

        assertThat(as(() -> commitments.of(plan)))
                .extracting(CommitmentView::number)
                .containsExactly(1, 2);
    }

    @Test
    void twoFactsStatedAtOnceAreBothPublic() throws Exception {
        var fact = new Fact(Fact.Kind.OTHER, "Carta", null, Fact.Precision.UNDATED, "Oficio 12");
        editor = fresh.officer(tenant, Role.APPROVER);
        as(() -> plans.state(fact));

        together(() -> plans.state(fact));

        assertThat(TenantScope.in(tenant, published::facts)).hasSize(3);
    }

    @Test
    void twoPlansPublishedAtOnceAreBothInTheFiguresToldLast() throws Exception {
        editor = fresh.officer(tenant, Role.ADMINISTRATOR);
        var drafted = new ConcurrentLinkedQueue<>(
                List.of(as(() -> promises.drafted("Uno")), as(() -> promises.drafted("Dos"))));

        together(() -> promises.publish(drafted.remove().plan()));

        assertThat(TenantScope.in(
                        tenant,
                        () -> sql.of("select body from event_publication where kind = 'CommitmentFigures'"
                                        + " order by occurred_at desc, id desc limit 1")
                                .query(String.class)
                                .single()))
                .contains("\"uno\"", "\"dos\"");
    }

    /** The second begins when the first has done it, and the first ends its transaction when the second has to wait. */
    private void together(Callable<?> act) throws Exception {
        var done = new CountDownLatch(1);
        try (var both = Executors.newFixedThreadPool(2)) {
            var first = both.submit(() -> as(() -> transaction.execute(_ -> {
                call(act);
                done.countDown();
                await().atMost(20, TimeUnit.SECONDS).until(this::somebodyWaits);
                return true;
            })));
            var second = both.submit(() -> {
                done.await();
                return as(() -> transaction.execute(_ -> call(act)));
            });
            first.get();
            second.get();
        }
    }

    private boolean somebodyWaits() throws SQLException {
        var postgres = Machine.postgres();
        try (var connection = postgres.connect(postgres.superuser());
                var query = connection.prepareStatement("select exists (select from pg_stat_activity"
                        + " where usename = (select key || '_office' from platform.tenant where id = ?)"
                        + " and wait_event_type = 'Lock')")) {
            query.setObject(1, tenant.value());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private <T> T as(Callable<T> work) {
        return TenantScope.in(tenant, () -> editor.act(() -> call(work)));
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
