package org.cabildo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.mail.Fate;
import org.cabildo.mail.MailDelivery;
import org.cabildo.mail.MailQueue;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Machine;
import org.cabildo.testing.Postbag;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class InvitationsTest {

    private static final Locale ES = Locale.of("es", "CL");

    @Autowired
    FreshTenants fresh;

    @Autowired
    Tenants tenants;

    @Autowired
    Invitations invitations;

    @Autowired
    InvitationLinks links;

    @Autowired
    People people;

    @Autowired
    Profiles profiles;

    @Autowired
    Memberships memberships;

    @Autowired
    MailQueue queue;

    @Autowired
    MailDelivery delivery;

    @Autowired
    Sql sql;

    @Autowired
    TransactionTemplate transaction;

    private final Postbag bag = new Postbag();
    private TenantId renca;
    private TenantId maipu;
    private String ana;

    @BeforeEach
    void twoTenants() {
        renca = fresh.municipality("renca");
        maipu = fresh.municipality("maipu");
        ana = "ana@" + renca + ".invalid";
    }

    @Test
    void whoeverAcceptsHasTheRolesOfTheInvitationAndNoOthers() {
        invite(renca, ana, Role.EDITOR, Role.APPROVER);
        var token = token(ana);

        var seen = links.look(token);
        assertThat(seen.tenant()).isEqualTo(renca);
        assertThat(seen.roles()).containsExactlyInAnyOrder(Role.EDITOR, Role.APPROVER);
        assertThat(seen.invitedBy()).startsWith("Ana de renca");
        assertThat(seen.state()).isEqualTo(Invitation.State.OPEN);
        var person = signIn(ana);
        assertThat(people.placesOf(person)).as("signing in alone opens nothing").isEmpty();

        links.accept(person, token, false);

        assertThat(people.enter(person, renca).roles()).containsExactlyInAnyOrder(Role.EDITOR, Role.APPROVER);
        assertThatThrownBy(() -> people.enter(person, maipu)).isInstanceOf(Unknown.class);
        assertThat(as(renca, invitations::waiting))
                .noneMatch(line -> line.invitation().email().equals(ana));
    }

    @Test
    void whoeverSignsInWithAnAddressAloneIsCalledAsTheyWereInvited() {
        as(renca, () -> {
            invitations.invite(new Invitations.Draft(ana, " Ana Quispe ", Set.of(Role.EDITOR), ES));
            return true;
        });
        var token = token(ana);
        var nameless = new People.SignIn("https://id.invalid", ana, ana, ana);
        var person = people.signedIn(nameless);
        assertThat(people.officer(person).name()).isEqualTo(ana);

        links.accept(person, token, false);

        assertThat(people.officer(person).name()).isEqualTo("Ana Quispe");
        people.signedIn(nameless);
        assertThat(people.officer(person).name()).isEqualTo("Ana Quispe");
        people.signedIn(new People.SignIn("https://id.invalid", ana, ana, "Ana María Quispe"));
        assertThat(people.officer(person).name())
                .as("a name that the provider knows stands")
                .isEqualTo("Ana María Quispe");
    }

    @Test
    void nobodyIsCalledByTheAddressThatAnotherOneWasInvitedAt() {
        var other = "otra@" + renca + ".invalid";
        invite(renca, other, Role.EDITOR);
        var token = token(other);
        var person = people.signedIn(new People.SignIn("https://id.invalid", ana, ana, ana));

        links.accept(person, token, true);

        assertThat(people.officer(person).name()).isEqualTo(ana);
    }

    @Test
    void whoeverHasANameKeepsItWhateverTheyAreInvitedAs() {
        as(renca, () -> {
            invitations.invite(new Invitations.Draft(ana, "Anita", Set.of(Role.EDITOR), ES));
            return true;
        });
        var token = token(ana);
        var person = signIn(ana);

        links.accept(person, token, false);

        assertThat(people.officer(person).name()).isEqualTo("Ana");
    }

    @Test
    void theLetterSaysWhoInvitesWhereToAndAsWhatInTheLanguageThatWasChosen() {
        invite(renca, ana, Role.EDITOR);
        as(renca, () -> {
            invitations.invite(
                    new Invitations.Draft("bea@" + renca + ".invalid", "Bea <b>", Set.of(Role.READER), Locale.ENGLISH));
            return true;
        });
        bag.collect(delivery);

        var spanish = bag.letterTo(ana).orElseThrow();
        assertThat(spanish.subject()).isEqualTo("Invitación a trabajar en Cabildo: renca");
        assertThat(spanish.text())
                .contains("Ana de renca le invita", "edición (redactar e informar avances)", "una sola vez");
        var english = bag.letterTo("bea@" + renca + ".invalid").orElseThrow();
        assertThat(english.text()).contains("Dear Bea <b>,", "reading (read drafts)");
        assertThat(english.html()).contains("Dear Bea &lt;b&gt;,").doesNotContain("<b>");
    }

    @Test
    void whoChoseALanguageIsWrittenToInThatOne() {
        people.officer(signIn(ana)).act(() -> {
            profiles.speak(Locale.ENGLISH);
            return true;
        });

        invite(renca, ana, Role.EDITOR);

        assertThat(bag.collect(delivery).letterTo(ana).orElseThrow().subject())
                .isEqualTo("Invitation to work in Cabildo: renca");
    }

    @Test
    void aLinkWorksOnceEvenForTwoWhoComeAtTheSameTime() throws Exception {
        invite(renca, ana, Role.EDITOR);
        var token = token(ana);
        var first = signIn(ana);
        var second = signIn("otra@" + renca + ".invalid");
        try (var two = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> one = () -> accepts(first, token);
            Callable<Boolean> other = () -> accepts(second, token);

            var done = two.invokeAll(java.util.List.of(one, other));

            assertThat(done.get(0).get() ^ done.get(1).get()).isTrue();
        }
        assertThat(people.placesOf(first).size() + people.placesOf(second).size())
                .isEqualTo(1);
        assertRefused("identity.invitation.used", () -> links.accept(first, token, true));
    }

    private boolean accepts(PersonId person, String token) {
        try {
            links.accept(person, token, true);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    @Test
    void anotherAddressIsToldPlainlyAndAcceptedOnlyWhenConfirmed() {
        invite(renca, ana, Role.EDITOR);
        var token = token(ana);
        var person = signIn("ana.privada@" + renca + ".invalid");

        assertRefused("identity.invitation.address", () -> links.accept(person, token, false));
        assertThat(people.placesOf(person)).isEmpty();

        links.accept(person, token, true);
        assertThat(as(renca, people::colleagues))
                .filteredOn(one -> one.id().equals(person))
                .singleElement()
                .extracting(People.Colleague::invitedAs)
                .isEqualTo(ana);
    }

    @Test
    void anExpiredLinkOpensNothingAndTheInvitationCanBeSentAgain() {
        invite(renca, ana, Role.EDITOR);
        var token = token(ana);
        var person = signIn(ana);
        var nextWeek = new InvitationLinks(
                sql, memberships, people, Clock.offset(Clock.systemUTC(), Duration.ofDays(8)), transaction);

        assertThat(nextWeek.look(token).state()).isEqualTo(Invitation.State.EXPIRED);
        assertRefused("identity.invitation.expired", () -> nextWeek.accept(person, token, false));

        as(renca, () -> {
            invitations.resend(waitingFor(ana).invitation().id());
            return true;
        });
        assertThat(links.accept(person, token(ana), false).email()).isEqualTo(ana);
    }

    @Test
    void anOlderLetterIsVoidOnceItWasSentAgain() {
        invite(renca, ana, Role.EDITOR);
        var old = token(ana);

        as(renca, () -> {
            invitations.resend(waitingFor(ana).invitation().id());
            return true;
        });

        assertThat(links.look(old).state()).isEqualTo(Invitation.State.REPLACED);
        assertRefused("identity.invitation.replaced", () -> links.accept(signIn(ana), old, false));
        assertThat(token(ana)).isNotEqualTo(old);
    }

    @Test
    void aWithdrawnInvitationOpensNothingAndItsLetterIsNotSent() {
        invite(renca, ana, Role.EDITOR);
        var token = token(ana);
        var bea = "bea@" + renca + ".invalid";
        invite(renca, bea, Role.READER);

        as(renca, () -> {
            invitations.withdraw(waitingFor(ana).invitation().id());
            invitations.withdraw(waitingFor(bea).invitation().id());
            return true;
        });

        assertRefused("identity.invitation.withdrawn", () -> links.accept(signIn(ana), token, false));
        assertThat(bag.collect(delivery).letterTo(bea)).isEmpty();
    }

    @Test
    void theLinkOfAnInvitationWhoseRolesWereChangedGivesTheNewOnes() {
        invite(renca, ana, Role.EDITOR, Role.APPROVER);
        var token = token(ana);

        as(renca, () -> {
            invitations.change(waitingFor(ana).invitation().id(), Set.of(Role.READER));
            return true;
        });

        assertThat(links.look(token).roles()).containsExactly(Role.READER);
        var person = signIn(ana);
        links.accept(person, token, false);
        assertThat(people.enter(person, renca).roles()).containsExactly(Role.READER);
    }

    @Test
    void anInvitationIsNotLeftWithoutARoleOrChangedOnceItIsAnswered() {
        invite(renca, ana, Role.EDITOR);
        var id = waitingFor(ana).invitation().id();

        assertRefused(
                "identity.invitation.role",
                () -> as(renca, () -> {
                    invitations.change(id, Set.of());
                    return true;
                }));
        links.accept(signIn(ana), token(ana), false);
        assertThatThrownBy(() -> as(renca, () -> {
                    invitations.change(id, Set.of(Role.ADMINISTRATOR));
                    return true;
                }))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void whatWasGivenInAdvanceIsChangedWithItsInvitation() {
        var address = "admin@" + tenants.require(renca).slug() + ".invalid";
        assertRefused(
                "identity.administrator.last",
                () -> as(renca, () -> {
                    invitations.change(waitingFor(address).invitation().id(), Set.of(Role.READER));
                    return true;
                }));

        as(renca, () -> {
            invitations.change(waitingFor(address).invitation().id(), Set.of(Role.ADMINISTRATOR, Role.EDITOR));
            return true;
        });

        assertThat(people.enter(signIn(address), renca).roles())
                .containsExactlyInAnyOrder(Role.ADMINISTRATOR, Role.EDITOR);
    }

    @Test
    void whoeverAcceptsWhileTheRolesAreChangedHasTheNewOnes() throws Exception {
        invite(renca, ana, Role.ADMINISTRATOR);
        var token = token(ana);
        var person = signIn(ana);
        try (var hands = Executors.newSingleThreadExecutor()) {
            TenantScope.platform(() -> transaction.execute(_ -> {
                        sql.of("select 1 from membership where tenant_id = ? for update")
                                .param(renca.value())
                                .query(Integer.class)
                                .list();
                        var accepting = hands.submit(() -> links.accept(person, token, false));
                        await().atMost(2, TimeUnit.MINUTES).until(InvitationsTest::somebodyWaits);
                        sql.of("update invitation set roles = 'READER' where tenant_id = ? and email = ?")
                                .param(renca.value())
                                .param(ana)
                                .update();
                        return accepting;
                    }))
                    .get();
        }

        assertThat(people.enter(person, renca).roles()).containsExactly(Role.READER);
    }

    private static boolean somebodyWaits() throws SQLException {
        var postgres = Machine.postgres();
        try (var connection = postgres.connect(postgres.superuser());
                var query = connection.prepareStatement(
                        "select exists (select from pg_stat_activity where wait_event_type = 'Lock')");
                var row = query.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Test
    void unknownLinksAllReadTheSame() {
        assertThatThrownBy(() -> links.look("nada")).isInstanceOf(Unknown.class);
        var wellFormed = InvitationToken.fresh().text();
        assertThatThrownBy(() -> links.look(wellFormed))
                .isInstanceOf(Unknown.class)
                .hasMessage("No invitation with this link here.");
    }

    @Test
    void maipuNeitherSeesNorChangesNorRepeatsNorWithdrawsWhatRencaSent() {
        invite(renca, ana, Role.EDITOR);
        var id = waitingFor(ana).invitation().id();

        assertThat(as(maipu, invitations::waiting))
                .noneMatch(line -> line.invitation().id().equals(id));
        assertThatThrownBy(() -> as(maipu, () -> {
                    invitations.resend(id);
                    return true;
                }))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> as(maipu, () -> {
                    invitations.change(id, Set.of(Role.ADMINISTRATOR));
                    return true;
                }))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> as(maipu, () -> {
                    invitations.withdraw(id);
                    return true;
                }))
                .isInstanceOf(Unknown.class);
        assertThat(waitingFor(ana).invitation().state()).isEqualTo(Invitation.State.OPEN);
        assertThat(waitingFor(ana).invitation().roles()).containsExactly(Role.EDITOR);
    }

    @Test
    void outsideAnyTenantAndWithoutTheRoleThereAreNoInvitations() {
        var administrator = fresh.officer(renca, Role.ADMINISTRATOR);
        var editor = fresh.officer(renca, Role.EDITOR);

        assertThatThrownBy(() -> administrator.act(invitations::waiting)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> administrator.act(() -> TenantScope.platform(invitations::waiting)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TenantScope.in(renca, () -> editor.act(invitations::waiting)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> TenantScope.in(maipu, () -> administrator.act(invitations::waiting)))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void nobodyIsInvitedTwiceOrToWhereTheyWorkOrWithoutARole() {
        invite(renca, ana, Role.EDITOR);

        assertRefused("identity.invitation.twice", () -> invite(renca, ana, Role.READER));
        links.accept(signIn(ana), token(ana), false);
        assertRefused("identity.invitation.member", () -> invite(renca, ana, Role.READER));
        assertRefused("identity.invitation.role", () -> invite(renca, "bea@renca.invalid"));
        assertRefused("identity.address", () -> invite(renca, "sin arroba", Role.READER));
    }

    @Test
    void anInstitutionWritesOnlySoManyLettersADay() {
        var strict = new Invitations(
                sql,
                memberships,
                queue,
                new InvitationSettings(7, 3, "http://localhost"),
                Clock.systemUTC(),
                transaction);
        for (var name : new String[] {"a", "b"}) {
            as(renca, () -> {
                strict.invite(new Invitations.Draft(name + "@" + renca + ".invalid", "", Set.of(Role.READER), ES));
                return true;
            });
        }

        assertRefused(
                "identity.invitation.many",
                () -> as(renca, () -> {
                    strict.invite(new Invitations.Draft("c@" + renca + ".invalid", "", Set.of(Role.READER), ES));
                    return true;
                }));
        as(maipu, () -> {
            strict.invite(new Invitations.Draft("c@" + maipu + ".invalid", "", Set.of(Role.READER), ES));
            return true;
        });
    }

    @Test
    void theFirstAdministratorIsInvitedAndGetsInWithoutTheLetterToo() {
        var address = "admin@" + tenants.require(renca).slug() + ".invalid";
        var token = token(address);
        assertThat(links.look(token).invitedBy()).isNull();
        assertThat(bag.letterTo(address).orElseThrow().text()).contains("La coordinación nacional le invita");

        var person = signIn(address);

        assertThat(people.enter(person, renca).roles()).containsExactly(Role.ADMINISTRATOR);
        assertThat(links.look(token).state()).isEqualTo(Invitation.State.USED);
        assertThat(links.look(token).wasUsedBy(person)).isTrue();
    }

    @Test
    void whoAcceptsTheFirstInvitationWithAnotherAddressTakesThePlaceOfTheKnownOne() {
        var address = "admin@" + tenants.require(renca).slug() + ".invalid";
        var person = signIn("alcaldesa@" + renca + ".invalid");

        links.accept(person, token(address), true);

        assertThat(people.enter(person, renca).roles()).containsExactly(Role.ADMINISTRATOR);
        assertThat(people.placesOf(signIn(address))).isEmpty();
    }

    @Test
    void theOnlyAdministratorsInvitationIsNotWithdrawn() {
        var address = "admin@" + tenants.require(renca).slug() + ".invalid";

        assertRefused(
                "identity.administrator.last",
                () -> as(renca, () -> {
                    invitations.withdraw(waitingFor(address).invitation().id());
                    return true;
                }));
        assertThat(waitingFor(address).invitation().state()).isEqualTo(Invitation.State.OPEN);
    }

    @Test
    void whatTheMailServerSaidIsShownToTheAdministrator() {
        bag.collect(delivery);
        invite(renca, ana, Role.EDITOR);
        delivery.carryOne((_, _) -> {
            throw new org.cabildo.mail.Carrier.NotCarried("550 no such user", true);
        });

        var letter = waitingFor(ana).letter().orElseThrow();
        assertThat(letter.state()).isEqualTo(Fate.State.REFUSED);
        assertThat(letter.failure()).isEqualTo("550 no such user");
    }

    @Test
    void whoeverIsRemovedCannotComeBackByAnOldLink() {
        as(renca, () -> {
            people.give(ana, "Ana", Set.of(Role.EDITOR));
            return true;
        });
        invite(renca, ana, Role.EDITOR);
        var token = token(ana);
        var person = people.byEmail(ana).orElseThrow().person();

        as(renca, () -> {
            people.remove(person);
            return true;
        });

        assertRefused("identity.invitation.withdrawn", () -> links.accept(signIn(ana), token, false));
    }

    private Invitations.Line waitingFor(String email) {
        return as(renca, invitations::waiting).stream()
                .filter(line -> line.invitation().email().equals(email))
                .findFirst()
                .orElseThrow();
    }

    private boolean invite(TenantId tenant, String email, Role... roles) {
        return as(tenant, () -> {
            invitations.invite(new Invitations.Draft(email, "", Set.of(roles), ES));
            return true;
        });
    }

    private String token(String email) {
        return bag.collect(delivery).tokenTo(email);
    }

    private PersonId signIn(String email) {
        return people.signedIn(new People.SignIn("https://id.invalid", email, email, "Ana"));
    }

    private static void assertRefused(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private <T> T as(TenantId tenant, Supplier<T> work) {
        return TenantScope.in(
                tenant, () -> fresh.officer(tenant, Role.ADMINISTRATOR).act(work::get));
    }
}
