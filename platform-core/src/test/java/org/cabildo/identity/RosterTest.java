package org.cabildo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class RosterTest {

    @Autowired
    FreshTenants fresh;

    @Autowired
    People people;

    @Autowired
    Roster roster;

    @Test
    void whoMayApproveIsNamedHereAndNobodyElse() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        employ(renca, "Ñusta", Role.APPROVER, Role.EDITOR);
        employ(renca, "Nadia", Role.ADMINISTRATOR);
        employ(renca, "Eva", Role.EDITOR);
        employ(renca, "Rita", Role.READER);
        employ(maipu, "Marta", Role.APPROVER);

        assertThat(approvers(renca, fresh.officer(renca, Role.READER))).endsWith("Nadia", "Ñusta");
        assertThat(approvers(renca, fresh.officer(renca, Role.READER))).doesNotContain("Eva", "Rita", "Marta");
        assertThatThrownBy(() -> approvers(renca, fresh.officer(maipu, Role.ADMINISTRATOR)))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> fresh.officer(renca, Role.READER).act(() -> roster.namesOf(Role.APPROVER)))
                .isInstanceOf(RuntimeException.class);
    }

    private List<String> approvers(TenantId tenant, Officer officer) {
        return TenantScope.in(tenant, () -> officer.act(() -> roster.namesOf(Role.APPROVER)));
    }

    private void employ(TenantId tenant, String name, Role... roles) {
        TenantScope.in(
                tenant,
                () -> fresh.officer(tenant, Role.ADMINISTRATOR).act(() -> {
                    people.give(Ids.next() + "@" + tenant + ".invalid", name, Set.of(roles));
                    return true;
                }));
    }
}
