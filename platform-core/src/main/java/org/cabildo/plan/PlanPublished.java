package org.cabildo.plan;

import java.time.Instant;
import org.cabildo.tenancy.Announcement;
import org.cabildo.tenancy.TenantId;

/** A version of a plan became what the public reads. */
public record PlanPublished(TenantId tenant, PlanId plan, PlanVersionId version, int number, Instant at)
        implements Announcement {}
