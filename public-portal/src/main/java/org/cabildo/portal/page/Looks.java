package org.cabildo.portal.page;

import java.util.Optional;
import java.util.function.Function;
import org.cabildo.portal.door.Visit;
import org.cabildo.tenancy.Tenant;
import org.springframework.stereotype.Component;

/** How portals look now. It is read together with the number that every page asks for, so it costs no statement. */
@Component
public class Looks {

    private final Published published;

    Looks(Published published) {
        this.published = published;
    }

    /** How the portal looked when the mark of this page was made, or since. */
    public Look of(Visit visit) {
        return visit.place().map(Tenant::id).map(published::lookOf).orElse(Look.PLAIN);
    }

    /**
     * What the look of the visited portal has; if it has not, the look is read anew: the page that asks for it may be
     * of a process that knew of a publication earlier.
     */
    public <T> Optional<T> find(Visit visit, Function<Look, Optional<T>> wanted) {
        var tenant = visit.tenant().id();
        return wanted.apply(published.lookOf(tenant)).or(() -> wanted.apply(published.readNow(tenant)));
    }
}
