package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Percent;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * A thread never holds two connections. Here there are two in all and one per login: if an act kept its tenant's while
 * it asked the platform for another, several at once would wait for each other until they are refused.
 */
@RoomTest
@TestPropertySource(
        properties = {
            "cabildo.tenancy.pool.per-login=1",
            "cabildo.tenancy.pool.total=2",
            "cabildo.tenancy.pool.patience=20s"
        })
class NarrowPoolTest {

    @Autowired
    FreshTenants fresh;

    @Autowired
    Tenants tenants;

    @Autowired
    Promises promises;

    @Autowired
    CommitmentTracking tracking;

    @Autowired
    EventDelivery delivery;

    @Autowired
    KeyedPool pool;

    @Test
    void manyActsThatReadTheDirectoryFirstGoThroughTwoConnections() throws Exception {
        var places = List.of(fresh.municipality("renca"), fresh.municipality("maipu"), fresh.municipality("salta"));

        var acts = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 24).forEach(n -> acts.add(threads.submit(() -> act(places.get(n % places.size())))));
        }

        for (var act : acts) {
            assertThat(act.get()).isPositive();
        }
        assertThat(pool.active()).isZero();
        assertThat(pool.open()).isLessThanOrEqualTo(2);
    }

    private int act(TenantId tenant) {
        var place = tenants.require(tenant);
        var officer = fresh.officer(place.id(), Role.ADMINISTRATOR);
        TenantScope.run(
                tenant,
                () -> officer.act(() -> {
                    var made = promises.published("Plan");
                    tracking.reportProgress(
                            made.commitment(), made.first(), new Percent(40), Promises.MINUTES, Promises.TODAY);
                    return tenants.require(tenant);
                }));
        return delivery.deliver(tenant) + 1;
    }
}
