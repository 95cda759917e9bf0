package org.cabildo.tenancy;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The vaults an application can open: the worker both, an application its own kind only. */
final class Vaults {

    private final Map<LoginKind, Vault> byKind = new EnumMap<>(LoginKind.class);

    Vaults(TenancySettings settings) {
        put(LoginKind.OFFICE, settings.officeKey());
        put(LoginKind.PORTAL, settings.portalKey());
        of(settings.loginKind());
    }

    Vault of(LoginKind kind) {
        var vault = byKind.get(kind);
        if (vault == null) {
            throw new IllegalStateException("This application has no key for credentials of the kind " + kind);
        }
        return vault;
    }

    private void put(LoginKind kind, @Nullable String key) {
        if (key != null && !key.isBlank()) {
            byKind.put(kind, new Vault(key));
        }
    }
}
