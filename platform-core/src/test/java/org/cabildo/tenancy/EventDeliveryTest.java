package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.cabildo.kernel.Ids;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@RoomTest
class EventDeliveryTest {

    record Rang(TenantId tenant, int times) implements Announcement {}

    private static final Duration CLAIM = Duration.ofSeconds(61);

    @Autowired
    FreshTenants fresh;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    WaitingAnnouncements waiting;

    @Autowired
    TenancySettings settings;

    @Autowired
    JsonMapper json;

    @Autowired
    Sql sql;

    private final Ticking clock = new Ticking();
    private final List<Integer> heard = Collections.synchronizedList(new ArrayList<>());
    private TenantId renca = new TenantId(Ids.next());

    @BeforeEach
    void aTenant() {
        renca = fresh.municipality("renca");
    }

    @Test
    void tellsAReceiverOnceWhatHappened() {
        ring(7);
        var delivery = delivery(rang -> {});

        assertThat(delivery.deliver(renca)).isEqualTo(1);
        assertThat(delivery.deliver(renca)).isZero();

        assertThat(heard).containsExactly(7);
        assertThat(row("completed_at is not null, attempts, failure")).isEqualTo("t|1|null");
    }

    @Test
    void tellsThingsInTheOrderTheyHappened() {
        var start = Instant.parse("2026-11-20T12:00:00Z");
        IntStream.of(30, 10, 50, 20, 40).forEach(n -> keep("Rang", n, start.plusSeconds(n)));

        delivery(rang -> {}).deliver(renca);

        assertThat(heard).containsExactly(10, 20, 30, 40, 50);
    }

    @Test
    void tellsEverythingHoweverMuchItIs() {
        IntStream.range(0, 120).forEach(n -> keep("Rang", n, clock.instant()));

        assertThat(delivery(rang -> {}).deliver(renca)).isEqualTo(120);
        assertThat(heard).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void tellsAgainAfterAWhileWhoCouldNotTakeNote() {
        ring(7);
        var failing = delivery(rang -> {
            throw new IllegalStateException("on purpose");
        });

        assertThat(failing.deliver(renca)).isZero();
        assertThat(row("completed_at, attempts, failure")).isEqualTo("null|1|on purpose");
        assertThat(delivery(rang -> {}).deliver(renca)).as("not at once").isZero();

        clock.pass(CLAIM);
        assertThat(delivery(rang -> {}).deliver(renca)).isEqualTo(1);
        assertThat(heard).containsExactly(7, 7);
    }

    @Test
    void oneThatFailsKeepsNoOtherWaiting() {
        IntStream.range(0, 5).forEach(n -> keep("Rang", n, clock.instant().plusSeconds(n)));

        int delivered = delivery(rang -> {
                    if (rang.times() == 0) {
                        throw new IllegalStateException("on purpose");
                    }
                })
                .deliver(renca);

        assertThat(delivered).isEqualTo(4);
    }

    @Test
    void tellsAgainWhatAKilledWorkerHadInHand() {
        ring(7);
        clock.pass(Duration.ofSeconds(1));
        var now = clock.instant();
        TenantScope.run(
                renca,
                () -> sql.of("update event_publication set claimed_until = ?, attempts = 1")
                        .param(Timestamp.from(now.plusSeconds(60)))
                        .update());
        var delivery = delivery(rang -> {});

        assertThat(delivery.deliver(renca)).isZero();
        clock.pass(CLAIM);

        assertThat(delivery.deliver(renca)).isEqualTo(1);
        assertThat(heard).containsExactly(7);
    }

    @Test
    void givesUpOnWhatNobodyCouldEverTakeNoteOf() {
        ring(7);
        var failing = delivery(rang -> {
            throw new IllegalStateException("on purpose");
        });

        for (int i = 0; i < 30; i++) {
            failing.deliver(renca);
            clock.pass(CLAIM);
        }

        assertThat(heard).hasSize(20);
        assertThat(row("completed_at, attempts, failure")).isEqualTo("null|20|on purpose");
        assertThat(waiting.tenants()).doesNotContain(renca);
    }

    @Test
    void closesWhatNobodyWaitsFor() {
        keep("Forgotten", 1, clock.instant());

        assertThat(delivery(rang -> {}).deliver(renca)).isEqualTo(1);
        assertThat(heard).isEmpty();
        assertThat(row("completed_at is not null, failure")).isEqualTo("t|null");
    }

    @Test
    void aBodyThatCannotBeReadFailsAndIsNotLost() {
        TenantScope.run(
                renca,
                () -> sql.of(
                                "insert into event_publication (id, kind, body, occurred_at) values (?, 'Rang', '{broken', now())")
                        .param(Ids.next())
                        .update());

        assertThat(delivery(rang -> {}).deliver(renca)).isZero();
        assertThat(row("completed_at, failure is not null")).isEqualTo("null|t");
    }

    @Test
    void noScopeIsBoundWhileAReceiverIsTold() {
        ring(7);
        var bound = new ArrayList<Boolean>();

        delivery(rang -> bound.add(TenantScope.isBound())).deliver(renca);

        assertThat(bound).containsExactly(false);
    }

    @Test
    void whatAReceiverIsToldNamesTheEventTheSameEachTime() {
        ring(7);
        var ids = new ArrayList<UUID>();
        var receiver = receiver((id, rang) -> {
            ids.add(id);
            throw new IllegalStateException("on purpose");
        });

        for (int i = 0; i < 3; i++) {
            new EventDelivery(sql, json, clock, transaction, List.of(receiver)).deliver(renca);
            clock.pass(CLAIM);
        }

        assertThat(ids).hasSize(3).containsOnly(ids.getFirst());
    }

    @Test
    void twoWorkersTellEachThingOnce() throws Exception {
        IntStream.range(0, 200).forEach(n -> keep("Rang", n, clock.instant()));
        var delivery = delivery(rang -> {});

        var told = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 4).forEach(_ -> told.add(threads.submit(() -> delivery.deliver(renca))));
        }

        int sum = 0;
        for (var one : told) {
            sum += one.get();
        }
        assertThat(sum).isEqualTo(200);
        assertThat(heard).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void oneTenantsThingsAreNotToldWithAnothers() {
        var maipu = fresh.municipality("maipu");
        ring(7);

        assertThat(delivery(rang -> {}).deliver(maipu)).isZero();
        assertThat(heard).isEmpty();
    }

    @Test
    void aSweepFindsTenantsInWhichSomethingWaitsAndNoOthers() {
        var quiet = fresh.municipality("quieta");
        var suspended = fresh.municipality("suspendida");
        ring(7);
        TenantScope.run(
                suspended,
                () -> transaction.executeWithoutResult(status -> events.publishEvent(new Rang(suspended, 1))));
        Overseer.run("update platform.tenant set life = 'SUSPENDED' where id = ?", suspended.value());

        assertThat(waiting.tenants()).contains(renca).doesNotContain(quiet, suspended);

        delivery(rang -> {}).deliver(renca);
        assertThat(waiting.tenants()).doesNotContain(renca);
    }

    @Test
    void aSweepSeesAllTenantsHoweverManyAndKeepsNoConnection() {
        var everybody = new ArrayList<TenantId>();
        IntStream.range(0, 5).forEach(n -> everybody.add(fresh.municipality("barrido")));
        everybody.forEach(tenant -> TenantScope.run(
                tenant, () -> transaction.executeWithoutResult(status -> events.publishEvent(new Rang(tenant, 1)))));

        var others = sessions(); // a process that another test killed leaves its session for a while
        var twoAtATime = new WaitingAnnouncements(settings, 2);

        assertThat(twoAtATime.tenants()).containsAll(everybody).doesNotHaveDuplicates();

        await().untilAsserted(
                        () -> // a session ends a moment after its connection is closed
                        assertThat(others).containsAll(sessions()));
        everybody.forEach(tenant -> delivery(rang -> {}).deliver(tenant));
    }

    private static List<String> sessions() {
        return Overseer.rows("select pid from pg_stat_activity where application_name = 'cabildo provisioning'");
    }

    private void ring(int times) {
        TenantScope.run(
                renca, () -> transaction.executeWithoutResult(status -> events.publishEvent(new Rang(renca, times))));
    }

    private void keep(String kind, int times, Instant at) {
        TenantScope.run(
                renca,
                () -> sql.of("insert into event_publication (id, kind, body, occurred_at) values (?, ?, ?, ?)")
                        .param(Ids.next())
                        .param(kind)
                        .param(json.writeValueAsString(new Rang(renca, times)))
                        .param(Timestamp.from(at))
                        .update());
    }

    private EventDelivery delivery(Consumer<Rang> act) {
        var receiver = receiver((id, rang) -> {
            heard.add(rang.times());
            act.accept(rang);
        });
        return new EventDelivery(sql, json, clock, transaction, List.of(receiver));
    }

    private static Receiver<Rang> receiver(java.util.function.BiConsumer<UUID, Rang> act) {
        return new Receiver<>() {
            @Override
            public Class<Rang> of() {
                return Rang.class;
            }

            @Override
            public void receive(UUID event, Rang announcement) {
                act.accept(event, announcement);
            }
        };
    }

    private String row(String columns) {
        return Overseer.one("select " + columns + " from " + Overseer.keyOf(renca) + ".event_publication");
    }
}
