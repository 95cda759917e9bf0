package org.cabildo.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.cabildo.kernel.Unknown;

/**
 * Finds the login of a scope: the platform's follows from the key, a tenant's is read once and decrypted. Passwords are
 * renewed while applications run: one that is refused is looked for anew.
 */
final class Logins {

    private static final String WRONG_PASSWORD = "28P01";
    private final LoginKind kind;
    private final Vault vault;
    private final KeyedPool pool;
    private final List<Login> platforms; // two while the key is changed
    private final ConcurrentMap<TenantId, Login> known = new ConcurrentHashMap<>();
    private volatile Login platform;

    Logins(LoginKind kind, Vaults vaults, KeyedPool pool) {
        this.kind = kind;
        this.vault = vaults.of(kind);
        this.pool = pool;
        this.platforms = vault.platformLogins(kind);
        this.platform = platforms.getFirst();
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

    /** A connection of the scope's login, whose password may be renewed meanwhile, and once more at once. */
    Connection borrow(Scope scope) throws SQLException {
        var refused = new HashSet<Login>();
        var login = of(scope);
        while (true) {
            try {
                return pool.borrow(login);
            } catch (SQLException e) {
                if (!WRONG_PASSWORD.equals(e.getSQLState())) {
                    throw e;
                }
                refused.add(login);
                var next = insteadOf(login, scope);
                if (refused.contains(next)) {
                    throw e;
                }
                pool.retire(login);
                login = next;
            }
        }
    }

    /** What another thread found out meanwhile stays. */
    private Login insteadOf(Login refused, Scope scope) throws SQLException {
        switch (scope) {
            case Scope.Platform() -> {
                if (platform.equals(refused)) {
                    platform = platforms.get((platforms.indexOf(refused) + 1) % platforms.size());
                }
            }
            case Scope.OfTenant(TenantId tenant) -> known.remove(tenant, refused);
        }
        return of(scope);
    }

    /** Reads before any connection of the tenant is taken: a thread never holds two. */
    private Login read(TenantId tenant) throws SQLException {
        try (var connection = borrow(new Scope.Platform());
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
