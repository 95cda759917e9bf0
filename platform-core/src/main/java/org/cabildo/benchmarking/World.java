package org.cabildo.benchmarking;

import org.cabildo.benchmarking.Comparison.Line;
import org.cabildo.tenancy.TenantKind;

/**
 * Within which tenants may be compared at all: municipalities with municipalities, regional governments with each other,
 * invented ones with invented ones. Consortia and associations are in none.
 */
public record World(TenantKind kind, boolean synthetic) {

    /** The 345. */
    public static final World MUNICIPALITIES = new World(TenantKind.MUNICIPALITY, false);

    /** Where this tenant belongs. */
    public static World of(Line line) {
        return new World(TenantKind.valueOf(line.kind()), line.synthetic());
    }

    /** Whether its tenants compare. */
    public boolean compares() {
        return kind == TenantKind.MUNICIPALITY || kind == TenantKind.REGIONAL_GOVERNMENT;
    }

    /** Whether this tenant is in it. */
    public boolean holds(Line line) {
        return compares() && kind.name().equals(line.kind()) && synthetic == line.synthetic();
    }
}
