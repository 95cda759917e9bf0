package org.cabildo.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.cabildo.calendar.GovernmentSearch;
import org.cabildo.identity.Officer;
import org.cabildo.identity.People;
import org.cabildo.identity.PersonId;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.FailureCause;
import org.cabildo.tenancy.Provisioning;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Machine;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class OnboardingTest {

    private static final Officer COORDINATOR =
            new Officer(new PersonId(Ids.next()), "Clara Nacional", "clara@ejemplo.invalid", true, null);

    @Autowired
    FreshTenants migrated;

    @Autowired
    Onboarding onboarding;

    @Autowired
    Provisioning provisioning;

    @Autowired
    People people;

    @Autowired
    Tenants tenants;

    @Autowired
    Sql sql;

    /** Orders of one test must not wait for another; tenants made stay, so each test takes governments of its own. */
    @AfterEach
    void nothingWaits() {
        TenantScope.runPlatform(
                () -> sql.of("update tenant_order set state = 'FAILED', reason = 'prueba' where state = 'WAITING'")
                        .update());
    }

    @Test
    void aPreviewAppliesNothing() {
        var before = orders();

        var preview = coordinating(() -> onboarding.preview(bytes("5101;a@x.cl\n99999;b@x.cl"), false));

        assertThat(preview.lines()).extracting(Line::isSound).containsExactly(true, false);
        assertThat(preview.lines().getFirst().government())
                .hasValueSatisfying(g -> assertThat(g.name()).isEqualTo("Municipalidad de Valparaíso"));
        assertThat(orders()).isEqualTo(before);
    }

    @Test
    void theWholeNationCanBePreviewedAndAntarticaAndTheInventedCannot() {
        var everyone = coordinating(() -> onboarding.states(StandingSearch.ALL, StandingSlice.first(400))).stream()
                .filter(s -> s.state() == Standing.State.NOT_ONBOARDED)
                .map(s -> s.government().code())
                .toList();

        var preview = coordinating(() -> onboarding.previewOf(everyone, "equipo@ejemplo.invalid", "", false));
        var odd = coordinating(
                () -> onboarding.previewOf(List.of("12202", "99101"), "equipo@ejemplo.invalid", "", false));

        assertThat(everyone).isNotEmpty();
        assertThat(preview.unsound()).isEmpty();
        assertThat(odd.lines())
                .flatExtracting(Line::problems)
                .extracting(Problem::code)
                .containsExactly("onboarding.code.administered", "onboarding.code.fictional");
    }

    @Test
    void ordersTheChosenLinesAndTheWorkerMakesThem() {
        var preview = coordinating(() ->
                onboarding.preview(bytes("4101;a@serena.cl;la-serena-abierta\n04102;b@coquimbo.cl\n0;c@x.cl"), false));

        var batch = coordinating(() -> onboarding.order(preview, List.of(1)));

        assertThat(progress(batch).waiting()).isEqualTo(1);
        assertThat(stateOf("04101")).isEqualTo(Standing.State.WAITING);
        workAll();
        assertThat(progress(batch).done()).isEqualTo(1);
        assertThat(progress(batch).isOver()).isTrue();
        assertThat(progress(batch).lines())
                .extracting(OrderLine::administrator)
                .containsExactly(Optional.of("a@serena.cl"));
        assertThat(stateOf("04101")).isEqualTo(Standing.State.ACTIVE);
        assertThat(stateOf("04102")).isEqualTo(Standing.State.NOT_ONBOARDED);
        assertThat(tenants.bySlug("la-serena-abierta")).hasValueSatisfying(tenant -> {
            assertThat(tenant.name()).isEqualTo("Municipalidad de La Serena");
            assertThat(tenant.governmentCode()).isEqualTo("04101");
        });
    }

    @Test
    void whatIsOrderedOrOnboardedCannotBeOrderedAgain() {
        var preview = previewOf("04103");
        coordinating(() -> onboarding.orderSound(preview));

        assertThat(previewOf("04103").lines().getFirst().problems())
                .extracting(Problem::code)
                .containsExactly("onboarding.code.waiting");
        workAll();
        assertThat(previewOf("04103").lines().getFirst().problems())
                .extracting(Problem::code)
                .containsExactly("onboarding.code.onboarded");
    }

    @Test
    void refusesTheWholeOrderWhenSomethingWasTakenSinceThePreview() {
        var stale = previewOf("04104", "04105");
        coordinating(() -> onboarding.orderSound(previewOf("04105")));
        var before = orders();

        assertThatThrownBy(() -> coordinating(() -> onboarding.orderSound(stale)))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("onboarding.order.meanwhile");
                    assertThat(refused.arguments()).containsExactly(2, "Municipalidad de Paihuano");
                });

        assertThat(orders()).isEqualTo(before);
        assertThat(stateOf("04104")).isEqualTo(Standing.State.NOT_ONBOARDED);
    }

    @Test
    void aFailureSaysWhyAndCanBeTriedAgain() {
        var batch = coordinating(() -> onboarding.orderSound(previewOf("04106")));
        TenantScope.runPlatform(() -> sql.of("""
                        update tenant_order set state = 'FAILED', cause = 'FULL', reason = 'El disco está lleno', attempts = 3
                         where batch_id = ?
                        """).param(batch).update());

        assertThat(stateOf("04106")).isEqualTo(Standing.State.FAILED);
        assertThat(standing("04106").reason()).contains("El disco está lleno");
        assertThat(standing("04106").cause()).contains(FailureCause.FULL);
        var failure = progress(batch).failures().getFirst();
        assertThat(failure.cause()).contains(FailureCause.FULL);
        assertThat(failure.reason()).contains("El disco está lleno");
        run(() -> onboarding.retry(failure.id()));
        assertThat(progress(batch).waiting()).isEqualTo(1);
        workAll();
        assertThat(progress(batch).done()).isEqualTo(1);
        assertThatThrownBy(() -> run(() -> onboarding.retry(failure.id()))).isInstanceOf(Refused.class);
    }

    @Test
    void aFailedOrderCannotBeTriedAgainWhenAnotherTookItsPlace() {
        var batch = coordinating(() -> onboarding.orderSound(previewOf("04201")));
        TenantScope.runPlatform(() -> sql.of("update tenant_order set state = 'FAILED' where batch_id = ?")
                .param(batch)
                .update());
        coordinating(() -> onboarding.orderSound(previewOf("04201")));
        var failed = progress(batch).failures().getFirst().id();

        assertThatThrownBy(() -> run(() -> onboarding.retry(failed)))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("onboarding.retry.taken"));
    }

    @Test
    void theNationalListIsSearchedFilteredAndCounted() {
        var search = new StandingSearch(new GovernmentSearch("aysen", null, null, null, false), null);

        assertThat(coordinating(() -> onboarding.count(StandingSearch.ALL))).isEqualTo(361);
        assertThat(coordinating(() -> onboarding.count(search))).isEqualTo(11);
        assertThat(coordinating(() -> onboarding.states(search, StandingSlice.first(3))))
                .hasSize(3);
        for (var order : StandingSlice.Order.values()) {
            assertThat(coordinating(
                            () -> onboarding.states(StandingSearch.ALL, new StandingSlice(order, false, 300, 100))))
                    .hasSize(61);
        }
    }

    @Test
    void theTallyAddsUpToTheWholeList() {
        coordinating(() -> onboarding.orderSound(previewOf("04301")));

        var tally = coordinating(() -> onboarding.tally(StandingSearch.ALL));

        assertThat(tally.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(361);
        assertThat(tally).containsOnlyKeys(Standing.State.values());
        assertThat(tally.get(Standing.State.WAITING))
                .isEqualTo(coordinating(
                        () -> onboarding.count(new StandingSearch(GovernmentSearch.ALL, Standing.State.WAITING))))
                .isPositive();
    }

    @Test
    void aTenantThatIsSuspendedOrOutOfStepSaysSo() {
        coordinating(() -> onboarding.orderSound(previewOf("04302", "04303")));
        workAll();

        provision("update platform.tenant set life = 'SUSPENDED' where government_code = '04302'");
        provision("update platform.tenant set schema_version = schema_version + 1 where government_code = '04303'");

        assertThat(stateOf("04302")).isEqualTo(Standing.State.SUSPENDED);
        assertThat(stateOf("04303")).isEqualTo(Standing.State.OUT_OF_STEP);
        provision("update platform.tenant set life = 'ACTIVE' where government_code = '04302'");
        provision("update platform.tenant set schema_version = schema_version - 1 where government_code = '04303'");
    }

    @Test
    void aGovernmentSaysWhoWasInvitedToAdministerItAndWhetherTheyCame() {
        coordinating(() ->
                onboarding.orderSound(coordinating(() -> onboarding.preview(bytes("04305;alcaldia@uno.cl"), false))));
        assertThat(standing("04305").administrator()).isEmpty();
        workAll();

        assertThat(standing("04305").administrator()).contains(new Standing.Invited("alcaldia@uno.cl", false));

        people.signedIn(new People.SignIn("https://emisor.invalid", "uno", "alcaldia@uno.cl", "Una"));
        assertThat(standing("04305").administrator()).contains(new Standing.Invited("alcaldia@uno.cl", true));
    }

    @Test
    void theFunnelCountsEachStageAndLeadsToThoseItCounts() {
        coordinating(() -> onboarding.orderSound(previewOf("11101", "11102")));
        workAll();
        TenantScope.runPlatform(() -> sql.of("""
                        update person set signed_in_at = now() where id in (
                          select m.person_id from membership m join tenant t on t.id = m.tenant_id
                           where t.government_code = '11101')
                        """).update());
        coordinating(() -> onboarding.orderSound(previewOf("11201")));

        var funnel = coordinating(() -> onboarding.funnel(false));
        var aysen = funnel.regions().stream()
                .filter(line -> line.region().equals("11"))
                .findFirst()
                .orElseThrow();

        assertThat(funnel.regions())
                .hasSize(16)
                .first()
                .satisfies(line -> assertThat(line.region()).isEqualTo("15"));
        assertThat(funnel.nation()).containsEntry(Stage.LISTED, 361);
        assertThat(aysen.reached()).containsEntry(Stage.LISTED, 11).containsEntry(Stage.PUBLISHED, 0);
        assertThat(aysen.percent(Stage.LISTED)).isEqualTo(100.0);
        for (var stage : Stage.values()) {
            var inRegion = new StandingSearch(new GovernmentSearch("", "11", null, null, false), null, stage);
            assertThat(coordinating(() -> onboarding.count(inRegion)))
                    .as(stage.name())
                    .isEqualTo(aysen.reached().get(stage));
            assertThat(coordinating(() -> onboarding.states(inRegion, StandingSlice.first(400))))
                    .hasSize(aysen.reached().get(stage));
        }
        assertThat(aysen.reached().get(Stage.ORDERED))
                .isGreaterThan(aysen.reached().get(Stage.ONBOARDED));
        assertThat(aysen.reached().get(Stage.ONBOARDED)).isGreaterThanOrEqualTo(2);
        assertThat(aysen.reached().get(Stage.ENTERED)).isPositive();
        assertThat(coordinating(() -> onboarding.funnel(true)).nation()).containsEntry(Stage.LISTED, 9);
    }

    @Test
    void theInventedAreListedApart() {
        var invented = new StandingSearch(new GovernmentSearch("", null, null, null, true), null);

        assertThat(coordinating(() -> onboarding.count(invented))).isEqualTo(9);
    }

    @Test
    void nobodyButACoordinatorFindsTheConsole() {
        var reader = new Officer(new PersonId(Ids.next()), "Luis", "luis@ejemplo.invalid", false, null);
        var preview = previewOf("04304");

        for (Supplier<Object> act : Set.<Supplier<Object>>of(
                () -> onboarding.preview(bytes("04304;a@x.cl"), false),
                () -> onboarding.previewOf(List.of(), true),
                () -> onboarding.orderSound(preview),
                () -> onboarding.progress(Ids.next()),
                () -> onboarding.states(StandingSearch.ALL, StandingSlice.first(1)),
                () -> onboarding.count(StandingSearch.ALL),
                () -> onboarding.tally(StandingSearch.ALL),
                () -> onboarding.funnel(false))) {
            assertThatThrownBy(() -> reader.act(act::get)).isInstanceOf(Unknown.class);
        }
        assertThatThrownBy(() -> coordinating(() -> onboarding.progress(Ids.next())))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> run(() -> onboarding.retry(Ids.next()))).isInstanceOf(Unknown.class);
    }

    private Preview previewOf(String... codes) {
        return coordinating(() -> onboarding.previewOf(List.of(codes), "equipo@ejemplo.invalid", "cplt", false));
    }

    private Progress progress(UUID batch) {
        return coordinating(() -> onboarding.progress(batch));
    }

    private Standing standing(String code) {
        return coordinating(() -> onboarding.states(
                        new StandingSearch(GovernmentSearch.ALL.withText(code), null), StandingSlice.first(1)))
                .getFirst();
    }

    private Standing.State stateOf(String code) {
        return standing(code).state();
    }

    private int orders() {
        return TenantScope.platform(() -> sql.of("select count(*)::int from tenant_order")
                .query(Integer.class)
                .single());
    }

    private void workAll() {
        while (provisioning.workOne()) {
            // until nothing waits
        }
    }

    private static void provision(String statement) {
        var machine = Machine.postgres();
        try (var connection = machine.connect(machine.provisioner());
                var work = connection.createStatement()) {
            work.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T coordinating(Supplier<T> work) {
        return COORDINATOR.act(work::get);
    }

    private static void run(Runnable work) {
        coordinating(() -> {
            work.run();
            return true;
        });
    }

    private static byte[] bytes(String csv) {
        return csv.getBytes(StandardCharsets.UTF_8);
    }
}
