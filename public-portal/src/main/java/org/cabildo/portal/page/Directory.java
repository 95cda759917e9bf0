package org.cabildo.portal.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** Who takes part, always read anew, one reading shared by all who ask at the same moment. */
@Component
public class Directory {

    private final Tenants tenants;
    private final Coalesced<String, State> readings = new Coalesced<>();

    Directory(Tenants tenants) {
        this.tenants = tenants;
    }

    /**
     * Who takes part now.
     *
     * @param tenants those that can be visited, by name
     * @param digest of all that is said of them
     */
    public record State(List<Tenant> tenants, String digest) {}

    /** Who takes part now. */
    public State now() {
        return readings.ask("all", this::read);
    }

    private State read() {
        var visible = tenants.all().stream().filter(Tenant::active).toList();
        return new State(visible, Digest.of(visible.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
