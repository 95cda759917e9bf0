package org.cabildo.comment;

import java.util.UUID;
import org.cabildo.tenancy.Announcement;
import org.cabildo.tenancy.TenantId;

/** A comment that turns to somebody was written. */
record Mentioned(TenantId tenant, UUID comment) implements Announcement {}
