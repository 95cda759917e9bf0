package org.cabildo.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.function.Supplier;
import org.cabildo.consortium.MemberApprovals;
import org.cabildo.identity.Officer;
import org.cabildo.identity.People;
import org.cabildo.identity.Profiles;
import org.cabildo.identity.Role;
import org.cabildo.mail.MailDelivery;
import org.cabildo.tenancy.EventDelivery;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Postbag;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class ApprovalLettersTest {

    @Autowired
    FreshTenants fresh;

    @Autowired
    Promises promises;

    @Autowired
    PlanApproval approval;

    @Autowired
    MemberApprovals members;

    @Autowired
    People people;

    @Autowired
    Profiles profiles;

    @Autowired
    EventDelivery events;

    @Autowired
    MailDelivery delivery;

    @Autowired
    Sql sql;

    private final Postbag bag = new Postbag();
    private TenantId renca;
    private TenantId maipu;

    @BeforeEach
    void twoNeighbours() {
        renca = fresh.municipality("renca");
        maipu = fresh.municipality("maipu");
    }

    @Test
    void whoeverMayApproveIsWrittenToAndNobodyElse() {
        var editor = fresh.employed(renca, "Edith", Role.EDITOR);
        var reader = fresh.employed(renca, "Rita", Role.READER);
        var approver = fresh.employed(renca, "Ana <b>", Role.APPROVER);
        var administrator = fresh.employed(renca, "Ada", Role.ADMINISTRATOR);
        var elsewhere = fresh.employed(maipu, "Mónica", Role.APPROVER);
        TenantScope.in(
                renca,
                () -> administrator.act(() -> {
                    profiles.speak(Locale.ENGLISH);
                    return true;
                }));

        var plan = as(renca, editor, () -> promises.drafted("Plan secreto").plan());
        as(renca, editor, () -> approval.propose(plan));
        events.deliver(renca);

        assertThat(letters(editor)).isZero();
        assertThat(letters(reader)).isZero();
        assertThat(letters(elsewhere)).isZero();
        assertThat(bag.letterTo(approver.email()).orElseThrow()).satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Un plan espera su aprobación: renca");
            assertThat(letter.text())
                    .contains("Edith propuso la versión 1 de un plan de renca")
                    .contains("/planes/" + plan)
                    .doesNotContain("secreto");
            assertThat(letter.html()).contains("Estimada/o Ana &lt;b&gt;:").doesNotContain("secreto");
        });
        assertThat(bag.letterTo(administrator.email()).orElseThrow().subject())
                .isEqualTo("A plan is waiting for your approval: renca");
    }

    @Test
    void whoProposesAndApprovesIsNotToldWhatTheyKnow() {
        var both = fresh.employed(renca, "Bea", Role.EDITOR, Role.APPROVER);

        as(renca, both, () -> approval.propose(promises.drafted("Plan").plan()));
        events.deliver(renca);

        assertThat(letters(both)).isZero();
    }

    @Test
    void whatIsToldTwiceIsWrittenOnceAndEachVersionAnew() {
        var editor = fresh.employed(renca, "Edith", Role.EDITOR);
        var approver = fresh.employed(renca, "Ana", Role.APPROVER);
        var plan = as(renca, editor, () -> promises.drafted("Plan").plan());
        as(renca, editor, () -> approval.propose(plan));
        events.deliver(renca);
        TenantScope.run(
                renca,
                () -> sql.of(
                                "update event_publication set completed_at = null, claimed_until = null where kind = 'ApprovalAsked'")
                        .update());
        events.deliver(renca);
        assertThat(letters(approver)).isEqualTo(1);

        as(renca, editor, () -> {
            approval.discard(plan);
            return approval.propose(plan);
        });
        events.deliver(renca);

        assertThat(letters(approver)).isEqualTo(2);
    }

    @Test
    void forAVersionThatWaitsNoMoreNobodyIsCalled() {
        var editor = fresh.employed(renca, "Edith", Role.EDITOR);
        var approver = fresh.employed(renca, "Ana", Role.APPROVER);
        as(renca, editor, () -> {
            approval.withdraw(approval.propose(promises.drafted("Plan").plan()));
            return true;
        });

        events.deliver(renca);

        assertThat(letters(approver)).isZero();
    }

    @Test
    void ofAConsortiumThoseOfEachMemberAreWrittenTo() {
        var consortium = fresh.consortium("renca-maipu", renca, maipu);
        var editor = people.enter(fresh.employed(renca, "Edith", Role.EDITOR).person(), consortium);
        var hers = fresh.employed(renca, "Ana", Role.APPROVER);
        var theirs = fresh.employed(maipu, "Mónica", Role.APPROVER);
        var stranger = fresh.employed(fresh.municipality("peñalolén"), "Petra", Role.APPROVER);

        var plan = as(consortium, editor, () -> promises.drafted("Plan").plan());
        as(consortium, editor, () -> members.propose(plan));
        events.deliver(consortium);

        assertThat(letters(hers)).isEqualTo(1);
        assertThat(letters(theirs)).isEqualTo(1);
        assertThat(letters(stranger)).isZero();
        assertThat(bag.letterTo(theirs.email()).orElseThrow().text())
                .contains("un plan de renca-maipu", "/planes/" + plan);
    }

    @Test
    void whoseMemberApprovedBeforeTheLetterWasWrittenGetsNone() {
        var consortium = fresh.consortium("renca-maipu", renca, maipu);
        var editor = people.enter(fresh.employed(renca, "Edith", Role.EDITOR).person(), consortium);
        var hers = fresh.employed(renca, "Ana", Role.APPROVER);
        var colleague = fresh.employed(renca, "Carla", Role.APPROVER);
        var theirs = fresh.employed(maipu, "Mónica", Role.APPROVER);

        var plan = as(consortium, editor, () -> promises.drafted("Plan").plan());
        var version = as(consortium, editor, () -> members.propose(plan));
        var here = people.enter(hers.person(), consortium);
        as(consortium, here, () -> members.approve(version, approval.hash(plan)));
        events.deliver(consortium);

        assertThat(letters(hers)).isZero();
        assertThat(letters(colleague)).isZero();
        assertThat(letters(theirs)).isEqualTo(1);
    }

    private int letters(Officer to) {
        return bag.collect(delivery).lettersTo(to.email());
    }

    private static <T> T as(TenantId tenant, Officer officer, Supplier<T> act) {
        return TenantScope.in(tenant, () -> officer.act(act::get));
    }
}
