package org.cabildo.portal.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cabildo.benchmarking.published.CommitmentCounts;
import org.cabildo.consortium.published.Membership;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.Tenants;
import org.springframework.stereotype.Component;

/**
 * Who takes part, always read anew, one reading shared by all who ask at the same moment. A consortium takes part once
 * somebody joined it.
 */
@Component
public class Directory {

    private final Tenants tenants;
    private final Membership membership;
    private final CommitmentCounts counts;
    private final Coalesced<String, State> readings = new Coalesced<>();
    private final Coalesced<String, Counted> countings = new Coalesced<>();

    Directory(Tenants tenants, Membership membership, CommitmentCounts counts) {
        this.tenants = tenants;
        this.membership = membership;
        this.counts = counts;
    }

    /**
     * Who takes part now.
     *
     * @param tenants those that can be visited, by name
     * @param digest of all that is said of them
     */
    public record State(List<Tenant> tenants, String digest) {}

    /**
     * Who takes part now, and with how much.
     *
     * @param tenants those that can be visited, by name
     * @param commitments that stand; who has none is not named
     * @param digest of all that is said of them
     */
    public record Counted(List<Tenant> tenants, Map<TenantId, Integer> commitments, String digest) {}

    /** Who takes part now. */
    public State now() {
        return readings.ask("all", this::read);
    }

    /** Who takes part now, and with how much: three statements, however many they are. */
    public Counted counted() {
        return countings.ask("all", this::count);
    }

    private Counted count() {
        var state = read();
        var commitments = counts.all();
        var said = commitments.entrySet().stream()
                .collect(Collectors.toMap(
                        each -> each.getKey().toString(), Map.Entry::getValue, (one, _) -> one, TreeMap::new));
        return new Counted(
                state.tenants(), commitments, Digest.of((state.digest() + said).getBytes(StandardCharsets.UTF_8)));
    }

    private State read() {
        var joined = membership.joined();
        var visible = tenants.all().stream()
                .filter(Tenant::active)
                .filter(tenant -> tenant.kind() != TenantKind.CONSORTIUM || joined.contains(tenant.id()))
                .toList();
        return new State(visible, Digest.of(visible.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
