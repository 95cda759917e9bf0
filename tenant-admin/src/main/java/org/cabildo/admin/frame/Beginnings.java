package org.cabildo.admin.frame;

import java.time.Clock;
import org.cabildo.begun.Beginning;
import org.cabildo.begun.BegunWork;
import org.springframework.stereotype.Component;

/** Offers each person what they began to write in this tenant and did not save. */
@Component
public class Beginnings {

    private final BegunWork work;
    private final Here here;
    private final Clock clock;

    Beginnings(BegunWork work, Here here, Clock clock) {
        this.work = work;
        this.here = here;
        this.clock = clock;
    }

    /**
     * What this person began of this.
     *
     * @param name the field that says what it is
     * @param goOn opens the form again
     */
    public Unsaved of(Beginning what, String name, Runnable goOn) {
        return new Unsaved(work, what, name, goOn, clock, here.zone());
    }
}
