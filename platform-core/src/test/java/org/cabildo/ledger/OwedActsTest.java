package org.cabildo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.cabildo.identity.Officer;
import org.cabildo.identity.People;
import org.cabildo.identity.PersonId;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.pillar.Pillars;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@RoomTest
class OwedActsTest {

    @Autowired
    FreshTenants fresh;

    @Autowired
    People people;

    @Autowired
    Pillars pillars;

    @Autowired
    OwedActs owed;

    @Autowired
    Entrances entrances;

    @Autowired
    Forgetting forgetting;

    @Autowired
    Trail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Sql sql;

    @Autowired
    JsonMapper json;

    private TenantId renca;
    private TenantId maipu;
    private Officer administrator;

    @BeforeEach
    void twoTenants() {
        renca = fresh.municipality("renca");
        maipu = fresh.municipality("maipu");
        administrator = fresh.officer(renca, Role.ADMINISTRATOR);
        owed.carry(renca);
        owed.carry(maipu);
    }

    private <T> T in(TenantId tenant, Officer officer, Supplier<T> work) {
        return TenantScope.in(tenant, () -> officer.act(work::get));
    }

    private void run(Runnable work) {
        in(renca, administrator, () -> {
            work.run();
            return true;
        });
    }

    private List<Entry> entries(TenantId tenant) {
        return TenantScope.in(tenant, () -> trail.entries(1, 100));
    }

    private List<String> acts(TenantId tenant) {
        return entries(tenant).stream().map(Entry::act).toList();
    }

    private Verdict verdict(TenantId tenant) throws IOException {
        var file = new ByteArrayOutputStream();
        file.write(LedgerFile.beginning(tenant));
        file.write('\n');
        for (var entry : entries(tenant)) {
            file.write(LedgerFile.entry(entry));
            file.write('\n');
        }
        return Verifier.verify(new ByteArrayInputStream(file.toByteArray()), List.of());
    }

    private PersonId given(Role... roles) {
        var email = "ana@" + renca + ".invalid";
        run(() -> people.give(email, "Ana Reyes", Set.of(roles)));
        return people.byEmail(email).orElseThrow().person();
    }

    @Test
    void whatTheHouseDidAndTheFirstRightsAreTheFirstEntries() throws IOException {
        assertThat(acts(renca)).containsExactly("TENANT_MADE", "RIGHTS_GIVEN");
        assertThat(entries(renca)).extracting(Entry::actor).containsOnlyNulls();
        assertThat(verdict(renca).holds()).isTrue();
    }

    @Test
    void rightsThatAreGivenChangedAndTakenAwayAreEnteredOnceEach() throws IOException {
        var ana = given(Role.EDITOR);
        run(() -> people.change(ana, Set.of(Role.APPROVER, Role.EDITOR)));
        run(() -> people.change(ana, Set.of(Role.APPROVER, Role.EDITOR))); // changes nothing
        run(() -> people.remove(ana));

        owed.carry(renca);
        owed.carry(renca);

        var entered = entries(renca).subList(2, entries(renca).size());
        assertThat(entered).extracting(Entry::act).containsExactly("RIGHTS_GIVEN", "RIGHTS_CHANGED", "RIGHTS_REMOVED");
        assertThat(entered.stream().map(Entry::subject).distinct()).hasSize(1);
        assertThat(json.readTree(entered.get(1).facts()).path("before").asString())
                .isEqualTo("EDITOR");
        assertThat(json.readTree(entered.get(1).facts()).path("after").asString())
                .contains("APPROVER", "EDITOR");
        assertThat(entered).allSatisfy(entry -> {
            assertThat(entry.subject().kind()).isEqualTo("person");
            assertThat(new String(entry.text(), StandardCharsets.UTF_8))
                    .doesNotContain("Ana", "ana@", ana.value().toString())
                    .doesNotContain(administrator.person().value().toString());
        });
        assertThat(verdict(renca).holds()).isTrue();
        assertThat(acts(maipu)).hasSize(2);
    }

    @Test
    void whatIsRefusedOwesNothing() {
        var lastAdministrator =
                TenantScope.platform(() -> sql.of("select person_id from membership where tenant_id = ?")
                        .param(renca.value())
                        .query(UUID.class)
                        .single());

        assertThatThrownBy(() -> run(() -> people.remove(new PersonId(lastAdministrator))))
                .isInstanceOf(Refused.class);

        assertThat(owed.carry(renca)).isZero();
    }

    @Test
    void whatAKilledWorkerCarriedIsNotCarriedAgain() {
        given(Role.READER);
        var kept = TenantScope.platform(() -> sql.of("select id from ledger_owed where tenant_id = ?")
                .param(renca.value())
                .query(UUID.class)
                .single());
        TenantScope.run(
                renca,
                () -> sql.of("insert into ledger_taken (id, taken_at) values (?, now())")
                        .param(kept)
                        .update());

        owed.carry(renca);

        assertThat(acts(renca)).hasSize(2);
        assertThat(TenantScope.platform(() -> sql.of("select count(*) from ledger_owed where tenant_id = ?")
                        .param(renca.value())
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    @Test
    void whoComesFromElsewhereIsEnteredOnceADayAndWhoIsAtHomeIsNot() {
        var neighbour = fresh.officerFor(renca, maipu, Role.READER);
        var home = fresh.officer(renca, Role.READER);
        var coordinator = new Officer(home.person(), home.name(), home.email(), true, home.place());
        for (var officer : List.of(home, neighbour, neighbour, coordinator)) {
            in(renca, officer, () -> {
                entrances.note();
                return true;
            });
        }

        var entered = entries(renca).stream()
                .filter(entry -> entry.act().equals("TENANT_ENTERED"))
                .toList();
        assertThat(entered).hasSize(2);
        assertThat(entered.getFirst().behalf()).isEqualTo("maipu");
        assertThat(json.readTree(entered.getFirst().facts()).path("home").asString())
                .isEqualTo(maipu.value().toString());
        assertThat(json.readTree(entered.getLast().facts()).path("as").asString())
                .isEqualTo("COORDINATOR");
    }

    @Test
    void settingsAreEntered() {
        run(() -> pillars.publish());
        run(() -> pillars.begin("ogp", java.time.LocalDate.of(2027, 1, 1)));

        assertThat(acts(renca)).endsWith("PILLARS_PUBLISHED", "PILLAR_SET_BEGUN");
    }

    @Test
    void aPersonWhoWasForgottenLeavesTheChainWholeAndNoWayBack() throws IOException {
        var ana = given(Role.EDITOR);
        owed.carry(renca);
        var before = entries(renca).getLast();

        run(() -> forgetting.person(ana));

        assertThat(acts(renca)).endsWith("PERSON_FORGOTTEN");
        assertThat(entries(renca).getLast().subject()).isEqualTo(before.subject());
        assertThat(verdict(renca).holds()).isTrue();
        assertThat(TenantScope.in(
                        renca,
                        () -> sql.of("select count(*) from ledger_actor where name like '%Ana Reyes%' or person_id = ?")
                                .param(ana.value())
                                .query(Integer.class)
                                .single()))
                .isZero();
        assertThatThrownBy(() -> run(() -> forgetting.person(ana))).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> in(maipu, administrator, () -> {
                    forgetting.person(administrator.person());
                    return true;
                }))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void whatIsOwedNeedsTheTransactionOfItsActAndTakesNoWords() {
        assertThatThrownBy(() -> TenantScope.runPlatform(
                        () -> owed.add(renca, Act.HOST_PROVEN, new Subject("portal", renca.value()), new Facts())))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TenantScope.runPlatform(() -> transaction.executeWithoutResult(_ -> owed.add(
                        renca,
                        Act.HOST_PROVEN,
                        new Subject("portal", renca.value()),
                        new Facts().said("reason", "x")))))
                .isInstanceOf(IllegalStateException.class);
    }
}
