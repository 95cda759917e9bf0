package org.cabildo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.function.Supplier;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class PeopleTest {

    @Autowired
    FreshTenants fresh;

    @Autowired
    People people;

    private TenantId renca;
    private TenantId maipu;

    @BeforeEach
    void twoTenants() {
        renca = fresh.municipality("renca");
        maipu = fresh.municipality("maipu");
    }

    @Test
    void maipuNeitherSeesNorRemovesRencasPeople() {
        var ana = "ana@" + renca + ".invalid";
        give(renca, ana, Role.EDITOR);
        var person = people.byEmail(ana).orElseThrow().person();

        assertThat(as(maipu, people::colleagues))
                .extracting(People.Colleague::email)
                .doesNotContain(ana);
        assertThatThrownBy(() -> as(maipu, () -> {
                    people.remove(person);
                    return true;
                }))
                .isInstanceOf(Unknown.class);
        assertThat(as(renca, people::colleagues))
                .extracting(People.Colleague::email)
                .contains(ana);
    }

    @Test
    void aRoleGivenInOneTenantOpensNoOther() {
        var ana = "ana@" + renca + ".invalid";
        give(renca, ana, Role.EDITOR);
        var person = people.byEmail(ana).orElseThrow().person();

        assertThat(people.placesOf(person)).extracting(Place::tenant).containsExactly(renca);
        assertThat(people.enter(person, renca).roles()).containsExactly(Role.EDITOR);
        assertThatThrownBy(() -> people.enter(person, maipu)).isInstanceOf(Unknown.class);
    }

    @Test
    void whatMaipuGivesSomebodyOfRencaLeavesTheirRolesThereAlone() {
        var ana = "ana@" + renca + ".invalid";
        give(renca, ana, Role.EDITOR);
        give(maipu, ana, Role.READER);
        var person = people.byEmail(ana).orElseThrow().person();

        as(maipu, () -> {
            people.remove(person);
            return true;
        });

        assertThat(people.enter(person, renca).roles()).containsExactly(Role.EDITOR);
    }

    @Test
    void thePeopleOfATenantAreNoneOfTheBusinessOfItsOtherOfficersNorOfAStranger() {
        var editor = fresh.officer(renca, Role.EDITOR, Role.APPROVER);
        var stranger = fresh.officer(maipu, Role.ADMINISTRATOR);

        assertThatThrownBy(() -> TenantScope.in(renca, () -> editor.act(people::colleagues)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> TenantScope.in(renca, () -> stranger.act(people::colleagues)))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void outsideAnyScopeThereAreNoColleagues() {
        var administrator = fresh.officer(renca, Role.ADMINISTRATOR);

        assertThatThrownBy(() -> administrator.act(people::colleagues)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> administrator.act(() -> TenantScope.platform(people::colleagues)))
                .isInstanceOf(IllegalStateException.class);
    }

    private void give(TenantId tenant, String email, Role role) {
        as(tenant, () -> {
            people.give(email, "Ana", Set.of(role));
            return true;
        });
    }

    private <T> T as(TenantId tenant, Supplier<T> work) {
        return TenantScope.in(
                tenant, () -> fresh.officer(tenant, Role.ADMINISTRATOR).act(work::get));
    }
}
