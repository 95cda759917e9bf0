package org.cabildo.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantScope;

/** How much longer everybody else waits while one tenant is read fifty times as often. */
final class Neighbours {

    private static final int OTHERS = 40;
    private static final int PER_SECOND = 5; // reads of each tenant
    private static final int TIMES = 50;
    private static final int THREADS = 8; // of the others, and as many of the loud one
    private static final int ROUNDS = 7;
    private static final double SECONDS = 3;
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private final PublishedCommitments commitments;
    private final List<Tenant> tenants;

    /** @param tenants that have published; the first is the loud one */
    Neighbours(PublishedCommitments commitments, List<Tenant> tenants) {
        this.commitments = commitments;
        this.tenants = tenants.subList(0, OTHERS + 1);
    }

    void measure(Report report) throws Exception {
        round(TIMES);
        round(1);
        var calm = new Sample[ROUNDS];
        var loud = new Sample[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            if (i % 2 == 0) {
                calm[i] = round(1);
                loud[i] = round(TIMES);
            } else {
                loud[i] = round(TIMES);
                calm[i] = round(1);
            }
        }
        report.say(
                """
                One loud neighbour: %d tenants are read %d times a second each, a commitment at a time, at random moments by %d threads;
                beside them one tenant %d times a second, or %d times. %d rounds of %.0f s each in turn. p99 of the others in µs: calm %s,
                beside the loud one %s.""",
                OTHERS,
                PER_SECOND,
                THREADS,
                PER_SECOND,
                PER_SECOND * TIMES,
                ROUNDS,
                SECONDS,
                p99(calm).each("%.0f"),
                p99(loud).each("%.0f"));
        report.add(Figure.atMost(
                "One tenant at 50 × load: p99 of the others",
                1.5,
                p99(loud).over(p99(calm)).median(),
                " ×",
                "–"));
    }

    private static Sample p99(Sample[] rounds) {
        return Sample.of(Arrays.stream(rounds).mapToDouble(each -> each.quantile(0.99)));
    }

    /** Microseconds of the others' reads, while the first tenant is read so many times as often as each of them. */
    private Sample round(int times) throws Exception {
        long end = System.nanoTime() + (long) (SECONDS * 1e9);
        var others = new ArrayList<Future<double[]>>();
        var loud = new ArrayList<Future<double[]>>();
        try (var threads = Executors.newFixedThreadPool(2 * THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                others.add(threads.submit(() -> loop(1, OTHERS, OTHERS * PER_SECOND, end)));
                loud.add(threads.submit(() -> loop(0, 1, times * PER_SECOND, end)));
            }
        }
        for (var one : loud) {
            one.get(); // it did not fail
        }
        var all = new ArrayList<double[]>();
        for (var one : others) {
            all.add(one.get());
        }
        return Sample.of(all.stream().flatMapToDouble(Arrays::stream));
    }

    private double[] loop(int first, int count, int perSecond, long end) {
        var random = new SplittableRandom();
        var times = new ArrayList<Double>();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos((long) (-Math.log(1 - random.nextDouble()) * 1e9 * THREADS / perSecond));
            var tenant = tenants.get(first + random.nextInt(count));
            long begun = System.nanoTime();
            TenantScope.run(tenant.id(), () -> {
                var page = commitments.page("plan-de-accion", 1, TODAY);
                if (page.isEmpty()) {
                    throw new IllegalStateException("the commitment of " + tenant.slug() + " is not published");
                }
            });
            times.add((System.nanoTime() - begun) / 1e3);
        }
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
