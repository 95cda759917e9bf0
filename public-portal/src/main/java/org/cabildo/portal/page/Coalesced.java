package org.cabildo.portal.page;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shares one reading among all who ask meanwhile. Nobody gets an answer older than the question: who comes while a
 * reading is under way waits for the next one, together with all others who come.
 */
final class Coalesced<K, V> {

    private final ConcurrentMap<K, Rounds<V>> rounds = new ConcurrentHashMap<>();

    /** Reads, or shares the reading that is about to begin. */
    V ask(K key, Supplier<V> reading) {
        return rounds.computeIfAbsent(key, _ -> new Rounds<>()).ask(reading);
    }

    private static final class Rounds<V> {

        private CompletableFuture<?> running = CompletableFuture.completedFuture(true); // or has been
        private @Nullable CompletableFuture<V> gathering; // null: nobody waits for the next reading

        V ask(Supplier<V> reading) {
            CompletableFuture<V> mine;
            @Nullable CompletableFuture<?> before; // null: somebody else reads for us
            synchronized (this) {
                if (gathering != null) {
                    mine = gathering;
                    before = null;
                } else {
                    mine = new CompletableFuture<>();
                    before = running;
                    gathering = mine;
                }
            }
            if (before != null) {
                before.handle((_, _) -> true).join();
                read(mine, reading);
            }
            return answer(mine);
        }

        private void read(CompletableFuture<V> mine, Supplier<V> reading) {
            synchronized (this) {
                running = mine;
                gathering = null;
            }
            try {
                mine.complete(reading.get());
            } catch (RuntimeException | Error e) {
                mine.completeExceptionally(e);
            }
        }

        private V answer(CompletableFuture<V> mine) {
            try {
                return mine.join();
            } catch (CompletionException e) {
                switch (e.getCause()) {
                    case RuntimeException cause -> throw cause;
                    case Error cause -> throw cause;
                    case null, default -> throw e;
                }
            }
        }
    }
}
