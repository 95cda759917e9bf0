package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cabildo.kernel.Ids;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class AnnouncementsTest {

    record Rang(TenantId tenant, int times) implements Announcement {}

    @Autowired
    FreshTenants fresh;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private TenantId renca = new TenantId(Ids.next());

    @BeforeEach
    void aTenant() {
        renca = fresh.municipality("renca");
    }

    @Test
    void isKeptInTheTransactionOfItsAct() {
        TenantScope.run(
                renca, () -> transaction.executeWithoutResult(status -> events.publishEvent(new Rang(renca, 3))));

        assertThat(kept(renca)).isEqualTo("Rang|{\"tenant\":{\"value\":\"" + renca + "\"},\"times\":3}|null|0");
    }

    @Test
    void isGoneWithTheActThatIsRolledBack() {
        TenantScope.run(
                renca,
                () -> transaction.executeWithoutResult(status -> {
                    events.publishEvent(new Rang(renca, 3));
                    status.setRollbackOnly();
                }));

        assertThat(kept(renca)).isEmpty();
    }

    @Test
    void isRefusedOutsideATransaction() {
        assertThatThrownBy(() -> TenantScope.run(renca, () -> events.publishEvent(new Rang(renca, 3))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");

        assertThat(kept(renca)).isEmpty();
    }

    @Test
    void isRefusedOutsideAScope() {
        assertThatThrownBy(() -> events.publishEvent(new Rang(renca, 3))).isInstanceOf(IllegalStateException.class);

        assertThat(kept(renca)).isEmpty();
    }

    @Test
    void isRefusedInThePlatformsScope() {
        assertThatThrownBy(() -> TenantScope.runPlatform(
                        () -> transaction.executeWithoutResult(status -> events.publishEvent(new Rang(renca, 3)))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(kept(renca)).isEmpty();
    }

    @Test
    void isRefusedInTheNameOfAnotherTenant() {
        var maipu = fresh.municipality("maipu");

        assertThatThrownBy(() -> TenantScope.run(
                        maipu,
                        () -> transaction.executeWithoutResult(status -> events.publishEvent(new Rang(renca, 3)))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another tenant");

        assertThat(kept(renca)).isEmpty();
        assertThat(kept(maipu)).isEmpty();
    }

    private static String kept(TenantId tenant) {
        return String.join(
                "\n",
                Overseer.rows("select kind, body, completed_at, attempts from " + Overseer.keyOf(tenant)
                        + ".event_publication"));
    }
}
