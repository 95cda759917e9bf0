package org.cabildo.worker;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.cabildo.tenancy.EventDelivery;
import org.springframework.stereotype.Component;

/** What an operator watches of the worker: work that piles up, and work that fails. */
@Component
class WorkerMeters implements MeterBinder {

    private final EventDelivery delivery;
    private final DeliveryRounds rounds;
    private final OrderRounds orders;

    WorkerMeters(EventDelivery delivery, DeliveryRounds rounds, OrderRounds orders) {
        this.delivery = delivery;
        this.rounds = rounds;
        this.orders = orders;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("cabildo.announcements.delivered", delivery, EventDelivery::everDelivered)
                .description("Announcements received since the start")
                .register(registry);
        FunctionCounter.builder("cabildo.announcements.failed", delivery, EventDelivery::everFailed)
                .description("Announcements a receiver failed on since the start; each is told again")
                .register(registry);
        Gauge.builder("cabildo.announcements.tenants.waiting", rounds, DeliveryRounds::queued)
                .description("Tenants that wait to be delivered to")
                .register(registry);
        FunctionCounter.builder("cabildo.orders.worked", orders, OrderRounds::everWorked)
                .description("Orders worked since the start, well or not")
                .register(registry);
    }
}
