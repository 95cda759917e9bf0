package org.cabildo.ledger;

import org.cabildo.tenancy.Announcement;
import org.cabildo.tenancy.TenantId;

/** Entries were added to a trail. */
public record LedgerGrew(TenantId tenant) implements Announcement {}
