package org.cabildo.tenancy;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** What an operator watches of the keyed pool: a ceiling that is reached, or work that is refused, wants a higher one. */
record PoolMeters(KeyedPool pool) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("cabildo.pool.open", pool, KeyedPool::open)
                .description("Connections to PostgreSQL that are open")
                .register(registry);
        Gauge.builder("cabildo.pool.active", pool, KeyedPool::active)
                .description("Connections that are lent")
                .register(registry);
        Gauge.builder("cabildo.pool.ceiling", pool, KeyedPool::ceiling)
                .description("Connections that may be open at once")
                .register(registry);
        FunctionCounter.builder("cabildo.pool.opened", pool, KeyedPool::everOpened)
                .description("Connections opened since the start")
                .register(registry);
        FunctionCounter.builder("cabildo.pool.refused", pool, KeyedPool::everRefused)
                .description("Pieces of work that got no connection in time")
                .register(registry);
    }
}
