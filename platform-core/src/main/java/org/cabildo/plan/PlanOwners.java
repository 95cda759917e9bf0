package org.cabildo.plan;

import java.util.List;
import org.cabildo.tenancy.TenantKind;

/** Whose plans those of the tenant in scope are: its own, or its members' if it is a consortium. */
public interface PlanOwners {

    /** A government whose term a plan must not outlive. */
    record Owner(String name, TenantKind kind) {}

    /** Asks the platform: never within a tenant's transaction. */
    List<Owner> now();
}
