package org.cabildo.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.function.Supplier;
import org.cabildo.consortium.MemberApprovals;
import org.cabildo.identity.Officer;
import org.cabildo.identity.People;
import org.cabildo.identity.Profiles;
import org.cabildo.identity.Role;
import org.cabildo.ledger.Forgetting;
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
class DecisionLettersTest {

    private static final String MEND = "Falta decir cuándo termina la primera etapa.";

    @Autowired
    FreshTenants fresh;

    @Autowired
    Promises promises;

    @Autowired
    PlanApproval approval;

    @Autowired
    PlanRemarks remarks;

    @Autowired
    MemberApprovals members;

    @Autowired
    People people;

    @Autowired
    Profiles profiles;

    @Autowired
    Forgetting forgetting;

    @Autowired
    EventDelivery events;

    @Autowired
    MailDelivery delivery;

    @Autowired
    Sql sql;

    private final Postbag bag = new Postbag();
    private TenantId renca;
    private TenantId maipu;
    private Officer editor;
    private Officer approver;

    @BeforeEach
    void twoNeighbours() {
        renca = fresh.municipality("renca");
        maipu = fresh.municipality("maipu");
        editor = fresh.employed(renca, "Edith <b>", Role.EDITOR);
        approver = fresh.employed(renca, "Ana", Role.APPROVER);
    }

    @Test
    void whoeverProposedIsToldThatThePublicReadsItAndNobodyElseIs() {
        var colleague = fresh.employed(renca, "Carla", Role.EDITOR);
        var elsewhere = fresh.employed(maipu, "Mónica", Role.EDITOR);
        var plan = as(renca, editor, () -> promises.drafted("Plan secreto").plan());
        var version = as(renca, editor, () -> approval.propose(plan));

        publish(plan, version);

        assertThat(bag.letterTo(editor.email()).orElseThrow()).satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Se aprobó la versión que propuso: renca");
            assertThat(letter.text())
                    .contains("Ana aprobó la versión 1 de un plan de renca que usted propuso", "/planes/" + plan)
                    .doesNotContain("secreto");
            assertThat(letter.html()).contains("Edith &lt;b&gt;:").doesNotContain("secreto");
        });
        assertThat(letters(colleague)).isZero();
        assertThat(letters(elsewhere)).isZero();
    }

    @Test
    void whoeverProposedIsToldInTheirLanguageThatItCameBackAndNotWhy() {
        as(renca, editor, () -> {
            profiles.speak(Locale.ENGLISH);
            return true;
        });
        var version = as(
                renca, editor, () -> approval.propose(promises.drafted("Plan").plan()));

        as(renca, approver, () -> remarks.sendBack(version, MEND));
        events.deliver(renca);

        assertThat(bag.collect(delivery).letterTo(editor.email()).orElseThrow()).satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("The version you proposed was sent back: renca");
            assertThat(letter.text()).contains("Ana sent back version 1").doesNotContain("etapa");
        });
    }

    @Test
    void whoDecidesOnTheirOwnProposalKnowsIt() {
        var both = fresh.employed(renca, "Bea", Role.EDITOR, Role.APPROVER);
        var plan = as(renca, both, () -> promises.drafted("Plan").plan());
        var version = as(renca, both, () -> approval.propose(plan));

        as(renca, both, () -> {
            approval.publish(version, approval.hash(plan));
            return true;
        });
        events.deliver(renca);

        assertThat(letters(both)).isZero();
    }

    @Test
    void whatIsToldTwiceIsWrittenOnce() {
        var plan = as(renca, editor, () -> promises.drafted("Plan").plan());
        var version = as(renca, editor, () -> approval.propose(plan));
        publish(plan, version);
        TenantScope.run(
                renca,
                () -> sql.of(
                                "update event_publication set completed_at = null, claimed_until = null where kind = 'ProposalDecided'")
                        .update());

        events.deliver(renca);

        assertThat(letters(editor)).isEqualTo(1);
    }

    @Test
    void whoWasForgottenOrMayNotEnterAnyMoreIsToldNothing() {
        var plan = as(renca, editor, () -> promises.drafted("Plan").plan());
        var version = as(renca, editor, () -> approval.propose(plan));
        as(renca, fresh.officer(renca, Role.ADMINISTRATOR), () -> {
            forgetting.person(editor.person());
            return true;
        });

        publish(plan, version);

        assertThat(letters(editor)).isZero();
        assertThat(TenantScope.in(
                        renca,
                        () -> sql.of("select count(*) from plan_version where proposer_id is null")
                                .query(Integer.class)
                                .single()))
                .isEqualTo(1);
    }

    @Test
    void inAConsortiumTheLastWordIsTold() {
        var consortium = fresh.consortium("renca-maipu", renca, maipu);
        var here = people.enter(editor.person(), consortium);
        var hers = people.enter(approver.person(), consortium);
        var theirs = people.enter(fresh.employed(maipu, "Mónica", Role.APPROVER).person(), consortium);
        var plan = as(consortium, here, () -> promises.drafted("Plan").plan());
        var version = as(consortium, here, () -> members.propose(plan));
        var hash = as(consortium, here, () -> approval.hash(plan));

        as(consortium, hers, () -> members.approve(version, hash));
        events.deliver(consortium);
        assertThat(letters(editor)).as("one of two approved").isZero();

        as(consortium, theirs, () -> members.approve(version, hash));
        events.deliver(consortium);
        assertThat(bag.collect(delivery).letterTo(editor.email()).orElseThrow().text())
                .contains("aprobó la versión 1 de un plan de renca-maipu");
    }

    private void publish(PlanId plan, PlanVersionId version) {
        as(renca, approver, () -> {
            approval.publish(version, approval.hash(plan));
            return true;
        });
        events.deliver(renca);
        bag.collect(delivery);
    }

    private int letters(Officer to) {
        return bag.collect(delivery).lettersTo(to.email());
    }

    private static <T> T as(TenantId tenant, Officer officer, Supplier<T> act) {
        return TenantScope.in(tenant, () -> officer.act(act::get));
    }
}
