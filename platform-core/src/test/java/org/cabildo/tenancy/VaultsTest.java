package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VaultsTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void anApplicationOpensItsOwnKindOnly() {
        var portal = new Vaults(settings(LoginKind.PORTAL, null, KEY));

        assertThat(portal.of(LoginKind.PORTAL)).isNotNull();
        assertThatThrownBy(() -> portal.of(LoginKind.OFFICE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theWorkerOpensBoth() {
        var worker = new Vaults(settings(LoginKind.OFFICE, KEY, KEY));

        assertThat(worker.of(LoginKind.OFFICE)).isNotNull();
        assertThat(worker.of(LoginKind.PORTAL)).isNotNull();
    }

    @Test
    void anApplicationWithoutItsKeyDoesNotStart() {
        assertThatThrownBy(() -> new Vaults(settings(LoginKind.OFFICE, " ", KEY)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void settingsAreNeverPrintedWithKeys() {
        assertThat(settings(LoginKind.OFFICE, KEY, KEY).toString()).doesNotContain(KEY);
        assertThat(new TenancySettings.Provisioner("worker", "secret", 2).toString())
                .doesNotContain("secret");
    }

    private static TenancySettings settings(LoginKind kind, @Nullable String officeKey, @Nullable String portalKey) {
        var pool = new TenancySettings.Pool(10, 2, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(1));
        return new TenancySettings("jdbc:postgresql://nowhere/none", kind, officeKey, portalKey, pool, null);
    }
}
