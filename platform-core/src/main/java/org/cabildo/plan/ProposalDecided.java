package org.cabildo.plan;

import java.util.UUID;
import org.cabildo.tenancy.Announcement;
import org.cabildo.tenancy.TenantId;

/**
 * A version that waited for approval became what the public reads, or was sent back.
 *
 * @param by the person whose word decided it
 */
record ProposalDecided(TenantId tenant, UUID version, UUID by) implements Announcement {}
