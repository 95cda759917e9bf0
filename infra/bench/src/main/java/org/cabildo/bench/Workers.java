package org.cabildo.bench;

import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.cabildo.tenancy.Provisioning;
import org.cabildo.tenancy.TenancySettings;
import org.springframework.context.ApplicationContext;

/** Works orders with as many threads as the worker has by default. */
final class Workers {

    private final Provisioning provisioning;
    private final int threads;

    Workers(ApplicationContext rooms) {
        provisioning = rooms.getBean(Provisioning.class);
        threads = Objects.requireNonNull(rooms.getBean(TenancySettings.class).provisioner())
                .workers();
    }

    int threads() {
        return threads;
    }

    /** Works so many orders and returns when all are worked. */
    void work(int orders) throws InterruptedException, ExecutionException {
        var left = new AtomicInteger(orders);
        var running = new ArrayList<Future<?>>();
        try (var executor = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        provisioning.workOne();
                    }
                }));
            }
        }
        for (var one : running) {
            one.get();
        }
    }
}
