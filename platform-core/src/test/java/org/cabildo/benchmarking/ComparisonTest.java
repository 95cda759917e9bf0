package org.cabildo.benchmarking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cabildo.testing.Promises.MINUTES;
import static org.cabildo.testing.Promises.TODAY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.cabildo.benchmarking.published.ToldCommitments;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.PublishedFigures;
import org.cabildo.commitment.published.Status;
import org.cabildo.consortium.Joining;
import org.cabildo.consortium.MemberApprovals;
import org.cabildo.identity.Officer;
import org.cabildo.identity.PersonId;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Percent;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.plan.PlanApproval;
import org.cabildo.tenancy.EventDelivery;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
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
    Commitments commitments;

    @Autowired
    Joining joining;

    @Autowired
    EventDelivery delivery;

    @Autowired
    Comparison comparison;

    @Autowired
    MemberApprovals members;

    @Autowired
    PlanApproval approval;

    @Autowired
    PublishedFigures published;

    @Autowired
    ToldCommitments told;

    @Autowired
    FigureDays days;

    @Autowired
    Recount recounts;

    @Autowired
    PeerSelections selections;

    @Autowired
    Sql sql;

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
    void aSharedCommitmentCountsForTheConsortiumAndForTheMemberThatLeadsIt() {
        var santiago = fresh.municipality("santiago");
        var renca = fresh.municipality("renca");
        var consortium = fresh.consortium("santiago-renca", santiago, renca);
        var made = as(consortium, santiago, () -> {
            var drafted = promises.drafted("Plan compartido");
            commitments.draft(drafted.plan(), Promises.commitment("Que nadie lidera", Promises.TWO_YEARS));
            var open = commitments.of(drafted.plan()).getLast();
            commitments.addMilestone(open.id(), Promises.milestone("Hito de ambos", LocalDate.of(2027, 6, 30)));
            promises.led(drafted.commitment(), renca, "Renca");
            return drafted;
        });
        var version = as(consortium, santiago, () -> members.propose(made.plan()));
        var hash = as(consortium, santiago, () -> approval.hash(made.plan()));
        as(consortium, santiago, () -> members.approve(version, hash));
        as(consortium, renca, () -> members.approve(version, hash));
        delivery.deliver(consortium);

        assertThat(line(consortium).commitments()).isEqualTo(2);
        assertThat(line(renca).commitments()).isEqualTo(1);
        assertThat(line(santiago).commitments()).isZero();
        assertThat(COORDINATOR.act(() -> comparison.behind(renca, TODAY))).hasSize(1);
        assertThat(COORDINATOR.act(() -> comparison.behind(santiago, TODAY))).isEmpty();
        assertThat(counted(renca)).contains(1);
        assertThat(counted(santiago)).isEmpty();
        assertThat(counted(consortium)).contains(2);

        TenantScope.run(
                renca,
                () -> fresh.officer(renca, Role.ADMINISTRATOR).act(() -> {
                    joining.leave(consortium, "El concejo terminó el convenio");
                    return true;
                }));
        assertThat(line(renca).commitments()).isZero();
        assertThat(counted(renca)).isEmpty();
        assertThat(line(consortium).commitments()).isEqualTo(2);
    }

    /** What the public reads of a tenant's commitments. */
    private Optional<Integer> counted(TenantId tenant) {
        return TenantScope.platform(() -> sql.of("select commitments from commitment_count where tenant_id = ?")
                .param(tenant.value())
                .query(Integer.class)
                .optional());
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
    void officersReadTheSameInTheirOwnTenantAndNowhereElse() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        publish(renca);
        delivery.deliver(renca);
        var reader = fresh.officer(maipu, Role.READER);

        var seen = TenantScope.in(maipu, () -> reader.act(() -> comparison.lines(TODAY)));

        assertThat(seen).isEqualTo(COORDINATOR.act(() -> comparison.lines(TODAY)));
        assertThatThrownBy(() -> TenantScope.in(renca, () -> reader.act(() -> comparison.lines(TODAY))))
                .isInstanceOf(Unknown.class);
        var nobody = new Officer(new PersonId(Ids.next()), "Nadie", "nadie@ejemplo.invalid", false, null);
        assertThatThrownBy(() -> TenantScope.platform(() -> nobody.act(() -> comparison.lines(TODAY))))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> TenantScope.platform(() -> nobody.act(() -> comparison.behind(renca, TODAY))))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void noDraftIsInAFigureNorBehindIt() {
        var renca = fresh.municipality("renca");
        publish(renca);
        TenantScope.run(
                renca, () -> fresh.officer(renca, Role.ADMINISTRATOR).act(() -> promises.drafted("Plan secreto")));
        delivery.deliver(renca);

        assertThat(line(renca).commitments()).isEqualTo(1);
        assertThat(TenantScope.in(renca, published::now).commitments()).hasSize(1);
        assertThat(COORDINATOR.act(() -> comparison.behind(renca, TODAY)))
                .singleElement()
                .satisfies(behind -> {
                    assertThat(behind.plan()).isEqualTo("plan-2026");
                    assertThat(behind.title()).isEqualTo("Abrir el presupuesto");
                    assertThat(behind.due()).isEqualTo(1);
                    assertThat(behind.late()).isEqualTo(1);
                });
    }

    @Test
    void aDayIsKeptWhenNewsComeAndComesOutTheSameEachTime() {
        var renca = fresh.municipality("renca");
        publish(renca);
        delivery.deliver(renca);
        var today = LocalDate.now(FigureDays.CAPITAL);

        assertThat(kept(renca, Indicator.COMMITMENTS)).containsExactly(today);
        assertThat(days.keep(today))
                .filteredOn(one -> one.slug().startsWith("renca"))
                .isEmpty();
        assertThat(kept(renca, Indicator.COMMITMENTS)).containsExactly(today);
    }

    @Test
    void lateAndSilentGrowWithTheDaysAlone() {
        var renca = fresh.municipality("renca");
        publish(renca);
        delivery.deliver(renca);

        days.keep(LocalDate.of(2027, 6, 30));
        days.keep(LocalDate.of(2027, 7, 1));

        var own = line(renca);
        var late =
                COORDINATOR.act(() -> comparison.trend(Indicator.KEPT, List.of(own), own, LocalDate.of(2027, 6, 30)));
        var silent =
                COORDINATOR.act(() -> comparison.trend(Indicator.SILENT, List.of(own), own, LocalDate.of(2027, 6, 30)));
        assertThat(late).extracting(Comparison.Day::own).containsExactly(0.0, 0.0);
        assertThat(silent.get(1).own())
                .isEqualTo(Objects.requireNonNull(silent.get(0).own()) + 1);
        assertThat(silent).allSatisfy(day -> assertThat(day.spread()).isEqualTo(new Spread(1, null)));
    }

    @Test
    void theDatabasesQuartilesOfADayAreOurs() {
        var all = new ArrayList<Comparison.Line>();
        for (int i = 0; i < 5; i++) {
            var tenant = fresh.municipality("cinco");
            var made = publish(tenant);
            int reached = 10 + i * i * 5;
            TenantScope.run(
                    tenant,
                    () -> fresh.officer(tenant, Role.EDITOR).act(() -> {
                        tracking.reportProgress(made.commitment(), made.first(), new Percent(reached), MINUTES, TODAY);
                        return made;
                    }));
            delivery.deliver(tenant);
            all.add(line(tenant));
        }
        var today = LocalDate.now(FigureDays.CAPITAL);

        var trend = COORDINATOR.act(() -> comparison.trend(Indicator.PROGRESS, all, null, today));

        assertThat(trend).singleElement().satisfies(day -> {
            assertThat(day.spread()).isEqualTo(new Group(World.of(all.getFirst()), all).spread(Indicator.PROGRESS));
            assertThat(day.spread().quartiles()).isNotNull();
            assertThat(day.own()).isNull();
        });
    }

    @Test
    void countedAnewTheyAreTheSameAndWhatIsNotIsMended() {
        var renca = fresh.municipality("renca");
        publish(renca);
        delivery.deliver(renca);
        assertThat(recount(renca)).isEqualTo(Recount.Outcome.SAME);

        TenantScope.runPlatform(() -> sql.of("update figure_commitment set progress = 99 where tenant_id = ?")
                .param(renca.value())
                .update());

        assertThat(line(renca).progress()).isEqualTo(99.0);
        var wrong = told.state();
        assertThat(recount(renca)).isEqualTo(Recount.Outcome.MENDED);
        assertThat(line(renca).progress()).isEqualTo(0.0);
        assertThat(told.state()).as("whoever kept what was wrong asks again").isNotEqualTo(wrong);
        assertThat(recount(renca)).isEqualTo(Recount.Outcome.SAME);
    }

    @Test
    void howACommitmentStandsFollowsTheDayAndIsUnknownWithoutItsDates() {
        var renca = fresh.municipality("renca");
        publish(renca);
        delivery.deliver(renca);

        assertThat(standing(renca, "2026-07-01T03:59:00Z")).satisfies(lastDay -> {
            assertThat(lastDay.status()).isEqualTo(Status.IN_PROGRESS);
            assertThat(lastDay.milestones()).isEqualTo(2);
            assertThat(lastDay.kept()).isZero();
            assertThat(lastDay.late()).as("its day is not over in Chile").isZero();
        });
        assertThat(standing(renca, "2026-07-01T04:01:00Z").late()).isEqualTo(1);
        assertThat(standing(renca, "2035-01-01T12:00:00Z").status()).isEqualTo(Status.LATE);
        for (var now : List.of("2026-07-01T03:59:00Z", "2026-07-01T04:01:00Z", "2035-01-01T12:00:00Z")) {
            var asked = new ToldCommitments.Asked(List.of(List.of("presupuesto")), "presupuesto", 5);
            assertThat(told.find(asked, List.of(renca), Instant.parse(now)).nearest())
                    .as("whoever looks for it reads the same")
                    .containsExactly(standing(renca, now));
        }

        TenantScope.runPlatform(
                () -> sql.of("update figure_commitment set starts = null, ends = null where tenant_id = ?")
                        .param(renca.value())
                        .update());
        assertThat(standing(renca, "2035-01-01T12:00:00Z").status())
                .as("told before dates were")
                .isNull();
        assertThat(recount(renca)).isEqualTo(Recount.Outcome.MENDED);
        assertThat(standing(renca, "2035-01-01T12:00:00Z").status()).isEqualTo(Status.LATE);
    }

    @Test
    void ofEachWordThatIsLookedForOneOfItsFormsIsEnough() {
        var renca = fresh.municipality("renca");
        publish(renca);
        delivery.deliver(renca);
        var plural = List.of("presupuestos", " presupuesto ");

        assertThat(found(renca, List.of(plural))).isOne();
        assertThat(found(renca, List.of(List.of("presupuestos", " presupuest "))))
                .isZero();
        assertThat(found(renca, List.of(plural, List.of("calles")))).isZero();
        assertThat(found(renca, List.of(plural, List.of("calles", " abrir ")))).isOne();
        assertThat(found(renca, List.of())).isZero();
    }

    private int found(TenantId tenant, List<List<String>> parts) {
        return told.find(new ToldCommitments.Asked(parts, "presupuesto", 5), Set.of(tenant), Instant.now())
                .all();
    }

    @Test
    void whatAPlanIsCalledIsUnknownUntilItIsToldOrCountedAnew() {
        var renca = fresh.municipality("renca");
        var other = fresh.municipality("otra");
        publish(renca);
        publish(other);
        TenantScope.run(
                renca,
                () -> fresh.officer(renca, Role.ADMINISTRATOR).act(() -> promises.drafted("Plan que nadie aprobó")));
        delivery.deliver(renca);
        delivery.deliver(other);
        assertThat(plans(renca)).containsExactly(renca);

        TenantScope.runPlatform(
                () -> sql.of("update figure_commitment set plan_title = null, plan_words = null where tenant_id = ?")
                        .param(renca.value())
                        .update());
        assertThat(plans(renca)).isEmpty();
        assertThat(plans(renca, other)).containsExactly(other);

        assertThat(recount(renca)).isEqualTo(Recount.Outcome.MENDED);
        assertThat(plans(renca, other)).containsExactlyInAnyOrder(renca, other);
        assertThat(recount(renca)).isEqualTo(Recount.Outcome.SAME);
    }

    private List<TenantId> plans(TenantId... among) {
        var asked = new ToldCommitments.Asked(List.of(List.of(" plan")), "plan", 5);
        var found = told.plans(asked, Set.of(among));
        assertThat(found.all()).isEqualTo(found.nearest().size());
        return found.nearest().stream().map(ToldCommitments.Plan::tenant).toList();
    }

    private ToldCommitments.Standing standing(TenantId tenant, String now) {
        return told.all(Instant.parse(now)).stream()
                .filter(standing -> standing.told().tenant().equals(tenant))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void newsThatArriveLateAreNewsToo() {
        var slow = fresh.municipality("lenta");
        var quick = fresh.municipality("rapida");
        publish(slow); // happens first, is heard last
        publish(quick);
        delivery.deliver(quick);
        var before = told.state();
        assertThat(told.state()).isEqualTo(before);

        delivery.deliver(slow);

        assertThat(told.state()).isNotEqualTo(before);
        assertThat(told.all(Instant.now()))
                .extracting(standing -> standing.told().tenant())
                .contains(slow, quick);
    }

    @Test
    void aCountThatNewsOvertakeIsNotKept() {
        var renca = fresh.municipality("renca");
        var made = publish(renca);
        delivery.deliver(renca);
        var old = TenantScope.in(renca, published::now);
        var times = new AtomicInteger();

        var outcome = recounts.of(renca, () -> {
            int next = times.incrementAndGet();
            TenantScope.run(
                    renca,
                    () -> fresh.officer(renca, Role.EDITOR).act(() -> {
                        tracking.reportProgress(made.commitment(), made.first(), new Percent(next), MINUTES, TODAY);
                        return made;
                    }));
            delivery.deliver(renca);
            return old;
        });

        assertThat(outcome).isEqualTo(Recount.Outcome.OVERTAKEN);
        assertThat(recount(renca)).isEqualTo(Recount.Outcome.SAME);
    }

    @Test
    void anActWhoseNewsAreStillOnTheirWayIsNoError() {
        var renca = fresh.municipality("renca");
        publish(renca); // not delivered yet
        var times = new AtomicInteger();

        var outcome = recounts.of(renca, () -> {
            if (times.incrementAndGet() > 1) {
                delivery.deliver(renca);
            }
            return TenantScope.in(renca, published::now);
        });

        assertThat(outcome).isEqualTo(Recount.Outcome.SAME);
    }

    @Test
    void aSelectionIsItsOwnersAloneAndOfOneWorld() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var region = fresh.make(TenantKind.REGIONAL_GOVERNMENT, "gore", List.of());
        var invented = new World(TenantKind.MUNICIPALITY, true);

        var kept = in(renca, Role.EDITOR, () -> selections.keep(" Vecinas ", invented, Set.of(maipu)));

        assertThat(in(renca, Role.READER, selections::all)).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(kept);
            assertThat(one.name()).isEqualTo("Vecinas");
            assertThat(one.members()).containsExactlyInAnyOrder(renca, maipu);
        });
        assertThat(in(maipu, Role.ADMINISTRATOR, selections::all)).isEmpty();
        assertThat(COORDINATOR.act(selections::all)).extracting(Selection::id).doesNotContain(kept);
        assertThatThrownBy(() -> in(maipu, Role.EDITOR, () -> forget(kept))).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> COORDINATOR.act(() -> forget(kept))).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> in(renca, Role.READER, () -> forget(kept))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> in(renca, Role.EDITOR, () -> selections.keep("Mezcla", invented, Set.of(region))))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() ->
                        in(renca, Role.EDITOR, () -> selections.keep("Real", World.MUNICIPALITIES, Set.of(maipu))))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> in(renca, Role.EDITOR, () -> selections.keep("Sola", invented, Set.of(renca))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> in(renca, Role.EDITOR, () -> selections.keep("  ", invented, Set.of(maipu))))
                .isInstanceOf(Refused.class);
        assertThat(in(renca, Role.EDITOR, () -> forget(kept))).isTrue();
        assertThat(in(renca, Role.READER, selections::all)).isEmpty();
    }

    @Test
    void aSelectionKeptAgainUnderItsNameIsReplaced() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var macul = fresh.municipality("macul");
        var invented = new World(TenantKind.MUNICIPALITY, true);
        in(renca, Role.EDITOR, () -> selections.keep("Vecinas", invented, Set.of(maipu)));

        in(renca, Role.EDITOR, () -> selections.keep("Vecinas", invented, Set.of(macul)));

        assertThat(in(renca, Role.READER, selections::all))
                .singleElement()
                .satisfies(one -> assertThat(one.members()).containsExactlyInAnyOrder(renca, macul));
    }

    @Test
    void nobodyReadsFiguresWhereTheyHaveNoPlace() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var stranger = new Officer(new PersonId(Ids.next()), "Otro", "otro@ejemplo.invalid", false, null);
        var invented = new World(TenantKind.MUNICIPALITY, true);
        for (var reading : List.<Supplier<Object>>of(
                () -> comparison.lines(TODAY),
                () -> comparison.behind(renca, TODAY),
                () -> comparison.trend(Indicator.PROGRESS, List.of(), null, TODAY),
                () -> selections.all(),
                () -> selections.keep("Ajena", invented, Set.of(renca, maipu)),
                () -> forget(new Peers.SelectionId(Ids.next())))) {
            assertThatThrownBy(reading::get).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> stranger.act(reading::get)).isInstanceOf(Unknown.class);
            assertThatThrownBy(() -> TenantScope.in(
                            maipu,
                            () -> fresh.officer(renca, Role.ADMINISTRATOR).act(reading::get)))
                    .isInstanceOf(Unknown.class);
        }
    }

    @Test
    void aTenantsLoginReachesNoneOfTheTables() {
        var renca = fresh.municipality("renca");

        assertThatThrownBy(() -> TenantScope.in(
                        renca,
                        () -> sql.of("select count(*) from platform.figure_day")
                                .query(Integer.class)
                                .single()))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> TenantScope.in(
                        renca,
                        () -> sql.of("select count(*) from platform.peer_selection")
                                .query(Integer.class)
                                .single()))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> TenantScope.in(
                        renca,
                        () -> sql.of("select count(*) from platform.peer_selection_member")
                                .query(Integer.class)
                                .single()))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> sql.of("select count(*) from figure_day")
                        .query(Integer.class)
                        .single())
                .hasStackTraceContaining("scope");
    }

    private boolean forget(Peers.SelectionId id) {
        selections.forget(id);
        return true;
    }

    private <T> T in(TenantId tenant, Role role, Supplier<T> work) {
        return TenantScope.in(tenant, () -> fresh.officer(tenant, role).act(work::get));
    }

    private Recount.Outcome recount(TenantId tenant) {
        return recounts.of(tenant, () -> TenantScope.in(tenant, published::now));
    }

    private List<LocalDate> kept(TenantId tenant, Indicator indicator) {
        var own = line(tenant);
        return COORDINATOR.act(() -> comparison.trend(indicator, List.of(own), null, LocalDate.of(2026, 1, 1))).stream()
                .map(Comparison.Day::day)
                .toList();
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
