package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeatsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void whoComesAloneSitsDownAtOnce() {
        var seats = new Seats(3, LONG, LONG);

        assertThat(seats.take()).isTrue();
        seats.leave();
        assertThat(seats.take()).isTrue();
        assertThat(seats.all()).isEqualTo(1);
    }

    @Test
    void whoMeetsShortWorkWaitsForItsSeat() {
        var seats = new Seats(3, LONG, LONG);
        seats.take();

        var second = CompletableFuture.supplyAsync(seats::take);
        seats.leave();

        assertThat(second.join()).isTrue();
        assertThat(seats.all()).isEqualTo(1);
    }

    @Test
    void forLongWorkASeatIsAddedUpToTheLimit() {
        var seats = new Seats(2, Duration.ZERO, Duration.ZERO);

        assertThat(seats.take()).isTrue();
        assertThat(seats.take()).isTrue();
        assertThat(seats.all()).isEqualTo(2);
        assertThat(seats.take()).isFalse();
        assertThat(seats.all()).isEqualTo(2);
    }

    @Test
    void oneWhoMeetsLongWorkAddsOneSeat() {
        var seats = new Seats(8, Duration.ofMillis(1), LONG);
        seats.take();

        assertThat(seats.take()).isTrue();

        assertThat(seats.all()).isEqualTo(2);
    }

    @Test
    void aSeatThatWasLeftIsTakenAgain() {
        var seats = new Seats(2, Duration.ZERO, Duration.ZERO);
        seats.take();
        seats.take();

        seats.leave();

        assertThat(seats.take()).isTrue();
        assertThat(seats.take()).isFalse();
    }

    @Test
    void whoAsksAgainAtOnceDoesNotOvertakeWhoWaits() throws InterruptedException {
        var seats = new Seats(1, LONG, LONG);
        var order = new ConcurrentLinkedQueue<String>();
        seats.take();
        var waits = Thread.ofPlatform().start(() -> {
            seats.take();
            order.add("who waited");
            seats.leave();
        });
        await().until(() -> waits.getState() == Thread.State.TIMED_WAITING);

        seats.leave();
        seats.take();
        order.add("who came again");

        assertThat(order).containsExactly("who waited", "who came again");
        waits.join();
    }

    @Test
    void whoWaitTogetherForLongGetASecondSeatAndNoThird() throws InterruptedException {
        var seats = new Seats(8, Duration.ofSeconds(1), LONG);
        var over = new AtomicBoolean();
        var crowd = Stream.generate(() -> Thread.ofVirtual().start(() -> work(seats, over)))
                .limit(8)
                .toList();

        await().until(() -> seats.all() == 2);
        await().during(Duration.ofMillis(500)).until(() -> seats.all() == 2);

        over.set(true);
        for (var one : crowd) {
            one.join();
        }
    }

    /** Short work, again and again. */
    private static void work(Seats seats, AtomicBoolean over) {
        while (!over.get()) {
            seats.take();
            LockSupport.parkNanos(2_000_000);
            seats.leave();
        }
    }
}
