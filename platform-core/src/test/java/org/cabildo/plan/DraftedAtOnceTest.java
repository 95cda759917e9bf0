package org.cabildo.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.cabildo.commitment.CommitmentView;
import org.cabildo.commitment.Commitments;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.AtOnce;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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
    AtOnce atOnce;

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

    private void together(Callable<?> act) throws Exception {
        atOnce.both(tenant, editor, act, act);
    }

    private <T> T as(Callable<T> work) {
        return TenantScope.in(tenant, () -> editor.act(() -> AtOnce.call(work)));
    }
}
