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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.cabildo.appearance.Appearances;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.Evidence;
import org.cabildo.identity.Officer;
import org.cabildo.identity.People;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Percent;
import org.cabildo.kernel.Refused;
import org.cabildo.plan.Fact;
import org.cabildo.plan.Plans;
import org.cabildo.tenancy.EventDelivery;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
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
    Commitments commitments;

    @Autowired
    History history;

    @Autowired
    People people;

    @Autowired
    OwedActs owed;

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
    LedgerChecks checks;

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
    private static <T> T outside(Callable<T> work) {
        try (var worker = Executors.newSingleThreadExecutor()) {
            return worker.submit(work).get();
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
    void aCorrectionOfEvidenceNamesTheReportItMends() {
        var made = promises.published("Plan del agua");
        tracking.reportProgress(made.commitment(), made.first(), new Percent(40), MINUTES, TODAY);
        var report = commitments
                .require(made.commitment())
                .milestones()
                .getFirst()
                .reports()
                .getLast()
                .id();
        tracking.correctEvidence(
                made.commitment(),
                made.first(),
                new Percent(40),
                report,
                Evidence.at("https://ejemplo.cl/2", "Acta"),
                "Era otra");
        tracking.reportProgress(made.commitment(), made.first(), new Percent(40), MINUTES, TODAY);
        deliver();

        assertThat(trail.told(trail.newest(10, 1)).getFirst().name()).isEqualTo("EVIDENCE_ADDED");
        var told = trail.told(trail.newest(10, 2)).getLast();
        assertThat(told.name()).isEqualTo("EVIDENCE_CORRECTED");
        assertThat(told.entry().act()).isEqualTo("PROGRESS_CORRECTED");
        assertThat(told.entry().facts()).contains("\"mends\":\"%s\"".formatted(report));
        assertThat(told.changes()).containsExactly(new Told.Change("progress", null, "40"));
        var all = trail.told(trail.newest(10, 3));
        assertThat(all.get(1).changes())
                .containsExactly(
                        new Told.Change("progress", null, "40"),
                        new Told.Change(
                                "mends",
                                null,
                                String.valueOf(all.getLast().entry().number())));
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
    void whoWasInvitedUnderAnAddressIsReadUnderTheNameTheyBearSince() {
        var renca = fresh.municipality("renca");
        var before = fresh.employed(renca, "ana@renca.invalid", Role.ADMINISTRATOR);
        owed.carry(); // how she was employed
        var since = new Officer(before.person(), "Ana Rojas", before.email(), before.coordinator(), before.place());
        TenantScope.run(
                renca,
                () -> before.act(() -> {
                    act("invited");
                    people.give("berta@renca.invalid", "Berta", Set.of(Role.READER)); // is added only when carried
                    return true;
                }));

        TenantScope.run(
                renca,
                () -> since.act(() -> {
                    act("signed in since");
                    return true;
                }));

        Supplier<List<String>> names =
                () -> TenantScope.in(renca, () -> since.act(() -> history.of(List.of(SOMETHING.id())))).stream()
                        .map(History.Step::name)
                        .toList();
        assertThat(names.get()).containsExactly("Ana Rojas", "Ana Rojas");
        assertThat(TenantScope.in(renca, () -> trail.of(List.of(SOMETHING.id()), Long.MAX_VALUE, 10)).stream()
                        .map(Entry::actor)
                        .distinct())
                .as("one mark, as before")
                .hasSize(1);
        owed.carry();
        assertThat(names.get()).as("what is added late brings no old name").containsExactly("Ana Rojas", "Ana Rojas");
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
        asOperator("update ledger_turn set hash = '" + hashOf(2) + "'");
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

    @Test
    @AsTenant("renca")
    void aRowThatSomebodyEditedByHandIsFoundAndToldAndNothingIsSignedAnyMore() {
        act("una");
        act("dos");
        deliver();
        var tenant = TenantScope.tenant();
        look(tenant);
        assertThat(brokenEntry(tenant)).isEmpty();
        asOperator("update ledger_entry set facts = '{\"said\":\"otra\"}' where number = 1");
        asOperator("update ledger_entry set hash = '" + hashOf(1) + "' where number = 1");
        fromTheBeginning(tenant);

        look(tenant);

        assertThat(brokenEntry(tenant)).contains(2L);
        assertThat(outside(() -> TenantScope.platform(checks::standing)).broken())
                .isPositive();
        asOperator("update ledger_entry set facts = '{\"said\":\"una\"}' where number = 1");
        asOperator("update ledger_entry set hash = '" + hashOf(1) + "' where number = 1");
        dueNow(tenant);
        look(tenant);
        assertThat(brokenEntry(tenant)).isEmpty();
    }

    @Test
    @AsTenant("renca")
    void whoMakesAllHashesAgainIsFoundByTheHeadThatThePlatformHas() {
        act("una");
        deliver();
        var tenant = TenantScope.tenant();
        asOperator("update ledger_entry set facts = '{\"said\":\"otra\"}' where number = 1");
        asOperator("update ledger_entry set hash = '" + hashOf(1) + "' where number = 1");

        look(tenant);

        assertThat(brokenEntry(tenant)).contains(1L);
    }

    @Test
    @AsTenant("renca")
    void aTrailThatWasCutOffIsFound() {
        act("una");
        act("dos");
        deliver();
        var tenant = TenantScope.tenant();
        look(tenant);
        asOperator("delete from ledger_entry where number = 2");
        dueNow(tenant);

        look(tenant);

        assertThat(brokenEntry(tenant)).contains(2L);
    }

    @Test
    @AsTenant("renca")
    void aHeadInThePlatformThatNobodySignedIsFound() {
        act("una");
        deliver();
        var tenant = TenantScope.tenant();
        asOperator("update ledger_entry set facts = '{\"said\":\"otra\"}' where number = 1");
        asOperator("update ledger_entry set hash = '" + hashOf(1) + "' where number = 1");
        asOperator("update platform.ledger_head set hash = '" + hashOf(1) + "' where tenant_id = '" + tenant.value()
                + "'");

        look(tenant);

        assertThat(brokenEntry(tenant)).contains(1L);
    }

    @Test
    @AsTenant("renca")
    void whatNoHeadCoversIsSignedWithinTheDay() {
        act("una");
        sql.of("update event_publication set attempts = 20").update(); // the announcement was given up
        deliver();
        assertThat(trail.head()).isEmpty();

        look(TenantScope.tenant());

        assertThat(trail.head().orElseThrow().head().count()).isOne();
    }

    /** The worker's round comes to this tenant: all others wait. */
    private void look(TenantId tenant) {
        outside(() -> {
            dueNow(tenant);
            while (checks.lookAtOne()) {
                // until all are looked at
            }
            return true;
        });
    }

    private void dueNow(TenantId tenant) {
        outside(() ->
                TenantScope.platform(() -> sql.of("""
                        insert into ledger_check (tenant_id, next_look) values (?, now() - interval '1 hour')
                        on conflict (tenant_id) do update set next_look = excluded.next_look
                        """).param(tenant.value()).update()));
    }

    private void fromTheBeginning(TenantId tenant) {
        outside(() -> TenantScope.platform(
                () -> sql.of("update ledger_check set began_at = began_at - interval '8 days' where tenant_id = ?")
                        .param(tenant.value())
                        .update()));
    }

    private Optional<Long> brokenEntry(TenantId tenant) {
        return outside(() -> TenantScope.platform(
                () -> sql.of("select broken_entry from ledger_check where tenant_id = ? and broken_at is not null")
                        .param(tenant.value())
                        .query(Long.class)
                        .optional()));
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
