package org.cabildo.portal.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.cabildo.portal.page.Busy;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CompletableFuture<byte[]> goOn = new CompletableFuture<>();
    private final AtomicInteger makings = new AtomicInteger();

    private byte[] slowly() {
        makings.incrementAndGet();
        begun.countDown();
        return goOn.join();
    }

    @Test
    void whoeverAsksForWhatIsBeingMadeSharesIt() throws Exception {
        var turns = new Turns(Duration.ofSeconds(10));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> turns.take("one", this::slowly));
            begun.await();
            var second = threads.submit(() -> turns.take("one", this::slowly));

            goOn.complete(new byte[] {1});

            assertThat(first.get()).isEqualTo(second.get());
        }
        assertThat(makings).hasValueLessThanOrEqualTo(2); // the second may come after the first was given
    }

    @Test
    void whoseTurnDoesNotComeIsToldSo() throws Exception {
        var turns = new Turns(Duration.ofMillis(20));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> turns.take("one", this::slowly));
            begun.await();

            assertThatThrownBy(() -> turns.take("another", () -> new byte[0])).isInstanceOf(Busy.class);

            goOn.complete(new byte[] {1});
            first.get();
        }
        assertThat(turns.take("another", () -> new byte[] {2})).containsExactly(2);
    }

    @Test
    void whatFailsFailsForItsReaderAndIsMadeAgainForTheNext() {
        var turns = new Turns(Duration.ofSeconds(1));

        assertThatThrownBy(() -> turns.take("one", () -> {
                    throw new IllegalArgumentException("no paper");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(turns.take("one", () -> new byte[] {3})).containsExactly(3);
    }
}
