package org.cabildo.admin.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.cabildo.identity.Role;
import org.cabildo.tenancy.TenantId;
import org.junit.jupiter.api.Test;

class TabTest {

    private final Tab renca = new Tab(new TenantId(UUID.randomUUID()), "renca");

    @Test
    void showsItsOwnTenantOnly() {
        assertThat(renca.shows("t/renca/planes")).isTrue();
        assertThat(renca.shows("/t/renca")).isTrue();
        assertThat(renca.shows("t/maipu/planes")).isFalse();
        assertThat(renca.shows("t/renca-norte")).isFalse();
        assertThat(renca.shows("")).isFalse();
        assertThat(renca.shows("nacional")).isFalse();
    }

    @Test
    void thePlatformsTabShowsNoTenant() {
        assertThat(Tab.PLATFORM.shows("")).isTrue();
        assertThat(Tab.PLATFORM.shows("nacional/ordenes")).isTrue();
        assertThat(Tab.PLATFORM.shows("t/renca")).isFalse();
    }

    @Test
    void isTiedForLife() {
        var tabs = new Tabs();
        var tied = new Tabs.Tied(renca, Set.of(Role.EDITOR));
        tabs.tie(3, tied);

        assertThat(tabs.find(3)).contains(tied);
        assertThatThrownBy(() -> tabs.tie(3, new Tabs.Tied(Tab.PLATFORM, Set.of())))
                .isInstanceOf(IllegalStateException.class);
        assertThat(tabs.find(3)).contains(tied);
    }
}
