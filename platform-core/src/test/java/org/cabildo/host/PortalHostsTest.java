package org.cabildo.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cabildo.identity.Officer;
import org.cabildo.identity.PersonId;
import org.cabildo.identity.Role;
import org.cabildo.kernel.HostName;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.Provisioning;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.TenantOrders;
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
class PortalHostsTest {

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    FreshTenants fresh;

    @Autowired
    PortalHosts hosts;

    @Autowired
    Tenants tenants;

    @Autowired
    TenantOrders orders;

    @Autowired
    Provisioning provisioning;

    private final String host = "portal-" + NEXT.incrementAndGet() + ".municipio.cl";
    private TenantId renca;
    private TenantId maipu;

    @BeforeEach
    void twoNeighbours() {
        renca = fresh.municipality("renca");
        maipu = fresh.municipality("maipu");
    }

    @Test
    void servesOnceItIsProvenAndNotBefore() {
        var claim = claimed(renca, host);
        assertThat(tenants.byHost(host)).isEmpty();
        assertRefused(renca, "host.unproven", hosts::prove);
        assertThat(tenants.byHost(host)).isEmpty();

        prove(renca, claim);

        assertThat(tenants.byHost(host)).map(Tenant::id).contains(renca);
        var slug = tenants.byHost(host).orElseThrow().slug();
        await().untilAsserted(
                        () -> assertThat(tenants.bySlug(slug)).map(Tenant::host).contains(host));
        assertThat(standing(renca).claim()).isEmpty();
        assertThat(standing(renca).serving()).contains(new HostName(host));
        assertThat(tenants.all())
                .filteredOn(tenant -> host.equals(tenant.host()))
                .hasSize(1);
    }

    @Test
    void aHostThatAPortalHasIsRefusedWithoutTellingWhose() {
        prove(renca, claimed(renca, host));

        assertThatThrownBy(() -> in(maipu, () -> hosts.claim(host.toUpperCase(java.util.Locale.ROOT))))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("host.taken");
                    assertThat(refused.arguments()).hasToString("[" + host + "]");
                    assertThat(refused.getMessage()).doesNotContain("renca");
                });
        assertThat(standing(maipu).claim()).isEmpty();
        assertRefused(renca, "host.serving", () -> hosts.claim(host));
    }

    @Test
    void twoMayWantTheSameHostAndWhoeverProvesItHasIt() {
        var squatter = claimed(maipu, host);
        var owner = claimed(renca, host);
        assertThat(squatter.token()).isNotEqualTo(owner.token());

        prove(renca, owner);

        assertRefused(maipu, "host.other", hosts::prove);
        Machine.dns().says(squatter.name(), owner.proof(), squatter.proof());
        assertRefused(maipu, "host.taken", hosts::prove);
        assertThat(standing(maipu).claim())
                .as("nothing is lost")
                .map(HostClaim::host)
                .contains(new HostName(host));
        assertThat(tenants.byHost(host)).map(Tenant::id).contains(renca);
    }

    @Test
    void whatTheDnsSaysInsteadIsTold() {
        var claim = claimed(renca, host);
        Machine.dns().says(claim.name(), "v=spf1 -all", "otro");

        assertThatThrownBy(() -> in(renca, hosts::prove)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("host.other");
            assertThat(refused.arguments()).containsExactly(claim.name(), "v=spf1 -all", claim.proof());
        });
        Machine.dns().says(claim.name(), "x".repeat(250));
        assertThatThrownBy(() -> in(renca, hosts::prove)).hasMessageContaining("x".repeat(80) + "…");
    }

    @Test
    void aDnsThatIsSilentIsNobodysFault() {
        var claim = claimed(renca, host);
        Machine.dns().neverAnswers(claim.name());

        assertRefused(renca, "host.silent", hosts::prove);
        assertThat(standing(renca).claim()).contains(claim);
    }

    @Test
    void aHostKeepsServingUntilTheNextOneIsProven() {
        var next = "nuevo-" + host;
        prove(renca, claimed(renca, host));
        var claim = claimed(renca, next);
        assertThat(tenants.byHost(host)).isPresent();
        assertThat(tenants.byHost(next)).isEmpty();

        prove(renca, claim);

        assertThat(tenants.byHost(next)).map(Tenant::id).contains(renca);
        await().untilAsserted(() -> assertThat(tenants.byHost(host)).isEmpty());
    }

    @Test
    void whoStatesTheSameHostAgainKeepsTheProofAndAnotherHostHasAnother() {
        var first = claimed(renca, host);

        assertThat(claimed(renca, host).token()).isEqualTo(first.token());
        assertThat(claimed(renca, "otro-" + host).token()).isNotEqualTo(first.token());
        assertThat(claimed(renca, host).token()).isNotEqualTo(first.token());
    }

    @Test
    void isWithdrawnAndGivenUpAndThenFreeForOthers() {
        claimed(renca, host);
        in(renca, hosts::withdraw);
        assertThat(standing(renca).claim()).isEmpty();
        assertRefused(renca, "host.none", hosts::prove);

        prove(renca, claimed(renca, host));
        in(renca, hosts::giveUp);
        assertThat(standing(renca).serving()).isEmpty();
        await().untilAsserted(() -> assertThat(tenants.byHost(host)).isEmpty());

        prove(maipu, claimed(maipu, host));
        assertThat(tenants.byHost(host)).map(Tenant::id).contains(maipu);
    }

    @Test
    void namesOfTheHouseAndWhatIsNoHostAreRefused() {
        Map.of(
                        "abierto.nacional.cl", "host.ours",
                        "renca.abierto.nacional.cl", "host.ours",
                        "Oficina.Gobierno.CL.", "host.ours",
                        "portal.renca.local", "host.private",
                        "http://renca.cl", "host.shape",
                        "127.0.0.1", "host.shape")
                .forEach((typed, code) -> assertRefused(renca, code, () -> hosts.claim(typed)));
        assertThat(standing(renca).claim()).isEmpty();
    }

    @Test
    void isTheBusinessOfTheTenantsAdministratorsAndOfNobodyElse() {
        claimed(renca, host);
        List<ThrowingCallable> acts =
                List.of(hosts::standing, () -> hosts.claim("x-" + host), hosts::prove, hosts::withdraw, hosts::giveUp);
        var stranger = fresh.officer(maipu, Role.ADMINISTRATOR);
        var coordinator = new Officer(new PersonId(Ids.next()), "Nora", "nora@ejemplo.invalid", true, null);

        for (var act : acts) {
            for (var nobody : List.of(stranger, coordinator)) {
                assertThatThrownBy(() -> as(renca, nobody, act)).isInstanceOf(Unknown.class);
            }
            for (var role : List.of(Role.APPROVER, Role.EDITOR, Role.READER)) {
                assertThatThrownBy(() -> as(renca, fresh.officer(renca, role), act))
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.code()).isEqualTo("identity.role.administrator"));
            }
            assertThatThrownBy(act).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> stranger.act(() -> {
                        act.call();
                        return true;
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(standing(renca).claim()).map(HostClaim::host).contains(new HostName(host));
        assertThat(standing(maipu).claim()).isEmpty();
    }

    @Test
    void whatTheCoordinatorsListNamesWaitsForItsProofToo() {
        var id = TenantScope.platform(() -> orders.place(
                Ids.next(),
                new TenantOrders.Onboard(
                        TenantKind.MUNICIPALITY,
                        "Con dominio",
                        "con-dominio",
                        host,
                        null,
                        "13",
                        ZoneId.of("America/Santiago"),
                        true,
                        null,
                        "ogp",
                        List.of()),
                "prueba"));
        while (provisioning.workOne()) {
            // until ours is done
        }

        assertThat(tenants.byHost(host)).isEmpty();
        assertThat(tenants.require(id).host()).isNull();
        prove(id, standing(id).claim().orElseThrow());
        assertThat(tenants.byHost(host)).map(Tenant::id).contains(id);
    }

    private HostClaim claimed(TenantId tenant, String typed) {
        in(tenant, () -> hosts.claim(typed));
        return standing(tenant).claim().orElseThrow();
    }

    private void prove(TenantId tenant, HostClaim claim) {
        Machine.dns().says(claim.name(), claim.proof());
        in(tenant, hosts::prove);
    }

    private PortalHosts.Standing standing(TenantId tenant) {
        Supplier<PortalHosts.Standing> asked = hosts::standing;
        return TenantScope.in(
                tenant, () -> fresh.officer(tenant, Role.ADMINISTRATOR).act(asked::get));
    }

    private void assertRefused(TenantId tenant, String code, Runnable act) {
        assertThatThrownBy(() -> in(tenant, act))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private void in(TenantId tenant, Runnable act) {
        TenantScope.in(
                tenant,
                () -> fresh.officer(tenant, Role.ADMINISTRATOR).act(() -> {
                    act.run();
                    return true;
                }));
    }

    private static void as(TenantId tenant, Officer officer, ThrowingCallable act) throws Throwable {
        TenantScope.call(
                new org.cabildo.tenancy.Scope.OfTenant(tenant),
                () -> officer.act(() -> {
                    act.call();
                    return true;
                }));
    }
}
