package org.cabildo.copying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.cabildo.testing.Promises.MINUTES;
import static org.cabildo.testing.Promises.TODAY;
import static org.cabildo.testing.Promises.TWO_YEARS;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.CommitmentId;
import org.cabildo.commitment.CommitmentOrigins;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.commitment.CommitmentView;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.MilestoneDraft;
import org.cabildo.commitment.published.Detail;
import org.cabildo.commitment.published.Details;
import org.cabildo.commitment.published.Origin;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Percent;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.pillar.PillarDraft;
import org.cabildo.pillar.Pillars;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.tenancy.EventDelivery;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Machine;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class CopyingTest {

    private static final Offers.Slice MANY = new Offers.Slice(Offers.Order.TITLE, true, 0, 1_000);
    private static final Period LATER = new Period(LocalDate.of(2040, 1, 1), LocalDate.of(2040, 12, 31));

    @Autowired
    FreshTenants fresh;

    @Autowired
    Promises promises;

    @Autowired
    Plans plans;

    @Autowired
    Commitments commitments;

    @Autowired
    CommitmentTracking tracking;

    @Autowired
    CommitmentOrigins origins;

    @Autowired
    Pillars pillars;

    @Autowired
    EventDelivery delivery;

    @Autowired
    PublishedCommitments published;

    @Autowired
    Offers offers;

    @Autowired
    Copying copying;

    @Autowired
    Tenants tenants;

    @Test
    void ofTheLibraryOnlyTheTitleIsCopiedAndTheRestIsNamed() {
        var renca = fresh.municipality("renca");
        var plan = as(renca, () -> plan(LATER));
        var found = as(renca, () -> offers.search(plan, search("ChIleAtiénde cl0001"), MANY));
        assertThat(found).extracting(Offer::title).containsExactly("Chileatiende");

        var seen = as(renca, () -> copying.look(plan, "CL0001"));
        var copy = as(renca, () -> commitments.require(copying.copy(plan, seen)));

        assertThat(seen.from()).isEqualTo(From.NATIONAL_LIBRARY);
        assertThat(seen.lacks()).containsExactly(Preview.Lack.values());
        assertThat(copy.said().title()).isEqualTo("Chileatiende");
        assertThat(copy.said().period()).isNull();
        assertThat(copy.milestones()).isEmpty();
        var origin = as(renca, () -> origins.of(copy.id())).orElseThrow();
        assertThat(origin.kind()).isEqualTo(Origin.Kind.NATIONAL_LIBRARY);
        assertThat(origin.institution()).isEqualTo("Gobierno de Chile");
        assertThat(origin.code()).isEqualTo("CL0001");
        assertThat(origin.path()).isEmpty();
    }

    @Test
    void ofAnothersItsWordsAreCopiedAndWhatIsTheirsStaysThere() {
        var maipu = fresh.municipality("maipu");
        var made = as(maipu, () -> {
            var drafted = promises.drafted("Plan de Maipú");
            stands(drafted.commitment(), List.of("Agua de Maipú", "Transparência"));
            detailed(drafted);
            promises.publish(drafted.plan());
            tracking.reportProgress(drafted.commitment(), drafted.first(), new Percent(50), MINUTES, TODAY);
            return drafted;
        });
        delivery.deliver(maipu);
        var renca = fresh.municipality("renca");
        var mine = as(renca, () -> pillars.add(pillar("TRANSPARENCIA")));
        var plan = as(renca, () -> plan(LATER));

        var seen = as(renca, () -> copying.look(plan, key(made.commitment())));
        var copy = as(renca, () -> commitments.require(copying.copy(plan, seen)));

        var said = copy.said();
        assertThat(said.title()).isEqualTo("Abrir el presupuesto");
        assertThat(said.problem()).isEqualTo("Nadie sabe en qué se gasta");
        assertThat(said.actors()).isEqualTo("Municipio y juntas de vecinos");
        assertThat(said.relevance()).extracting("value").containsExactly("ATI");
        assertThat(said.responsible()).isEmpty();
        assertThat(said.lead()).isNull();
        assertThat(said.pillars()).containsExactly(mine.value());
        assertThat(seen.pillars()).containsExactly("Agua de Maipú");
        assertThat(said.period()).isEqualTo(LATER);
        assertThat(copy.progress()).isEqualTo(Percent.NONE);
        assertThat(copy.published()).isFalse();
        assertThat(copy.milestones())
                .extracting(CommitmentView.MilestoneLine::said)
                .containsExactly(
                        new MilestoneDraft(
                                "Publicar 2026", "Documento publicado", "", days("2040-01-01", "2040-06-30"), 1),
                        new MilestoneDraft(
                                "Publicar 2027",
                                "Documento publicado",
                                "",
                                days("2040-01-01", "2040-12-31"),
                                1,
                                List.of(1)));
        assertThat(said.details().said())
                .isEqualTo(Map.of(Detail.RESULTS, "Todos lo saben", Detail.SDG, "16", Detail.AXIS, "DATA"));
        assertThat(copy.milestones()).allMatch(milestone -> milestone.reports().isEmpty());
        assertThat(seen.cut()).isTrue();
        assertThat(seen.steps()).containsExactly(days("2026-01-01", "2026-06-30"), days("2026-01-01", "2027-06-30"));
        assertThat(seen.lacks()).containsExactly(Preview.Lack.RESPONSIBLE);
    }

    @Test
    void whatAnothersWasAdaptedFromIsPublishedWithIt() {
        var maipu = fresh.municipality("maipu");
        var made = offering(maipu);
        var renca = fresh.municipality("renca");
        var plan = as(renca, () -> promises.drafted("Plan 2026").plan());
        as(renca, () -> {
            var copy = copying.copy(plan, copying.look(plan, key(made.commitment())));
            answeredFor(copy);
            return promises.publish(plan);
        });

        var origin = TenantScope.in(
                        renca, () -> published.page("plan-2026", 2, TODAY).map(PublishedCommitments.Page::origin))
                .orElseThrow();

        assertThat(origin.kind()).isEqualTo(Origin.Kind.COMMITMENT);
        assertThat(origin.institution()).isEqualTo("maipu");
        assertThat(origin.plan()).isEqualTo("Plan de Maipú");
        assertThat(origin.title()).isEqualTo("Abrir el presupuesto");
        assertThat(origin.code()).isEqualTo("1");
        assertThat(origin.source()).isEqualTo(made.commitment().value());
        assertThat(origin.path())
                .isEqualTo("t/" + tenants.require(maipu).slug() + "/planes/plan-de-maipu/compromisos/1");
    }

    @Test
    void onesOwnIsCopiedIntoAnotherPlanWithWhoAnswersAndNotOfferedToItsOwn() {
        var renca = fresh.municipality("renca");
        var made = offering(renca);
        var plan = as(renca, () -> plan(null));

        var copy = as(renca, () -> commitments.require(copying.copy(plan, copying.look(plan, key(made.commitment())))));

        assertThat(copy.said().responsible()).isEqualTo("SECPLA");
        assertThat(copy.milestones())
                .allMatch(milestone -> milestone.said().responsible().equals("SECPLA"));
        var today = LocalDate.now(tenants.require(renca).zone());
        assertThat(copy.said().period()).isNotNull();
        assertThat(copy.said().period().start()).isBetween(today.minusDays(1), today);
        assertThat(as(renca, () -> offers.search(plan, from(From.OWN), MANY)))
                .extracting(Offer::key)
                .containsExactly(key(made.commitment()));
        assertThat(as(renca, () -> offers.search(made.plan(), from(From.OWN), MANY)))
                .isEmpty();
    }

    @Test
    void draftsAndWhatWasWithdrawnAreNeverOffered() {
        var maipu = fresh.municipality("maipu");
        var made = offering(maipu);
        var draft = as(maipu, () -> commitments.draft(made.plan(), Promises.commitment("Solo un borrador", TWO_YEARS)));
        var renca = fresh.municipality("renca");
        var plan = as(renca, () -> plan(LATER));
        assertThat(offered(renca, plan)).contains(key(made.commitment())).doesNotContain(key(draft));
        assertThatThrownBy(() -> as(renca, () -> copying.look(plan, key(draft))))
                .isInstanceOf(Unknown.class);

        as(maipu, () -> {
            commitments.delete(draft);
            commitments.withdraw(made.commitment(), "Ya lo exige una ley");
            return promises.publish(made.plan());
        });

        assertRefused(() -> as(renca, () -> copying.look(plan, key(made.commitment()))), "copy.gone"); // not yet told
        delivery.deliver(maipu);
        assertThat(offered(renca, plan)).doesNotContain(key(made.commitment()));
        assertRefused(() -> as(renca, () -> copying.look(plan, key(made.commitment()))), "copy.gone");
    }

    @Test
    void aWithdrawnMilestoneIsNotCopied() {
        var maipu = fresh.municipality("maipu");
        var made = as(maipu, () -> {
            var drafted = promises.drafted("Plan de Maipú");
            commitments.withdrawMilestone(drafted.commitment(), drafted.first(), "Se hizo antes");
            promises.publish(drafted.plan());
            return drafted;
        });
        delivery.deliver(maipu);
        var renca = fresh.municipality("renca");
        var plan = as(renca, () -> plan(LATER));

        var seen = as(renca, () -> copying.look(plan, key(made.commitment())));

        assertThat(seen.whole().milestones())
                .extracting(MilestoneDraft::activity)
                .containsExactly("Publicar 2027");
    }

    @Test
    void whatIsInventedIsOfferedAmongItselfAndTheLibraryToAll() {
        var invented = fresh.municipality("ficticia");
        var real = fresh.real("real");
        var theirs = offering(invented);
        var ours = offering(real);
        var otherInvented = fresh.municipality("otra");
        var otherReal = fresh.real("otra-real");
        var imagined = as(otherInvented, () -> plan(LATER));
        var meant = as(otherReal, () -> plan(LATER));

        assertThat(offered(otherInvented, imagined))
                .contains(key(theirs.commitment()), "CL0062")
                .doesNotContain(key(ours.commitment()));
        assertThat(offered(otherReal, meant))
                .contains(key(ours.commitment()), "CL0062")
                .doesNotContain(key(theirs.commitment()));
        assertThatThrownBy(() -> as(otherReal, () -> copying.look(meant, key(theirs.commitment()))))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> as(otherInvented, () -> copying.look(imagined, key(ours.commitment()))))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void whatCannotBeReadNowIsToldAndNothingBreaks() throws Exception {
        var maipu = fresh.municipality("maipu");
        var made = offering(maipu);
        var renca = fresh.municipality("renca");
        var plan = as(renca, () -> plan(LATER));

        sql("update platform.tenant set schema_version = schema_version - 1 where id = '" + maipu + "'");
        await().untilAsserted(() ->
                assertRefused(() -> as(renca, () -> copying.look(plan, key(made.commitment()))), "copy.away"));
        sql("update platform.tenant set schema_version = schema_version + 1, life = 'SUSPENDED' where id = '" + maipu
                + "'");
        assertRefused(() -> as(renca, () -> copying.look(plan, key(made.commitment()))), "copy.gone");
        assertThat(offered(renca, plan)).doesNotContain(key(made.commitment()));
        sql("update platform.tenant set life = 'ACTIVE' where id = '" + maipu + "'");
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(as(renca, () -> copying.look(plan, key(made.commitment())))
                                .origin()
                                .source())
                        .isEqualTo(made.commitment().value()));
    }

    @Test
    void whatChangedSinceItWasSeenIsNotCopied() {
        var maipu = fresh.municipality("maipu");
        var made = offering(maipu);
        var renca = fresh.municipality("renca");
        var plan = as(renca, () -> plan(LATER));
        var seen = as(renca, () -> copying.look(plan, key(made.commitment())));
        as(maipu, () -> {
            commitments.change(
                    made.commitment(),
                    commitments.require(made.commitment()).version(),
                    Promises.commitment("Abrir el presupuesto y las compras", TWO_YEARS));
            return promises.publish(made.plan());
        });

        assertRefused(() -> as(renca, () -> copying.copy(plan, seen)), "copy.changed");
        assertThat(as(renca, () -> commitments.of(plan))).isEmpty();
    }

    @Test
    void theListIsSearchedNarrowedSortedAndReadInParts() {
        var maipu = fresh.municipality("maipu-ñuble");
        var made = offering(maipu);
        var renca = fresh.municipality("renca");
        var plan = as(renca, () -> plan(LATER));

        assertThat(keys(renca, plan, search("presupúesto MAIPU-nuble"))).contains(key(made.commitment()));
        assertThat(keys(renca, plan, search("no-hay-tal"))).isEmpty();
        assertThat(keys(renca, plan, new Offers.Search("maipu-nuble", null, "13", TenantKind.MUNICIPALITY)))
                .contains(key(made.commitment()));
        assertThat(keys(renca, plan, new Offers.Search("maipu-nuble", null, "14", null)))
                .isEmpty();
        assertThat(keys(renca, plan, new Offers.Search("maipu-nuble", null, null, TenantKind.CONSORTIUM)))
                .isEmpty();
        assertThat(keys(renca, plan, from(From.NATIONAL_LIBRARY))).hasSize(62);
        assertThat(as(renca, () -> offers.count(plan, from(From.NATIONAL_LIBRARY))))
                .isEqualTo(62);
        var ascending = titles(renca, plan, new Offers.Slice(Offers.Order.TITLE, true, 0, 62));
        var descending = titles(renca, plan, new Offers.Slice(Offers.Order.TITLE, false, 0, 62));
        assertThat(descending).containsExactlyElementsOf(ascending.reversed());
        assertThat(titles(renca, plan, new Offers.Slice(Offers.Order.TITLE, true, 10, 5)))
                .containsExactlyElementsOf(ascending.subList(10, 15));
        assertThat(as(
                        renca,
                        () -> offers.search(
                                plan, Offers.Search.ALL, new Offers.Slice(Offers.Order.INSTITUTION, true, 0, 1_000))))
                .extracting(Offer::institution)
                .filteredOn(name -> name.equals(Offers.NATION))
                .hasSize(62);
    }

    @Test
    void whatIsNearestComesFirstAndWhatIsOnlyThereInEnglishLast() {
        offering(fresh.municipality("maipu"));
        var renca = fresh.municipality("renca");
        offering(renca);
        var plan = as(renca, () -> plan(LATER));

        var nearest = as(
                renca,
                () -> offers.search(plan, Offers.Search.ALL, new Offers.Slice(Offers.Order.NEAREST, true, 0, 1_000)));

        assertThat(nearest.getFirst().from()).isEqualTo(From.OWN);
        assertThat(nearest)
                .extracting(Offer::from)
                .isSortedAccordingTo(
                        Comparator.comparingInt(List.of(From.OWN, From.OTHERS, From.NATIONAL_LIBRARY)::indexOf));
        assertThat(nearest).extracting(Offer::from).contains(From.OTHERS);
    }

    @Test
    void whoOnlyReadsSeesAndDoesNotCopy() {
        var renca = fresh.municipality("renca");
        var plan = as(renca, () -> plan(LATER));
        var reader = fresh.officer(renca, Role.READER);

        var seen = TenantScope.in(renca, () -> reader.act(() -> copying.look(plan, "CL0001")));

        assertThatThrownBy(() -> TenantScope.in(renca, () -> reader.act(() -> copying.copy(plan, seen))))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo("identity.role.editor");
    }

    @Test
    void whoWorksElsewhereOrNowhereSeesNothing() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var plan = as(renca, () -> plan(LATER));
        var seen = as(renca, () -> copying.look(plan, "CL0001"));
        var nowhere = new Officer(fresh.officer(maipu).person(), "Camila", "camila@nacional.invalid", true, null);

        for (var stranger : List.of(fresh.officer(maipu, Role.ADMINISTRATOR), nowhere)) {
            for (Supplier<Object> act : List.<Supplier<Object>>of(
                    () -> offers.search(plan, Offers.Search.ALL, MANY),
                    () -> offers.count(plan, Offers.Search.ALL),
                    () -> copying.look(plan, "CL0001"),
                    () -> copying.copy(plan, seen))) {
                assertThatThrownBy(() -> TenantScope.in(renca, () -> stranger.act(act::get)))
                        .isInstanceOf(Unknown.class);
            }
        }
        assertThatThrownBy(() -> as(maipu, () -> copying.look(plan, "CL0001"))).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> as(maipu, () -> offers.search(plan, Offers.Search.ALL, MANY)))
                .isInstanceOf(Unknown.class);
        for (var key : List.of("CL9999", "uno", "", UUID.randomUUID().toString())) {
            assertThatThrownBy(() -> as(renca, () -> copying.look(plan, key))).isInstanceOf(Unknown.class);
        }
    }

    @Test
    void aMembersOfficerCopiesIntoTheSharedPlanWhereItsMemberMayDraft() {
        var maipu = fresh.municipality("maipu");
        var made = offering(maipu);
        var renca = fresh.municipality("renca");
        var shared = fresh.consortium("maipu-renca", maipu, renca);
        var officer = fresh.officerFor(shared, renca, Role.EDITOR);

        var copy = TenantScope.in(
                shared,
                () -> officer.act(() -> {
                    var plan = plans.draft(new PlanDraft("Compartido", Framework.CONSORTIUM, LATER, "", "", false));
                    return commitments.require(copying.copy(plan, copying.look(plan, key(made.commitment()))));
                }));

        assertThat(copy.said().title()).isEqualTo("Abrir el presupuesto");
        assertThat(copy.said().responsible()).isEmpty();
        assertThat(copy.said().lead()).isNull();
    }

    /** A published plan with one commitment, of which the others know. */
    private Promises.Made offering(TenantId tenant) {
        var made = as(tenant, () -> promises.published("Plan de Maipú"));
        delivery.deliver(tenant);
        return made;
    }

    private PlanId plan(@Nullable Period period) {
        return plans.draft(new PlanDraft("Plan que se redacta", Framework.OGP_LOCAL, period, "", "", false));
    }

    private static PillarDraft pillar(String name) {
        return new PillarDraft(name, "Qué es " + name, List.of(), List.of(), List.of("ATI"));
    }

    private void stands(CommitmentId id, List<String> names) {
        var on = names.stream().map(name -> pillars.add(pillar(name)).value()).toList();
        var seen = commitments.require(id);
        var said = seen.said();
        commitments.change(
                id,
                seen.version(),
                new CommitmentDraft(
                        said.title(),
                        said.problem(),
                        said.description(),
                        said.actors(),
                        said.responsible(),
                        said.period(),
                        said.relevance(),
                        on,
                        said.lead()));
    }

    private void detailed(Promises.Made made) {
        var seen = commitments.require(made.commitment());
        commitments.change(
                made.commitment(),
                seen.version(),
                seen.said()
                        .detailed(new Details(Map.of(
                                Detail.RESULTS, "Todos lo saben",
                                Detail.SDG, "16",
                                Detail.AXIS, "DATA",
                                Detail.CONTACT, "secpla@maipu.invalid",
                                Detail.INTERNAL_CONTACT, "Anexo 4021",
                                Detail.BUDGET, "M$ 10",
                                Detail.RELATED, "7"))));
        var now = commitments.require(made.commitment());
        commitments.changeMilestone(
                made.commitment(),
                now.version(),
                made.second(),
                now.milestones().get(1).said().following(List.of(1)));
    }

    private void answeredFor(CommitmentId id) {
        var seen = commitments.require(id);
        var said = seen.said();
        commitments.change(
                id,
                seen.version(),
                new CommitmentDraft(
                        said.title(),
                        said.problem(),
                        said.description(),
                        said.actors(),
                        "DIDECO",
                        said.period(),
                        said.relevance(),
                        said.pillars(),
                        said.lead()));
    }

    private List<String> offered(TenantId tenant, PlanId plan) {
        return keys(tenant, plan, Offers.Search.ALL);
    }

    private List<String> keys(TenantId tenant, PlanId plan, Offers.Search search) {
        return as(tenant, () -> offers.search(plan, search, MANY)).stream()
                .map(Offer::key)
                .toList();
    }

    private List<String> titles(TenantId tenant, PlanId plan, Offers.Slice slice) {
        return as(tenant, () -> offers.search(plan, from(From.NATIONAL_LIBRARY), slice)).stream()
                .map(Offer::title)
                .toList();
    }

    private static Offers.Search search(String text) {
        return new Offers.Search(text, null, null, null);
    }

    private static Offers.Search from(From from) {
        return new Offers.Search("", from, null, null);
    }

    private static String key(CommitmentId id) {
        return id.value().toString();
    }

    private static Period days(String start, String end) {
        return new Period(LocalDate.parse(start), LocalDate.parse(end));
    }

    private static void assertRefused(ThrowingCallable act, String code) {
        assertThatThrownBy(act).isInstanceOf(Refused.class).extracting("code").isEqualTo(code);
    }

    private <T> T as(TenantId tenant, Supplier<T> work) {
        return TenantScope.in(
                tenant,
                () -> fresh.officer(tenant, Role.ADMINISTRATOR, Role.EDITOR, Role.APPROVER)
                        .act(work::get));
    }

    private static void sql(String statement) throws SQLException {
        try (var connection = Machine.postgres().connect(Machine.postgres().superuser());
                var doing = connection.createStatement()) {
            doing.execute(statement);
        }
    }
}
