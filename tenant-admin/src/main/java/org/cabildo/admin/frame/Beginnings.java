package org.cabildo.admin.frame;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cabildo.begun.Beginning;
import org.cabildo.begun.Begun;
import org.cabildo.begun.BegunWork;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
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
        return of(what, name, goOn, may() ? work.find(what) : Optional.empty());
    }

    /**
     * What this person began of each of these.
     *
     * @param goOn opens the form of this one again
     */
    public Map<Beginning, Unsaved> ofEach(Collection<Beginning> all, String name, Consumer<Beginning> goOn) {
        var kept = may() ? work.find(all) : Map.<Beginning, Begun>of();
        return all.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        what -> of(what, name, () -> goOn.accept(what), Optional.ofNullable(kept.get(what)))));
    }

    private Unsaved of(Beginning what, String name, Runnable goOn, Optional<Begun> kept) {
        return new Unsaved(work, what, name, goOn, clock, here.zone(), kept);
    }

    private static boolean may() {
        return Officer.current().may(Role.EDITOR);
    }
}
