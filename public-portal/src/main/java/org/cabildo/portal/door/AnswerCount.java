package org.cabildo.portal.door;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * Counts what each tenant's portal answered. Series are bounded by the directory times the five classes of status;
 * addresses that lead nowhere make none.
 */
@Component
class AnswerCount {

    private final MeterRegistry registry;

    AnswerCount(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param slug of a tenant that exists; empty for the nation's portal */
    void count(String slug, int status) {
        registry.counter("cabildo.portal.answers", "tenant", slug, "status", status / 100 + "xx")
                .increment();
    }
}
