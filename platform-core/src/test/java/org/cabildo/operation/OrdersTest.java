package org.cabildo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.cabildo.identity.Officer;
import org.cabildo.identity.PersonId;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.onboarding.Onboarding;
import org.cabildo.tenancy.FailureCause;
import org.cabildo.tenancy.Provisioning;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class OrdersTest {

    static final Officer COORDINATOR =
            new Officer(new PersonId(Ids.next()), "Órdenes Nacional", "ordenes@ejemplo.invalid", true, null);

    @Autowired
    FreshTenants fresh;

    @Autowired
    Orders orders;

    @Autowired
    Onboarding onboarding;

    @Autowired
    Provisioning provisioning;

    @Autowired
    Sql sql;

    /** Orders of one test must not wait for another. */
    @AfterEach
    void nothingWaits() {
        TenantScope.runPlatform(
                () -> sql.of("delete from tenant_order where state = 'WAITING'").update());
    }

    @Test
    void everyOrderIsFoundByItsWordsWithoutAccentsAndByWhatBecameOfIt() {
        var batch = order("14101", "14102"); // Valdivia, Corral

        assertThat(found(new OrderSearch("  corral nacional ", Order.Kind.ONBOARD, Order.Outcome.WAITING, batch)))
                .extracting(Order::name)
                .containsExactly("Municipalidad de Corral");
        assertThat(found(new OrderSearch("ordenes valdivia", null, null, null))).hasSize(1);
        assertThat(found(new OrderSearch("", Order.Kind.MIGRATE, null, batch))).isEmpty();
        assertThat(found(new OrderSearch("", null, Order.Outcome.FAILED, batch)))
                .isEmpty();
        assertThat(coordinating(() -> orders.count(new OrderSearch("", null, null, batch))))
                .isEqualTo(2);
        assertThat(coordinating(() -> orders.tally(new OrderSearch("", null, Order.Outcome.DONE, batch))))
                .containsEntry(Order.Outcome.WAITING, 2)
                .containsEntry(Order.Outcome.DONE, 0)
                .containsEntry(Order.Outcome.FAILED, 0);
    }

    @Test
    void anyOrderOfColumnsShowsTheSameOrders() {
        var batch = order("14103", "14104", "14105");
        var search = new OrderSearch("", null, null, batch);

        for (var by : OrderSlice.By.values()) {
            assertThat(coordinating(() -> orders.page(search, new OrderSlice(by, true, 0, 10))))
                    .as(by.name())
                    .hasSize(3);
            assertThat(coordinating(() -> orders.page(search, new OrderSlice(by, false, 2, 10))))
                    .as(by.name())
                    .hasSize(1);
        }
        assertThat(coordinating(() -> orders.page(search, new OrderSlice(OrderSlice.By.NAME, true, 1_000_000, 10))))
                .isEmpty();
    }

    @Test
    void whatRunsIsCountedUntilTheLastIsOver() {
        var batch = order("14106", "14107");
        assertThat(running(batch)).singleElement().satisfies(one -> {
            assertThat(one.total()).isEqualTo(2);
            assertThat(one.ended()).isZero();
            assertThat(one.requestedBy()).isEqualTo("Órdenes Nacional");
        });

        provisioning.workOne();
        assertThat(running(batch))
                .singleElement()
                .satisfies(one -> assertThat(one.done()).isEqualTo(1));

        provisioning.workOne();
        assertThat(running(batch)).isEmpty();
        assertThat(found(new OrderSearch("", null, Order.Outcome.DONE, batch)))
                .hasSize(2)
                .allSatisfy(order -> {
                    assertThat(order.took()).isPresent();
                    assertThat(order.attempts()).isEqualTo(1);
                    assertThat(order.cause()).isEmpty();
                });
    }

    @Test
    void anOrderWhoseAddressWasTakenSaysSoAndIsRefusedAnotherTry() {
        var batch = order("14108");
        var order = found(new OrderSearch("", null, null, batch)).getFirst();
        var other = fresh.municipality("ocupa"); // works every waiting order first
        var again = TenantScope.platform(() -> sql.of("""
                        insert into tenant_order (id, batch_id, kind, tenant_id, name, slug, tenant_kind, time_zone, requested_by)
                        values (:id, :batch, 'ONBOARD', :tenant, 'Otra', :slug, 'MUNICIPALITY', 'America/Santiago', 'prueba')
                        """)
                .param("id", order.batch()) // any id that is free
                .param("batch", batch)
                .param("tenant", Ids.next())
                .param("slug", order.slug())
                .update());
        assertThat(again).isEqualTo(1);
        assertThat(other).isNotNull();

        provisioning.workOne();

        var failed = found(new OrderSearch("", null, Order.Outcome.FAILED, batch));
        assertThat(failed)
                .singleElement()
                .satisfies(one -> assertThat(one.cause()).hasValue(FailureCause.TAKEN));
        var retried = coordinating(
                () -> orders.retryAll(failed.stream().map(Order::id).toList()));
        assertThat(retried.again()).isZero();
        assertThat(retried.refused())
                .singleElement()
                .satisfies(no -> assertThat(no.code()).isEqualTo("onboarding.retry.taken"));
    }

    @Test
    void aMigrationThatFailedIsTriedAgainOnce() {
        var tenant = fresh.municipality("vieja");
        var batch = Ids.next();
        var failed = migration(tenant, batch, "FAILED");

        var retried = coordinating(() -> orders.retryAll(List.of(failed)));

        assertThat(retried.again()).isEqualTo(1);
        assertThat(found(new OrderSearch("", Order.Kind.MIGRATE, Order.Outcome.WAITING, batch)))
                .extracting(Order::id)
                .containsExactly(failed);
        assertThatThrownBy(() -> coordinating(() -> retry(failed)))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("order.retry.migration"));
        var second = migration(tenant, batch, "FAILED");
        assertThatThrownBy(() -> coordinating(() -> retry(second))).isInstanceOf(Refused.class);
    }

    @Test
    void whoAskedByAnAddressIsShownByName() {
        var batch = Ids.next();
        var asked = migration(fresh.municipality("por-correo"), batch, "WAITING");
        TenantScope.runPlatform(() -> {
            sql.of("update tenant_order set requested_by = 'Rosa@pide.invalid' where id = ?")
                    .param(asked)
                    .update();
            sql.of("insert into person (id, email, name) values (?, 'rosa@pide.invalid', 'Rosa Pide')")
                    .param(Ids.next())
                    .update();
        });

        assertThat(found(new OrderSearch("rosa pide", null, null, batch)))
                .singleElement()
                .satisfies(order -> assertThat(order.requestedBy()).isEqualTo("Rosa Pide"));
        assertThat(running(batch))
                .singleElement()
                .satisfies(one -> assertThat(one.requestedBy()).isEqualTo("Rosa Pide"));
        TenantScope.runPlatform(() -> sql.of("update tenant_order set state = 'FAILED' where id = ?")
                .param(asked)
                .update());
    }

    @Test
    void tenantsThatAreBehindAreCountedAndOrderedTogether() {
        fresh.municipality("al-dia");

        assertThat(coordinating(orders::behind)).isZero();
        assertThat(coordinating(orders::migrateAll)).isZero();
    }

    @Test
    void nobodyButACoordinatorSeesOrTouchesAnOrder() {
        var tenant = fresh.municipality("curiosa");
        var administrator = fresh.officer(tenant, Role.ADMINISTRATOR);
        var failed = migration(tenant, Ids.next(), "FAILED");

        for (Supplier<Object> act : Set.<Supplier<Object>>of(
                () -> orders.page(OrderSearch.ALL, OrderSlice.newest(1)),
                () -> orders.count(OrderSearch.ALL),
                () -> orders.tally(OrderSearch.ALL),
                orders::running,
                orders::behind,
                orders::migrateAll,
                () -> retry(failed),
                () -> orders.retryAll(List.of(failed)))) {
            assertThatThrownBy(() -> TenantScope.in(tenant, () -> administrator.act(act::get)))
                    .isInstanceOf(Unknown.class);
        }
        assertThatThrownBy(orders::running).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> coordinating(() -> retry(Ids.next()))).isInstanceOf(Unknown.class);
    }

    private UUID migration(TenantId tenant, UUID batch, String state) {
        var id = Ids.next();
        TenantScope.runPlatform(() -> sql.of("""
                        insert into tenant_order (id, batch_id, kind, tenant_id, name, slug, tenant_kind, time_zone,
                                                  requested_by, state, ended_at)
                        select :id, :batch, 'MIGRATE', t.id, t.name, t.slug, t.kind, t.time_zone, 'prueba', :state, now()
                          from tenant t where t.id = :tenant
                        """)
                .param("id", id)
                .param("batch", batch)
                .param("state", state)
                .param("tenant", tenant.value())
                .update());
        return id;
    }

    private UUID order(String... codes) {
        return coordinating(() ->
                onboarding.orderSound(onboarding.previewOf(List.of(codes), "equipo@ejemplo.invalid", "cplt", false)));
    }

    private List<Order> found(OrderSearch search) {
        return coordinating(() -> orders.page(search, OrderSlice.newest(100)));
    }

    private List<Running> running(UUID batch) {
        return coordinating(orders::running).stream()
                .filter(one -> one.batch().equals(batch))
                .toList();
    }

    private boolean retry(UUID order) {
        orders.retry(order);
        return true;
    }

    private static <T> T coordinating(Supplier<T> work) {
        return COORDINATOR.act(work::get);
    }
}
