package org.cabildo.tenancy;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.cabildo.kernel.Unknown;

/** Finds the login of a scope: the platform's follows from the key, a tenant's is read once and decrypted. */
final class Logins {

    private final LoginKind kind;
    private final Vault vault;
    private final KeyedPool pool;
    private final Login platform;
    private final ConcurrentMap<TenantId, Login> known = new ConcurrentHashMap<>();

    Logins(LoginKind kind, Vaults vaults, KeyedPool pool) {
        this.kind = kind;
        this.vault = vaults.of(kind);
        this.pool = pool;
        this.platform = vault.platformLogin(kind);
    }

    Login of(Scope scope) throws SQLException {
        return switch (scope) {
            case Scope.Platform() -> platform;
            case Scope.OfTenant(TenantId tenant) -> {
                var login = known.get(tenant);
                yield login != null ? login : read(tenant);
            }
        };
    }

    /** Forgets a credential, because it was refused and may have been rotated. */
    void forget(Scope scope) {
        if (scope instanceof Scope.OfTenant(TenantId tenant)) {
            known.remove(tenant);
        }
    }

    /** Reads before any connection of the tenant is taken: a thread never holds two. */
    private Login read(TenantId tenant) throws SQLException {
        try (var connection = pool.borrow(platform);
                var query = connection.prepareStatement(
                        "select login, secret from tenant_login where tenant_id = ? and kind = ?")) {
            query.setObject(1, tenant.value());
            query.setString(2, kind.name());
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    throw new Unknown("tenant", tenant);
                }
                var login = vault.open(row.getString(1), row.getBytes(2));
                known.put(tenant, login);
                return login;
            }
        }
    }
}
