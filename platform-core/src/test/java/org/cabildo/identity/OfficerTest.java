package org.cabildo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OfficerTest {

    private final TenantId renca = new TenantId(Ids.next());
    private final TenantId maipu = new TenantId(Ids.next());

    @Test
    void anActNeedsAPerson() {
        assertThat(Officer.isBound()).isFalse();
        assertThatThrownBy(Officer::current).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> in(renca, () -> Officer.require(Role.READER)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoHasTheRoleInTheTenantInScopePasses() {
        var ana = at(renca, Role.EDITOR);

        assertThat(ana.<Officer, RuntimeException>act(() -> in(renca, () -> Officer.require(Role.EDITOR))))
                .isEqualTo(ana);
        assertThat(Officer.isBound()).isFalse();
    }

    @Test
    void aRoleInAnotherTenantIsWorthNothingHere() {
        var ana = at(renca, Role.ADMINISTRATOR);

        assertThatThrownBy(() -> ana.act(() -> in(maipu, () -> Officer.require(Role.READER))))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void whoIsNowhereFindsNoTenant() {
        var ana = person(true, null);

        assertThatThrownBy(() -> ana.act(() -> in(renca, () -> Officer.require(Role.READER))))
                .isInstanceOf(Unknown.class);
        assertThat(ana.may(Role.READER)).isFalse();
        assertThat(ana.roles()).isEmpty();
        assertThatThrownBy(ana::onBehalfOf).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherRoleIsRefusedByNameOfTheRoleThatIsNeeded() {
        var ana = at(renca, Role.EDITOR);

        assertThatThrownBy(() -> ana.act(() -> in(renca, () -> Officer.require(Role.APPROVER))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("identity.role.approver"))
                .hasMessageContaining("APPROVER")
                .hasMessageContaining("EDITOR");
    }

    @Test
    void aRoleIsAskedForInATenantOnly() {
        var ana = at(renca, Role.EDITOR);

        assertThatThrownBy(() -> ana.act(() -> Officer.require(Role.EDITOR))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ana.act(() -> TenantScope.platform(() -> Officer.require(Role.EDITOR))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theNationalConsoleDoesNotExistForOthers() {
        assertThatThrownBy(() -> at(renca, Role.ADMINISTRATOR).requireNationalCoordinator())
                .isInstanceOf(Unknown.class);
        assertThat(person(true, null).requireNationalCoordinator().coordinator())
                .isTrue();
    }

    @Test
    void aMembersOfficerSpeaksForTheMemberInTheConsortium() {
        var consortium = new TenantId(Ids.next());
        var ana = person(
                false,
                new Place(consortium, TenantKind.CONSORTIUM, "Cuenca", "cuenca", Set.of(Role.EDITOR), renca, "Renca"));

        assertThat(ana.onBehalfOf()).isEqualTo("Renca");
        assertThat(ana.onBehalfOfId()).isEqualTo(renca);
    }

    private Officer at(TenantId tenant, Role... roles) {
        return person(
                false, new Place(tenant, TenantKind.MUNICIPALITY, "Renca", "renca", Set.of(roles), tenant, "Renca"));
    }

    private static Officer person(boolean coordinator, @Nullable Place place) {
        return new Officer(new PersonId(Ids.next()), "Ana", "ana@renca.invalid", coordinator, place);
    }

    private static <T> T in(TenantId tenant, java.util.function.Supplier<T> work) {
        return TenantScope.in(tenant, work);
    }
}
