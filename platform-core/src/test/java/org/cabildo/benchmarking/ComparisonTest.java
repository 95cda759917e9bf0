package org.cabildo.benchmarking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cabildo.testing.Promises.MINUTES;
import static org.cabildo.testing.Promises.TODAY;

import java.util.ArrayList;
import java.util.function.Supplier;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.consortium.MemberApprovals;
import org.cabildo.identity.Officer;
import org.cabildo.identity.PersonId;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Percent;
import org.cabildo.kernel.Unknown;
import org.cabildo.plan.PlanApproval;
import org.cabildo.tenancy.EventDelivery;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class ComparisonTest {

    static final Officer COORDINATOR =
            new Officer(new PersonId(Ids.next()), "Camila", "camila@ejemplo.invalid", true, null);

    @Autowired
    FreshTenants fresh;

    @Autowired
    Promises promises;

    @Autowired
    CommitmentTracking tracking;

    @Autowired
    EventDelivery delivery;

    @Autowired
    Comparison comparison;

    @Autowired
    MemberApprovals members;

    @Autowired
    PlanApproval approval;

    @Test
    void figuresFollowWhatWasPublishedAndReported() {
        var renca = fresh.municipality("renca");
        var made = publish(renca);
        TenantScope.run(
                renca,
                () -> fresh.officer(renca, Role.EDITOR).act(() -> {
                    tracking.reportProgress(made.commitment(), made.first(), new Percent(50), MINUTES, TODAY);
                    return made;
                }));
        delivery.deliver(renca);

        var line = line(renca);

        assertThat(line.commitments()).isEqualTo(1);
        assertThat(line.due()).isEqualTo(1);
        assertThat(line.late()).isEqualTo(1);
        assertThat(line.kept()).isZero();
        assertThat(line.progress()).isEqualTo(25.0);
    }

    @Test
    void aSharedCommitmentCountsOnceForEachMember() {
        var santiago = fresh.municipality("santiago");
        var renca = fresh.municipality("renca");
        var consortium = fresh.consortium("santiago-renca", santiago, renca);
        var made = as(consortium, santiago, () -> promises.drafted("Plan compartido"));
        var version = as(consortium, santiago, () -> members.propose(made.plan()));
        var hash = as(consortium, santiago, () -> approval.hash(made.plan()));
        as(consortium, santiago, () -> members.approve(version, hash));
        as(consortium, renca, () -> members.approve(version, hash));
        delivery.deliver(consortium);

        assertThat(line(renca).commitments()).isEqualTo(1);
        assertThat(line(santiago).commitments()).isEqualTo(1);
    }

    @Test
    void toldTwiceItCountsOnce() {
        var renca = fresh.municipality("renca");
        publish(renca);
        delivery.deliver(renca);

        assertThat(delivery.deliver(renca)).isZero();
        assertThat(line(renca).commitments()).isEqualTo(1);
    }

    @Test
    void belowFiveTenantsThereIsNoMedian() {
        var lines = new ArrayList<Comparison.Line>();
        for (int i = 1; i <= 4; i++) {
            lines.add(made(i * 10.0));
        }
        assertThat(Comparison.groups(lines).getFirst().medianProgress()).isNull();

        lines.add(made(100.0));
        assertThat(Comparison.groups(lines).getFirst().n()).isEqualTo(5);
        assertThat(Comparison.groups(lines).getFirst().medianProgress()).isEqualTo(30.0);
    }

    @Test
    void onlyNationalCoordinatorsCompare() {
        var renca = fresh.municipality("renca");
        var officer = fresh.officer(renca, Role.ADMINISTRATOR);

        assertThatThrownBy(() -> officer.act(() -> comparison.lines(TODAY))).isInstanceOf(Unknown.class);
    }

    private <T> T as(TenantId consortium, TenantId member, Supplier<T> work) {
        var officer = fresh.officerFor(consortium, member, Role.APPROVER, Role.EDITOR);
        return TenantScope.in(consortium, () -> officer.act(work::get));
    }

    private Promises.Made publish(TenantId tenant) {
        return TenantScope.in(
                tenant, () -> fresh.officer(tenant, Role.ADMINISTRATOR).act(() -> promises.published("Plan 2026")));
    }

    private Comparison.Line line(TenantId tenant) {
        return COORDINATOR.act(() -> comparison.lines(TODAY)).stream()
                .filter(line -> line.tenant().equals(tenant))
                .findFirst()
                .orElseThrow();
    }

    private static Comparison.Line made(double progress) {
        return new Comparison.Line(
                new TenantId(Ids.next()), "Uno", "uno", "MUNICIPALITY", "13", "URBANA", false, 1, 1, 0, 1, progress, 3);
    }

    @Test
    void whatOneTenantToldIsNoOthersFigure() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        publish(renca);
        delivery.deliver(renca);
        delivery.deliver(maipu);

        assertThat(line(renca).commitments()).isEqualTo(1);
        assertThat(line(maipu).commitments()).isZero();
    }
}
