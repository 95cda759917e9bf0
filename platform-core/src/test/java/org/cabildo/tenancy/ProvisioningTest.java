package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class ProvisioningTest {

    @Autowired
    FreshTenants fresh;

    @Autowired
    Tenants tenants;

    @Autowired
    Sql sql;

    @Test
    void aTenantIsReachableUnderItsOwnLoginOnceItsOrderIsWorked() {
        var renca = fresh.municipality("renca");

        var login = TenantScope.in(
                renca, () -> sql.of("select current_user").query(String.class).single());

        assertThat(login).matches("t[a-z0-9]{14}_office");
        assertThat(tenants.require(renca).isInStep()).isTrue();
    }
}
