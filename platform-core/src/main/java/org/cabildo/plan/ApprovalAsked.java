package org.cabildo.plan;

import java.util.UUID;
import org.cabildo.tenancy.Announcement;
import org.cabildo.tenancy.TenantId;

/**
 * A version was proposed, and waits for those who may approve it.
 *
 * @param by the person who proposed it
 */
record ApprovalAsked(TenantId tenant, UUID version, UUID by) implements Announcement {}
