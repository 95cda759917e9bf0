package org.cabildo.admin;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until the answer is the one hoped for, for ten seconds at most. */
final class Patience {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    <T> T until(Supplier<T> question, Predicate<T> hoped) {
        long end = System.nanoTime() + LONGEST.toNanos();
        var answer = question.get();
        while (!hoped.test(answer) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            answer = question.get();
        }
        return answer;
    }
}
