package org.cabildo.ledger;

import java.util.Map;
import java.util.OptionalLong;
import org.cabildo.ledger.Trail.Stored;
import org.cabildo.tenancy.TenantId;

/** Goes along a trail entry by entry, and stops at the first that is another than it was. */
final class Walk {

    private final TenantId tenant;
    private final Map<Long, String> heads;
    private long count;
    private String hash;

    /**
     * Begins where an earlier walk ended.
     *
     * @param hash of entry number {@code count}
     * @param heads hashes that were signed, by the number of entries
     */
    Walk(TenantId tenant, long count, String hash, Map<Long, String> heads) {
        this.tenant = tenant;
        this.count = count;
        this.hash = hash;
        this.heads = Map.copyOf(heads);
    }

    /** Goes on. @return the number where the trail is another than it was; empty: it is whole so far */
    OptionalLong along(Iterable<Stored> rows) {
        for (var row : rows) {
            var entry = row.entry();
            long next = count + 1;
            var made = entry.hash();
            if (!entry.tenant().equals(tenant)
                    || entry.number() != next
                    || !entry.previous().equals(hash)
                    || !row.hash().equals(made)
                    || !heads.getOrDefault(next, made).equals(made)) {
                return OptionalLong.of(next);
            }
            count = next;
            hash = made;
        }
        return OptionalLong.empty();
    }

    /** Where the trail ends before a head says it did; empty: it does not. */
    OptionalLong cutOff() {
        return heads.keySet().stream().anyMatch(signed -> signed > count)
                ? OptionalLong.of(count + 1)
                : OptionalLong.empty();
    }

    long count() {
        return count;
    }

    String hash() {
        return hash;
    }
}
