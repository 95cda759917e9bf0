package org.cabildo.consortium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cabildo.consortium.published.MemberRight;
import org.cabildo.consortium.published.MemberState;
import org.cabildo.consortium.published.Membership;
import org.cabildo.identity.Officer;
import org.cabildo.identity.People;
import org.cabildo.identity.PersonId;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.ledger.OwedActs;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class JoiningTest {

    private static final String REASON = "El concejo acordó terminar el convenio";
    private static final LocalDate DAY = LocalDate.of(2024, 2, 1);
    private static final Joining.Grounds GROUNDS =
            new Joining.Grounds(DAY, " Convenio de cooperación ", "https://renca.invalid/convenio.pdf");
    private static final Officer COORDINATOR = FreshTenants.coordinator();

    /** Which steps lead where: the whole table, written a second time. */
    private static final Map<MemberState, Map<MemberStep, MemberState>> WAYS = Map.of(
            MemberState.INVITED,
            Map.of(MemberStep.ACCEPT, MemberState.MEMBER, MemberStep.DECLINE, MemberState.DECLINED),
            MemberState.DECLINED,
            Map.of(MemberStep.INVITE, MemberState.INVITED),
            MemberState.MEMBER,
            Map.of(MemberStep.SUSPEND, MemberState.SUSPENDED, MemberStep.LEAVE, MemberState.LEFT),
            MemberState.SUSPENDED,
            Map.of(MemberStep.REINSTATE, MemberState.MEMBER, MemberStep.LEAVE, MemberState.LEFT),
            MemberState.LEFT,
            Map.of(MemberStep.INVITE, MemberState.INVITED));

    @Autowired
    FreshTenants fresh;

    @Autowired
    Consortia consortia;

    @Autowired
    Joining joining;

    @Autowired
    Membership membership;

    @Autowired
    People people;

    @Autowired
    OwedActs trails;

    @Autowired
    MemberOfficers places;

    @Autowired
    Sql sql;

    TenantId renca;
    TenantId maipu;
    TenantId consortium;

    @BeforeEach
    void aConsortiumThatAskedTwo() {
        renca = fresh.municipality("renca");
        maipu = fresh.municipality("maipu");
        consortium = fresh.asked("cuenca", renca, maipu);
    }

    @Test
    void whoeverIsAskedBelongsOnceAnAdministratorSaysSo() {
        assertThat(membership.membersOf(consortium)).isEmpty();
        assertThat(membership.consortiaOf(renca)).isEmpty();
        assertThat(asAdministrator(renca, () -> joining.all()))
                .singleElement()
                .satisfies(line -> assertThat(line.state()).isEqualTo(MemberState.INVITED));

        accept(renca);

        assertThat(membership.membersOf(consortium)).singleElement().satisfies(member -> {
            assertThat(member.id()).isEqualTo(renca);
            assertThat(member.joined()).isEqualTo(DAY);
            assertThat(member.source()).isEqualTo("Convenio de cooperación");
            assertThat(member.link()).isEqualTo("https://renca.invalid/convenio.pdf");
            assertThat(member.decides()).isTrue();
        });
        assertThat(membership.consortiaOf(renca))
                .extracting(Membership.Member::id)
                .containsExactly(consortium);
        assertThat(membership.consortiaOf(maipu)).isEmpty();
    }

    static Stream<Arguments> everyStepFromEveryState() {
        return Stream.of(MemberState.values())
                .flatMap(state -> Stream.of(MemberStep.values()).map(step -> Arguments.of(state, step)));
    }

    @ParameterizedTest
    @MethodSource("everyStepFromEveryState")
    void aStepLeadsWhereTheTableSaysOrIsRefusedAndChangesNothing(MemberState state, MemberStep step) {
        bring(state);

        if (step == MemberStep.UNINVITE && state == MemberState.INVITED) {
            take(step);
            assertThat(asCoordinator(() -> consortia.members(consortium)))
                    .extracting(MemberLine::other)
                    .containsExactly(maipu);
            return;
        }
        var to = WAYS.get(state).get(step);
        if (to == null) {
            assertRefused("consortium.step." + state.name().toLowerCase(java.util.Locale.ROOT), () -> take(step));
        } else {
            take(step);
        }
        assertThat(stateOfRenca()).isEqualTo(to == null ? state : to);
        assertThat(MemberStep.valueOf(step.name()).isPossibleFrom(state)).isEqualTo(to != null);
    }

    @ParameterizedTest
    @EnumSource(MemberStep.class)
    void noOtherTakesAStep(MemberStep step) {
        bring(Stream.of(MemberState.values())
                .filter(step::isPossibleFrom)
                .findFirst()
                .orElseThrow());
        var before = stateOfRenca();

        for (var role : EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR))) {
            assertThat(catchThrowable(() -> takeAs(step, fresh.officer(renca, role), renca)))
                    .isInstanceOfAny(Refused.class, Unknown.class);
        }
        var stranger = fresh.municipality("ajena");
        assertThatThrownBy(() -> takeAs(step, fresh.officer(stranger, Role.ADMINISTRATOR), stranger))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> takeAs(step, fresh.officer(maipu, Role.ADMINISTRATOR), renca))
                .isInstanceOf(Unknown.class);
        assertThat(stateOfRenca()).isEqualTo(before);
    }

    @Test
    void outsideOfAnyScopeNobodyAnswers() {
        var officer = fresh.officer(renca, Role.ADMINISTRATOR);

        assertThatThrownBy(() -> officer.act(() -> joining.all())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> officer.act(() -> {
                    joining.accept(consortium, GROUNDS);
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> joining.decline(consortium, "")).isInstanceOf(IllegalStateException.class);
        assertThat(stateOfRenca()).isEqualTo(MemberState.INVITED);
    }

    @Test
    void whatIsWrongWithTheFoundingDocumentIsSaid() {
        assertRefused("consortium.joined", () -> accept(new Joining.Grounds(null, "Convenio", "")));
        assertRefused(
                "consortium.joined.future",
                () -> accept(new Joining.Grounds(
                        LocalDate.now(ZoneId.of("America/Santiago")).plusDays(1), "Convenio", "")));
        assertRefused("consortium.source", () -> accept(new Joining.Grounds(DAY, "  ", "")));
        assertRefused("consortium.source.long", () -> accept(new Joining.Grounds(DAY, "a".repeat(401), "")));
        assertRefused("consortium.link", () -> accept(new Joining.Grounds(DAY, "Convenio", "http://renca.invalid")));
        assertRefused("consortium.link", () -> accept(new Joining.Grounds(DAY, "Convenio", "no es dirección")));
        assertThat(stateOfRenca()).isEqualTo(MemberState.INVITED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "corto", "a "})
    void whoeverLeavesSaysWhy(String reason) {
        accept(renca);

        assertRefused(
                "consortium.reason",
                () -> asAdministrator(renca, () -> {
                    joining.leave(consortium, reason);
                    return true;
                }));
        assertThat(stateOfRenca()).isEqualTo(MemberState.MEMBER);
    }

    @Test
    void whatAMembersOfficersMayDoFollowsFromItsStateAndItsRight() {
        var person = employed(renca, Role.APPROVER, Role.EDITOR);
        assertThat(rolesOf(person)).isEmpty();

        accept(renca);
        assertThat(rolesOf(person)).contains(Role.APPROVER, Role.EDITOR);
        asCoordinator(() -> grant(MemberRight.DRAFTS));
        assertThat(rolesOf(person)).contains(Role.EDITOR).doesNotContain(Role.APPROVER);
        asCoordinator(() -> grant(MemberRight.READS));
        assertThat(rolesOf(person)).containsExactly(Role.READER);
        asCoordinator(() -> grant(MemberRight.DECIDES));
        take(MemberStep.SUSPEND);
        assertThat(rolesOf(person)).containsExactly(Role.READER);
        take(MemberStep.REINSTATE);
        assertThat(rolesOf(person)).contains(Role.APPROVER);
        take(MemberStep.LEAVE);
        assertThat(rolesOf(person)).isEmpty();
        assertThat(membership.leftOf(consortium))
                .singleElement()
                .satisfies(left -> assertThat(left.reason()).isEqualTo(REASON));
    }

    @Test
    void whoeverLeavesTheMemberLeavesTheConsortiumToo() {
        accept(renca);
        var administrator = employed(renca, Role.ADMINISTRATOR);
        var other = employed(renca, Role.APPROVER);
        assertThat(rolesOf(administrator)).contains(Role.APPROVER, Role.EDITOR);

        asAdministrator(renca, () -> {
            people.remove(administrator);
            return true;
        });

        assertThat(rolesOf(administrator)).isEmpty();
        assertThat(rolesOf(other)).contains(Role.APPROVER);
        assertThat(stateOfRenca()).isEqualTo(MemberState.MEMBER); // it joined, not the person
    }

    @Test
    void eachStepIsOwedToTheTrailsOfBoth() {
        accept(renca);
        take(MemberStep.SUSPEND);
        take(MemberStep.LEAVE);
        trails.carry();

        var told = new String[] {"CONSORTIUM_INVITED", "CONSORTIUM_JOINED", "CONSORTIUM_SUSPENDED", "CONSORTIUM_LEFT"};
        assertThat(actsOn(renca, consortium)).containsExactly(told);
        assertThat(actsOn(consortium, renca)).containsExactly(told);
        assertThat(actsOn(maipu, consortium)).containsExactly("CONSORTIUM_INVITED");
        assertThat(actsOn(maipu, renca)).isEmpty();
        assertThat(factsOf(renca, "CONSORTIUM_LEFT"))
                .as("what was said cannot be changed unseen")
                .contains("\"reason\":\"" + sha256(REASON) + "\"")
                .doesNotContain(REASON);
    }

    @Test
    void theCoordinationAsksForNobodyThoughItsOfficerWorksForWhoeverIsAsked() {
        var third = fresh.municipality("tercera");
        var officer = fresh.officer(third, Role.ADMINISTRATOR);
        var both = new Officer(officer.person(), officer.name(), officer.email(), true, officer.place());
        both.act(() -> {
            consortia.invite(consortium, third, MemberRight.DECIDES);
            return true;
        });
        asAdministrator(third, () -> {
            joining.accept(consortium, GROUNDS);
            return true;
        });
        trails.carry();

        assertThat(behalfOf(third, "CONSORTIUM_INVITED")).isEmpty();
        assertThat(behalfOf(third, "CONSORTIUM_JOINED")).contains("tercera");
    }

    private Optional<String> behalfOf(TenantId whose, String act) {
        return TenantScope.in(
                whose,
                () -> sql.of("select coalesce(on_behalf_of, '') from ledger_entry where act = ?")
                        .param(act)
                        .query(String.class)
                        .optional()
                        .filter(name -> !name.isEmpty()));
    }

    @Test
    void askedByTwoAtOnceItIsAskedOnceAndOneIsTold() throws Exception {
        var third = fresh.municipality("tercera");
        Callable<String> invite = () -> asCoordinator(() -> {
            try {
                consortia.invite(consortium, third, MemberRight.DECIDES);
                return "asked";
            } catch (Refused refused) {
                return refused.code();
            }
        });
        var answers = new ArrayList<String>();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : hands.invokeAll(List.of(invite, invite))) {
                answers.add(answer.get());
            }
        }
        trails.carry();

        assertThat(answers).containsExactlyInAnyOrder("asked", "consortium.step.invited");
        assertThat(actsOn(third, consortium)).containsExactly("CONSORTIUM_INVITED");
    }

    @Test
    void aThirdIsAskedAndJoins() {
        var third = fresh.municipality("tercera");
        asCoordinator(() -> {
            consortia.invite(consortium, third, MemberRight.DRAFTS);
            return true;
        });
        assertRefused(
                "consortium.step.invited",
                () -> asCoordinator(() -> {
                    consortia.invite(consortium, third, MemberRight.DRAFTS);
                    return true;
                }));

        accept(third);

        assertThat(membership.membersOf(consortium)).singleElement().satisfies(member -> {
            assertThat(member.id()).isEqualTo(third);
            assertThat(member.right()).isEqualTo(MemberRight.DRAFTS);
            assertThat(member.decides()).isFalse();
        });
    }

    private void bring(MemberState state) {
        switch (state) {
            case INVITED -> {}
            case DECLINED -> take(MemberStep.DECLINE);
            case MEMBER -> take(MemberStep.ACCEPT);
            case SUSPENDED -> {
                take(MemberStep.ACCEPT);
                take(MemberStep.SUSPEND);
            }
            case LEFT -> {
                take(MemberStep.ACCEPT);
                take(MemberStep.LEAVE);
            }
        }
    }

    private void take(MemberStep step) {
        var byCoordination = Set.of(MemberStep.INVITE, MemberStep.UNINVITE, MemberStep.SUSPEND, MemberStep.REINSTATE);
        takeAs(step, byCoordination.contains(step) ? COORDINATOR : fresh.officer(renca, Role.ADMINISTRATOR), renca);
    }

    /** @param from the tenant the officer works in when they take the step */
    private void takeAs(MemberStep step, Officer officer, TenantId from) {
        TenantScope.run(
                from,
                () -> officer.act(() -> {
                    switch (step) {
                        case INVITE -> consortia.invite(consortium, renca, MemberRight.DECIDES);
                        case UNINVITE -> consortia.uninvite(consortium, renca);
                        case SUSPEND -> consortia.suspend(consortium, renca, REASON);
                        case REINSTATE -> consortia.reinstate(consortium, renca);
                        case ACCEPT -> joining.accept(consortium, GROUNDS);
                        case DECLINE -> joining.decline(consortium, "");
                        case LEAVE -> joining.leave(consortium, REASON);
                    }
                    return true;
                }));
    }

    private boolean grant(MemberRight right) {
        consortia.grant(consortium, renca, right);
        return true;
    }

    private MemberState stateOfRenca() {
        return asCoordinator(() -> consortia.members(consortium)).stream()
                .filter(line -> line.other().equals(renca))
                .map(MemberLine::state)
                .findFirst()
                .orElseThrow();
    }

    private void accept(TenantId member) {
        asAdministrator(member, () -> {
            joining.accept(consortium, GROUNDS);
            return true;
        });
    }

    private void accept(Joining.Grounds grounds) {
        asAdministrator(renca, () -> {
            joining.accept(consortium, grounds);
            return true;
        });
    }

    private PersonId employed(TenantId tenant, Role... roles) {
        var person = new PersonId(Ids.next());
        TenantScope.runPlatform(() -> {
            sql.of("insert into person (id, email, name) values (?, ?, 'Ana')")
                    .param(person.value())
                    .param(person.value() + "@renca.invalid")
                    .update();
            for (var role : roles) {
                sql.of("insert into membership (person_id, tenant_id, role, added_by) values (?, ?, ?, 'prueba')")
                        .param(person.value())
                        .param(tenant.value())
                        .param(role.name())
                        .update();
            }
        });
        return person;
    }

    private List<Role> rolesOf(PersonId person) {
        return TenantScope.platform(() -> places.placesOf(person)).stream()
                .filter(place -> place.tenant().equals(consortium))
                .flatMap(place -> place.roles().stream())
                .toList();
    }

    private List<String> actsOn(TenantId whose, TenantId object) {
        return TenantScope.in(
                whose,
                () -> sql.of("""
                        select act from ledger_entry where object_kind = 'tenant' and object_id = ?
                           and act like 'CONSORTIUM%' order by number
                        """).param(object.value()).query(String.class).list());
    }

    private String factsOf(TenantId whose, String act) {
        return TenantScope.in(
                whose,
                () -> sql.of("select facts from ledger_entry where act = ?")
                        .param(act)
                        .query(String.class)
                        .single());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T asAdministrator(TenantId tenant, java.util.function.Supplier<T> work) {
        return TenantScope.in(
                tenant, () -> fresh.officer(tenant, Role.ADMINISTRATOR).act(work::get));
    }

    private static <T> T asCoordinator(java.util.function.Supplier<T> work) {
        return COORDINATOR.act(work::get);
    }

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(Objects.requireNonNull(refused).code())
                                .isEqualTo(code));
    }
}
