package org.cabildo.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cabildo.commitment.CommitmentId;
import org.cabildo.commitment.Commitments;
import org.cabildo.consortium.Consortia;
import org.cabildo.identity.Officer;
import org.cabildo.identity.People;
import org.cabildo.identity.PersonId;
import org.cabildo.identity.Profiles;
import org.cabildo.identity.Role;
import org.cabildo.identity.Roster;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class CommentsTest {

    @Autowired
    FreshTenants fresh;

    @Autowired
    Promises promises;

    @Autowired
    Comments comments;

    @Autowired
    Commitments commitments;

    @Autowired
    Consortia consortia;

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
    private Officer head;
    private CommitmentId promise;

    @BeforeEach
    void aPromiseInOneOfTwoNeighbours() {
        renca = fresh.municipality("renca");
        maipu = fresh.municipality("maipu");
        head = fresh.officer(renca, Role.ADMINISTRATOR);
        promise = as(renca, head, () -> promises.drafted("Plan abierto").commitment());
    }

    @ParameterizedTest
    @EnumSource
    void whoeverWorksThereReadsAndWritesInTheOrderInWhichItWasSaid(Role role) {
        var officer = fresh.officer(renca, role);
        say(renca, head, promise, "¿Cuándo se publica?");
        say(renca, officer, promise, "  El lunes.\nCon el acta.  ");

        var talk = open(renca, officer, promise);

        assertThat(talk.writable()).isTrue();
        assertThat(talk.open()).isEqualTo(2);
        assertThat(talk.comments())
                .extracting(Comment::text)
                .containsExactly("¿Cuándo se publica?", "El lunes.\nCon el acta.");
        assertThat(talk.comments().getLast()).satisfies(last -> {
            assertThat(last.author()).isEqualTo(officer.name());
            assertThat(last.onBehalfOf()).isEqualTo("renca");
            assertThat(last.mine()).isTrue();
            assertThat(last.editedAt()).isNull();
        });
        assertThat(talk.comments().getFirst().mine()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverMayDraftSettlesACommentAndNobodyElse(Role role) {
        var officer = fresh.officer(renca, role);
        var asked = say(renca, head, promise, "¿Cuándo se publica?");

        if (!officer.may(Role.EDITOR)) {
            assertRefused(() -> run(renca, officer, () -> comments.resolve(asked)), "identity.role.editor");
            assertRefused(() -> run(renca, officer, () -> comments.reopen(asked)), "identity.role.editor");
            return;
        }
        run(renca, officer, () -> comments.resolve(asked));
        run(renca, head, () -> comments.resolve(asked)); // it is: nothing changes

        var talk = open(renca, officer, promise);
        assertThat(talk.open()).isZero();
        assertThat(talk.unresolved()).isEmpty();
        assertThat(talk.resolved())
                .singleElement()
                .satisfies(one ->
                        assertThat(Objects.requireNonNull(one.resolved()).by()).isEqualTo(officer.name()));
        run(renca, officer, () -> comments.reopen(asked));
        assertThat(open(renca, officer, promise).open()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhoeverWroteItSaysItAnewUntilAnotherAnswers(Role role) {
        var officer = fresh.officer(renca, role);
        var said = say(renca, officer, promise, "El lunes");
        say(renca, officer, promise, "Perdón:");
        assertRefused(() -> run(renca, head, () -> comments.edit(said, "El martes")), "comment.edit.other");

        run(renca, officer, () -> comments.edit(said, "El martes"));
        assertThat(open(renca, officer, promise).comments().getFirst()).satisfies(now -> {
            assertThat(now.text()).isEqualTo("El martes");
            assertThat(now.editedAt()).isNotNull();
            assertThat(now.isEditable()).isTrue();
        });

        var answer = say(renca, head, promise, "Anotado");
        assertRefused(() -> run(renca, officer, () -> comments.edit(said, "El jueves")), "comment.edit.answered");
        run(renca, head, () -> comments.remove(answer));
        run(renca, officer, () -> comments.edit(said, "El jueves"));
        run(renca, head, () -> comments.resolve(said));
        assertRefused(() -> run(renca, officer, () -> comments.edit(said, "Nunca")), "comment.edit.answered");
        assertThat(open(renca, head, promise).comments().getFirst().text()).isEqualTo("El jueves");
    }

    @Test
    void sayingTheSameAnewIsNoEdit() {
        var said = say(renca, head, promise, "El lunes");

        run(renca, head, () -> comments.edit(said, " El lunes "));

        assertThat(open(renca, head, promise).comments().getFirst().editedAt()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void itsAuthorOrAnAdministratorTakesACommentBackAndThatItWasThereStays(Role role) {
        var officer = fresh.officer(renca, role);
        var own = say(renca, officer, promise, "Mi RUT es 11.111.111-1");
        var others = say(renca, head, promise, "Lo de otra persona");

        run(renca, officer, () -> comments.remove(own));
        if (role == Role.ADMINISTRATOR) {
            run(renca, officer, () -> comments.remove(others));
        } else {
            assertRefused(() -> run(renca, officer, () -> comments.remove(others)), "comment.remove.other");
        }

        var talk = open(renca, head, promise);
        assertThat(talk.comments()).hasSize(2);
        assertThat(talk.comments().getFirst()).satisfies(gone -> {
            assertThat(gone.text()).isEmpty();
            assertThat(Objects.requireNonNull(gone.removed()).by()).isEqualTo(officer.name());
        });
        assertThat(talk.open()).isEqualTo(role == Role.ADMINISTRATOR ? 0 : 1);
        assertThat(count("select count(*) from comment where said like '%RUT%'"))
                .isZero();
        for (ThrowingCallable again : List.<ThrowingCallable>of(
                () -> run(renca, officer, () -> comments.remove(own)),
                () -> run(renca, officer, () -> comments.edit(own, "Otra cosa")),
                () -> run(renca, head, () -> comments.resolve(own)))) {
            assertRefused(again, "comment.removed");
        }
    }

    @Test
    void aCommentHasOneToFourThousandCharacters() {
        assertRefused(() -> say(renca, head, promise, " \n "), "comment.text");
        assertRefused(() -> say(renca, head, promise, "x".repeat(4_001)), "comment.text");
        var longest = say(renca, head, promise, "x".repeat(4_000));
        say(renca, head, promise, "x");
        assertRefused(() -> run(renca, head, () -> comments.edit(longest, "")), "comment.text");
        assertRefused(() -> run(renca, head, () -> comments.edit(longest, "x".repeat(4_001))), "comment.text");

        assertThat(open(renca, head, promise).comments()).hasSize(2);
    }

    @Test
    void whoeverIsMentionedFindsItUntilTheyOpenTheTalk() {
        var bea = fresh.employed(renca, "Bea Ñúñez", Role.READER);
        var carla = fresh.employed(renca, "Carla Soto", Role.EDITOR);
        say(renca, head, promise, "Vean esto", bea, carla);
        say(renca, carla, promise, "Y esto otro", bea);
        var last = say(renca, head, promise, "Esto no");
        run(renca, head, () -> comments.remove(last));

        assertThat(waiting(renca, bea)).singleElement().satisfies(one -> {
            assertThat(one.commitment()).isEqualTo(promise);
            assertThat(one.count()).isEqualTo(2);
            assertThat(one.by()).isEqualTo("Carla Soto");
        });
        assertThat(waiting(renca, carla)).hasSize(1);
        assertThat(waiting(renca, head)).isEmpty();

        var talk = open(renca, bea, promise);
        assertThat(talk.forMe()).isEqualTo(2);
        assertThat(talk.comments().getFirst().mentioned()).containsExactly("Bea Ñúñez", "Carla Soto");
        assertThat(waiting(renca, bea)).isEmpty();
        assertThat(open(renca, bea, promise).forMe()).isZero();
        assertThat(waiting(renca, carla))
                .as("what one opens is still new to the other")
                .hasSize(1);
    }

    @Test
    void whatIsTakenBackWaitsForNobody() {
        var bea = fresh.employed(renca, "Bea", Role.READER);
        var said = say(renca, head, promise, "Vea esto", bea);

        run(renca, head, () -> comments.remove(said));

        assertThat(waiting(renca, bea)).isEmpty();
        assertThat(open(renca, bea, promise).comments().getFirst().mentioned()).isEmpty();
    }

    @Test
    void onlyWhoMayEnterCanBeMentionedAndAllOthersReadAlike() {
        var bea = fresh.employed(renca, "Bea", Role.READER);
        var neighbour = fresh.employed(maipu, "Marta", Role.ADMINISTRATOR);
        var nobody = new PersonId(Ids.next());

        for (var other : List.of(neighbour.person(), nobody)) {
            assertThatThrownBy(() ->
                            as(renca, head, () -> comments.say(promise, "Vea esto", Set.of(bea.person(), other))))
                    .isInstanceOf(Unknown.class)
                    .hasMessage("No person %s here.".formatted(other));
        }
        assertThat(open(renca, head, promise).comments()).isEmpty();
        assertThat(waiting(renca, bea)).isEmpty();
        assertThat(as(renca, bea, comments::addressees))
                .extracting(Roster.Line::id)
                .doesNotContain(bea.person(), neighbour.person());
    }

    @Test
    void whoMentionsThemselvesIsToldNothingAndTwentyAreEnough() {
        var bea = fresh.employed(renca, "Bea", Role.READER);
        say(renca, bea, promise, "Nota para mí", bea);
        assertThat(waiting(renca, bea)).isEmpty();

        var many = Stream.generate(() -> new PersonId(Ids.next())).limit(21).collect(Collectors.toSet());
        assertRefused(() -> as(renca, head, () -> comments.say(promise, "Todos", many)), "comment.mentions");
    }

    @Test
    void aPersonWhoWasRemovedStaysANameAndGetsNoLetter() {
        var bea = fresh.employed(renca, "Bea", Role.READER);
        say(renca, head, promise, "Vea esto", bea);
        run(renca, head, () -> people.remove(bea.person()));

        events.deliver(renca);

        assertThat(bag.collect(delivery).letterTo(bea.email())).isEmpty();
        assertThat(open(renca, head, promise).comments().getFirst().mentioned()).containsExactly("Bea");
        assertThatThrownBy(() -> as(renca, head, () -> comments.say(promise, "Vea esto", Set.of(bea.person()))))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> people.enter(bea.person(), renca)).isInstanceOf(Unknown.class);
    }

    @Test
    void aLetterSaysWhereAndNothingOfWhatWasSaidOncePerCommitmentUntilItIsOpened() {
        var bea = fresh.employed(renca, "Bea <b>", Role.READER);
        TenantScope.in(
                renca,
                () -> bea.act(() -> {
                    profiles.speak(Locale.ENGLISH);
                    return true;
                }));
        var carla = fresh.employed(renca, "Carla", Role.READER);
        say(renca, head, promise, "Lo secreto", bea, carla);
        events.deliver(renca);
        var plan = as(renca, head, () -> commitments.require(promise).plan());

        var letter = bag.collect(delivery).letterTo(carla.email()).orElseThrow();
        assertThat(letter.subject()).isEqualTo("Le mencionaron en Cabildo: renca");
        assertThat(letter.text())
                .contains("Estimada/o Carla:", head.name() + " le avisa")
                .contains("/planes/" + plan + "/compromisos/" + promise)
                .doesNotContain("secreto", "Abrir el presupuesto");
        assertThat(letter.html()).doesNotContain("secreto", "Abrir el presupuesto");
        assertThat(bag.letterTo(bea.email()).orElseThrow()).satisfies(english -> {
            assertThat(english.subject()).startsWith("You were mentioned");
            assertThat(english.html()).contains("Dear Bea &lt;b&gt;,");
        });

        assertThat(letters(carla)).isEqualTo(1);
        say(renca, head, promise, "Otra vez", carla);
        events.deliver(renca);
        assertThat(letters(carla)).as("a letter waits for her already").isEqualTo(1);
        open(renca, carla, promise);
        say(renca, head, promise, "Y ahora", carla);
        events.deliver(renca);
        assertThat(letters(carla)).isEqualTo(2);
    }

    @Test
    void whatIsToldTwiceIsWrittenOnce() {
        var bea = fresh.employed(renca, "Bea", Role.READER);
        say(renca, head, promise, "Vea esto", bea);
        events.deliver(renca);

        TenantScope.run(
                renca,
                () -> sql.of(
                                "update event_publication set completed_at = null, claimed_until = null where kind = 'Mentioned'")
                        .update());
        events.deliver(renca);

        assertThat(letters(bea)).isEqualTo(1);
    }

    @Test
    void whoeverWorksElsewhereOrNowhereNeitherReadsNorWrites() {
        var said = say(renca, head, promise, "Entre nosotros");
        var stranger = fresh.officer(maipu, Role.ADMINISTRATOR);
        var id = new CommitmentId(Ids.next());

        for (var where : List.of(renca, maipu)) {
            assertThatThrownBy(() -> open(where, stranger, promise)).isInstanceOf(Unknown.class);
            assertThatThrownBy(() -> say(where, stranger, promise, "Hola")).isInstanceOf(Unknown.class);
            assertThatThrownBy(() -> run(where, stranger, () -> comments.edit(said, "Hola")))
                    .isInstanceOf(Unknown.class);
            assertThatThrownBy(() -> run(where, stranger, () -> comments.remove(said)))
                    .isInstanceOf(Unknown.class);
            assertThatThrownBy(() -> run(where, stranger, () -> comments.resolve(said)))
                    .isInstanceOf(Unknown.class);
            assertThatThrownBy(() -> run(where, stranger, () -> comments.reopen(said)))
                    .isInstanceOf(Unknown.class);
        }
        assertThatThrownBy(() -> waiting(renca, stranger)).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> as(renca, stranger, comments::addressees)).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> open(renca, head, id)).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> say(renca, head, id, "Hola")).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> head.act(() -> comments.open(promise))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TenantScope.in(renca, () -> comments.open(promise)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(open(renca, head, promise).comments()).hasSize(1);
    }

    @Test
    void membersTalkInTheConsortiumAloneEachForItsOwn() {
        var cuenca = fresh.consortium("cuenca", renca, maipu);
        var ana = fresh.employed(renca, "Ana Renca", Role.EDITOR);
        var marta = fresh.employed(maipu, "Marta Maipú", Role.READER);
        var anaThere = people.enter(ana.person(), cuenca);
        var martaThere = people.enter(marta.person(), cuenca);
        var shared = as(cuenca, anaThere, () -> promises.drafted("Plan común").commitment());

        assertThat(as(cuenca, anaThere, comments::addressees))
                .extracting(Roster.Line::name, Roster.Line::onBehalfOf)
                .contains(tuple("Marta Maipú", "maipu"));
        assertThat(as(renca, ana, comments::addressees))
                .extracting(Roster.Line::name)
                .doesNotContain("Marta Maipú");
        say(cuenca, anaThere, shared, "¿De acuerdo?", martaThere);
        say(cuenca, martaThere, shared, "De acuerdo");

        assertThat(open(cuenca, anaThere, shared).comments())
                .extracting(Comment::onBehalfOf)
                .containsExactly("renca", "maipu");
        assertThatThrownBy(() -> open(maipu, marta, shared)).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> open(renca, martaThere, promise)).isInstanceOf(Unknown.class);
        events.deliver(cuenca);
        assertThat(letters(marta)).isEqualTo(1);
    }

    @Test
    void whoeverMayEnterAConsortiumIsOnItsRosterOnce() {
        var cuenca = fresh.consortium("cuenca", renca, maipu);
        var both = fresh.employed(renca, "Ana", Role.EDITOR);
        run(
                maipu,
                fresh.officer(maipu, Role.ADMINISTRATOR),
                () -> people.give(both.email(), "Ana", Set.of(Role.READER, Role.APPROVER)));
        var there = people.enter(both.person(), cuenca);

        var lines = as(cuenca, fresh.officer(cuenca, Role.READER), comments::addressees).stream()
                .filter(line -> line.id().equals(both.person()))
                .toList();

        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line.onBehalfOf()).isEqualTo(there.onBehalfOf()));
    }

    @Test
    void aSuspendedMemberReadsAndTakesBackItsOwnWords() {
        var cuenca = fresh.consortium("cuenca", renca, maipu);
        var ana = people.enter(fresh.employed(renca, "Ana", Role.EDITOR).person(), cuenca);
        var shared = as(cuenca, ana, () -> promises.drafted("Plan común").commitment());
        var said = say(cuenca, ana, shared, "Antes");
        var nation = FreshTenants.coordinator();
        nation.act(() -> {
            consortia.suspend(cuenca, renca, "No ha asistido a las sesiones");
            return true;
        });
        var reading = people.enter(ana.person(), cuenca);

        assertThat(open(cuenca, reading, shared).writable()).isFalse();
        assertRefused(() -> say(cuenca, reading, shared, "Ahora"), "comment.suspended");
        assertRefused(() -> run(cuenca, reading, () -> comments.edit(said, "Ahora")), "comment.suspended");
        run(cuenca, reading, () -> comments.remove(said));
        assertThat(open(cuenca, reading, shared).open()).isZero();
    }

    @Test
    void theTalkGoesWithTheDraft() {
        var bea = fresh.employed(renca, "Bea", Role.READER);
        say(renca, head, promise, "Vea esto", bea);

        run(renca, head, () -> commitments.delete(promise));

        assertThat(waiting(renca, bea)).isEmpty();
        assertThat(count("select count(*) from comment")).isZero();
        assertThat(count("select count(*) from comment_mention")).isZero();
        events.deliver(renca);
        assertThat(letters(bea)).isZero();
    }

    @Test
    void whoIsForgottenLeavesWhatWasSaidAndNoName() {
        var bea = fresh.employed(renca, "Bea Única", Role.EDITOR);
        var said = say(renca, bea, promise, "Lo que dije");
        say(renca, head, promise, "Vea esto", bea);
        run(renca, bea, () -> comments.resolve(said));

        assertRefused(() -> run(renca, bea, () -> forgetting.person(bea.person())), "identity.role.administrator");
        run(renca, head, () -> forgetting.person(bea.person()));

        assertThat(open(renca, head, promise).comments())
                .satisfiesExactly(
                        first -> {
                            assertThat(first.author()).isEmpty();
                            assertThat(first.text()).isEqualTo("Lo que dije");
                            assertThat(Objects.requireNonNull(first.resolved()).by())
                                    .isEmpty();
                        },
                        second -> assertThat(second.mentioned()).containsExactly(""));
        assertThat(TenantScope.in(
                        renca,
                        () -> sql.of("select count(*) from comment_person where person_id = ? or name like '%Única%'")
                                .param(bea.person().value())
                                .query(Integer.class)
                                .single()))
                .isZero();
        assertThat(open(renca, bea, promise).comments()).noneMatch(Comment::mine);
        assertThatThrownBy(() -> run(renca, head, () -> forgetting.person(bea.person())))
                .isInstanceOf(Unknown.class);
        say(renca, bea, promise, "De nuevo");
        assertThat(open(renca, bea, promise).comments().getLast().mine()).isTrue();
    }

    @Test
    void thePortalsLoginReadsNothingOfIt() {
        var rights = TenantScope.in(renca, () -> sql.of("""
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                          join pg_roles r on r.rolname = n.nspname || '_portal'
                         where n.nspname = current_schema() and c.relkind = 'r'
                           and (has_table_privilege(r.oid, c.oid, 'select, insert, update, delete')
                                or has_any_column_privilege(r.oid, c.oid, 'select, insert, update'))
                        """).query(String.class).list());

        assertThat(rights)
                .contains("published_commitment")
                .doesNotContain("comment", "comment_mention", "comment_person");
    }

    private int letters(Officer to) {
        return bag.collect(delivery).lettersTo(to.email());
    }

    private Talk open(TenantId tenant, Officer officer, CommitmentId commitment) {
        return as(tenant, officer, () -> comments.open(commitment));
    }

    private List<Waiting> waiting(TenantId tenant, Officer officer) {
        return as(tenant, officer, comments::waiting);
    }

    private CommentId say(TenantId tenant, Officer officer, CommitmentId commitment, String text, Officer... to) {
        var mentions = Arrays.stream(to).map(Officer::person).collect(Collectors.toSet());
        return as(tenant, officer, () -> comments.say(commitment, text, mentions));
    }

    private int count(@CompileTimeConstant final String counting) {
        return TenantScope.in(renca, () -> sql.of(counting).query(Integer.class).single());
    }

    private static void run(TenantId tenant, Officer officer, Runnable work) {
        as(tenant, officer, () -> {
            work.run();
            return true;
        });
    }

    private static <T> T as(TenantId tenant, Officer officer, Supplier<T> work) {
        return TenantScope.in(tenant, () -> officer.act(work::get));
    }

    private static void assertRefused(ThrowingCallable work, String code) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
