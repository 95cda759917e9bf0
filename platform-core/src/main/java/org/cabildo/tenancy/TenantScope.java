package org.cabildo.tenancy;

import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Carries the scope of the current work: bound at a door, immutable, gone when the call returns.
 *
 * <p>Inside a transaction the scope is fixed: entering another one is refused. Outside, one scope may be visited after
 * another.
 */
public final class TenantScope {

    private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();
    private static final Scope PLATFORM = new Scope.Platform();

    private TenantScope() {}

    /**
     * Runs the work in the scope.
     *
     * @throws IllegalStateException inside a transaction of another scope
     */
    public static <T, X extends Throwable> T call(Scope scope, ScopedValue.CallableOp<T, X> work) throws X {
        boolean stays = CURRENT.isBound() && CURRENT.get().equals(scope);
        if (TransactionSynchronizationManager.isActualTransactionActive() && !stays) {
            throw new IllegalStateException("A scope cannot be switched inside a transaction");
        }
        return ScopedValue.where(CURRENT, scope).call(work);
    }

    /** Runs the work among the rows of one tenant. */
    public static void run(TenantId tenant, Runnable work) {
        call(new Scope.OfTenant(tenant), () -> {
            work.run();
            return true;
        });
    }

    /** Answers from the rows of one tenant. */
    public static <T> T in(TenantId tenant, Supplier<T> work) {
        return call(new Scope.OfTenant(tenant), work::get);
    }

    /** Answers from the platform's own rows. */
    public static <T> T platform(Supplier<T> work) {
        return call(PLATFORM, work::get);
    }

    /** Runs the work among the platform's own rows. */
    public static void runPlatform(Runnable work) {
        call(PLATFORM, () -> {
            work.run();
            return true;
        });
    }

    /**
     * The scope of the current work.
     *
     * @throws IllegalStateException outside any scope: there is no connection to be had
     */
    public static Scope current() {
        if (!CURRENT.isBound()) {
            throw new IllegalStateException("No scope is bound: enter one at a door before touching rows");
        }
        return CURRENT.get();
    }

    /** Whether any scope is bound. */
    public static boolean isBound() {
        return CURRENT.isBound();
    }

    /**
     * The tenant whose rows the current work touches.
     *
     * @throws IllegalStateException outside a tenant's scope
     */
    public static TenantId tenant() {
        return switch (current()) {
            case Scope.OfTenant(TenantId tenant) -> tenant;
            case Scope.Platform() -> throw new IllegalStateException("This is a tenant's work, not the platform's");
        };
    }
}
