package org.cabildo.ledger;

import org.cabildo.tenancy.Announcement;
import org.cabildo.tenancy.TenantId;

/**
 * Entries were added to a trail.
 *
 * @param count how many it has since
 * @param hash of the last of them
 */
public record LedgerGrew(TenantId tenant, long count, String hash) implements Announcement {}
