package org.cabildo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cabildo.testing.Promises.MINUTES;
import static org.cabildo.testing.Promises.TODAY;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.cabildo.appearance.Appearances;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.identity.Officer;
import org.cabildo.kernel.Percent;
import org.cabildo.kernel.Refused;
import org.cabildo.plan.Fact;
import org.cabildo.plan.Plans;
import org.cabildo.tenancy.EventDelivery;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.AsTenant;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Machine;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
@TestPropertySource(properties = "cabildo.ledger.key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
class LedgerTest {

    private static final Subject SOMETHING = new Subject("plan", new UUID(1, 2));

    @Autowired
    Ledger ledger;

    @Autowired
    Trail trail;

    @Autowired
    Promises promises;

    @Autowired
    CommitmentTracking tracking;

    @Autowired
    Plans plans;

    @Autowired
    Appearances appearances;

    @Autowired
    EventDelivery delivery;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    FreshTenants fresh;

    @Autowired
    Sql sql;

    private Verdict exported(KeptHead... kept) throws IOException {
        var file = new ByteArrayOutputStream();
        trail.export(file);
        return Verifier.verify(new ByteArrayInputStream(file.toByteArray()), List.of(kept));
    }

    private void deliver() {
        var tenant = TenantScope.tenant();
        outside(() -> delivery.deliver(tenant));
    }

    /** In a thread of its own, where no scope is bound, as the worker does. */
    private static void outside(Runnable work) {
        try (var worker = Executors.newSingleThreadExecutor()) {
            worker.submit(work).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @AsTenant("renca")
    void everyActStandsInTheTrailAndTheTrailHolds() throws IOException {
        var made = promises.published("Plan del agua");
        tracking.reportProgress(made.commitment(), made.first(), new Percent(40), MINUTES, TODAY);
        tracking.correctProgress(made.commitment(), made.first(), new Percent(30), "Tres medidores no miden", TODAY);
        deliver();

        assertThat(trail.entries(1, 10))
                .extracting(Entry::act)
                .containsExactly("PLAN_PUBLISHED", "PROGRESS_REPORTED", "PROGRESS_CORRECTED");
        var verdict = exported();
        assertThat(verdict.broken()).isNull();
        assertThat(verdict.entries()).isEqualTo(3);
        assertThat(verdict.heads()).isOne();
        assertThat(verdict.words()).isEqualTo(3); // link, evidence, reason
    }

    @Test
    @AsTenant("renca")
    void factsAndLooksStandInTheTrail() throws IOException {
        var fact = plans.state(new Fact(
                Fact.Kind.OTHER, "Mesa de agua", LocalDate.of(2026, 11, 20), Fact.Precision.DAY, "Acta municipal"));
        plans.withdrawFact(fact);
        plans.withdrawFact(fact);
        appearances.publish();
        deliver();

        assertThat(trail.entries(1, 10))
                .extracting(Entry::act)
                .containsExactly("FACT_STATED", "FACT_WITHDRAWN", "APPEARANCE_PUBLISHED");
        assertThat(exported().broken()).isNull();
    }

    @Test
    @AsTenant("renca")
    void nobodyIsNamedInAnEntry() {
        var made = promises.published("Plan del agua");
        tracking.reportProgress(made.commitment(), made.first(), new Percent(40), MINUTES, TODAY);
        var officer = Officer.current();

        assertThat(trail.entries(1, 10)).allSatisfy(entry -> {
            var text = new String(entry.text(), StandardCharsets.UTF_8);
            assertThat(text)
                    .doesNotContain(
                            officer.name(),
                            officer.email(),
                            officer.person().value().toString())
                    .doesNotContain("Acta de la sesión");
        });
        assertThat(trail.entries(1, 10))
                .extracting(Entry::actor)
                .doesNotContainNull()
                .hasSize(2);
        assertThat(trail.entries(1, 10).stream().map(Entry::actor).distinct()).hasSize(1);
    }

    @Test
    @AsTenant("renca")
    void wordsThatWereErasedLeaveTheTrailWhole() throws IOException {
        var made = promises.published("Plan del agua");
        tracking.reportProgress(made.commitment(), made.first(), new Percent(40), MINUTES, TODAY);
        deliver();
        assertThat(exported().words()).isEqualTo(2);

        sql.of("delete from published_ledger_word").update();
        sql.of("delete from ledger_actor").update();

        assertThat(exported().broken()).isNull();
        assertThat(exported().words()).isZero();
    }

    @Test
    @AsTenant("renca")
    void whatIsRolledBackLeavesNoEntryAndNoGap() {
        act("una");
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    ledger.add(Act.FACT_STATED, SOMETHING, new Facts().with("n", 1));
                    throw new Refused("x", "It was refused after all.");
                }))
                .isInstanceOf(Refused.class);
        act("dos");

        assertThat(trail.entries(1, 10)).extracting(Entry::number).containsExactly(1L, 2L);
    }

    @Test
    @AsTenant("renca")
    void anEntryNeedsTheTransactionOfItsAct() {
        assertThatThrownBy(() -> ledger.add(Act.FACT_STATED, SOMETHING, new Facts()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @AsTenant("renca")
    void actsInTheSameMomentFollowEachOther() throws Exception {
        var tenant = TenantScope.tenant();
        var officer = Officer.current();
        var acts = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 40; i++) {
            acts.add(() -> TenantScope.in(
                    tenant,
                    () -> officer.act(() -> {
                        act("a la vez");
                        return true;
                    })));
        }
        try (var officers = Executors.newFixedThreadPool(6)) {
            for (var done : officers.invokeAll(acts)) {
                assertThat(done.get()).isTrue();
            }
        }
        deliver();

        assertThat(exported().entries()).isEqualTo(40);
        assertThat(exported().broken()).isNull();
    }

    @Test
    @AsTenant("renca")
    void noLoginOfTheTenantMayChangeOrDeleteAnEntry() {
        act("una");

        assertThatThrownBy(() -> sql.of("update ledger_entry set act = 'X'").update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> sql.of("delete from ledger_entry").update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    @AsTenant("renca")
    void anotherTenantReadsItsOwnTrailOnly() {
        act("una");
        var other = fresh.municipality("ajena");

        assertThat(TenantScope.in(other, () -> trail.entries(1, 10))).isEmpty();
        assertThat(TenantScope.in(other, () -> trail.head())).isEmpty();
        outside(() -> assertThatThrownBy(() -> trail.entries(1, 10)).isInstanceOf(IllegalStateException.class));
    }

    @Test
    @AsTenant("renca")
    void whatTheOperatorRewritesIsNotSignedAndAnEarlierHeadFindsIt() throws IOException {
        act("una");
        act("dos");
        deliver();
        var head = trail.head().orElseThrow().head();
        var kept = new KeptHead(head.count(), head.hash());
        asOperator("update ledger_entry set facts = '{\"said\":\"otra\"}' where number = 2");

        act("tres");
        deliver();

        assertThat(trail.head().orElseThrow().head()).isEqualTo(head);
        assertThat(exported(kept).broken()).isNotNull();
        assertThat(TenantScope.platform(() -> sql.of("select count(*) from ledger_head where tenant_id = ?")
                        .param(head.tenant().value())
                        .query(Integer.class)
                        .single()))
                .isOne();
    }

    @Test
    @AsTenant("renca")
    void whoForgesTheTenantsOwnHeadsTooGetsNoSignature() {
        act("una");
        act("dos");
        deliver();
        var signed = trail.head().orElseThrow().head();
        asOperator("update ledger_entry set facts = '{\"said\":\"otra\"}' where number = 2");
        asOperator("update ledger_entry set hash = '" + hashOf(2) + "' where number = 2");
        act("tres"); // follows the forged one
        asOperator("update published_ledger_head set count = 3, hash = '" + hashOf(3) + "'");
        act("cuatro");

        deliver();

        assertThat(TenantScope.platform(() -> sql.of("select max(count) from ledger_head where tenant_id = ?")
                        .param(signed.tenant().value())
                        .query(Long.class)
                        .single()))
                .isEqualTo(2);
        assertThat(sql.of("select count(*) from published_ledger_head")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private String hashOf(long entry) {
        return trail.entries(entry, 1).getFirst().hash();
    }

    /** As whoever has the database in hand, past every right. */
    private void asOperator(String statement) {
        var schema = sql.of("select current_schema()").query(String.class).single();
        var postgres = Machine.postgres();
        try (var connection = postgres.connect(postgres.superuser());
                var work = connection.createStatement()) {
            connection.setSchema(schema);
            assertThat(work.executeUpdate(statement)).isOne();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void act(String said) {
        transaction.executeWithoutResult(_ -> ledger.add(Act.FACT_STATED, SOMETHING, new Facts().with("said", said)));
    }
}
