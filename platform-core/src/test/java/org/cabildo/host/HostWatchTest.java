package org.cabildo.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.HostName;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.notice.ReceivedNotice;
import org.cabildo.notice.ReceivedNotices;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Machine;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@RoomTest
@TestPropertySource(
        properties = {
            "cabildo.host.portal=https://abierto.nacional.cl",
            "cabildo.host.office=https://oficina.gobierno.cl:8443"
        })
class HostWatchTest {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    FreshTenants fresh;

    @Autowired
    PortalHosts hosts;

    @Autowired
    HostWatch watch;

    @Autowired
    ReceivedNotices received;

    @Autowired
    Tenants tenants;

    @Autowired
    Sql sql;

    private final String host = "vigilado-" + NEXT.incrementAndGet() + ".municipio.cl";
    private TenantId renca;
    private TenantId maipu;
    private HostProof proof;

    @BeforeEach
    void aTenantWithAProvenHostAndItsNeighbour() {
        renca = fresh.municipality("renca");
        maipu = fresh.municipality("maipu");
        proof = proven(renca);
    }

    @Test
    void aHostThatIsStillProvenServesOnAndNobodyIsTold() {
        after(DAY.multipliedBy(40));

        assertServes(renca);
        assertThat(own(renca).missingSince()).isEmpty();
        assertThat(unread(renca, Role.ADMINISTRATOR)).isEmpty();
    }

    @Test
    void itIsLookedAtOnceADayAndByOneWorkerAlone() {
        Machine.dns().forgets(proof.name());

        lookAround();
        assertThat(own(renca).missingSince()).as("it was proven a moment ago").isEmpty();
        after(DAY.plus(HOUR));
        assertThat(own(renca).missingSince()).isPresent();
        assertThat(watch.lookAtOne()).as("whoever looks claims it").isFalse();
    }

    @Test
    void aProofThatIsGoneForADayIsToldToAdministratorsAloneAndAfterTheGraceTheHostStops() {
        Machine.dns().forgets(proof.name());

        after(DAY.plus(HOUR));
        assertThat(unread(renca, Role.ADMINISTRATOR))
                .as("a zone may be moved just now")
                .isEmpty();
        after(DAY.plus(HOUR));

        assertThat(unread(renca, Role.ADMINISTRATOR)).singleElement().satisfies(notice -> {
            assertThat(notice.said().title()).isEqualTo("Falta la prueba de su dominio en el DNS");
            assertThat(notice.said().text())
                    .contains(host, proof.name(), proof.text())
                    .doesNotContain("{");
            assertThat(notice.said().englishText()).contains(host, proof.name(), proof.text());
        });
        assertThat(unread(renca, Role.EDITOR)).isEmpty();
        assertThat(unread(maipu, Role.ADMINISTRATOR)).isEmpty();
        assertServes(renca);
        assertThat(standing(renca).stops()).isPresent();

        after(Duration.ofDays(13));
        assertServes(renca);
        after(DAY);

        assertServesNobody();
        await().untilAsserted(() -> assertThat(tenants.require(renca).host()).isNull());
        assertThat(standing(renca).serving()).isEmpty();
        assertThat(unread(renca, Role.ADMINISTRATOR))
                .singleElement()
                .satisfies(notice ->
                        assertThat(notice.said().title()).isEqualTo("El portal ya no responde en su dominio"));
        after(DAY.multipliedBy(3));
        assertThat(unread(renca, Role.ADMINISTRATOR)).as("it is told once").hasSize(1);
    }

    @Test
    void onceTheProofIsBackItServesAgainAndNothingIsToldAnyMore() {
        lapse();
        assertServesNobody();

        Machine.dns().says(proof.name(), "v=spf1 -all", proof.text());
        after(HOUR.multipliedBy(2));

        assertServes(renca);
        assertThat(unread(renca, Role.ADMINISTRATOR)).isEmpty();
        assertThat(own(renca)).isEqualTo(new OwnHost(proof, empty(), empty(), empty()));
        Machine.dns().forgets(proof.name());
        after(DAY.plus(HOUR));
        assertServes(renca);
    }

    @Test
    void anAdministratorHasItLookedAtAtOnce() {
        lapse();
        assertRefused(renca, "host.unproven", hosts::lookAgain);

        Machine.dns().says(proof.name(), proof.text());
        in(renca, hosts::lookAgain);

        assertServes(renca);
        assertThat(unread(renca, Role.ADMINISTRATOR)).isEmpty();
        assertRefused(maipu, "host.none.own", hosts::lookAgain);
        assertThatThrownBy(() -> TenantScope.in(renca, () -> as(fresh.officer(renca, Role.EDITOR), hosts::lookAgain)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        TenantScope.in(renca, () -> as(fresh.officer(maipu, Role.ADMINISTRATOR), hosts::lookAgain)))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void aNameServerThatIsSilentTakesNobodysHost() {
        Machine.dns().forgets(proof.name());
        after(DAY.plus(HOUR));
        after(DAY.plus(HOUR));
        assertThat(unread(renca, Role.ADMINISTRATOR)).hasSize(1);

        Machine.dns().neverAnswers(proof.name());
        after(DAY.multipliedBy(30));
        assertServes(renca);

        Machine.dns().answers(proof.name());
        after(HOUR.multipliedBy(2));
        assertServesNobody();
    }

    @Test
    void aNameThatChangedHandsIsItsNewOwnersOnceTheOldProofIsGoneForLong() {
        Machine.dns().forgets(proof.name());
        assertRefused(maipu, "host.taken", () -> hosts.claim(host));
        lapse();

        var taken = proven(maipu);

        assertServes(maipu);
        assertThat(standing(renca).own()).isEmpty();
        Machine.dns().says(proof.name(), proof.text(), taken.text());
        after(DAY.plus(HOUR));
        assertServes(maipu);
        assertRefused(renca, "host.none.own", hosts::lookAgain);
        assertRefused(renca, "host.taken", () -> hosts.claim(host));
    }

    @Test
    void whoeverGivesItUpIsToldNothingOfItAnyMore() {
        Machine.dns().forgets(proof.name());
        after(DAY.plus(HOUR));
        after(DAY.plus(HOUR));
        assertThat(unread(renca, Role.ADMINISTRATOR)).hasSize(1);

        in(renca, hosts::giveUp);

        assertThat(unread(renca, Role.ADMINISTRATOR)).isEmpty();
        assertServesNobody();
    }

    @Test
    void aHostProvenBeforeHostsWereWatchedHasItsWholeGrace() {
        TenantScope.runPlatform(() -> sql.of("""
                update tenant_host set token = default, next_look = default where tenant_id = ?
                """).param(renca.value()).update());

        after(HOUR);
        assertServes(renca);
        var wanted = own(renca).proof();
        assertThat(wanted.token()).matches("[0-9a-f]{32}").isNotEqualTo(proof.token());

        Machine.dns().says(wanted.name(), wanted.text());
        after(HOUR.multipliedBy(2));
        assertThat(own(renca).missingSince()).isEmpty();
    }

    private void lapse() {
        Machine.dns().forgets(proof.name());
        after(DAY.plus(HOUR));
        after(DAY.plus(HOUR));
        after(DAY.multipliedBy(15));
    }

    /** So much later the worker looks around: all that is remembered of the host is that much older. */
    private void after(Duration more) {
        TenantScope.runPlatform(() -> sql.of("""
                update tenant_host h set next_look = next_look - more, missing_since = missing_since - more,
                       told_at = told_at - more, lapsed_at = lapsed_at - more
                  from make_interval(secs => :seconds) as more
                 where h.host = :host
                """)
                .param("seconds", more.toSeconds())
                .param("host", host)
                .update());
        lookAround();
    }

    private void lookAround() {
        while (watch.lookAtOne()) {
            // until none is due
        }
    }

    private void assertServes(TenantId tenant) {
        await().untilAsserted(
                        () -> assertThat(tenants.byHost(host)).map(Tenant::id).contains(tenant));
    }

    private void assertServesNobody() {
        await().untilAsserted(() -> assertThat(tenants.byHost(host)).isEmpty());
    }

    private HostProof proven(TenantId tenant) {
        in(tenant, () -> hosts.claim(host));
        var wanted = standing(tenant).claim().orElseThrow().wanted();
        Machine.dns().says(wanted.name(), wanted.text());
        in(tenant, hosts::prove);
        assertThat(own(tenant).host()).isEqualTo(new HostName(host));
        return wanted;
    }

    private OwnHost own(TenantId tenant) {
        return standing(tenant).own().orElseThrow();
    }

    private PortalHosts.Standing standing(TenantId tenant) {
        Supplier<PortalHosts.Standing> asked = hosts::standing;
        return TenantScope.in(
                tenant, () -> fresh.officer(tenant, Role.ADMINISTRATOR).act(asked::get));
    }

    private List<ReceivedNotice> unread(TenantId tenant, Role role) {
        return TenantScope.in(tenant, () -> fresh.officer(tenant, role).act(received::unread)).stream()
                .filter(notice -> notice.said().text().contains(host))
                .toList();
    }

    private static Optional<Instant> empty() {
        return Optional.empty();
    }

    private void assertRefused(TenantId tenant, String code, Runnable act) {
        assertThatThrownBy(() -> in(tenant, act))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private void in(TenantId tenant, Runnable act) {
        TenantScope.in(tenant, () -> as(fresh.officer(tenant, Role.ADMINISTRATOR), act));
    }

    private static boolean as(Officer officer, Runnable act) {
        return officer.act(() -> {
            act.run();
            return true;
        });
    }
}
