package org.cabildo.portal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CoalescedTest {

    private final Coalesced<String, Integer> readings = new Coalesced<>();
    private final AtomicInteger times = new AtomicInteger();

    @Test
    void readsAnewForEveryQuestionThatComesAlone() {
        assertThat(readings.ask("a", times::incrementAndGet)).isEqualTo(1);
        assertThat(readings.ask("a", times::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void whoComesDuringAReadingSharesTheNextOneAndNeverThatOne() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = readers.submit(() -> readings.ask("a", () -> {
                begun.countDown();
                wait(end);
                return times.incrementAndGet();
            }));
            begun.await();
            var waiting = new AtomicInteger();
            var later = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 20; i++) {
                later.add(readers.submit(() -> {
                    waiting.incrementAndGet();
                    return readings.ask("a", times::incrementAndGet);
                }));
            }
            await().until(() -> waiting.get() == 20);
            end.countDown();

            assertThat(first.get()).isEqualTo(1);
            for (var each : later) {
                assertThat(each.get()).isGreaterThan(1);
            }
            assertThat(times.get()).isLessThan(21);
        }
    }

    @Test
    void aReadingThatFailsFailsForItsQuestionsOnly() {
        assertThatThrownBy(() -> readings.ask("a", () -> {
                    throw new IllegalStateException("away");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("away");
        assertThat(readings.ask("a", times::incrementAndGet)).isEqualTo(1);
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
