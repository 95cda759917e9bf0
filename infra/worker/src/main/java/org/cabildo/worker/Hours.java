package org.cabildo.worker;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** The hours of a shift: whoever rests between rounds is woken by a bell, and all are when the shift ends. */
@Component
class Hours {

    private boolean open;

    synchronized void begin() {
        open = true;
    }

    synchronized void end() {
        open = false;
        notifyAll();
    }

    /** Whether the shift goes on. Asked between two pieces of work, never in the midst of one. */
    synchronized boolean goOn() {
        return open;
    }

    /**
     * Does this round after round until the shift ends, with a rest between. What goes wrong is said once, and the next
     * round tries again.
     */
    void goRound(Duration rest, Outage database, Runnable round) {
        new Bell().goRound(rest, database, round);
    }

    /** The same, resting first: for rounds from tenant to tenant, so that a start visits none, however many there are. */
    void goRoundRested(Duration rest, Outage database, Runnable round) {
        rest(rest);
        goRound(rest, database, round);
    }

    /** Does one piece of work after another until there is none, or the shift ends. */
    void workAll(BooleanSupplier one) {
        boolean more = true;
        while (more && goOn()) {
            more = one.getAsBoolean();
        }
    }

    /** Rests for this long, less if the shift ends. */
    void rest(Duration length) {
        var bell = new Bell();
        bell.rest(bell.rings(), length);
    }

    /** Wakes those who wait for one kind of work. A ring between looking for work and resting is not missed. */
    final class Bell {

        private long rings;

        void ring() {
            synchronized (Hours.this) {
                rings++;
                Hours.this.notifyAll();
            }
        }

        /** As the hours do, and at once when it rings meanwhile. */
        void goRound(Duration rest, Outage database, Runnable round) {
            while (goOn()) {
                long heard = rings();
                try {
                    round.run();
                    database.over();
                } catch (RuntimeException e) {
                    database.noticed(e);
                }
                rest(heard, rest);
            }
        }

        /** How often it rang: ask before looking for work. */
        long rings() {
            synchronized (Hours.this) {
                return rings;
            }
        }

        /** Rests until it rings again, the time is over or the shift ends. */
        void rest(long heard, Duration length) {
            long end = System.nanoTime() + length.toNanos();
            synchronized (Hours.this) {
                for (long left = length.toNanos(); open && rings == heard && left > 0; left = end - System.nanoTime()) {
                    try {
                        Hours.this.wait(left / 1_000_000, (int) (left % 1_000_000));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        open = false; // nobody here interrupts but whoever ends the process
                    }
                }
            }
        }
    }
}
