package org.cabildo.testing;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.cabildo.identity.Officer;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Two acts of one tenant that are really at once. */
@Component
public class AtOnce {

    private final TransactionTemplate transaction;

    AtOnce(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /**
     * The second begins when the first has done it, and the first ends its transaction when the second has to wait.
     *
     * @throws RuntimeException what either was refused by
     */
    public void both(TenantId tenant, Officer officer, Callable<?> first, Callable<?> second) throws Exception {
        var done = new CountDownLatch(1);
        try (var hands = Executors.newFixedThreadPool(2)) {
            var one = hands.submit(() -> as(tenant, officer, () -> {
                call(first);
                done.countDown();
                await().atMost(2, TimeUnit.MINUTES).until(() -> somebodyWaits(tenant));
                return true;
            }));
            var other = hands.submit(() -> {
                done.await();
                return as(tenant, officer, second);
            });
            one.get();
            other.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private <T> T as(TenantId tenant, Officer officer, Callable<T> work) {
        return TenantScope.in(tenant, () -> officer.act(() -> transaction.execute(_ -> call(work))));
    }

    private static boolean somebodyWaits(TenantId tenant) throws SQLException {
        var postgres = Machine.postgres();
        try (var connection = postgres.connect(postgres.superuser());
                var query = connection.prepareStatement("select exists (select from pg_stat_activity"
                        + " where usename = (select key || '_office' from platform.tenant where id = ?)"
                        + " and wait_event_type = 'Lock')")) {
            query.setObject(1, tenant.value());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Does it, where nothing but a rule may say no. */
    public static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
